/** Who stands behind a hop of a path, and whether that is known. */

import type { Hop, Leg, MissingFact } from '../engine/index.ts';

/** Who a hop is put down to: the gateway that drops a packet for the sake of the resource that the hop names, else that. */
export function holderOf({ blockers }: Leg, hop: Hop): string {
  if (hop.action !== 'drop') return hop.resource;
  const blocker = blockers.find(
    ({ resource, parameters }) => resource === hop.resource && parameters['gateway'],
  );
  return blocker?.parameters['gateway'] ?? hop.resource;
}

/** Whether a missing fact decides at a hop. A subnet stands for the ACL that nobody has told of. */
export const isUntold = (hop: Hop, unknowns: readonly MissingFact[]): boolean =>
  hop.because === undefined &&
  hop.tracked !== true &&
  unknowns.some(({ resource }) => resource === hop.resource);
