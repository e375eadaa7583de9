/** An interface that is private over IPv4 and that the internet opens over IPv6 (TI-6). */

import type { InterfaceNode, RouteNode } from '../engine/index.ts';
import { nameOf, type LocalText } from '../model/index.ts';
import { describeHeaders, EVERY_HEADER, isEmptyHeaderSet } from '../net/index.ts';
import { action, egressOnlyTarget, freshId, offered, replaceRoute } from './_actions.ts';
import type { FindingContext } from './_context.ts';
import { inboundOf, openingProof } from './_exposure.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { headersOf } from './_headers.ts';
import { labelOf } from './_labels.ts';
import { same } from './_words.ts';

/** Outward only: the way that IPv4 has by its NAT gateway. */
function outwardOnly(context: FindingContext, node: InterfaceNode): ProposedFix | undefined {
  const routes = new Set<RouteNode>(
    (context.ways(node.subnet, 6) ?? []).flatMap(({ route }) =>
      route?.target.kind === 'internetGateway' ? [route] : [],
    ),
  );
  const existing = node.vpc.egressOnlyGateway.value?.id;
  const id = existing ?? freshId(context, 'egressOnlyInternetGateway', node.vpc.id);
  const sent = [...routes].flatMap(
    (route) => replaceRoute(context, route, egressOnlyTarget(id))?.actions ?? [],
  );
  const [first] = routes;
  if (!first || sent.length === 0) return undefined;
  return {
    id: 'replace-route',
    title:
      existing === undefined
        ? { en: 'Add an egress-only internet gateway', ja: 'Egress-Only インターネットゲートウェイを追加' }
        : context.say(
            { en: 'Route to {gateway}', ja: '{gateway} へのルートに変更' },
            { gateway: { ids: [id] } },
          ),
    parameters: { table: first.table, destination: first.destination, target: id },
    actions: [
      ...(existing === undefined
        ? [action('CreateEgressOnlyInternetGateway', node.vpc.id, { egressOnlyInternetGatewayId: id })]
        : []),
      ...sent,
    ],
  };
}

function isMeant(context: FindingContext, node: InterfaceNode): boolean {
  const subnet = context.design.resources[node.subnet.id];
  const owner = context.design.resources[node.owner];
  if (labelOf((subnet && nameOf(subnet)) ?? '')?.claims === 'public') return true;
  const called = [node.owner, node.id, owner && nameOf(owner)];
  return Object.values(context.design.intents).some(
    ({ from, to, expect, ipVersion }) =>
      from === 'internet' && called.includes(to) && expect === 'reachable' && ipVersion !== '4',
  );
}

const trafficText = (parts: ReturnType<typeof describeHeaders>): LocalText =>
  same(
    parts
      .map(
        ({ protocol, ports }) =>
          `${protocol.toUpperCase()}${ports === undefined ? '' : ` ${ports.replaceAll('-', '–')}`}`,
      )
      .join(', '),
  );

export const finding: FindingDefinition = {
  id: 'ipv6-open-while-ipv4-private',
  title: { en: 'Open over IPv6, private over IPv4', ja: 'IPv4 はプライベート、IPv6 は公開' },
  severity: 'error',
  live: 'joined',
  layer: 'route',
  reference: 'vpc/latest/userguide/egress-only-internet-gateway.html',
  alsoKnownAs: [],
  reads: [
    'routeTable',
    'subnet',
    'internetGateway',
    'egressOnlyInternetGateway',
    'securityGroup',
    'networkAcl',
    'instance',
    'networkInterface',
  ],
  message: {
    en: '{eni} is private on IPv4 but the internet reaches it over IPv6 ({ports}).',
    ja: '{eni} は IPv4 ではプライベートですが、IPv6 ではインターネットから到達できます ({ports})。',
  },
  *find(context) {
    for (const { node, family, allowed } of inboundOf(context)) {
      if (family !== 6 || node.addresses[4].length === 0) continue;
      const open = headersOf(allowed);
      const four = context.tier(node.subnet, 4);
      if (isEmptyHeaderSet(open) || four.tier === 'public' || four.undetermined) continue;
      if (context.tier(node.subnet, 6).tier !== 'public' || isMeant(context, node)) continue;
      yield {
        resource: node.owner,
        related: [node.subnet.id],
        family: 6,
        ...(node.primaryOfInstance ? { detail: node.id } : {}),
        values: {
          eni: { ids: [node.owner] },
          ports:
            open === EVERY_HEADER
              ? { en: 'all traffic', ja: 'すべてのトラフィック' }
              : trafficText(describeHeaders(open)),
        },
        ...openingProof({ node, family }, open),
        fixes: () => offered(outwardOnly(context, node)),
      };
    }
  },
};
