/** What a fix does beside what it is for. */

import type { FlowChanges } from '../../app/index.ts';

export interface Effects {
  readonly opens: FlowChanges;
  readonly closes: FlowChanges;
}

/** The changes without the traffic between two ends, which is what the fix is for; the same list where none is. */
export function withoutFlow(changes: FlowChanges, [from, to]: readonly [string, string]): FlowChanges {
  const flows = changes.flows.filter((flow) => flow.from !== from || flow.to !== to);
  const left = changes.flows.length - flows.length;
  return left === 0 ? changes : { flows, total: changes.total - left };
}
