/** An interface that routes name while it still drops what is not its own (NI-1). */

import { addressesOf, shareOf } from '../net/index.ts';
import { setOnInterface } from './_actions.ts';
import { applianceUses } from './_appliances.ts';
import type { FindingDefinition } from './_finding.ts';
import { wayAlong } from './_proofs.ts';

export const finding: FindingDefinition = {
  id: 'nat-instance-source-dest-check-on',
  title: {
    en: 'Source/destination check on a route target',
    ja: 'ルートのターゲットで送信元/送信先チェックが有効',
  },
  severity: 'error',
  live: 'joined',
  layer: 'gateway',
  reference: 'vpc/latest/userguide/VPC_NAT_Instance.html',
  alsoKnownAs: [],
  reads: ['routeTable', 'networkInterface', 'instance', 'subnet'],
  message: {
    en: '{eni} is a route target but its source/destination check is on: it drops forwarded packets.',
    ja: '{eni} はルートのターゲットですが、送信元/送信先チェックが有効なため転送パケットを破棄します。',
  },
  *find(context) {
    for (const [node, uses] of applianceUses(context)) {
      if (node.sourceDestCheck !== true) continue;
      // A route to nothing but its own addresses makes it forward nothing.
      const foreign = uses.filter(
        ({ route }) => shareOf(addressesOf(route.cidr), node.own[route.cidr.family]) !== 'all',
      );
      const [first] = foreign;
      if (foreign.length === 0) continue;
      yield {
        resource: node.owner,
        related: [...new Set(foreign.map(({ table }) => table.id))],
        ...(node.primaryOfInstance ? { detail: node.id } : {}),
        values: { eni: { ids: [node.owner] } },
        ...(first
          ? wayAlong(
              first.route.cidr,
              first.subnets.filter((subnet) => subnet !== node.subnet),
            )
          : {}),
        fixes: () => [
          {
            id: 'source-dest-check-off',
            title: { en: 'Turn the check off', ja: 'チェックを無効にする' },
            parameters: { interface: node.owner },
            actions: [setOnInterface(node, { sourceDestCheck: false })],
          },
        ],
      };
    }
  },
};
