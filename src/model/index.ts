/** What a design is: the document, its kinds, and who stands where. */

export * from './text.ts';
export * from './unknown.ts';
export * from './action.ts';
export * from './design.ts';
export * from './containment.ts';
export { impliedByVpc } from './implied.ts';
export { kindToTell, nameWithId } from './mistakable.ts';
export { changedKeys } from './buckets.ts';
export {
  commonFields,
  referencesOf,
  type Category,
  type Form,
  type KindDefinition,
  type PaletteGroup,
} from './kind.ts';
export type { Control, Field, Follows, Reference, OnTargetRemoved } from './field.ts';
export { followedValue } from './follow.ts';
export { kinds } from './kinds/index.ts';
export * from './edits/index.ts';
