/** The order of a network ACL's entries: which come first is what their numbers say (NA-1). */

import type { NetworkAcl, NetworkAclEntry } from '../../model/index.ts';
import { entriesOf, type FlowDirection } from '../inspector/acl.ts';

/**
 * The entries with one moved by so many places among those of its direction. The numbers stay where they are:
 * each entry takes the number of its new place. The same list where the entry is at that end already.
 */
export function movedEntries(
  acl: NetworkAcl,
  entries: readonly NetworkAclEntry[],
  direction: FlowDirection,
  index: number,
  by: number,
): readonly NetworkAclEntry[] {
  const ordered = entriesOf(acl, direction);
  const from = ordered.findIndex((item) => item.index === index);
  const to = Math.max(0, Math.min(ordered.length - 1, from + by));
  const moved = ordered[from];
  if (!moved || from === to) return entries;
  const rest = ordered.filter((item) => item !== moved);
  const next = [...rest.slice(0, to), moved, ...rest.slice(to)];
  const numbers = new Map(
    next.map((item, place) => [item.index, ordered[place]?.entry.ruleNumber ?? item.entry.ruleNumber]),
  );
  return entries.map((entry, at) => {
    const ruleNumber = numbers.get(at);
    return ruleNumber === undefined || ruleNumber === entry.ruleNumber ? entry : { ...entry, ruleNumber };
  });
}
