/** How kinds depend on one another, read from their declarations. */

import { kinds, referencesOf, type Control, type KindDefinition } from '../../model/index.ts';

const definitions: readonly KindDefinition[] = Object.values(kinds);

/** Whether the kind has a list of this control. */
export const holds = (definition: KindDefinition, control: Control): boolean =>
  Object.values(definition.fields).some((field) => field.control === control);

/** Kinds that a list of another kind is associated with: subnets follow route tables and network ACLs. */
export function isAssociatedWith(definition: KindDefinition, control: Control): boolean {
  return definitions.some(
    (owner) =>
      holds(owner, control) &&
      Object.entries(owner.fields).some(
        ([name, field]) =>
          field.control === 'associations' &&
          referencesOf(owner).some(({ path, to }) => path[0] === name && to[0] === definition.kind),
      ),
  );
}

/** Kinds whose own rules are those of the groups that they name. */
export const namesGroups = (definition: KindDefinition): boolean =>
  Object.values(definition.fields).some(
    (field) =>
      field.control === 'references' &&
      (field.references ?? []).some(({ to }) =>
        definitions.some((target) => to.includes(target.kind) && holds(target, 'rules')),
      ),
  );

/** Kinds whose traffic follows a route table, and that therefore have a tier. */
export const followsTables = (definition: KindDefinition): boolean =>
  definition.form === 'container' && isAssociatedWith(definition, 'routes');

/** Kinds that connections begin or end at. */
export const isReached = (kind: string): boolean => ['instance', 'networkInterface', 'subnet'].includes(kind);
