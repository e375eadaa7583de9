/** A route that AWS refuses to create (RT-6, RT-10, AD-6). */

import type { RefusedRoute } from '../engine/index.ts';
import type { LocalText } from '../model/index.ts';
import { deleteRoute, offered } from './_actions.ts';
import type { FindingDefinition } from './_finding.ts';

/** A propagated route inside the VPC is no mistake of anybody's: it loses, and that is all. */
const REASONS: Readonly<Partial<Record<RefusedRoute['reason'], LocalText>>> = {
  'inside-vpc-block': {
    en: 'inside the blocks of the VPC, only a whole subnet may be routed, to a NAT gateway, an interface or an endpoint',
    ja: 'VPC の CIDR ブロック内では、サブネット全体の CIDR を NAT ゲートウェイ、インターフェイス、エンドポイントに向けるルートだけを作成できます',
  },
  'reserved-range': { en: 'AWS keeps this range to itself', ja: 'この範囲は AWS が予約しています' },
  'edge-target': {
    en: 'a route table of a gateway leads to interfaces and Gateway Load Balancer endpoints only',
    ja: 'ゲートウェイルートテーブルのターゲットは、インターフェイスか Gateway Load Balancer エンドポイントに限られます',
  },
  'edge-destination': {
    en: 'a route table of a gateway names whole blocks of the VPC or of a subnet only',
    ja: 'ゲートウェイルートテーブルの送信先は、VPC かサブネット全体の CIDR ブロックに限られます',
  },
};

export const finding: FindingDefinition = {
  id: 'route-not-allowed',
  title: { en: 'Route that AWS does not accept', ja: 'AWS が受け付けないルート' },
  severity: 'error',
  live: 'now',
  layer: 'target',
  reference: 'vpc/latest/userguide/VPC_Route_Tables.html',
  alsoKnownAs: [],
  reads: ['routeTable', 'vpc', 'subnet', 'natGateway', 'networkInterface', 'instance', 'internetGateway'],
  message: {
    en: 'AWS does not accept route {dest} → {target} in {rtb}: {reason}.',
    ja: 'AWS は {rtb} のルート {dest} → {target} を受け付けません。{reason}。',
  },
  *find(context) {
    for (const table of context.network.tables.values()) {
      for (const route of table.refused) {
        const reason = REASONS[route.reason];
        if (!reason) continue;
        yield {
          resource: table.id,
          detail: `${route.destination}:${route.targetId}`,
          values: {
            dest: route.destination,
            target: { ids: [route.targetId] },
            rtb: { ids: [table.id] },
            reason,
          },
          fixes: () => offered(deleteRoute(context, { ...route, table: table.id })),
        };
      }
    }
  },
};
