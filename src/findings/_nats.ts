/** NAT gateways as routes use them, and how to lead one out. */

import type { NatNode, RouteNode, SubnetNode, TableNode } from '../engine/index.ts';
import { known } from '../model/index.ts';
import {
  leadToInternet,
  natTarget,
  newNatGateway,
  newTable,
  offered,
  replaceRoute,
  routesAgain,
} from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { ProposedFix } from './_finding.ts';

export interface NatUse {
  readonly table: TableNode;
  readonly route: RouteNode;
  readonly subnets: readonly SubnetNode[];
}

/** Routes in effect that name each NAT gateway. */
export const natUses = (context: FindingContext): ReadonlyMap<NatNode, readonly NatUse[]> =>
  context.once('nat uses', () => {
    const uses = new Map<NatNode, NatUse[]>();
    for (const table of context.network.tables.values()) {
      const subnets = context.subnetsOf(table);
      if (subnets.length === 0) continue;
      for (const route of [...table.routes[4], ...table.routes[6]]) {
        if (route.target.kind !== 'natGateway') continue;
        const list = uses.get(route.target.nat) ?? [];
        list.push({ table, route, subnets });
        uses.set(route.target.nat, list);
      }
    }
    return uses;
  });

/** The subnets whose own interfaces leave by it, by the whole of IPv4 or by a part. */
export const usersOf = (uses: readonly NatUse[]): readonly SubnetNode[] => [
  ...new Set(uses.flatMap(({ subnets }) => subnets)),
];

/** A subnet where a NAT gateway would work, in this zone if one is there. */
export function placeForNat(
  context: FindingContext,
  from: SubnetNode,
  zone: 'same-zone' | 'any-zone',
): SubnetNode | undefined {
  const fits = from.vpc.subnets.filter(
    (subnet) => subnet !== from && context.tier(subnet, 4).tier === 'public',
  );
  const near = fits.find((subnet) => subnet.zone !== undefined && subnet.zone === from.zone);
  return near ?? (zone === 'any-zone' ? fits[0] : undefined);
}

/** Sends every use of a NAT gateway to another that works, or to a new one. */
function elsewhere(context: FindingContext, nat: NatNode, home: SubnetNode): ProposedFix[] {
  const uses = natUses(context).get(nat) ?? [];
  const working = home.vpc.natGateways.find(
    (other) =>
      other !== nat &&
      other.connectivity === 'public' &&
      other.subnet &&
      context.tier(other.subnet, 4).tier === 'public',
  );
  const place = placeForNat(context, home, 'any-zone');
  const made = working || !place ? undefined : newNatGateway(context, place);
  const target = working?.id ?? made?.id;
  if (target === undefined) return [];
  const replaced = uses.flatMap(
    ({ route }) => replaceRoute(context, route, natTarget(target))?.actions ?? [],
  );
  if (replaced.length === 0) return [];
  return [
    {
      id: made ? 'create-nat-gateway' : 'replace-route',
      title: made
        ? context.say(
            { en: 'Add a NAT gateway in {subnet}', ja: '{subnet} に NAT ゲートウェイを追加' },
            { subnet: { ids: [place?.id ?? ''] } },
          )
        : context.say(
            { en: 'Route to {target}', ja: '{target} へのルートに変更' },
            { target: { ids: [target] } },
          ),
      parameters: {
        subnet: place?.id ?? '',
        target,
        table: uses[0]?.table.id ?? '',
        destination: uses[0]?.route.destination ?? '',
      },
      actions: [...(made?.actions ?? []), ...replaced],
    },
  ];
}

/** For a NAT gateway whose own subnet does not lead out: another one, or another table for the subnet. */
export function leadNatOut(context: FindingContext, nat: NatNode, home: SubnetNode): ProposedFix[] {
  const onlyItself = home.interfaces.every((node) => node.nat);
  const [first, second] = [elsewhere(context, nat, home), leadToInternet(context, home, 4)];
  // A subnet that holds nothing else may become public without opening anything.
  return onlyItself ? offered(second, first) : offered(first, second);
}

/** Routes of these subnets sent from one NAT gateway to another, whoever else shares their table. */
export function sendSubnetsTo(
  context: FindingContext,
  subnets: readonly SubnetNode[],
  route: RouteNode,
  nat: string,
): ProposedFix['actions'] | undefined {
  const [first] = subnets;
  const table = first?.table.value;
  if (!first || !table) return undefined;
  const sharers = context.subnetsOf(table).filter((subnet) => !subnets.includes(subnet));
  const isMain = (known(mainAssociations(context, table)) ?? []).length > 0;
  if (sharers.length === 0 && !isMain) return replaceRoute(context, route, natTarget(nat))?.actions;
  const lines = routesAgain(context, table, (_, index) => (index === route.index ? natTarget(nat) : 'keep'));
  return newTable(context, first.vpc, subnets, lines).actions;
}

function mainAssociations(context: FindingContext, table: TableNode): readonly unknown[] {
  const written = context.design.resources[table.id];
  return written?.kind === 'routeTable'
    ? (known(written.associations) ?? []).filter((entry) => entry.main === true)
    : [];
}
