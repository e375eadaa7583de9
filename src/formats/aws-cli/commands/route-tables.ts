/** describe-route-tables (C-8 to C-13). */

import { unknownBecause } from '../../../model/index.ts';
import { idOf, type CommandReader, type Reading } from '../command.ts';
import {
  itemOf,
  itemsOf,
  memberName,
  pick,
  rawMember,
  tagsOf,
  tellsList,
  textOf,
  type Item,
} from '../item.ts';

/** Members of a route that say nothing about where packets go. */
const NOT_OF_A_ROUTE: ReadonlySet<string> = new Set(['InstanceOwnerId', 'State', 'Origin']);

/** All texts of a route, also targets that are not known here: they make the route undetermined, not absent. */
function routeMembers(route: Item): Readonly<Record<string, unknown>> {
  const members: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(route.value)) {
    if (value === null || value === '' || typeof value === 'object') continue;
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    if (!NOT_OF_A_ROUTE.has(capital)) members[memberName(name)] = value;
  }
  const origin = textOf(route, 'Origin');
  const state = textOf(route, 'State');
  return {
    ...members,
    // A replaced local route says CreateRouteTable, but somebody made it what it is (C-11).
    ...(origin === undefined || origin === 'CreateRoute' || origin === 'CreateRouteTable' ? {} : { origin }),
    ...(state === undefined || state === 'active' ? {} : { state }),
  };
}

/** AWS's own local route, which every table has (C-11). */
function isImplied(route: Item): boolean {
  const origin = textOf(route, 'Origin');
  return textOf(route, 'GatewayId') === 'local' && (origin === undefined || origin === 'CreateRouteTable');
}

function associationsOf(item: Item, reading: Reading): Readonly<Record<string, unknown>>[] {
  return itemsOf(item, 'Associations', reading.log).flatMap((association) => {
    const state = itemOf(association, 'AssociationState');
    const text = state ? textOf(state, 'State') : undefined;
    // C-9: other states do not count; older captures say none.
    if (text !== undefined && text !== 'associated') {
      reading.leaveOut('RouteTables[].Associations', text);
      return [];
    }
    if (rawMember(association.value, 'Main') === true) return [{ main: true }];
    return [pick(association, ['SubnetId', 'GatewayId'])];
  });
}

export const routeTables: CommandReader = {
  key: 'RouteTables',
  mark: 'RouteTableId',
  command: 'describe-route-tables',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: ['routeTable'],
  isElement: (value) =>
    rawMember(value, 'RouteTableId') !== undefined &&
    (rawMember(value, 'Routes') !== undefined || rawMember(value, 'Associations') !== undefined),
  read: (item, reading) => {
    const id = idOf(item, 'RouteTableId', reading);
    if (id === undefined) return;
    const notTold = unknownBecause('describe-route-tables');
    const routes = itemsOf(item, 'Routes', reading.log)
      .filter((route) => !isImplied(route))
      .map(routeMembers);
    const associations = associationsOf(item, reading);
    const vgws = itemsOf(item, 'PropagatingVgws', reading.log).map((vgw) => pick(vgw, ['GatewayId']));
    reading.add({
      kind: 'routeTable',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...pick(item, ['VpcId']),
        routes: tellsList(item, 'Routes') ? routes : notTold,
        associations: tellsList(item, 'Associations') ? associations : notTold,
        ...(vgws.length > 0 ? { propagatingVgws: vgws } : {}),
      },
      ownerId: textOf(item, 'OwnerId'),
      vpcId: textOf(item, 'VpcId'),
    });
  },
};
