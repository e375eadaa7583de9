/** A request that arrives and a reply that finds no route (RP-1). */

import { addRoute, gatewayTarget, offered } from './_actions.ts';
import { leadsToInternet } from './_context.ts';
import type { FindingDefinition } from './_finding.ts';
import { endValue, questionOf, triedFlows } from './_flows.ts';

export const finding: FindingDefinition = {
  id: 'return-route-missing',
  title: { en: 'No route back', ja: '戻りのルートなし' },
  severity: 'error',
  live: 'joined',
  layer: 'route',
  reference: 'vpc/latest/userguide/route-tables-priority.html',
  alsoKnownAs: [],
  reads: [
    'routeTable',
    'securityGroup',
    'subnet',
    'instance',
    'networkInterface',
    'internetGateway',
    'networkAcl',
    'elasticIp',
  ],
  message: {
    en: '{to} receives requests from {from} but {rtb} has no route back to {cidr}.',
    ja: '{from} から {to} にリクエストは届きますが、{rtb} に {cidr} への戻りのルートがありません。',
  },
  *find(context) {
    const told = new Set<string>();
    for (const flow of triedFlows(context)) {
      const { answer, from, to } = flow;
      if (answer.verdict !== 'blocked' || answer.forward.verdict !== 'reachable' || !to.node) continue;
      const [blocker] = answer.return.blockers;
      // IPv6 without a way back has a finding of its own, as has a public address without any way out.
      if (blocker?.code !== 'NO_ROUTE_TO_DESTINATION' || flow.family === 6) continue;
      const ways = context.ways(to.node.subnet, 4);
      if (!from.node && (!ways || !leadsToInternet(ways))) continue;
      const table = context.network.tables.get(blocker.resource);
      const cidr = from.node
        ? (answer.source ?? from.text)
        : from.text === 'internet'
          ? '0.0.0.0/0'
          : from.text;
      const key = `${blocker.resource} ${cidr}`;
      if (!table || told.has(key)) continue;
      told.add(key);
      const gateway = table.vpc.internetGateway.value;
      yield {
        resource: table.id,
        related: [to.node.owner, ...(from.node ? [from.node.owner] : [])],
        family: flow.family,
        detail: cidr,
        values: { to: endValue(to), from: endValue(from), rtb: { ids: [table.id] }, cidr },
        proof: questionOf(flow),
        fixes: () =>
          offered(
            from.node || !gateway ? undefined : addRoute(context, table, cidr, gatewayTarget(gateway.id)),
          ),
      };
    }
  },
};
