/** Controls for references, lists of them, associations, and lists of blocks. */

import { Plus, X } from 'lucide-react';
import { inspectorTexts } from '../../../i18n/index.ts';
import { useId, useState } from 'react';
import { app, useApp } from '../../../app/index.ts';
import {
  applyActions,
  definitionOf,
  isKind,
  isUnknown,
  resourcesOfKind,
  titleOf,
  vpcOf,
  type Design,
  type Field,
  type Kind,
  type KindDefinition,
  type ResourceId,
} from '../../../model/index.ts';
import {
  Button,
  Combobox,
  IconButton,
  TextField,
  useLanguage,
  useTexts,
  type Suggestion,
} from '../../../ui/index.ts';
import { KindTile } from '../../parts/Glyph.tsx';
import { useNameOf } from '../../parts/names.ts';
import { ResourceLink } from '../../parts/ResourceLink.tsx';
import { Row } from '../../parts/Section.tsx';
import { checkBlock } from '../checks.ts';
import { changeMember } from '../members.ts';
import { holds } from '../relations.ts';
import styles from '../Inspector.module.css';
import { useFieldLabel } from './field-label.ts';
import type { ControlProps } from './props.ts';

const kindsOf = (field: Field): readonly Kind[] =>
  (field.references ?? []).flatMap(({ to }) => to).filter(isKind);

/** What a member may refer to: resources of the right kinds in the same VPC, or in none. */
function candidates(design: Design, id: ResourceId, field: Field): readonly Suggestion[] {
  const vpc = vpcOf(design, id);
  return kindsOf(field).flatMap((kind) =>
    resourcesOfKind(design, kind).flatMap(([other]) => {
      const otherVpc = vpcOf(design, other);
      const fits = other !== id && (vpc === undefined || otherVpc === undefined || otherVpc === vpc);
      return fits ? [suggestionOf(design, other, kind)] : [];
    }),
  );
}

const suggestionOf = (design: Design, id: ResourceId, kind: Kind): Suggestion => {
  const title = titleOf(design, id);
  return {
    value: id,
    label: title,
    ...(title === id ? {} : { detail: id }),
    mark: <KindTile kind={kind} />,
  };
};

export function ReferenceControl({ id, name, field, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const design = useApp((state) => state.design);
  const nameOfId = useNameOf();
  return (
    <Row label={label} htmlFor={inputId}>
      <Combobox
        id={inputId}
        label={label}
        text={typeof value === 'string' ? nameOfId(value) : ''}
        placeholder={isUnknown(value) ? inspector.unknownValue : inspector.none}
        nothing={inspector.noMatches}
        suggestions={[{ value: '', label: inspector.none }, ...candidates(design, id, field)]}
        onPick={(next) => changeMember(id, name, field, next === '' ? undefined : next)}
      />
    </Row>
  );
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export function ReferencesControl({ id, name, field, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const design = useApp((state) => state.design);
  const chosen = textsOf(value);
  const label = field.label[language];
  const set = (next: readonly string[]) =>
    changeMember(id, name, field, next.length === 0 ? undefined : next);
  if (isUnknown(value)) return <p className={styles.hint}>{inspector.unknownValue}</p>;
  return (
    <>
      <RemovableList
        ids={chosen}
        empty={inspector.none}
        onRemove={(gone) => set(chosen.filter((other) => other !== gone))}
      />
      <Adder
        label={`${inspector.addReference}: ${label}`}
        suggestions={candidates(design, id, field).filter(({ value: other }) => !chosen.includes(other))}
        onPick={(added) => set([...chosen, added])}
      />
    </>
  );
}

interface RemovableListProps {
  readonly ids: readonly string[];
  readonly empty: string;
  readonly onRemove: (id: string) => void;
}

function RemovableList({ ids, empty, onRemove }: RemovableListProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const nameOfId = useNameOf();
  if (ids.length === 0) return <p className={styles.hint}>{empty}</p>;
  return (
    <ul>
      {ids.map((id) => {
        const kind = design.resources[id]?.kind;
        return (
          <li key={id} className={styles.removable}>
            {kind && <KindTile kind={kind} />}
            <span className={styles.grow}>
              <ResourceLink id={id} />
            </span>
            <IconButton
              label={inspector.removeReference(nameOfId(id))}
              icon={X}
              size="small"
              onClick={() => onRemove(id)}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface AdderProps {
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  readonly onPick: (id: string) => void;
}

/** A button that opens to a field; nothing while there is nothing to add. */
function Adder({ label, suggestions, onPick }: AdderProps) {
  const inspector = useTexts(inspectorTexts);
  const [open, setOpen] = useState(false);
  if (suggestions.length === 0) return null;
  if (!open) {
    return (
      <Button look="link" size="small" icon={Plus} aria-label={label} onClick={() => setOpen(true)}>
        {inspector.addReference}
      </Button>
    );
  }
  return (
    <div
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <Combobox
        autoFocus
        label={label}
        text=""
        placeholder={inspector.choose}
        nothing={inspector.noMatches}
        suggestions={suggestions}
        onPick={(id) => {
          setOpen(false);
          onPick(id);
        }}
      />
    </div>
  );
}

/** The member of an item that names what it is associated with. */
const associatedMember = (field: Field): string | undefined =>
  (field.references ?? [])
    .find(({ to }) => to.some((kind) => isKind(kind) && definitionOf(kind).form === 'container'))
    ?.path?.at(-1);

/** Subnets that follow this table or ACL by name; a subnet follows one of a kind, so it leaves the other. */
export function AssociationsControl({ id, name, field, resource, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const member = associatedMember(field);
  if (isUnknown(value)) return <p className={styles.hint}>{inspector.unknownValue}</p>;
  const items: readonly Record<string, unknown>[] = Array.isArray(value) ? value : [];
  const ids =
    member === undefined
      ? []
      : items.flatMap((item) => (typeof item[member] === 'string' ? item[member] : []));
  if (member === undefined) return null;
  return (
    <>
      <RemovableList
        ids={ids}
        empty={inspector.associationsEmpty}
        onRemove={(gone) =>
          changeMember(
            id,
            name,
            field,
            items.filter((item) => item[member] !== gone),
          )
        }
      />
      <Adder
        label={inspector.associate}
        suggestions={candidates(design, id, subnetsOnly(field)).filter(
          ({ value: other }) => !ids.includes(other),
        )}
        onPick={(added) => associate(id, definitionOf(resource.kind), added)}
      />
    </>
  );
}

const subnetsOnly = (field: Field): Field => ({
  ...field,
  references: (field.references ?? []).filter(({ to }) =>
    to.some((kind) => isKind(kind) && definitionOf(kind).form === 'container'),
  ),
});

/** As the API has it: a subnet leaves the table or ACL that it followed by name before. */
function associate(id: ResourceId, definition: KindDefinition, subnetId: ResourceId): void {
  const action = holds(definition, 'routes') ? 'AssociateRouteTable' : 'ReplaceNetworkAclAssociation';
  const { design } = app.api.getState();
  const [name, subnet] = [titleOf(design, id), titleOf(design, subnetId)];
  app.edit({ en: `Associate ${subnet} with ${name}`, ja: `${subnet} を ${name} に関連付け` }, (before) =>
    applyActions(before, [{ action, resource: id, parameters: { subnetId } }]),
  );
}

/** The member of an item that is the block. */
const blockMembers: Readonly<Record<string, string>> = {
  cidrBlockAssociationSet: 'cidrBlock',
  ipv6CidrBlockAssociationSet: 'ipv6CidrBlock',
};

/** Lists of blocks: items with one member that is the block. */
export function PrefixesControl({ id, name, field, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const label = useFieldLabel(name, field);
  const items: readonly Record<string, unknown>[] = Array.isArray(value) ? value : [];
  const member = blockMembers[name] ?? 'cidr';
  const blocks = items.map((item) => item[member]);
  const family = name.startsWith('ipv6') ? 6 : name.startsWith('cidr') ? 4 : undefined;
  const set = (next: readonly Record<string, unknown>[]) =>
    changeMember(id, name, field, next.length === 0 ? undefined : next);
  const [adding, setAdding] = useState(false);
  return (
    <Row label={label}>
      {isUnknown(value) && <p className={styles.hint}>{inspector.unknownValue}</p>}
      <ul>
        {blocks.map((block, index) => {
          const written = typeof block === 'string' ? block : inspector.unknownValue;
          return (
            <li key={`${index} ${written}`} className={styles.removable}>
              <span className={styles.grow}>{written}</span>
              <IconButton
                label={inspector.removeBlock(written)}
                icon={X}
                size="small"
                onClick={() => set(items.filter((_, other) => other !== index))}
              />
            </li>
          );
        })}
      </ul>
      {adding ? (
        <NewBlock
          label={`${inspector.addBlock}: ${label}`}
          check={(text) => checkBlock(text, family, language)}
          onDone={(block) => {
            setAdding(false);
            if (block !== undefined) set([...items, { [member]: block }]);
          }}
        />
      ) : (
        <Button
          look="link"
          size="small"
          icon={Plus}
          aria-label={`${inspector.addBlock}: ${label}`}
          onClick={() => setAdding(true)}
        >
          {inspector.addReference}
        </Button>
      )}
    </Row>
  );
}

interface NewBlockProps {
  readonly label: string;
  readonly check: (text: string) => string | undefined;
  readonly onDone: (block: string | undefined) => void;
}

const NewBlock = ({ label, check, onDone }: NewBlockProps) => (
  <TextField
    autoFocus
    label={label}
    value=""
    check={(text) => check(text)}
    onCommit={onDone}
    onCancel={() => onDone(undefined)}
  />
);
