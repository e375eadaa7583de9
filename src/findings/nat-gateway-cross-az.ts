/** Workloads that leave through a NAT gateway of another Availability Zone (NG-8). */

import type { NatNode, RouteNode, SubnetNode } from '../engine/index.ts';
import { workloadsOf, type FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { newNatGateway } from './_actions.ts';
import { placeForNat, sendSubnetsTo } from './_nats.ts';
import { wayAlong } from './_proofs.ts';

/** The zone's own NAT gateway: one that works there, else a new one in a public subnet of the zone. */
function nearNat(context: FindingContext, subnet: SubnetNode, route: RouteNode): ProposedFix[] {
  const zone = subnet.zone ?? '';
  const table = subnet.table.value;
  const sharers = table
    ? context.subnetsOf(table).filter((other) => other.zone === subnet.zone && workloadsOf(other).length > 0)
    : [];
  const near = subnet.vpc.natGateways.find(
    (nat) =>
      nat.connectivity === 'public' &&
      nat.subnet !== undefined &&
      nat.subnet.zone === subnet.zone &&
      context.tier(nat.subnet, 4).tier === 'public',
  );
  const place = near ? undefined : placeForNat(context, subnet, 'same-zone');
  const made = place ? newNatGateway(context, place) : undefined;
  const target = near?.id ?? made?.id;
  const sent = target === undefined ? undefined : sendSubnetsTo(context, sharers, route, target);
  if (!sent) return [];
  return [
    {
      id: made ? 'create-nat-gateway' : 'replace-route',
      title: made
        ? context.say({ en: 'Add a NAT gateway in {zone}', ja: '{zone} に NAT ゲートウェイを追加' }, { zone })
        : context.say(
            { en: 'Route to {nat}', ja: '{nat} へのルートに変更' },
            { nat: { ids: [target ?? ''] } },
          ),
      parameters: {
        subnet: place?.id ?? subnet.id,
        destination: route.destination,
        target: target ?? '',
        table: route.table,
      },
      actions: [...(made?.actions ?? []), ...sent],
    },
  ];
}

const farNat = (subnet: SubnetNode, route: RouteNode | undefined): NatNode | undefined => {
  if (route?.target.kind !== 'natGateway') return undefined;
  const { nat } = route.target;
  const zones = [nat.subnet?.zone, subnet.zone];
  return zones.includes(undefined) || zones[0] === zones[1] ? undefined : nat;
};

export const finding: FindingDefinition = {
  id: 'nat-gateway-cross-az',
  title: {
    en: 'NAT gateway in another Availability Zone',
    ja: '別のアベイラビリティーゾーンの NAT ゲートウェイ',
  },
  severity: 'warning',
  live: 'joined',
  layer: 'gateway',
  reference: 'vpc/latest/userguide/vpc-nat-gateway.html',
  alsoKnownAs: ['Trusted Advisor: NAT Gateway AZ Independence'],
  reads: ['subnet', 'routeTable', 'natGateway', 'instance', 'networkInterface'],
  message: {
    en: '{subnet} ({az}) leaves through {nat} in {natAz}: cross-AZ charges, and a failure of {natAz} cuts it off.',
    ja: '{subnet} ({az}) は {natAz} の {nat} を経由します。AZ 間料金が発生し、{natAz} の障害で通信が止まります。',
  },
  *find(context) {
    for (const subnet of context.network.subnets.values()) {
      if (workloadsOf(subnet).length === 0) continue;
      const told = new Set<NatNode>();
      for (const { route, standing } of context.ways(subnet, 4) ?? []) {
        const nat = farNat(subnet, route);
        if (!nat || !route || standing === 'open' || told.has(nat)) continue;
        told.add(nat);
        yield {
          resource: subnet.id,
          related: [nat.id, route.table],
          detail: nat.id,
          values: {
            subnet: { ids: [subnet.id] },
            az: subnet.zone ?? '',
            nat: { ids: [nat.id] },
            natAz: nat.subnet?.zone ?? '',
          },
          ...wayAlong(route.cidr, [subnet]),
          fixes: () => nearNat(context, subnet, route),
        };
      }
    }
  },
};
