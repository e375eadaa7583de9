/** Reads what a design holds beside its resources; what has not its shape is named and left out. */

import * as v from 'valibot';
import type { Log } from '../resource/index.ts';
import { isJsonObject, type JsonObject } from '../text/index.ts';
import { problem } from '../words/index.ts';

type Raw = Readonly<Record<string, unknown>>;

export const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

const memberOf = (raw: Raw, name: string): unknown => (Object.hasOwn(raw, name) ? raw[name] : undefined);

const refuse = (entry: string, pointer: string, log: Log): void => {
  log.problems.push(problem('bad-entry', { entry }, { pointer }));
};

/** A member that is a map; empty where it is absent. */
export function sectionOf(raw: Raw, name: string, log: Log): JsonObject {
  const value = memberOf(raw, name);
  if (isJsonObject(value)) return value;
  if (value !== undefined) refuse(name, `/${name}`, log);
  return {};
}

/** The value if it has the shape. A port may be a number. */
function shaped<Schema extends v.GenericSchema>(
  value: unknown,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  const plain =
    isJsonObject(value) && typeof value['port'] === 'number'
      ? { ...value, port: String(value['port']) }
      : value;
  const result = v.safeParse(schema, plain);
  return result.success ? result.output : undefined;
}

export function mapOf<Schema extends v.GenericSchema>(
  raw: Raw,
  name: string,
  schema: Schema,
  log: Log,
): Readonly<Record<string, v.InferOutput<Schema>>> {
  const read: Record<string, v.InferOutput<Schema>> = {};
  for (const [key, value] of Object.entries(sectionOf(raw, name, log))) {
    const entry = shaped(value, schema);
    if (entry === undefined) refuse(`${name} ${key}`, `/${name}/${escaped(key)}`, log);
    else read[key] = entry;
  }
  return read;
}

export function listOf<Schema extends v.GenericSchema>(
  raw: Raw,
  name: string,
  schema: Schema,
  log: Log,
): readonly v.InferOutput<Schema>[] | undefined {
  const value = memberOf(raw, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    refuse(name, `/${name}`, log);
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const entry = shaped(item, schema);
    if (entry !== undefined) return [entry];
    refuse(`${name} ${index}`, `/${name}/${index}`, log);
    return [];
  });
}

export function objectOf<Schema extends v.GenericSchema>(
  raw: Raw,
  name: string,
  schema: Schema,
  log: Log,
): v.InferOutput<Schema> | undefined {
  const value = memberOf(raw, name);
  if (value === undefined) return undefined;
  const entry = shaped(value, schema);
  if (entry === undefined) refuse(name, `/${name}`, log);
  return entry;
}
