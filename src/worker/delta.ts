/** What differs between two maps of answers, so that only that is sent. */

import type { Delta } from './messages.ts';

/** Whether two plain values say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      isSame((a as Readonly<Record<string, unknown>>)[key], (b as Readonly<Record<string, unknown>>)[key]),
  );
}

export function deltaBetween<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): Delta<string, Value> {
  const changed: Record<string, Value> = {};
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key) || !isSame(before[key], value)) changed[key] = value;
  }
  return { changed, gone: Object.keys(before).filter((key) => !Object.hasOwn(after, key)) };
}

/** The map after a delta; what the delta does not name keeps its identity, and so does a map it leaves alone. */
export function applyDelta<Value>(
  map: Readonly<Record<string, Value>>,
  delta: Delta<string, Value>,
): Readonly<Record<string, Value>> {
  if (delta.gone.length === 0 && Object.keys(delta.changed).length === 0) return map;
  const next = { ...map, ...delta.changed };
  for (const key of delta.gone) delete next[key];
  return next;
}
