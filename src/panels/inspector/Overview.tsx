/** The overview of a resource: what is worked out about it, then its members by its declaration. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import { definitionOf, type Control, type Field, type Resource } from '../../model/index.ts';
import { useLanguage, useText } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Rows, Section } from '../parts/Section.tsx';
import { controls } from './controls.tsx';
import { EffectiveRoutes } from './EffectiveRoutes.tsx';
import { Filters } from './Filters.tsx';
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
  const { inspector } = useText();
  const language = useLanguage();
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
      <Fields heading={hasTier ? inspector.addressRange : inspector.addresses} fields={addresses} id={id} resource={resource} />
      {hasTier && <EffectiveRoutes id={id} onEdit={() => onShow('routes')} />}
      {hasTier && <Filters id={id} />}
      {lists.map(([name, field]) => (
        <Section key={name} heading={field.label[language]}>
          <FieldControl name={name} field={field} id={id} resource={resource} />
        </Section>
      ))}
      <Fields heading={inspector.settings} fields={settings} id={id} resource={resource} />
      {definitionOf(resource.kind).form !== 'container' && <UsedBy id={id} />}
    </>
  );
}

interface FieldsProps {
  readonly heading: string;
  readonly fields: readonly NamedField[];
  readonly id: string;
  readonly resource: Resource;
}

function Fields({ heading, fields, id, resource }: FieldsProps) {
  if (fields.length === 0) return null;
  return (
    <Section heading={heading}>
      <Rows>
        {fields.map(([name, field]) => (
          <FieldControl key={name} name={name} field={field} id={id} resource={resource} />
        ))}
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
  return Control ? (
    <Control id={id} name={name} field={field} resource={resource} value={memberOf(resource, name)} />
  ) : null;
}

const SHOWN = 12;

function UsedBy({ id }: { readonly id: string }) {
  const { inspector } = useText();
  const design = useApp((state) => state.design);
  const users = useMemo(() => referrersOf(design, id), [design, id]);
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
