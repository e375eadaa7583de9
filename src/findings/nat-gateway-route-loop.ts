/** A NAT gateway whose own subnet sends its packets back to it (NG-6). */

import type { FindingDefinition } from './_finding.ts';
import { leadNatOut, natUses, usersOf } from './_nats.ts';
import { wayOutOf } from './_proofs.ts';

export const finding: FindingDefinition = {
  id: 'nat-gateway-route-loop',
  title: { en: 'NAT gateway routed to itself', ja: 'NAT ゲートウェイのルートのループ' },
  severity: 'error',
  live: 'joined',
  layer: 'gateway',
  reference: 'vpc/latest/userguide/vpc-nat-gateway.html',
  alsoKnownAs: [],
  reads: ['natGateway', 'routeTable', 'subnet', 'internetGateway'],
  message: {
    en: '{nat} sends its own traffic back to itself through {rtb}.',
    ja: '{nat} のトラフィックが {rtb} によって自分自身に戻ってしまいます。',
  },
  *find(context) {
    for (const [nat, uses] of natUses(context)) {
      const { subnet } = nat;
      const table = subnet?.table.value;
      if (!subnet || !table) continue;
      const looping = context
        .ways(subnet, 4)
        ?.some(
          ({ route, standing }) =>
            standing === 'certain' && route?.target.kind === 'natGateway' && route.target.nat === nat,
        );
      if (looping !== true) continue;
      yield {
        resource: nat.id,
        related: [table.id, subnet.id],
        values: { nat: { ids: [nat.id] }, rtb: { ids: [table.id] } },
        ...wayOutOf(
          usersOf(uses).filter((user) => user !== subnet),
          4,
        ),
        fixes: () => leadNatOut(context, nat, subnet),
      };
    }
  },
};
