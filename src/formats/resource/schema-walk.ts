/** Looks inside the kinds' schemas: what stands under a member, in which order, and where an unknown may stand. */

import type * as v from 'valibot';
import { unknownSchema } from '../../model/index.ts';

type Schema = v.GenericSchema;

const optionsOf = (schema: Schema): readonly Schema[] | undefined =>
  schema.type === 'union' && 'options' in schema ? (schema.options as readonly Schema[]) : undefined;

/** Without the wrapping that says the member may be absent. */
const unwrapped = (schema: Schema): Schema =>
  schema.type === 'exact_optional' && 'wrapped' in schema ? (schema.wrapped as Schema) : schema;

/** The schema of the value where it is known. */
function plain(schema: Schema): Schema {
  const inner = unwrapped(schema);
  return optionsOf(inner)?.find((option) => option !== unknownSchema) ?? inner;
}

/** Whether the schema itself allows `$unknown` in this place. */
export const allowsUnknown = (schema: Schema): boolean =>
  optionsOf(unwrapped(schema))?.includes(unknownSchema) ?? false;

/** The schema of an object's member or a list's items; undefined where the schema says nothing about it. */
export function schemaUnder(schema: Schema, step: string | number): Schema | undefined {
  const inner = plain(schema);
  if ('item' in inner && typeof step === 'number') return inner.item as Schema;
  if ('entries' in inner && typeof step === 'string') {
    const entries = inner.entries as Readonly<Record<string, Schema>>;
    return Object.hasOwn(entries, step) ? entries[step] : undefined;
  }
  return undefined;
}

/** The members of an object in the order in which a kind declares them. */
export function declaredMembers(schema: Schema): readonly string[] {
  const inner = plain(schema);
  return 'entries' in inner ? Object.keys(inner.entries as object) : [];
}
