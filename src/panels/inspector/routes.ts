/** Routes as the document has them, read for tables: destination, target, state, and the order that decides. */

import { visibleText } from '../../drawing/index.ts';
import {
  definitionOf,
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
