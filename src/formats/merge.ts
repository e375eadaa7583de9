/** Adds one design to another without moving anything (C-16, B-33). */

import { containerOf, isUnknown, type Coverage, type Design, type Resource } from '../model/index.ts';
import { readingNote, type ReadingNote } from './words/index.ts';

export interface MergedDesign {
  readonly design: Design;
  readonly notes: readonly ReadingNote[];
}

/**
 * The base with everything of the added design. Where both hold the same AWS resource the added view counts, and
 * what only people know stays; where both hold the same drawn id with different contents, the added one gets a new id.
 */
export function mergeDesigns(base: Design, added: Design): MergedDesign {
  const [left, right] = withSameDefaults(base, added);
  const names = newNames(left, right);
  const renamed = names.size === 0 ? right : withNewNames(right, names);
  const notes = [...names].map(([id, newId]) => readingNote('renamed', { id, newId }));

  const resources: Record<string, Resource> = { ...left.resources };
  for (const [id, resource] of Object.entries(renamed.resources)) {
    const before = Object.hasOwn(resources, id) ? resources[id] : undefined;
    resources[id] = before ? laterView(before, resource) : resource;
  }
  const coverage = joinCoverage(left.coverage, renamed.coverage);
  const muted = [
    ...(left.muted ?? []),
    ...(renamed.muted ?? []).filter((mute) => !hasEqual(left.muted ?? [], mute)),
  ];
  const foreign = { ...left.foreign, ...renamed.foreign };
  const extra = { ...renamed.extra, ...left.extra };
  return {
    design: {
      schema: left.schema,
      name: left.name === '' ? renamed.name : left.name,
      resources,
      layout: { ...renamed.layout, ...left.layout },
      intents: joinEntries(left.intents, renamed.intents),
      notes: joinEntries(left.notes, renamed.notes),
      ...(muted.length > 0 ? { muted } : {}),
      ...((left.settings ?? renamed.settings) ? { settings: { ...renamed.settings, ...left.settings } } : {}),
      ...(left.defaults ? { defaults: left.defaults } : {}),
      ...(coverage ? { coverage } : {}),
      ...(Object.keys(foreign).length > 0 ? { foreign } : {}),
      ...(Object.keys(extra).length > 0 ? { extra } : {}),
    },
    notes,
  };
}

/** Facts about an instance that no AWS answer tells: people wrote them down. */
const SAID_BY_PEOPLE: ReadonlySet<string> = new Set(['forwarding', 'listens', 'uses']);

/** The later view of a resource; what it does not know, the earlier one may. */
function laterView(before: Resource, after: Resource): Resource {
  if (before.kind !== after.kind) return after;
  const members: Record<string, unknown> = { ...after };
  for (const [name, value] of Object.entries(before)) {
    const isUntold = isUnknown(members[name]) || (SAID_BY_PEOPLE.has(name) && members[name] === undefined);
    if (isUntold && !isUnknown(value)) members[name] = value;
  }
  // Members of one kind, each as one of the two had it.
  return members as unknown as Resource;
}

const text = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const hasEqual = (list: readonly unknown[], value: unknown): boolean =>
  list.some((item) => text(item) === text(value));

/** An id that was given here and not by AWS. */
const isDrawn = (id: string): boolean => /-x[0-9a-z]{7}(?:-\d+)?$/.test(id);

/** New ids for what is drawn in both with different contents. */
function newNames(base: Design, added: Design): Map<string, string> {
  const names = new Map<string, string>();
  const isTaken = (id: string): boolean =>
    Object.hasOwn(base.resources, id) || Object.hasOwn(added.resources, id);
  for (const [id, resource] of Object.entries(added.resources)) {
    if (!isDrawn(id) || !Object.hasOwn(base.resources, id) || text(base.resources[id]) === text(resource))
      continue;
    let number = 2;
    while (isTaken(`${id}-${number}`)) number += 1;
    names.set(id, `${id}-${number}`);
  }
  return names;
}

function withNewNames(design: Design, names: ReadonlyMap<string, string>): Design {
  const named = (id: string): string => {
    const owner = id.startsWith('eni:') ? id.slice(4) : id;
    const newId = names.get(owner);
    return newId === undefined ? id : id.replace(owner, newId);
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return named(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === 'tags' ? (inner as unknown) : walk(inner),
      ]),
    );
  };
  const inKeys = <Value>(map: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(map).map(([id, value]) => [named(id), value]));
  // References are whole texts: replacing them changes no type.
  const inside = <Value>(value: Value): Value => walk(value) as Value;
  return {
    ...design,
    resources: inKeys(inside(design.resources)),
    layout: inKeys(design.layout),
    intents: inside(design.intents),
    ...(design.muted ? { muted: inside(design.muted) } : {}),
    ...(design.foreign ? { foreign: inside(design.foreign) } : {}),
  };
}

/** Entries of both; an added one whose key is taken by another gets a number. */
function joinEntries<Value>(
  base: Readonly<Record<string, Value>>,
  added: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const joined = { ...base };
  for (const [key, value] of Object.entries(added)) {
    if (hasEqual(Object.values(base), value)) continue;
    let free = key;
    for (let number = 2; Object.hasOwn(joined, free); number += 1) free = `${key}-${number}`;
    joined[free] = value;
  }
  return joined;
}

/** Both designs with the same defaults: differing ones are written out where they apply. */
function withSameDefaults(base: Design, added: Design): readonly [Design, Design] {
  const isEmpty = (design: Design): boolean => Object.keys(design.resources).length === 0;
  if (text(base.defaults ?? {}) === text(added.defaults ?? {})) return [base, added];
  if (isEmpty(base) && !base.defaults)
    return [{ ...base, ...(added.defaults ? { defaults: added.defaults } : {}) }, added];
  return [writtenOut(base), writtenOut(added)];
}

function writtenOut({ defaults, ...design }: Design): Design {
  if (!defaults) return design;
  const resources: Record<string, Resource> = {};
  for (const [id, resource] of Object.entries(design.resources)) {
    // What stands in another takes its account and Region from there.
    resources[id] = containerOf(design, resource) === undefined ? { ...defaults, ...resource } : resource;
  }
  return { ...design, resources };
}

/** What either was asked for; one entry an account, Region and source. */
function joinCoverage(base: Design['coverage'], added: Design['coverage']): readonly Coverage[] | undefined {
  if (!base && !added) return undefined;
  const joined = new Map<string, Coverage>();
  for (const entry of [...(base ?? []), ...(added ?? [])]) {
    const key = text([entry.ownerId ?? null, entry.region ?? null, entry.source]);
    const kinds = new Set([...(joined.get(key)?.kinds ?? []), ...entry.kinds]);
    joined.set(key, { ...entry, kinds: [...kinds].sort() });
  }
  return [...joined.values()];
}
