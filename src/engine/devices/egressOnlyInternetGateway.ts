/** Egress-only internet gateways: IPv6 alone, begun inside, replies let back in (EG-1). */

import { shareOf } from '../../net/index.ts';
import { publicFrom } from '../addresses.ts';
import type { GatewayNode } from '../compile/network.ts';
import { passBlock } from './blockPublicAccess.ts';
import { failingRoute, internetGoal } from './gatewayGoals.ts';
import { at, refuseDestination, refusePrivateIpv6 } from './gatewayRefusals.ts';
import { beyond } from './publicFaces.ts';
import { routeFix } from './routeFixes.ts';
import { addHop, drop, type Walk } from './walk.ts';
import { ownerIn, type Packet, type Place, type Step } from './packet.ts';

/** EG-1: IPv6 only, started inside, replies let back in. */
export function egressOnlyOut(walk: Walk, gateway: GatewayNode, packet: Packet, place: Place): Step {
  if (packet.family === 4) {
    drop(walk, packet, {
      code: 'EIGW_FAMILY_RESTRICTION',
      resource: gateway.id,
      kind: gateway.kind,
      ...at(place),
      parameters: { gateway: gateway.id },
    });
    return { to: 'lost' };
  }
  passBlock(walk, gateway, place.vpc, place.emitter ?? packet.srcOwner, 'in-subnet', 'out', packet);
  if (shareOf(packet.dst, publicFrom(6, place.vpc.blocks[6])) !== 'all') {
    refuseDestination(walk, gateway, packet, place);
    return { to: 'lost' };
  }
  const owner = packet.srcOwner ?? ownerIn(place.vpc, packet.src);
  refusePrivateIpv6(walk, gateway, packet, place, owner);
  const after: Packet = {
    ...packet,
    identity: undefined,
    srcFace: owner ? { kind: 'interface', interface: owner, mapping: undefined } : undefined,
  };
  if (walk.direction === 'return') {
    // RP-5: it has not seen the request, so it does not know this flow.
    const failing = failingRoute(walk, place, packet);
    const goal = internetGoal(walk, place.vpc);
    drop(walk, packet, {
      code: 'EIGW_INBOUND_RESTRICTION',
      resource: gateway.id,
      kind: gateway.kind,
      ...at(place),
      parameters: { target: gateway.id, table: failing?.table.id ?? '', gateway: gateway.id },
      fixes: () => (failing ? routeFix(failing.table, place.subnet, packet, goal, failing.route) : []),
    });
    return beyond(walk, after);
  }
  addHop(walk, packet, { resource: gateway.id, kind: gateway.kind, action: 'forward', ...at(place) });
  walk.passages.push({
    device: gateway.id,
    kind: 'egressOnlyInternetGateway',
    before: packet,
    after,
    nat: undefined,
    interface: undefined,
    nat64: 'same-family',
  });
  return beyond(walk, after);
}
