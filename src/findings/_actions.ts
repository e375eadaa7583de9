/** Ways out in EC2's own words, with short titles: the vocabulary that findings build their fixes from. */

import type { InterfaceNode, RouteNode, SubnetNode, TableNode, VpcNode } from '../engine/index.ts';
import {
  known,
  nameOf,
  newId,
  resourceOfKind,
  type AwsAction,
  type Kind,
  type LocalText,
  type ResourceId,
  type Route,
} from '../model/index.ts';
import type { FindingContext } from './_context.ts';
import type { ProposedFix } from './_finding.ts';

type ActionParameters = AwsAction['parameters'];

export const action = (name: string, resource: ResourceId, parameters: ActionParameters = {}): AwsAction => ({
  action: name,
  resource,
  parameters,
});

const TARGET_MEMBERS = [
  'gatewayId',
  'natGatewayId',
  'networkInterfaceId',
  'instanceId',
  'egressOnlyInternetGatewayId',
  'transitGatewayId',
  'vpcPeeringConnectionId',
] as const;

const DESTINATION_MEMBERS = [
  'destinationCidrBlock',
  'destinationIpv6CidrBlock',
  'destinationPrefixListId',
] as const;

/** What a route may be pointed at. */
export interface RouteTarget {
  readonly member: (typeof TARGET_MEMBERS)[number];
  readonly id: ResourceId;
}

export const natTarget = (id: ResourceId): RouteTarget => ({ member: 'natGatewayId', id });
export const gatewayTarget = (id: ResourceId): RouteTarget => ({ member: 'gatewayId', id });
export const egressOnlyTarget = (id: ResourceId): RouteTarget => ({
  member: 'egressOnlyInternetGatewayId',
  id,
});

/** Enough of a compiled route to find the written one. */
export type RoutePlace = Pick<RouteNode, 'table' | 'index' | 'destination'>;

/** The written route behind a compiled one. */
export const writtenRoute = (context: FindingContext, route: RoutePlace): Route | undefined =>
  (known(resourceOfKind(context.design, route.table, 'routeTable')?.routes) ?? [])[route.index];

function membersOf<Name extends string>(
  route: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = route[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

const destinationOf = (route: Route): ActionParameters => membersOf(route, DESTINATION_MEMBERS);

const destinationNamed = (text: string): ActionParameters =>
  text.includes(':') ? { destinationIpv6CidrBlock: text } : { destinationCidrBlock: text };

/** Points a route elsewhere. Undefined for one that is not written down. */
export function replaceRoute(
  context: FindingContext,
  route: RoutePlace,
  target: RouteTarget,
): ProposedFix | undefined {
  const written = writtenRoute(context, route);
  if (!written) return undefined;
  return {
    id: 'replace-route',
    title: context.say(
      { en: 'Route to {target}', ja: '{target} へのルートに変更' },
      { target: { ids: [target.id] } },
    ),
    parameters: { table: route.table, destination: route.destination, target: target.id },
    actions: [action('ReplaceRoute', route.table, { ...destinationOf(written), [target.member]: target.id })],
  };
}

export function deleteRoute(context: FindingContext, route: RoutePlace): ProposedFix | undefined {
  const written = writtenRoute(context, route);
  if (!written) return undefined;
  return {
    id: 'delete-route',
    title: { en: 'Delete route', ja: 'ルートを削除' },
    parameters: { table: route.table, destination: route.destination },
    actions: [action('DeleteRoute', route.table, destinationOf(written))],
  };
}

/** A route that is not there yet. Undefined in a table that nobody wrote down. */
export function addRoute(
  context: FindingContext,
  table: TableNode,
  destination: string,
  target: RouteTarget,
): ProposedFix | undefined {
  if (table.implied === 'implied') return undefined;
  return {
    id: 'add-route',
    title: context.say(
      { en: 'Add route to {target}', ja: '{target} へのルートを追加' },
      { target: { ids: [target.id] } },
    ),
    parameters: { table: table.id, destination, target: target.id },
    actions: [
      action('CreateRoute', table.id, { ...destinationNamed(destination), [target.member]: target.id }),
    ],
  };
}

export const associateTable = (
  context: FindingContext,
  table: ResourceId,
  subnets: readonly SubnetNode[],
): ProposedFix => ({
  id: 'associate-table',
  title: context.say({ en: 'Use {table}', ja: '{table} を関連付け' }, { table: { ids: [table] } }),
  parameters: { table, subnet: subnets.map((subnet) => subnet.id).join(',') },
  actions: subnets.map((subnet) => action('AssociateRouteTable', table, { subnetId: subnet.id })),
});

/** Ids made here are the same each time that the same fix is worked out. */
export function freshId(context: FindingContext, kind: Kind, seed: string): ResourceId {
  let state = 2_166_136_261;
  const stir = (code: number): void => {
    state = Math.imul(state ^ code, 16_777_619) >>> 0;
  };
  for (const character of `${kind} ${seed}`) stir(character.codePointAt(0) ?? 0);
  return newId(context.design, kind, () => {
    stir(97);
    return (state >>> 8) / 16_777_216;
  });
}

/** A name that nothing in the design has. */
export function freeName(context: FindingContext, wanted: string): string {
  const names = new Set(
    Object.values(context.design.resources).flatMap((resource) => nameOf(resource) ?? []),
  );
  if (!names.has(wanted)) return wanted;
  let number = 2;
  while (names.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** What a table written anew holds: each route as its destination and target. */
type RouteLine = ActionParameters;

/** Every written route of a table that can be written again, with some sent elsewhere. */
export function routesAgain(
  context: FindingContext,
  table: TableNode,
  change: (route: Route, index: number) => RouteTarget | 'keep' | 'leave-out',
): RouteLine[] {
  const routes = known(resourceOfKind(context.design, table.id, 'routeTable')?.routes) ?? [];
  return routes.flatMap((route, index) => {
    const changed = change(route, index);
    if (changed === 'leave-out' || route.origin === 'EnableVgwRoutePropagation') return [];
    const destination = destinationOf(route);
    const target = changed === 'keep' ? membersOf(route, TARGET_MEMBERS) : { [changed.member]: changed.id };
    return Object.keys(destination).length === 1 && Object.keys(target).length > 0
      ? [{ ...destination, ...target }]
      : [];
  });
}

/** The calls that give subnets a table of their own. */
export function newTable(
  context: FindingContext,
  vpc: VpcNode,
  subnets: readonly SubnetNode[],
  routes: readonly RouteLine[],
): { readonly id: ResourceId; readonly actions: readonly AwsAction[] } {
  const seed = subnets.map((subnet) => subnet.id).join(' ');
  const id = freshId(context, 'routeTable', seed);
  const [first] = subnets;
  const subnet = first && context.design.resources[first.id];
  const name = freeName(context, `rtb-${(subnet && nameOf(subnet)) ?? first?.zone ?? 'new'}`);
  return {
    id,
    actions: [
      action('CreateRouteTable', vpc.id, { routeTableId: id, name }),
      ...routes.map((parameters) => action('CreateRoute', id, parameters)),
      ...subnets.map((each) => action('AssociateRouteTable', id, { subnetId: each.id })),
    ],
  };
}

/** The calls that put a NAT gateway with an address of its own into a subnet. */
export function newNatGateway(
  context: FindingContext,
  subnet: SubnetNode,
): { readonly id: ResourceId; readonly actions: readonly AwsAction[] } {
  const id = freshId(context, 'natGateway', subnet.id);
  const allocationId = freshId(context, 'elasticIp', subnet.id);
  const zone = subnet.zone === undefined ? undefined : /(\d+[a-z])$/u.exec(subnet.zone)?.[1];
  const name = freeName(context, zone === undefined ? 'nat' : `nat-${zone}`);
  return {
    id,
    actions: [
      action('AllocateAddress', allocationId),
      action('CreateNatGateway', subnet.id, { natGatewayId: id, allocationId }),
      action('CreateTags', id, { name }),
    ],
  };
}

/** A table of the VPC that sends everything public to its internet gateway, the most used first. */
export function publicTableOf(context: FindingContext, vpc: VpcNode, family: 4 | 6): TableNode | undefined {
  const edges = new Set([...context.network.gateways.values()].map((gateway) => gateway.edgeTable));
  return [...context.network.tables.values()]
    .filter(
      (table) => table.vpc === vpc && table.implied === 'written' && !edges.has(table) && !table.missing,
    )
    .filter((table) =>
      table.routes[family].some(
        (route) => route.cidr.prefixLength === 0 && route.target.kind === 'internetGateway',
      ),
    )
    .sort((a, b) => context.subnetsOf(b).length - context.subnetsOf(a).length)[0];
}

export const everywhere = (family: 4 | 6): string => (family === 4 ? '0.0.0.0/0' : '::/0');

/** Gives a subnet a way to the internet gateway: a table that has it, else one made for it. */
export function leadToInternet(context: FindingContext, subnet: SubnetNode, family: 4 | 6): ProposedFix[] {
  const { vpc } = subnet;
  const table = publicTableOf(context, vpc, family);
  if (table && table !== subnet.table.value) return [associateTable(context, table.id, [subnet])];
  const gateway = vpc.internetGateway.value;
  if (!gateway || !subnet.table.value) return [];
  const route: RouteLine = { ...destinationNamed(everywhere(family)), gatewayId: gateway.id };
  const kept = routesAgain(context, subnet.table.value, (each) =>
    known(each.destinationCidrBlock) === everywhere(family) ||
    known(each.destinationIpv6CidrBlock) === everywhere(family)
      ? 'leave-out'
      : 'keep',
  );
  const made = newTable(context, vpc, [subnet], [...kept, route]);
  return [
    {
      id: 'associate-table',
      title: context.say(
        {
          en: 'Give {subnet} a table to {gateway}',
          ja: '{gateway} へ向かうルートテーブルを {subnet} に関連付け',
        },
        { subnet: { ids: [subnet.id] }, gateway: { ids: [gateway.id] } },
      ),
      parameters: { table: made.id, subnet: subnet.id },
      actions: made.actions,
    },
  ];
}

/** The call that sets a member of an interface, or of the instance that implies it. */
export const setOnInterface = (node: InterfaceNode, parameters: ActionParameters): AwsAction =>
  node.id === `eni:${node.owner}`
    ? action('ModifyInstanceAttribute', node.owner, parameters)
    : action('ModifyNetworkInterfaceAttribute', node.id, parameters);

/** Maps a new Elastic IP address to an interface's primary private address. */
export function newAddress(context: FindingContext, node: InterfaceNode): ProposedFix {
  const allocation = freshId(context, 'elasticIp', node.id);
  const holder =
    node.id === `eni:${node.owner}` ? { instanceId: node.owner } : { networkInterfaceId: node.id };
  return {
    id: 'associate-address',
    title: { en: 'Associate an Elastic IP address', ja: 'Elastic IP アドレスを関連付け' },
    parameters: { interface: node.owner },
    actions: [action('AllocateAddress', allocation), action('AssociateAddress', allocation, holder)],
  };
}

export const rename = (context: FindingContext, id: ResourceId, name: string): ProposedFix => ({
  id: 'rename',
  title: context.say({ en: 'Rename to {name}', ja: '名前を {name} に変更' }, { name }),
  parameters: { resource: id, name },
  actions: [action('CreateTags', id, { name })],
});

/** The fixes that could be worked out, in order. */
export const offered = (
  ...fixes: readonly (ProposedFix | readonly ProposedFix[] | undefined)[]
): ProposedFix[] => fixes.flatMap((fix) => fix ?? []);

export const title = (en: string, ja: string): LocalText => ({ en, ja });
