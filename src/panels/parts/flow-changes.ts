/** What a fix does beside what it is for. */

import type { FlowChanges } from '../../app/index.ts';

export interface Effects {
  readonly opens: FlowChanges;
  readonly closes: FlowChanges;
}

/**
 * The changes without the traffic between two ends, which is what the fix is for; the same list where none is. A pair
 * is listed for each IP version but may be counted once: what is left in the list is never counted away.
 */
export function withoutFlow(changes: FlowChanges, [from, to]: readonly [string, string]): FlowChanges {
  const flows = changes.flows.filter((flow) => flow.from !== from || flow.to !== to);
  const left = changes.flows.length - flows.length;
  if (left === 0) return changes;
  const isWhole = changes.total <= changes.flows.length;
  return { ...changes, flows, total: isWhole ? flows.length : changes.total - left };
}
