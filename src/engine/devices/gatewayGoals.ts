/** The internet gateway that a way out would go by: the attached one, a detached one, a new one, or the appliance before it (V-8, RT-12). */

import type { GatewayNode, InterfaceNode, TableNode, VpcNode } from '../compile/network.ts';
import { tableOf } from './mended.ts';
import type { RouteGoal } from './routeFixes.ts';
import { lookup } from './routeTable.ts';
import type { Packet, Place } from './packet.ts';
import type { Walk } from './walk.ts';

/** The route that led here, for fixes that change it. */
export function failingRoute(
  walk: Walk,
  place: Place,
  packet: Packet,
): { readonly table: TableNode; readonly route: ReturnType<typeof lookup>[number]['route'] } | undefined {
  const table = place.subnet && tableOf(walk.mended, place.subnet).value;
  if (!table) return undefined;
  const [hit] = lookup(table, packet.dst);
  return { table, route: hit?.route };
}

/** Does the gateway's edge table lead this subnet through a device? Then its direct route fails (RT-12). */
export function redirected(gateway: GatewayNode, place: Place, packet: Packet): InterfaceNode | undefined {
  if (!gateway.edgeTable || !place.subnet) return undefined;
  for (const block of place.subnet.cidrs[packet.family]) {
    const [hit] = lookup(gateway.edgeTable, { family: packet.family, ranges: [block] });
    if (hit?.route?.target.kind === 'interface' && hit.route.target.interface !== place.emitter)
      return hit.route.target.interface;
  }
  return undefined;
}

/** RT-12: the way out of a subnet whose way in leads through a device is by that device. */
export function aroundGateway(goal: RouteGoal, place: Place, packet: Packet): RouteGoal {
  const device = goal.kind === 'internetGateway' ? redirected(goal.gateway, place, packet) : undefined;
  return device && device.subnet !== place.subnet ? { kind: 'interface', interface: device } : goal;
}

/** A gateway that stands detached, ready to be attached. */
export function detachedGateway(walk: Walk, vpc: VpcNode): GatewayNode | undefined {
  const gateways = walk.mended?.gateways;
  const isFree = (gateway: GatewayNode): boolean =>
    !gateway.vpc && (gateways?.get(gateway.id) ?? vpc) === vpc;
  const found = [...walk.network.gateways.values()].find(
    (gateway) => gateway.kind === 'internetGateway' && isFree(gateway),
  );
  if (found) gateways?.set(found.id, vpc);
  return found;
}

/** The gateway that the VPC would have: the detached one with its own edge table, or a new one. */
export const gatewayFor = (vpc: VpcNode, detached: GatewayNode | undefined): GatewayNode =>
  detached
    ? { ...detached, vpc }
    : { id: `${vpc.id}.internetGateway`, kind: 'internetGateway', vpc, edgeTable: undefined };

/** A goal for a route towards the internet, for whoever proposes one. */
export const internetGoal = (walk: Walk, vpc: VpcNode): RouteGoal => {
  const { value } = vpc.internetGateway;
  if (value) return { kind: 'internetGateway', gateway: value, standing: 'attached' };
  const detached = detachedGateway(walk, vpc);
  return {
    kind: 'internetGateway',
    gateway: gatewayFor(vpc, detached),
    standing: detached ? 'detached' : 'new',
  };
};
