/** What an edit changed, one resource or box at a time: feeds undo, storage and the analyzer alike. */

import { changedKeys } from '../buckets.ts';
import type { Design } from '../design.ts';

/** The members of a design that are maps by id; the rest is replaced whole. */
const maps = ['resources', 'layout', 'intents', 'notes', 'foreign'] as const;
type MapMember = (typeof maps)[number];

const isMapMember = (member: string): member is MapMember => (maps as readonly string[]).includes(member);

/** One entry of a map, or one whole member; without `value` it is gone. */
export interface DesignPatch {
  readonly member: keyof Design;
  readonly id?: string;
  readonly value?: unknown;
}

/**
 * The patches that turn one design into another. Edits share what they do not touch, so identity tells
 * what changed and nothing is compared in depth.
 */
export function patchesBetween(before: Design, after: Design): DesignPatch[] {
  const patches: DesignPatch[] = [];
  const members = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Design>;
  for (const member of members) {
    if (before[member] === after[member]) continue;
    if (isMapMember(member)) patches.push(...entryPatches(member, before[member] ?? {}, after[member]));
    else patches.push(valuePatch({ member }, after[member]));
  }
  return patches;
}

const entryPatches = (
  member: MapMember,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>> | undefined,
): DesignPatch[] =>
  after === undefined
    ? [{ member }]
    : changedKeys(before, after).map((id) =>
        Object.hasOwn(after, id) ? { member, id, value: after[id] } : { member, id },
      );

const valuePatch = (patch: DesignPatch, value: unknown): DesignPatch =>
  value === undefined ? patch : { ...patch, value };

/** The design after the patches; what they do not name keeps its identity. */
export function applyPatches(design: Design, patches: readonly DesignPatch[]): Design {
  if (patches.length === 0) return design;
  const next: Record<string, unknown> = { ...design };
  const copied = new Set<string>();
  for (const { member, id, value } of patches) {
    if (id === undefined) {
      if (value === undefined) delete next[member];
      else next[member] = value;
      copied.delete(member);
      continue;
    }
    if (!copied.has(member)) {
      next[member] = { ...(next[member] as Readonly<Record<string, unknown>> | undefined) };
      copied.add(member);
    }
    const map = next[member] as Record<string, unknown>;
    if (value === undefined) delete map[id];
    else map[id] = value;
  }
  return next as unknown as Design;
}

/** The resources that patches touch, whether their facts or their boxes; for marks and for the camera. */
export function touchedIds(patches: readonly DesignPatch[]): string[] {
  const ids = patches.flatMap(({ member, id }) =>
    id !== undefined && (member === 'resources' || member === 'layout') ? [id] : [],
  );
  return [...new Set(ids)];
}
