/** Routes as the document has them, read for tables: destination, target, state, and the order that decides. */

import { visibleText } from '../../drawing/index.ts';
import {
  definitionOf,
  isUnknown,
  kinds,
  known,
  nameOf,
  resourceOfKind,
  resourcesOfKind,
  vpcOf,
  type Design,
  type Kind,
  type ResourceId,
  type Route,
  type RouteTable,
} from '../../model/index.ts';
import { parseCidr } from '../../net/index.ts';

const destinationMembers = [
  'destinationCidrBlock',
  'destinationIpv6CidrBlock',
  'destinationPrefixListId',
] as const;

export const routesOf = (table: RouteTable): readonly Route[] => known(table.routes) ?? [];

/** The destination as written: a block, or a prefix list's id. Undefined where nobody told it. */
export const destinationOf = (route: Route): string | undefined =>
  destinationMembers.map((name) => known(route[name])).find((value) => value !== undefined);

export interface TargetMember {
  readonly member: string;
  readonly to: readonly Kind[];
}

/** The members of a route that may name a target, with the kinds that they name. */
export const targetMembers: readonly TargetMember[] = (
  kinds.routeTable.fields.routes.references ?? []
).flatMap(({ path, to }) => {
  const member = path.at(-1);
  if (member === undefined || destinationMembers.some((name) => name === member)) return [];
  return [{ member, to: to.filter((kind): kind is Kind => Object.hasOwn(kinds, kind)) }];
});

/** Members that name a target of a kind that this version does not draw. */
const otherTargets = [
  'transitGatewayId',
  'vpcPeeringConnectionId',
  'carrierGatewayId',
  'localGatewayId',
  'coreNetworkArn',
] as const;

const allTargetMembers = [...targetMembers.map(({ member }) => member), ...otherTargets];

const membersOf = (route: Route): ReadonlyMap<string, unknown> => new Map(Object.entries(route));

export interface Target {
  readonly member: string;
  readonly id: string;
}

export function targetOf(route: Route): Target | undefined {
  const members = membersOf(route);
  for (const member of allTargetMembers) {
    const id = members.get(member);
    if (typeof id === 'string') return { member, id };
  }
  return undefined;
}

/** A target member is there, but its source did not say which. */
export const hasUnknownTarget = (route: Route): boolean => {
  const members = membersOf(route);
  return targetOf(route) === undefined && allTargetMembers.some((member) => isUnknown(members.get(member)));
};

export type RouteState = 'active' | 'blackhole' | 'propagated' | 'unknown';

export function stateOf(design: Design, route: Route): RouteState {
  const target = targetOf(route);
  if (!target) return hasUnknownTarget(route) ? 'unknown' : 'blackhole';
  if (route.state === 'blackhole') return 'blackhole';
  const isDrawn = targetMembers.some(({ member }) => member === target.member);
  const isGone =
    isDrawn &&
    target.id !== 'local' &&
    !isGatewayOfAnotherKind(target.id) &&
    !Object.hasOwn(design.resources, target.id);
  if (isGone) return 'blackhole';
  return route.origin === 'EnableVgwRoutePropagation' ? 'propagated' : 'active';
}

/** A `gatewayId` may also name a virtual private gateway or a gateway endpoint, which are not drawn. */
const isGatewayOfAnotherKind = (id: string): boolean => /^(vgw|vpce)-/.test(id);

/** How a destination reads: a prefix list by its name. */
export function destinationText(design: Design, destination: string): string {
  const list = resourceOfKind(design, destination, 'managedPrefixList');
  return list ? visibleText(nameOf(list) ?? destination) : destination;
}

/** What may be a target in a VPC: everything of it that a route may lead to, and gateways attached nowhere. */
export function targetsIn(
  design: Design,
  vpcId: ResourceId | undefined,
): readonly (Target & { readonly kind: Kind })[] {
  return targetMembers.flatMap(({ member, to }) =>
    to.flatMap((kind) =>
      resourcesOfKind(design, kind).flatMap(([id]) => {
        const owner = vpcOf(design, id);
        const isFree = owner === undefined && definitionOf(kind).form === 'gate';
        return vpcId === undefined || owner === vpcId || isFree ? [{ member, kind, id }] : [];
      }),
    ),
  );
}

/** The implied routes: each block of the VPC, to itself. */
export function localBlocksOf(design: Design, vpcId: ResourceId | undefined): readonly string[] {
  const vpc = vpcId === undefined ? undefined : resourceOfKind(design, vpcId, 'vpc');
  if (!vpc) return [];
  const blocks = [
    known(vpc.cidrBlock),
    ...(known(vpc.cidrBlockAssociationSet) ?? []).map((entry) => known(entry.cidrBlock)),
    ...(known(vpc.ipv6CidrBlockAssociationSet) ?? []).map((entry) => known(entry.ipv6CidrBlock)),
  ];
  return blocks.filter((block) => block !== undefined);
}

export interface EffectiveRoute {
  readonly destination: string;
  readonly target: string;
  readonly state: RouteState | 'local';
}

/** The prefix length, families apart; a prefix list goes behind, for it stands for many. */
function rankOf(destination: string): readonly [family: number, length: number] {
  const block = parseCidr(destination);
  return block.ok ? [block.value.family, -block.value.prefixLength] : [9, 0];
}

/** What holds for the subnets of a table, longest prefix first (RT-2). */
export function effectiveRoutes(design: Design, table: RouteTable): readonly EffectiveRoute[] {
  const locals = localBlocksOf(design, known(table.vpcId)).map((destination): EffectiveRoute => ({
    destination,
    target: 'local',
    state: 'local',
  }));
  const told = routesOf(table).flatMap((route): EffectiveRoute[] => {
    const destination = destinationOf(route);
    if (destination === undefined) return [];
    const target = targetOf(route)?.id;
    if (target === 'local') return [{ destination, target, state: 'local' }];
    return [{ destination, target: target ?? '', state: stateOf(design, route) }];
  });
  const destinations = new Set(told.map(({ destination }) => destination));
  return [...locals.filter(({ destination }) => !destinations.has(destination)), ...told].sort(
    (left, right) => {
      const [family, length] = rankOf(left.destination);
      const [otherFamily, otherLength] = rankOf(right.destination);
      return family - otherFamily || length - otherLength || (left.destination < right.destination ? -1 : 1);
    },
  );
}

/** A route with another destination or target. What a source said of its state no longer holds. */
export function changedRoute(
  route: Route,
  change: { readonly destination?: string; readonly target?: Target },
): Route {
  const kept = Object.entries(route).filter(([name]) => {
    if (name === 'state') return false;
    if (change.destination !== undefined && destinationMembers.some((member) => member === name))
      return false;
    return change.target === undefined || !allTargetMembers.includes(name);
  });
  return Object.fromEntries([
    ...kept,
    ...(change.destination === undefined
      ? []
      : [[destinationMember(change.destination), change.destination]]),
    ...(change.target === undefined ? [] : [[change.target.member, change.target.id]]),
  ]) as Route;
}

export function destinationMember(destination: string): (typeof destinationMembers)[number] {
  if (destination.startsWith('pl-')) return 'destinationPrefixListId';
  return destination.includes(':') ? 'destinationIpv6CidrBlock' : 'destinationCidrBlock';
}
