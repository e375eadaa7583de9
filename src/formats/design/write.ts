/** Writes a design as its file: the same document gives the same bytes, and a change gives a small difference (D-1 to D-3). */

import type * as v from 'valibot';
import {
  commonFields,
  definitionOf,
  type Box,
  type Coverage,
  type Design,
  type Field,
  type Kind,
  type Resource,
} from '../../model/index.ts';
import { declaredMembers, schemaUnder } from '../resource/index.ts';
import { byCodePoint } from './order.ts';
import {
  boxSchema,
  coverageSchema,
  defaultsSchema,
  intentSchema,
  muteSchema,
  noteSchema,
  settingsSchema,
} from './sections.ts';

type Members = Readonly<Record<string, unknown>>;

/** A resource whose line fits is one line. */
const COLUMNS = 100;

/** The file's text, with its final newline. */
export function writeDesign(design: Design): string {
  const {
    schema,
    name,
    resources,
    foreign,
    layout,
    intents,
    notes,
    muted,
    settings,
    defaults,
    coverage,
    extra,
  } = design;
  const lines = [
    ['schema', JSON.stringify(schema)],
    ['name', JSON.stringify(name)],
    ['resources', resourceMap(resources, foreign ?? {})],
    ['layout', entryMap(layout, (box) => inLine(withOrder(wholeBox(box), boxSchema)))],
    ['intents', entryMap(intents, (intent) => inLine(withOrder(intent, intentSchema)))],
    ['notes', entryMap(notes, (note) => inLine(withOrder(note, noteSchema)))],
    ...(muted
      ? [
          [
            'muted',
            itemList(
              muted.map((mute) => withOrder(mute, muteSchema)),
              '  ',
            ),
          ],
        ]
      : []),
    ...(settings ? [['settings', inLine(withOrder(settings, settingsSchema))]] : []),
    ...(defaults ? [['defaults', inLine(withOrder(defaults, defaultsSchema))]] : []),
    ...(coverage ? [['coverage', itemList(coverage.map(coverageInOrder), '  ')]] : []),
    ...sortedEntries(extra ?? {}).map(([key, value]) => [key, block(value, '  ')]),
  ].map(([key = '', value = '']) => `  ${JSON.stringify(key)}: ${value}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Positions are whole units; what is not so by default is not said. */
const wholeBox = ({ x, y, width, height, collapsed, pinned, ...rest }: Box): Members => ({
  ...rest,
  x: Math.round(x) + 0,
  y: Math.round(y) + 0,
  width: Math.round(width),
  height: Math.round(height),
  ...(collapsed === true ? { collapsed } : {}),
  ...(pinned === true ? { pinned } : {}),
});

const coverageInOrder = (coverage: Coverage): unknown =>
  withOrder({ ...coverage, kinds: [...coverage.kinds].sort(byCodePoint) }, coverageSchema);

const sortedEntries = <Value>(map: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(map).sort(([a], [b]) => byCodePoint(a, b));

function entryMap<Value>(
  map: Readonly<Record<string, Value>>,
  write: (value: Value, key: string) => string,
): string {
  const lines = sortedEntries(map).map(([key, value]) => `    ${JSON.stringify(key)}: ${write(value, key)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
}

function resourceMap(resources: Design['resources'], foreign: Readonly<Record<string, unknown>>): string {
  const entries: Record<string, () => readonly [string, unknown][] | undefined> = {};
  for (const [id, resource] of Object.entries(resources)) entries[id] = () => membersOf(resource);
  for (const [id, value] of Object.entries(foreign)) {
    if (!Object.hasOwn(resources, id))
      entries[id] = () => (isMembers(value) ? Object.entries(value) : undefined);
  }
  return entryMap(entries, (members, id) => {
    const list = members();
    if (!list) return inLine(foreign[id]);
    const line = inLine(Object.fromEntries(list));
    // The comma counts, so that a resource does not change its form when another follows it.
    if (`    ${JSON.stringify(id)}: ${line},`.length <= COLUMNS) return line;
    const lines = list.map(([name, value]) => `      ${JSON.stringify(name)}: ${itemList(value, '      ')}`);
    return `{\n${lines.join(',\n')}\n    }`;
  });
}

const declaredFields = new Map<string, readonly (readonly [string, Field])[]>();

/** Common and own members of a kind, in the order of a file. */
function fieldsOf(kind: Kind): readonly (readonly [string, Field])[] {
  const before = declaredFields.get(kind);
  if (before) return before;
  const fields = Object.entries<Field>({ ...commonFields, ...definitionOf(kind).fields });
  declaredFields.set(kind, fields);
  return fields;
}

/** The members of a resource in their order, without the ones that are AWS's default. */
function membersOf(resource: Resource): [string, unknown][] {
  const members: Members = resource;
  const list: [string, unknown][] = [['kind', resource.kind]];
  const declared = new Set(['kind']);
  for (const [name, field] of fieldsOf(resource.kind)) {
    declared.add(name);
    const value = members[name];
    if (value === undefined || (field.defaultValue !== undefined && value === field.defaultValue)) continue;
    list.push([name, ordered(value, field)]);
  }
  const others = Object.keys(members).filter((name) => !declared.has(name) && members[name] !== undefined);
  return [...list, ...others.sort(byCodePoint).map((name): [string, unknown] => [name, members[name]])];
}

/** A member's value with the members inside it in their declared order, and sets sorted. */
function ordered(value: unknown, field: Field): unknown {
  const plain = withOrder(value, field.schema);
  if (field.isSet !== true || !Array.isArray(plain)) return plain;
  return plain
    .map((item: unknown) => ({ item, text: inLine(item) }))
    .sort((a, b) => byCodePoint(a.text, b.text))
    .map(({ item }) => item);
}

function withOrder(value: unknown, schema: v.GenericSchema | undefined): unknown {
  if (!schema) return value;
  if (Array.isArray(value)) {
    const item = schemaUnder(schema, 0);
    return item ? value.map((inner: unknown) => withOrder(inner, item)) : value;
  }
  if (!isMembers(value)) return value;
  const names = declaredMembers(schema);
  const rest = Object.keys(value)
    .filter((name) => !names.includes(name))
    .sort(byCodePoint);
  return Object.fromEntries(
    [...names.filter((name) => Object.hasOwn(value, name)), ...rest].map((name) => [
      name,
      withOrder(value[name], schemaUnder(schema, name)),
    ]),
  );
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value on one line, with a blank after each comma and colon. */
function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => inLine(item ?? null)).join(', ')}]`;
  if (!isMembers(value)) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${inLine(inner)}`);
  return `{${members.join(', ')}}`;
}

/** A list of objects has one item a line; other values are one line. */
function itemList(value: unknown, indent: string): string {
  if (!Array.isArray(value) || !value.some((item) => isMembers(item))) return inLine(value);
  return `[\n${value.map((item: unknown) => `${indent}  ${inLine(item)}`).join(',\n')}\n${indent}]`;
}

/** A value of an unknown shape: one line where it fits, else one member or item a line. */
function block(value: unknown, indent: string): string {
  const line = inLine(value);
  if (line.length <= COLUMNS - 20 || !isMembers(value))
    return line.length <= COLUMNS - 20 ? line : itemList(value, indent);
  const members = Object.entries(value).map(
    ([name, inner]) => `${indent}  ${JSON.stringify(name)}: ${inLine(inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}
