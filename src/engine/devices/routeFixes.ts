/** Fixes of where packets are sent: routes, associations, gateways and NAT gateways to send them to (V-8, RT-6). */

import type { AwsAction, ResourceId } from '../../model/index.ts';
import { formatCidr, shareOf, toCidrs, type AddressSet } from '../../net/index.ts';
import { NAT64, PUBLIC } from '../addresses.ts';
import type { Fix } from '../answers.ts';
import type {
  GatewayNode,
  InterfaceNode,
  NatNode,
  RouteNode,
  SubnetNode,
  TableNode,
  VpcNode,
} from '../compile/network.ts';
import type { Packet } from './packet.ts';

/** What a new or changed route would point at. */
export type RouteGoal =
  | {
      readonly kind: 'internetGateway';
      readonly gateway: GatewayNode;
      readonly standing: 'attached' | 'detached' | 'new';
    }
  | { readonly kind: 'egressOnlyInternetGateway'; readonly gateway: GatewayNode }
  | { readonly kind: 'natGateway'; readonly nat: NatNode }
  /** One that does not stand there yet. */
  | { readonly kind: 'newNatGateway'; readonly nat: NatNode }
  | { readonly kind: 'interface'; readonly interface: InterfaceNode }
  | { readonly kind: 'local' };

const goalMember = (goal: RouteGoal): { readonly member: string; readonly id: ResourceId } => {
  switch (goal.kind) {
    case 'internetGateway':
      return { member: 'gatewayId', id: goal.gateway.id };
    case 'egressOnlyInternetGateway':
      return { member: 'egressOnlyInternetGatewayId', id: goal.gateway.id };
    case 'natGateway':
    case 'newNatGateway':
      return { member: 'natGatewayId', id: goal.nat.id };
    case 'interface': {
      const { id, owner } = goal.interface;
      return id === `eni:${owner}`
        ? { member: 'instanceId', id: owner }
        : { member: 'networkInterfaceId', id };
    }
    case 'local':
      return { member: 'gatewayId', id: 'local' };
  }
};

/** The destination of a route for these addresses: everything outside, NAT64's prefix, or the very blocks. */
function destinationFor(set: AddressSet): string {
  if (set.family === 6 && shareOf(set, NAT64) === 'all') return '64:ff9b::/96';
  if (shareOf(set, PUBLIC[set.family]) === 'all') return set.family === 4 ? '0.0.0.0/0' : '::/0';
  const [block] = toCidrs(set);
  return block ? formatCidr(block) : '0.0.0.0/0';
}

const destinationMember = (text: string): string =>
  !text.includes('/')
    ? 'destinationPrefixListId'
    : text.includes(':')
      ? 'destinationIpv6CidrBlock'
      : 'destinationCidrBlock';

/** Sends a destination to a working target: a new route, or the failing one changed. */
export function routeFix(
  table: TableNode,
  subnet: SubnetNode | undefined,
  packet: Packet,
  goal: RouteGoal,
  failing: RouteNode | undefined,
): Fix[] {
  const { member, id } = goalMember(goal);
  // Attached, the gateway that the route already names comes alive.
  const revives =
    failing?.target.kind === 'dead' && failing.target.state === 'detached' && failing.targetId === id;
  if (goal.kind === 'internetGateway' && goal.standing === 'detached' && revives)
    return attachGateway(table.vpc, goal.gateway);
  const destination = failing ? failing.destination : destinationFor(packet.dst);
  const actions: AwsAction[] = [];
  if (goal.kind === 'internetGateway' && goal.standing === 'new') {
    actions.push({
      action: 'CreateInternetGateway',
      resource: table.vpc.id,
      parameters: { internetGatewayId: id },
    });
  }
  if (goal.kind === 'internetGateway' && goal.standing === 'detached') {
    actions.push({ action: 'AttachInternetGateway', resource: id, parameters: { vpcId: table.vpc.id } });
  }
  const into = goal.kind === 'newNatGateway' ? goal.nat.subnet : undefined;
  if (into) {
    const allocationId = `eipalloc:${id}`;
    actions.push({ action: 'AllocateAddress', resource: allocationId, parameters: {} });
    actions.push({
      action: 'CreateNatGateway',
      resource: into.id,
      parameters: { natGatewayId: id, allocationId },
    });
  }
  let tableId = table.id;
  if (table.implied === 'implied') {
    if (!subnet) return [];
    tableId = `${subnet.id}.routeTable`;
    actions.push({
      action: 'CreateRouteTable',
      resource: table.vpc.id,
      parameters: { routeTableId: tableId },
    });
    actions.push({ action: 'AssociateRouteTable', resource: tableId, parameters: { subnetId: subnet.id } });
  }
  actions.push({
    action: failing ? 'ReplaceRoute' : 'CreateRoute',
    resource: tableId,
    parameters: { [destinationMember(destination)]: destination, [member]: id },
  });
  return [
    {
      id: into ? 'create-nat-gateway' : failing ? 'replace-route' : 'add-route',
      parameters: { table: tableId, destination, target: id, subnet: into?.id ?? subnet?.id ?? '' },
      actions,
    },
  ];
}

/** Leaves an address of the VPC to its local route: the route that took it away goes, or leads there again (RT-6). */
export function backToLocal(table: TableNode, route: RouteNode): Fix[] {
  if (table.implied === 'implied') return [];
  const isWhole = table.vpc.cidrs[route.cidr.family].some(
    (own) => own.first === route.cidr.first && own.last === route.cidr.last,
  );
  const destination = { [destinationMember(route.destination)]: route.destination };
  return [
    {
      id: isWhole ? 'replace-route' : 'delete-route',
      parameters: {
        table: table.id,
        destination: route.destination,
        target: isWhole ? 'local' : route.targetId,
      },
      actions: [
        isWhole
          ? { action: 'ReplaceRoute', resource: table.id, parameters: { ...destination, gatewayId: 'local' } }
          : { action: 'DeleteRoute', resource: table.id, parameters: destination },
      ],
    },
  ];
}

/** Gives the VPC a gateway: the one that stands detached, or a new one. */
export function attachGateway(vpc: VpcNode, gateway: GatewayNode | undefined): Fix[] {
  if (gateway) {
    return [
      {
        id: 'attach-gateway',
        parameters: { gateway: gateway.id, vpc: vpc.id },
        actions: [{ action: 'AttachInternetGateway', resource: gateway.id, parameters: { vpcId: vpc.id } }],
      },
    ];
  }
  const id = `${vpc.id}.internetGateway`;
  return [
    {
      id: 'create-gateway',
      parameters: { gateway: id, vpc: vpc.id },
      actions: [{ action: 'CreateInternetGateway', resource: vpc.id, parameters: { internetGatewayId: id } }],
    },
  ];
}

/** Lets a NAT gateway's own subnet out: by a table that already leads to the gateway, else by a route. */
export function leadNatOut(
  nat: NatNode,
  subnet: SubnetNode,
  gateway: GatewayNode | undefined,
  publicTable: TableNode | undefined,
  packet: Packet,
): Fix[] {
  const fixes: Fix[] = [];
  if (publicTable) {
    fixes.push({
      id: 'associate-table',
      parameters: { table: publicTable.id, subnet: subnet.id, nat: nat.id },
      actions: [
        { action: 'AssociateRouteTable', resource: publicTable.id, parameters: { subnetId: subnet.id } },
      ],
    });
  }
  if (gateway) {
    const tableId = `${subnet.id}.routeTable`;
    fixes.push({
      id: 'associate-table',
      parameters: { table: tableId, subnet: subnet.id, nat: nat.id },
      actions: [
        { action: 'CreateRouteTable', resource: subnet.vpc.id, parameters: { routeTableId: tableId } },
        { action: 'AssociateRouteTable', resource: tableId, parameters: { subnetId: subnet.id } },
        {
          action: 'CreateRoute',
          resource: tableId,
          parameters: { destinationCidrBlock: destinationFor(packet.dst), gatewayId: gateway.id },
        },
      ],
    });
  }
  return fixes;
}
