/** A NAT gateway that clients are sent to, in a subnet without a way to the internet (NG-5). */

import type { FindingDefinition } from './_finding.ts';
import { isUnclear, leadsToInternet } from './_context.ts';
import { leadNatOut, natUses, usersOf } from './_nats.ts';
import { wayOutOf } from './_proofs.ts';

export const finding: FindingDefinition = {
  id: 'nat-gateway-in-private-subnet',
  title: { en: 'NAT gateway in a private subnet', ja: 'プライベートサブネットの NAT ゲートウェイ' },
  severity: 'error',
  live: 'joined',
  layer: 'gateway',
  reference: 'vpc/latest/userguide/vpc-nat-gateway.html',
  alsoKnownAs: [],
  reads: ['natGateway', 'routeTable', 'subnet', 'internetGateway'],
  message: {
    en: '{nat} is in {subnet}, which has no route to an internet gateway; clients behind it have no way out.',
    ja: '{nat} は、インターネットゲートウェイへのルートがない {subnet} にあるため、配下のクライアントは外部に出られません。',
  },
  *find(context) {
    for (const [nat, uses] of natUses(context)) {
      const { subnet } = nat;
      if (!subnet || nat.connectivity === 'private') continue;
      const ways = context.ways(subnet, 4);
      if (!ways || ways.some(isUnclear) || leadsToInternet(ways)) continue;
      // Through a firewall or another device the way may still lead out; back to itself it is a loop of its own.
      if (context.tier(subnet, 4).tier !== 'isolated' && context.tier(subnet, 4).tier !== 'private') continue;
      if (ways.some(({ route }) => route?.target.kind === 'natGateway' && route.target.nat === nat)) continue;
      yield {
        resource: nat.id,
        related: [subnet.id, ...new Set(uses.map(({ table }) => table.id))],
        values: { nat: { ids: [nat.id] }, subnet: { ids: [subnet.id] } },
        ...wayOutOf(usersOf(uses), 4),
        fixes: () => leadNatOut(context, nat, subnet),
      };
    }
  },
};
