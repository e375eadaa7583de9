/** Which subnets follow a route table or a network ACL by name. */

import { app, useApp } from '../../../app/index.ts';
import { inspectorTexts } from '../../../i18n/index.ts';
import {
  applyActions,
  definitionOf,
  isKind,
  isUnknown,
  titleOf,
  type Field,
  type KindDefinition,
  type ResourceId,
} from '../../../model/index.ts';
import { useTexts } from '../../../ui/index.ts';
import { changeMember } from '../members.ts';
import { holds } from '../relations.ts';
import styles from '../Inspector.module.css';
import type { ControlProps } from './props.ts';
import { Adder, candidates, RemovableList } from './reference-lists.tsx';

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
