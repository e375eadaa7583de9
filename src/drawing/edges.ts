/** The lines of a drawing as facts: attachments, routes of each subnet, routes that lead nowhere. */

import { known, resourceOfKind, type Design, type ResourceId, type Route } from '../model/index.ts';
import { cardOf, type DrawingFacts } from './facts.ts';
import { INTERNET } from './places.ts';
import { visibleText } from './text.ts';
import { tierLooks, type Tiers } from './tiers.ts';
import type { Token } from './tokens.ts';

export type EdgeStyle =
  /** A gateway to the internet, a subnet to its internet gateway. */
  | 'attachment'
  /** A route to a NAT gateway, an interface, an egress-only internet gateway. */
  | 'route'
  /** A route whose target is gone. */
  | 'blackhole'
  /** A route to something that the document does not hold. */
  | 'unknown';

export interface DrawnEdge {
  readonly id: string;
  readonly style: EdgeStyle;
  readonly from: string;
  /** Absent: it leads nowhere and ends in a symbol beside `from`. */
  readonly to?: string;
  readonly color: Token;
  /** Destinations of the routes it stands for. */
  readonly destinations: readonly string[];
  readonly hasWarning: boolean;
}

/** The id of the line from a subnet to the card or gate that its routes lead to. */
export const routeEdgeId = (subnetId: ResourceId, target: ResourceId): string =>
  `route:${subnetId}>${target}`;

/** The id of the line from a gateway to the internet. */
export const attachmentEdgeId = (gatewayId: ResourceId): string => `attachment:${gatewayId}`;

const destinationOf = (design: Design, route: Route): string => {
  const listId = known(route.destinationPrefixListId);
  const list = listId === undefined ? undefined : resourceOfKind(design, listId, 'managedPrefixList');
  return visibleText(
    known(route.destinationCidrBlock) ??
      known(route.destinationIpv6CidrBlock) ??
      known(list?.prefixListName) ??
      listId ??
      '?',
  );
};

const isIpv6 = (destination: string): boolean => destination.includes(':');

/** Members of a route that name a target, other than the destination's own. */
const targetMembers = [
  'gatewayId',
  'natGatewayId',
  'instanceId',
  'networkInterfaceId',
  'egressOnlyInternetGatewayId',
  'transitGatewayId',
  'vpcPeeringConnectionId',
  'carrierGatewayId',
  'localGatewayId',
  'coreNetworkArn',
] as const satisfies readonly (keyof Route)[];

/** The id of a route's target; `unknown` where a source did not tell it, undefined for a local route. */
function targetOf(route: Route): { readonly id: ResourceId } | 'unknown' | undefined {
  for (const member of targetMembers) {
    const value = route[member];
    if (value === undefined) continue;
    const id = known(value);
    if (id === 'local') return undefined;
    return typeof id === 'string' ? { id } : 'unknown';
  }
  return undefined;
}

type End =
  | { readonly style: 'attachment' | 'route'; readonly to: string }
  | { readonly style: 'blackhole' | 'unknown' };

/** Where a route ends, as it can be drawn. */
function endOf(facts: DrawingFacts, vpcId: ResourceId | undefined, route: Route): End | undefined {
  const target = targetOf(route);
  if (target === undefined) return undefined;
  if (known(route.state) === 'blackhole') return { style: 'blackhole' };
  if (target === 'unknown') return { style: 'unknown' };
  const { design } = facts;
  const to = cardOf(facts, target.id);
  const resource = Object.hasOwn(design.resources, to) ? design.resources[to] : undefined;
  if (resource === undefined) {
    const isForeign = design.foreign !== undefined && Object.hasOwn(design.foreign, target.id);
    return { style: isForeign || design.coverage !== undefined ? 'unknown' : 'blackhole' };
  }
  if (resource.kind === 'internetGateway' || resource.kind === 'egressOnlyInternetGateway') {
    const isAttached = (known(resource.attachments) ?? []).some((attachment) => attachment.vpcId === vpcId);
    if (!isAttached) return { style: 'blackhole' };
    return { style: resource.kind === 'internetGateway' ? 'attachment' : 'route', to };
  }
  return { style: 'route', to };
}

/**
 * Every line of a design: gateways to the internet, and one line from each subnet to each target of its
 * effective routes. `warnings` are ids of lines that a finding is about.
 */
export function edgesOf(
  facts: DrawingFacts,
  tiers: Tiers,
  warnings: ReadonlySet<string> = new Set(),
): readonly DrawnEdge[] {
  return [...attachments(facts), ...routes(facts, tiers)].map((edge) =>
    warnings.has(edge.id) ? { ...edge, color: 'warn', hasWarning: true } : edge,
  );
}

function attachments(facts: DrawingFacts): DrawnEdge[] {
  const gateways = [...facts.ofKind('internetGateway'), ...facts.ofKind('egressOnlyInternetGateway')];
  return gateways
    .filter(([, { attachments }]) => (known(attachments) ?? []).some(({ vpcId }) => vpcId !== undefined))
    .map(([id]) => ({
      id: attachmentEdgeId(id),
      style: 'attachment',
      from: id,
      to: INTERNET,
      color: 'line-strong',
      destinations: [],
      hasWarning: false,
    }));
}

const colors = { attachment: 'line-strong', blackhole: 'no', unknown: 'unk' } as const;

function routes(facts: DrawingFacts, tiers: Tiers): DrawnEdge[] {
  const edges = new Map<string, DrawnEdge & { readonly destinations: string[] }>();
  for (const [subnetId, tableId] of facts.tableOfSubnet) {
    const table = resourceOfKind(facts.design, tableId, 'routeTable');
    if (table === undefined || resourceOfKind(facts.design, subnetId, 'subnet') === undefined) continue;
    for (const route of known(table.routes) ?? []) {
      const end = endOf(facts, known(table.vpcId), route);
      if (end === undefined) continue;
      const destination = destinationOf(facts.design, route);
      const to = 'to' in end ? end.to : undefined;
      const id = routeEdgeId(subnetId, to ?? end.style);
      const existing = edges.get(id);
      if (existing) {
        if (!existing.destinations.includes(destination)) existing.destinations.push(destination);
        continue;
      }
      const tier = Object.hasOwn(tiers, subnetId)
        ? tiers[subnetId]?.[isIpv6(destination) ? 6 : 4]
        : undefined;
      edges.set(id, {
        id,
        style: end.style,
        from: subnetId,
        ...(to === undefined ? {} : { to }),
        color:
          end.style === 'route'
            ? tier === undefined
              ? 'line-strong'
              : tierLooks[tier].color
            : colors[end.style],
        destinations: [destination],
        hasWarning: false,
      });
    }
  }
  return [...edges.values()];
}
