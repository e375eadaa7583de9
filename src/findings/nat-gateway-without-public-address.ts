/** Public destinations sent to a NAT gateway that has no public address (NG-5). */

import { newNatGateway, natTarget, replaceRoute } from './_actions.ts';
import { workloadsOf, type FindingContext } from './_context.ts';
import type { NatNode, SubnetNode } from '../engine/index.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { natUses, placeForNat } from './_nats.ts';
import { wayOutOf } from './_proofs.ts';

/** A private NAT gateway may pass on to another network; to an internet gateway, to nothing or to itself it does not. */
function isStranded(context: FindingContext, nat: NatNode, home: SubnetNode): boolean {
  if (nat.connectivity === 'public') return false;
  const ways = context.ways(home, 4);
  return (
    ways?.every(
      ({ route, standing }) =>
        standing === 'certain' &&
        (route === undefined ||
          route.target.kind === 'internetGateway' ||
          route.target.kind === 'dead' ||
          (route.target.kind === 'natGateway' && route.target.nat === nat)),
    ) ?? false
  );
}

function publicNat(context: FindingContext, nat: NatNode, home: SubnetNode): ProposedFix[] {
  const place = context.tier(home, 4).tier === 'public' ? home : placeForNat(context, home, 'any-zone');
  if (!place) return [];
  const made = newNatGateway(context, place);
  const sent = (natUses(context).get(nat) ?? [])
    .filter(({ route }) => route.cidr.prefixLength === 0)
    .flatMap(({ route }) => replaceRoute(context, route, natTarget(made.id))?.actions ?? []);
  if (sent.length === 0) return [];
  return [
    {
      id: 'create-nat-gateway',
      title: { en: 'Add a public NAT gateway', ja: 'パブリック NAT ゲートウェイを追加' },
      parameters: { subnet: place.id, target: made.id },
      actions: [...made.actions, ...sent],
    },
  ];
}

export const finding: FindingDefinition = {
  id: 'nat-gateway-without-public-address',
  title: { en: 'NAT gateway without a public address', ja: 'パブリックアドレスのない NAT ゲートウェイ' },
  severity: 'error',
  live: 'joined',
  layer: 'gateway',
  reference: 'vpc/latest/userguide/vpc-nat-gateway.html',
  alsoKnownAs: [],
  reads: ['natGateway', 'routeTable', 'subnet', 'internetGateway'],
  message: {
    en: '{nat} is private: it cannot reach the internet.',
    ja: '{nat} はプライベート接続タイプのため、インターネットに接続できません。',
  },
  *find(context) {
    for (const [nat, uses] of natUses(context)) {
      const home = nat.subnet;
      if (!home || !isStranded(context, nat, home)) continue;
      const clients = uses
        .filter(
          ({ route, subnets: [first] }) =>
            first && context.ways(first, 4)?.some((way) => way.route === route),
        )
        .flatMap(({ subnets }) => subnets)
        .filter((subnet) => subnet !== home && workloadsOf(subnet).length > 0);
      if (clients.length === 0) continue;
      yield {
        resource: nat.id,
        related: [...new Set(clients.map((subnet) => subnet.id))],
        values: { nat: { ids: [nat.id] } },
        ...wayOutOf(clients, 4),
        fixes: () => publicNat(context, nat, home),
      };
    }
  },
};
