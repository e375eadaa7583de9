/**
 * Takes the members of one resource as a source gives them and makes the document's resource of them: each member
 * fits its kind's schema, or is unknown with a word about it, never a default.
 */

import * as v from 'valibot';
import {
  commonFields,
  definitionOf,
  isUnknown,
  unknownSchema,
  type Kind,
  type LocalText,
  type Resource,
} from '../../model/index.ts';
import { problem, typeText } from '../words/index.ts';
import { readAddressText } from './addresses.ts';
import type { Log } from './log.ts';
import { withRules } from './rules.ts';
import { allowsUnknown, schemaUnder } from './schema-walk.ts';
import { withTexts } from './texts.ts';
import { unreadable } from './unreadable.ts';

/** Longest text of a member (D-11); texts that people and policies write may be longer. */
const TEXT_LIMIT = 4096;
const LONG_TEXT_LIMIT = 65_536;
const LONG_TEXTS: ReadonlySet<string> = new Set(['policy', 'policyDocument', 'description']);

export type RawMembers = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is RawMembers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * One resource from its raw members (without `kind`). Members that the kind does not declare are kept as they are
 * and named in the log; `id` and `pointer` say where the resource stands.
 */
export function acceptResource(
  kind: Kind,
  id: string,
  members: RawMembers,
  pointer: string,
  log: Log,
): Resource {
  const { fields } = definitionOf(kind);
  const accepted: Record<string, unknown> = { kind };
  for (const [name, value] of Object.entries(members)) {
    const place = `${pointer}/${name}`;
    if (name === 'kind') continue;
    if (name === 'tags') {
      const tags = acceptTags(value, place, log);
      if (tags) accepted['tags'] = tags;
      continue;
    }
    const field = Object.hasOwn(fields, name)
      ? fields[name]
      : Object.hasOwn(commonFields, name)
        ? commonFields[name as keyof typeof commonFields]
        : undefined;
    if (!field) {
      log.problems.push(problem('unknown-member', { member: name, id }, { pointer: place }));
      accepted[name] = value;
      continue;
    }
    const plain = withTexts(value, name, place, (text, member, at) => readText(text, member, at, log));
    const read = withRules(kind, name, plain, place, log);
    const fitted = fit(field.schema, read, value, name, place, log);
    // Where it came from is for people: without it nothing is unknown.
    if (name === 'provenance' && isUnknown(fitted)) continue;
    accepted[name] = fitted;
  }
  // Every declared member was checked against its own schema above, and the others are kept as the type allows.
  return accepted as unknown as Resource;
}

function acceptTags(value: unknown, pointer: string, log: Log): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) {
    log.problems.push(
      problem('wrong-type', { member: 'tags', found: typeText(value), expected: typeText({}) }, { pointer }),
    );
    return undefined;
  }
  const tags: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (typeof text === 'string' && text.length <= LONG_TEXT_LIMIT) tags[key] = text;
    else if (typeof text === 'number' || typeof text === 'boolean') tags[key] = String(text);
    else log.problems.push(problem('bad-tag', { key }, { pointer: `${pointer}/${key}` }));
  }
  return tags;
}

/** Texts over the limit become unknown, wherever they stand; addresses and blocks are read. */
function readText(text: string, member: string, pointer: string, log: Log): unknown {
  const limit = LONG_TEXTS.has(member) ? LONG_TEXT_LIMIT : TEXT_LIMIT;
  if (text.length <= limit) return readAddressText(text, member, pointer, log);
  log.problems.push(problem('too-long', { member, length: text.length, limit }, { pointer }));
  return unreadable(`longer than ${limit} characters`, undefined);
}

/** The value if it fits, else a copy in which the smallest part that may be unknown is; `source` is how it came. */
function fit(
  schema: v.GenericSchema,
  value: unknown,
  source: unknown,
  member: string,
  pointer: string,
  log: Log,
): unknown {
  if (isUnknown(value)) {
    if (v.is(unknownSchema, value)) return value;
    log.problems.push(
      problem(
        'bad-member',
        { member, expected: '{"$unknown": {"why": …}}', found: typeText(value) },
        { pointer },
      ),
    );
    return unreadable('not a valid value', value);
  }
  let current = value;
  // Each round makes one more part unknown; the member itself is the last.
  for (let round = 0; round < 1000; round += 1) {
    const result = v.safeParse(schema, current, { abortEarly: true });
    if (result.success) return current;
    const [issue] = result.issues;
    const path = (issue.path ?? []).map((item) =>
      typeof item.key === 'number' ? item.key : String(item.key),
    );
    const culprit = valueAt(current, path);
    if (!isUnknown(culprit)) {
      log.problems.push(
        problem(
          'bad-member',
          {
            member: path.at(-1) ?? member,
            expected: expectedText(issue.expected ?? ''),
            found:
              culprit === undefined || typeof culprit === 'object'
                ? typeText(culprit)
                : JSON.stringify(culprit),
          },
          { pointer: pointer + path.map((step) => `/${step}`).join('') },
        ),
      );
    }
    const depth = placeForUnknown(schema, path, isUnknown(culprit) ? path.length - 1 : path.length);
    if (depth === 0) return unreadable('not a valid value', source);
    current = withUnknownAt(current, path.slice(0, depth), 'not a valid value');
  }
  return unreadable('not a valid value', source);
}

const EXAMPLES: Readonly<Record<string, unknown>> = {
  string: '',
  number: 0,
  boolean: true,
  Array: [],
  Object: {},
};

/** What the schema wants, without the unknown value that it takes as well. */
function expectedText(expected: string): LocalText | string {
  const [first = ''] = expected.replace(/^\(/, '').split(/ \| |\)/);
  return Object.hasOwn(EXAMPLES, first) ? typeText(EXAMPLES[first]) : first;
}

/** How much of the path to keep: the longest part, up to `longest`, where the schema allows an unknown. */
function placeForUnknown(
  schema: v.GenericSchema,
  path: readonly (string | number)[],
  longest: number,
): number {
  let best = 0;
  let at: v.GenericSchema | undefined = schema;
  for (let depth = 1; depth <= longest; depth += 1) {
    const step = path[depth - 1];
    at = at === undefined || step === undefined ? undefined : schemaUnder(at, step);
    if (at && allowsUnknown(at)) best = depth;
  }
  return best;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return typeof step === 'number' ? (at[step] as unknown) : undefined;
    return isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, value);
}

function withUnknownAt(value: unknown, path: readonly (string | number)[], why: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return unreadable(why, value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? withUnknownAt(item, rest, why) : item));
  }
  return isRecord(value) ? { ...value, [step]: withUnknownAt(value[step], rest, why) } : value;
}

/** Without the members that say what AWS takes anyway. */
export function withoutDefaults(resource: Resource): Resource {
  const { fields } = definitionOf(resource.kind);
  const isDefault = ([name, value]: [string, unknown]): boolean => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field?.defaultValue !== undefined && field.defaultValue === value;
  };
  const entries = Object.entries(resource);
  if (!entries.some(isDefault)) return resource;
  // Every member but `kind` may be absent.
  return Object.fromEntries(entries.filter((entry) => !isDefault(entry))) as unknown as Resource;
}
