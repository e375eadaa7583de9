/** Who stands behind a hop of a path. */

import type { Hop, Leg } from '../engine/index.ts';

/** Who a hop is put down to: the gateway that drops a packet for the sake of the resource that the hop names, else that. */
export function holderOf({ blockers }: Leg, hop: Hop): string {
  if (hop.action !== 'drop') return hop.resource;
  const blocker = blockers.find(
    ({ resource, parameters }) => resource === hop.resource && parameters['gateway'],
  );
  return blocker?.parameters['gateway'] ?? hop.resource;
}
