/** Where a packet that no route carries was meant to go, and the way on by that next hop: drops at tables, loops (V-8, V-9). */

import { shareOf } from '../../net/index.ts';
import { NAT64, publicFrom } from '../addresses.ts';
import type { Fix } from '../answers.ts';
import type { NatNode, RouteNode, TableNode } from '../compile/network.ts';
import { aroundGateway, internetGoal } from './gatewayGoals.ts';
import { tableOf } from './mended.ts';
import { newNatGateway } from './newNatGateway.ts';
import { backToLocal, routeFix, type RouteGoal } from './routeFixes.ts';
import { lookup } from './routeTable.ts';
import { addressText, mappingOf, type Packet, type Place, type Step } from './packet.ts';
import { choose } from './choices.ts';
import { drop, type Walk } from './walk.ts';

interface RoutingDrop {
  readonly code: string;
  readonly resource?: string;
  readonly kind?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The next hops a packet was surely meant for (V-8), none of them new if there is any. */
function intendedGoals(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  failing: RouteNode | undefined,
): RouteGoal[] {
  const { vpc } = place;
  if (shareOf(packet.dst, vpc.blocks[packet.family]) === 'all') return [{ kind: 'local' }];
  const igw = aroundGateway(internetGoal(walk, vpc), place, packet);
  const eigw = vpc.egressOnlyGateway.value;
  const nats = vpc.natGateways.filter(
    (nat) => nat.state === 'available' && nat.connectivity === 'public' && nat !== place.emitter?.nat,
  );
  // NG-6: a table that the NAT gateway's own subnet reads would send it back to itself.
  const shares = (nat: NatNode): boolean =>
    table.implied === 'implied' ? nat.subnet === place.subnet : nat.subnet?.table.value === table;
  const gone = failing === undefined ? undefined : walk.network.nats.get(failing.targetId);
  // One that has failed or was deleted is made anew where it stood.
  const anew: RouteGoal[] =
    gone?.subnet && (gone.state === 'failed' || gone.state === 'deleted') && !shares(gone)
      ? [{ kind: 'newNatGateway', nat: newNatGateway(gone, gone.subnet) }]
      : [];
  if (packet.family === 6 && shareOf(packet.dst, NAT64) === 'all')
    return [...nats.map((nat): RouteGoal => ({ kind: 'natGateway', nat })), ...anew];
  if (shareOf(packet.dst, publicFrom(packet.family, vpc.blocks[packet.family])) !== 'all') return [];
  if (walk.direction === 'return') return [igw];
  if (packet.family === 6) {
    const existing: RouteGoal[] = [];
    if (eigw) existing.push({ kind: 'egressOnlyInternetGateway', gateway: eigw });
    if (vpc.internetGateway.value) existing.push(igw);
    return existing.length > 0 ? existing : [igw];
  }
  const isDevice = place.emitter?.nat !== undefined;
  if (isDevice || mappingOf(packet.srcOwner, packet.src) || packet.srcFace) return [igw];
  const others = nats.filter((nat) => !shares(nat)).map((nat): RouteGoal => ({ kind: 'natGateway', nat }));
  return [...others, ...anew, igw];
}

/** Notes that a packet goes round at this place. */
export function dropInLoop(
  walk: Walk,
  place: Place | undefined,
  packet: Packet,
  fixes: (() => readonly Fix[]) | undefined,
): void {
  const table = place?.subnet && tableOf(walk.mended, place.subnet).value;
  const route = table && lookup(table, packet.dst)[0]?.route;
  // A table that a fix on the way would make is nobody's yet: the one that the subnet reads now is named.
  const shown = table && !walk.network.tables.has(table.id) ? place.subnet.table.value : table;
  drop(walk, packet, {
    code: 'FORWARDING_LOOP',
    resource: shown?.id ?? place?.vpc.id ?? '',
    kind: shown ? 'routeTable' : 'vpc',
    ...(route && shown === table ? { rule: route.destination } : {}),
    parameters: { table: shown?.id ?? '', destination: addressText(packet.dst) },
    ...(fixes ? { fixes } : {}),
  });
}

/**
 * A packet goes round: one of the routes of the loop is broken, and the way begins anew with that; of the blockers that
 * it met on the round only the first `kept` stand. Nothing is proposed where no other next hop is known.
 */
export function breakLoop(
  walk: Walk,
  place: Place | undefined,
  packet: Packet,
  kept: number,
): 'begin-anew' | 'lost' {
  const table = place?.subnet && tableOf(walk.mended, place.subnet).value;
  const route = table && lookup(table, packet.dst)[0]?.route;
  // A device that the way in leads through can't be left out where it is the one that sends it round (RT-12).
  const goals =
    table && place && route
      ? intendedGoals(walk, table, place, packet, route).filter((each) => each.kind !== 'interface')
      : [];
  const goal = goals.length > 0 ? goals[choose(walk.alternatives, goals.length)] : undefined;
  if (!walk.record || !walk.mended || !table || !route || !goal) {
    dropInLoop(walk, place, packet, undefined);
    return 'lost';
  }
  walk.record.blockers.splice(kept);
  if (goals.some((each) => each.kind === 'natGateway' || each.kind === 'newNatGateway'))
    walk.natsOffered = 'offered';
  dropInLoop(walk, place, packet, () =>
    goal.kind === 'local' ? backToLocal(table, route) : routeFix(table, place?.subnet, packet, goal, route),
  );
  walk.mended.routes.set(route, goal);
  return 'begin-anew';
}

/** The next hop to go on by: chosen once for a table, which holds one route to a destination. */
function settle(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  goals: readonly RouteGoal[],
): RouteGoal | undefined {
  const [first] = goals;
  if (!first || first.kind === 'local') return first;
  const own = table.implied === 'implied' ? (place.subnet?.id ?? '') : table.id;
  const key = `${own} ${shareOf(packet.dst, NAT64) === 'all' ? 'nat64' : packet.family}`;
  const goal = walk.mended?.goals.get(key) ?? goals[choose(walk.alternatives, goals.length)] ?? first;
  walk.mended?.goals.set(key, goal);
  return goal;
}

/** Notes a routing drop and continues along the intended next hop. */
export function goOn(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  failing: RouteNode | undefined,
  report: RoutingDrop,
): Step {
  const goals = intendedGoals(walk, table, place, packet, failing);
  const goal = settle(walk, table, place, packet, goals);
  if (goals.some((each) => each.kind === 'natGateway' || each.kind === 'newNatGateway'))
    walk.natsOffered = 'offered';
  drop(walk, packet, {
    code: report.code,
    resource: report.resource ?? table.id,
    kind: report.kind ?? 'routeTable',
    ...(failing ? { rule: failing.destination } : {}),
    ...(place.subnet ? { at: place.subnet.id } : {}),
    parameters: report.parameters,
    fixes: () => (goal ? routeFix(table, place.subnet, packet, goal, failing) : []),
  });
  return goal ? follow(walk, goal, place, packet) : { to: 'lost' };
}

/** The next hop that a table would name with the fixes told so far. */
export function follow(walk: Walk, goal: RouteGoal, place: Place, packet: Packet): Step {
  switch (goal.kind) {
    case 'local':
      return { to: 'arrive', at: 'owner', packet, vpc: place.vpc, from: place.subnet };
    case 'internetGateway':
      if (goal.standing !== 'attached') walk.creates += 1;
      walk.via ??= goal.gateway.id;
      return { to: 'gatewayOut', gateway: goal.gateway, packet, place };
    case 'egressOnlyInternetGateway':
      walk.via ??= goal.gateway.id;
      return { to: 'gatewayOut', gateway: goal.gateway, packet, place };
    case 'newNatGateway':
      walk.creates += 1;
      walk.via ??= goal.nat.id;
      return { to: 'nat', nat: goal.nat, packet, place };
    case 'natGateway':
      walk.via ??= goal.nat.id;
      return { to: 'nat', nat: goal.nat, packet, place };
    case 'interface':
      walk.via ??= goal.interface.owner;
      return { to: 'arrive', at: goal.interface, packet, vpc: place.vpc, from: place.subnet };
  }
}
