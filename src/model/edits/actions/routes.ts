/** Actions on route tables: routes and associations. */

import type { Draft } from 'immer';
import { formatCidr, parseCidr } from '../../../net/index.ts';
import type { AwsAction } from '../../action.ts';
import type { Route } from '../../design.ts';
import { draftOf, draftsOfKind, keepItems, openList, type DesignDraft } from '../draft.ts';
import { given, textOf, type ActionTable } from './action-table.ts';

const destinationMembers = [
  'destinationCidrBlock',
  'destinationIpv6CidrBlock',
  'destinationPrefixListId',
] as const;

const targetMembers = [
  'gatewayId',
  'natGatewayId',
  'networkInterfaceId',
  'instanceId',
  'egressOnlyInternetGatewayId',
  'transitGatewayId',
  'vpcPeeringConnectionId',
] as const;

type Destination = { [Name in (typeof destinationMembers)[number]]?: string };

/** A block as AWS writes it: one has many spellings. */
function canonical(value: unknown): unknown {
  const block = typeof value === 'string' ? parseCidr(value) : undefined;
  return block?.ok ? formatCidr(block.value) : value;
}

const hasDestination = (route: Draft<Route>, destination: Destination): boolean =>
  destinationMembers.every((name) => canonical(route[name]) === canonical(destination[name]));

/** A route to the same destination is replaced where it stands: a table holds one route a destination. */
function putRoute(draft: DesignDraft, table: string, parameters: AwsAction['parameters']): void {
  const owner = draftOf(draft, table, 'routeTable');
  const destination = given(parameters, destinationMembers);
  const target = given(parameters, targetMembers);
  if (!owner || Object.keys(destination).length !== 1 || Object.keys(target).length === 0) return;
  const routes = openList(owner, 'routes');
  if (!routes) return;
  const route = { ...destination, ...target };
  const index = routes.findIndex((other) => hasDestination(other, destination));
  if (index < 0) routes.push(route);
  else routes[index] = route;
}

export const routeActions: ActionTable = {
  CreateRoute: putRoute,
  ReplaceRoute: putRoute,
  DeleteRoute: (draft, table, parameters) => {
    const owner = draftOf(draft, table, 'routeTable');
    const destination = given(parameters, destinationMembers);
    if (owner) keepItems(owner, 'routes', (route) => !hasDestination(route, destination));
  },
  AssociateRouteTable: (draft, table, parameters) => {
    const owner = draftOf(draft, table, 'routeTable');
    const subnetId = textOf(parameters, 'subnetId');
    if (!owner || subnetId === undefined) return;
    const associations = openList(owner, 'associations');
    if (!associations) return;
    // A subnet has one table: a second association goes even where this one is there already.
    for (const [id, other] of draftsOfKind(draft, 'routeTable')) {
      if (id !== table) keepItems(other, 'associations', (entry) => entry.subnetId !== subnetId);
    }
    if (!associations.some((association) => association.subnetId === subnetId))
      associations.push({ subnetId });
  },
  CreateRouteTable: (draft, vpcId, parameters) => {
    const id = textOf(parameters, 'routeTableId');
    if (id === undefined || !draftOf(draft, vpcId, 'vpc') || Object.hasOwn(draft.resources, id)) return;
    const name = textOf(parameters, 'name');
    draft.resources[id] = {
      kind: 'routeTable',
      ...(name === undefined ? {} : { tags: { Name: name } }),
      vpcId,
    };
  },
};
