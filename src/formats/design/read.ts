/**
 * Reads a design file (D-1 to D-13). What is not known here is kept and named; what can't be used is unknown, never a
 * default; what would be lost by saving makes the design read-only.
 */

import { DESIGN_SCHEMA, isKind, type Design, type Resource } from '../../model/index.ts';
import { CURRENT_VERSION, migrateUp, versionOf } from '../../model/migrations/index.ts';
import { failure, success, type Result } from '../../net/index.ts';
import { commandLineLimits, DESIGN_DEPTH, type Limits } from '../limits.ts';
import {
  describeNote,
  describer,
  type InputNote,
  type NotUnderstood,
  type ReadOnlyReason,
} from '../report.ts';
import { acceptResource, newLog, withoutDefaults, withoutSecrets, type Log } from '../resource/index.ts';
import {
  isJsonObject,
  positionsIn,
  readJsonText,
  type JsonDocument,
  type JsonObject,
} from '../text/index.ts';
import { problem, readingNote, type Problem } from '../words/index.ts';
import { escaped, listOf, mapOf, objectOf, sectionOf } from './read-sections.ts';
import {
  boxSchema,
  coverageSchema,
  defaultsSchema,
  intentSchema,
  muteSchema,
  noteSchema,
  settingsSchema,
} from './sections.ts';

export interface DesignReading {
  readonly design: Design;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly notes: readonly InputNote[];
  /** Set where saving would lose something: the file is of a newer version, or ends too early. */
  readonly readOnly?: ReadOnlyReason;
}

export interface DesignReadOptions {
  /** The file's name, for messages. */
  readonly file?: string;
  readonly limits?: Limits;
}

/** The beginning of every design file. */
export const looksLikeDesign = (text: string): boolean =>
  /^[\s\uFEFF]*\{\s*"schema"\s*:\s*"vpc-designer\/design@/.test(text.slice(0, 4096));

/** Whether a JSON value says that it is a design. */
export const isDesignValue = (value: unknown): boolean =>
  isJsonObject(value) &&
  Object.hasOwn(value, 'schema') &&
  typeof value['schema'] === 'string' &&
  value['schema'].startsWith('vpc-designer/design');

/**
 * Reads the text of a design file. Refused as a whole only when it is no JSON object with our schema, holds a name
 * twice or `__proto__`, or is over a limit.
 */
export function readDesign(
  text: string,
  { file = '', limits = commandLineLimits }: DesignReadOptions = {},
): Result<DesignReading, readonly NotUnderstood[]> {
  const describe = describer(file, text);
  const { documents } = readJsonText(text, DESIGN_DEPTH);
  const [document] = documents;
  if (!document) return failure([describe(problem('no-json', {}))]);
  const refusal = refusalOf(document, text);
  if (refusal.length > 0) return failure(refusal.map((entry) => describe(entry, document)));

  const log = newLog();
  const { value } = document;
  const version = isJsonObject(value) ? versionOf(value['schema']) : undefined;
  if (!isJsonObject(value) || version === undefined) return failure([describe(problem('no-schema', {}))]);
  const migrated = migrateUp(value, version);
  if (!migrated.ok) return failure([describe(problem('no-schema', {}))]);
  if (version < CURRENT_VERSION)
    log.notes.push(readingNote('migrated-from', { version, current: CURRENT_VERSION }));

  const read = readMembers(migrated.value, log);
  const count = Object.keys(read.resources).length + Object.keys(read.foreign ?? {}).length;
  if (count > limits.resources) {
    return failure([describe(problem('too-many-resources', { count, limit: limits.resources }))]);
  }
  if (count > limits.comfortableResources) {
    log.notes.push(readingNote('many-resources', { count, limit: limits.comfortableResources }));
  }
  for (const { pointer, text: number } of document.bigNumbers) {
    log.notes.push(readingNote('big-number', { pointer, text: number }));
  }

  const first: Problem[] = [];
  if (version > CURRENT_VERSION)
    first.push(problem('newer-version', { version, current: CURRENT_VERSION }, { pointer: '/schema' }));
  if (document.break) first.push(breakProblem(document.break));
  // What a broken file lacks is unknown, not absent (B-2): nothing is covered.
  const design = document.break ? { ...read, coverage: [] } : read;
  const readOnly: ReadOnlyReason | undefined =
    version > CURRENT_VERSION ? 'newer-version' : document.break ? 'incomplete' : undefined;
  return success({
    design,
    notUnderstood: [...first, ...log.problems].map((entry) => describe(entry, document)),
    notes: log.notes.map((note) => describeNote(file, note)),
    ...(readOnly ? { readOnly } : {}),
  });
}

/** The place where a text stops being JSON. */
export const breakProblem = ({ code, offset, pointer }: NonNullable<JsonDocument['break']>): Problem =>
  problem(code, { pointer: pointer === '' ? '/' : pointer }, { offset });

function refusalOf(document: JsonDocument, text: string): readonly Problem[] {
  const { refusal, duplicates } = document;
  if (refusal) {
    const { code, offset } = refusal;
    return [
      code === 'too-deep'
        ? problem(code, { limit: DESIGN_DEPTH }, { offset })
        : problem(code, {}, { offset }),
    ];
  }
  const position = positionsIn(text);
  const told = (offset: number): string => {
    const { line, column } = position(offset);
    return `${line}:${column}`;
  };
  return duplicates.map(({ pointer, firstOffset, offset }) =>
    problem('duplicate-key', { pointer, first: told(firstOffset), second: told(offset) }, { offset }),
  );
}

const MEMBERS: ReadonlySet<string> = new Set([
  'schema',
  'name',
  'resources',
  'layout',
  'intents',
  'notes',
  'muted',
  'settings',
  'defaults',
  'coverage',
]);

function readMembers(raw: Readonly<Record<string, unknown>>, log: Log): Design {
  const removed = new Map<string, number>();
  const clean = <Value>(value: Value): Value => {
    const result = withoutSecrets(value);
    for (const [name, count] of result.removed) removed.set(name, (removed.get(name) ?? 0) + count);
    return result.value;
  };
  const { resources, foreign } = readResources(sectionOf(raw, 'resources', log), clean, log);
  const muted = listOf(raw, 'muted', muteSchema, log);
  const settings = objectOf(raw, 'settings', settingsSchema, log);
  const defaults = objectOf(raw, 'defaults', defaultsSchema, log);
  // A coverage that can't be read covers nothing.
  const coverage = listOf(raw, 'coverage', coverageSchema, log);
  const extra: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (MEMBERS.has(name)) continue;
    const id = { en: 'the design', ja: 'デザイン' };
    log.problems.push(problem('unknown-member', { member: name, id }, { pointer: `/${name}` }));
    extra[name] = clean({ value }).value;
  }
  const { name } = raw;
  if (name !== undefined && typeof name !== 'string') {
    log.problems.push(problem('bad-entry', { entry: 'name' }, { pointer: '/name' }));
  }
  const design: Design = {
    schema: DESIGN_SCHEMA,
    name: typeof name === 'string' ? name : '',
    resources,
    layout: mapOf(raw, 'layout', boxSchema, log),
    intents: mapOf(raw, 'intents', intentSchema, log),
    notes: mapOf(raw, 'notes', noteSchema, log),
    ...(muted ? { muted } : {}),
    ...(settings ? { settings } : {}),
    ...(defaults ? { defaults } : {}),
    ...(coverage ? { coverage } : {}),
    ...(Object.keys(foreign).length > 0 ? { foreign } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
  if (removed.size > 0) {
    const count = [...removed.values()].reduce((sum, each) => sum + each, 0);
    log.notes.push(readingNote('secrets', { count, names: [...removed.keys()].join(', ') }));
  }
  return design;
}

/** 1 to 256 printable characters (D-4). */
const isId = (id: string): boolean => /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,256}$/u.test(id);

function readResources(
  raw: JsonObject,
  clean: <Value>(value: Value) => Value,
  log: Log,
): {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly foreign: Readonly<Record<string, unknown>>;
} {
  const resources: Record<string, Resource> = {};
  const foreign: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(raw)) {
    const pointer = `/resources/${escaped(id)}`;
    const members = clean(value);
    const kind = isJsonObject(members) && Object.hasOwn(members, 'kind') ? members['kind'] : undefined;
    if (!isJsonObject(members) || typeof kind !== 'string') {
      log.problems.push(problem('bad-resource', { id }, { pointer }));
      foreign[id] = members;
    } else if (!isId(id)) {
      log.problems.push(problem('bad-id', { id: id.slice(0, 80) }, { pointer }));
      foreign[id] = members;
    } else if (!isKind(kind)) {
      log.problems.push(problem('unknown-kind', { id, kind }, { pointer }));
      foreign[id] = members;
    } else resources[id] = withoutDefaults(acceptResource(kind, id, members, pointer, log));
  }
  return { resources, foreign };
}
