/** The overview of a resource: what is worked out about it, then its members by its declaration. */

import { useMemo, type ReactNode } from 'react';
import { useApp } from '../../app/index.ts';
import { attachmentTexts, inspectorTexts } from '../../i18n/index.ts';
import {
  containerOf,
  definitionOf,
  known,
  referencesOf,
  resourcesOfKind,
  valuesAt,
  type Control,
  type Design,
  type Field,
  type Resource,
  type ResourceId,
} from '../../model/index.ts';
import { useLanguage, useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { useFacts } from '../parts/design-facts.ts';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Row, Rows, Section } from '../parts/Section.tsx';
import { controls } from './controls.tsx';
import { EffectiveRoutes } from './EffectiveRoutes.tsx';
import { Filters } from './Filters.tsx';
import { ownerOfMember } from './interfaces.ts';
import { memberOf } from './members.ts';
import { referrersOf } from './referrers.ts';
import { followsTables } from './relations.ts';
import { TierSection } from './TierSection.tsx';
import type { DetailProps } from './tabs.tsx';
import styles from './Inspector.module.css';

const addressControls: readonly Control[] = ['cidr4', 'cidr6', 'address4', 'address6', 'prefixes'];
const listControls: readonly Control[] = ['references', 'associations'];

type NamedField = readonly [name: string, field: Field];

/** The fields of a kind that a person may change here, in the order of the declaration. */
function fieldsWith(resource: Resource, accepts: (control: Control) => boolean): readonly NamedField[] {
  return Object.entries(definitionOf(resource.kind).fields).filter(
    ([, field]) => controls[field.control] !== undefined && accepts(field.control),
  );
}

export function Overview({ id, resource, onShow }: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const isPublic = useFacts().publicAddressOfCard.has(id);
  const addresses = fieldsWith(resource, (control) => addressControls.includes(control));
  const lists = fieldsWith(resource, (control) => listControls.includes(control));
  const settings = fieldsWith(
    resource,
    (control) => !addressControls.includes(control) && !listControls.includes(control),
  );
  const hasTier = followsTables(definitionOf(resource.kind));
  return (
    <>
      {hasTier && <TierSection id={id} />}
      {definitionOf(resource.kind).form === 'gate' && <Attachment id={id} resource={resource} />}
      <Fields
        heading={hasTier ? inspector.addressRange : inspector.addresses}
        fields={addresses}
        id={id}
        resource={resource}
        extra={isPublic && <PublicAddress id={id} />}
      />
      {hasTier && <EffectiveRoutes id={id} onEdit={() => onShow('routes')} />}
      {hasTier && <Filters id={id} />}
      {lists.map(([name, field]) => (
        <Section key={name} heading={field.label[language]}>
          <FieldControl name={name} field={field} id={id} resource={resource} />
        </Section>
      ))}
      <Fields heading={inspector.settings} fields={settings} id={id} resource={resource} />
      {definitionOf(resource.kind).form !== 'container' && <UsedBy id={id} resource={resource} />}
    </>
  );
}

/** What a gateway is attached to, also before anything uses it. */
function Attachment({ id, resource }: { readonly id: string; readonly resource: Resource }) {
  const text = useTexts(attachmentTexts);
  const container = useApp(({ design }) => containerOf(design, resource));
  const isUsed = useApp(({ design }) => referrersOf(design, id).length > 0);
  return (
    <Section heading={text.heading}>
      <Rows>
        <Row label={text.attachedTo}>
          {container === undefined ? (
            <span className={styles.reading}>{text.notAttached}</span>
          ) : (
            <span className={styles.reading}>
              <ResourceLink id={container} />
            </span>
          )}
        </Row>
      </Rows>
      {!isUsed && <p className={styles.hint}>{text.noRoute}</p>}
    </Section>
  );
}

interface FieldsProps {
  readonly heading: string;
  readonly fields: readonly NamedField[];
  readonly id: string;
  readonly resource: Resource;
  readonly extra?: ReactNode;
}

function Fields({ heading, fields, id, resource, extra }: FieldsProps) {
  if (fields.length === 0 && !extra) return null;
  return (
    <Section heading={heading}>
      <Rows>
        {fields.map(([name, field]) => (
          <FieldControl key={name} name={name} field={field} id={id} resource={resource} />
        ))}
        {extra}
      </Rows>
    </Section>
  );
}

interface FieldControlProps {
  readonly name: string;
  readonly field: Field;
  readonly id: string;
  readonly resource: Resource;
}

function FieldControl({ name, field, id, resource }: FieldControlProps) {
  const Control = controls[field.control];
  const design = useApp((state) => state.design);
  const owner = ownerOfMember(design, id, resource, name);
  return Control && owner ? (
    <Control {...owner} name={name} field={field} value={memberOf(owner.resource, name)} />
  ) : null;
}

/** The Elastic IP address that something was given, also while nobody knows its number. */
const elasticIpOf = (design: Design, id: ResourceId): ResourceId | undefined =>
  resourcesOfKind(design, 'elasticIp').find(
    ([, { natGatewayId, instanceId, networkInterfaceId }]) =>
      known(natGatewayId) === id || known(instanceId) === id || known(networkInterfaceId) === id,
  )?.[0];

/** The public IPv4 address that something has, or gets from AWS when it is made. */
function PublicAddress({ id }: { readonly id: string }) {
  const inspector = useTexts(inspectorTexts);
  const address = useFacts().publicAddressOfCard.get(id);
  const elasticIp = useApp(({ design }) => elasticIpOf(design, id));
  if (address === undefined) return null;
  return (
    <Row label={inspector.publicIpv4}>
      <span className={styles.reading}>
        {address !== '' && address}
        {address === '' &&
          (elasticIp === undefined ? inspector.assignedByAws : <ResourceLink id={elasticIp} />)}
      </span>
    </Row>
  );
}

const SHOWN = 12;

/** Others that refer to it; those that it names itself are listed as its members already. */
function UsedBy({ id, resource }: { readonly id: string; readonly resource: Resource }) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const users = useMemo(() => {
    const named = referencesOf(definitionOf(resource.kind)).flatMap(({ path }) => valuesAt(resource, path));
    return referrersOf(design, id).filter((user) => !named.includes(user));
  }, [design, id, resource]);
  if (users.length === 0) return null;
  return (
    <Section heading={inspector.usedBy}>
      <ul className={styles.list}>
        {users.slice(0, SHOWN).map((user) => {
          const kind = design.resources[user]?.kind;
          return (
            <li key={user} className={styles.line}>
              {kind && <KindTile kind={kind} />}
              <ResourceLink id={user} />
            </li>
          );
        })}
      </ul>
      {users.length > SHOWN && <p className={styles.hint}>{inspector.andMore(users.length - SHOWN)}</p>}
    </Section>
  );
}
