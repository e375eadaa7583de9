/** A route whose target does not carry its address family (EG-1, NG-9). */

import type { RouteNode, TableNode } from '../engine/index.ts';
import type { Family } from '../net/index.ts';
import {
  deleteRoute,
  egressOnlyTarget,
  natTarget,
  offered,
  replaceRoute,
  type RouteTarget,
} from './_actions.ts';
import type { FindingDefinition } from './_finding.ts';

/** The first 96 bits of NAT64's own block, the one that a NAT gateway serves over IPv6. */
const NAT64_FIRST = 0x64_ff9bn << 96n;
const NAT64_LAST = NAT64_FIRST + 0xffff_ffffn;

const isMismatch = ({ target, cidr }: RouteNode): boolean => {
  if (target.kind === 'egressOnlyInternetGateway') return cidr.family === 4;
  return (
    target.kind === 'natGateway' &&
    cidr.family === 6 &&
    !(NAT64_FIRST <= cidr.first && cidr.last <= NAT64_LAST)
  );
};

/** What does the same for that family, outward only. */
function counterpart({ vpc }: TableNode, family: Family): RouteTarget | undefined {
  if (family === 6) return vpc.egressOnlyGateway.value && egressOnlyTarget(vpc.egressOnlyGateway.value.id);
  const nat = vpc.natGateways.find((each) => each.state === 'available' && each.connectivity === 'public');
  return nat && natTarget(nat.id);
}

export const finding: FindingDefinition = {
  id: 'route-family-mismatch',
  title: { en: 'Target does not carry the address family', ja: 'ターゲットとアドレスファミリーの不一致' },
  severity: 'error',
  live: 'now',
  layer: 'target',
  reference: 'vpc/latest/userguide/egress-only-internet-gateway.html',
  alsoKnownAs: [],
  reads: ['routeTable', 'natGateway', 'egressOnlyInternetGateway', 'managedPrefixList'],
  message: {
    en: 'Route {dest} in {rtb}: {target} does not carry {family}.',
    ja: '{rtb} のルート {dest}: {target} は {family} を転送できません。',
  },
  *find(context) {
    for (const table of context.network.tables.values()) {
      for (const route of [...table.routes[4], ...table.routes[6]].filter(isMismatch)) {
        const { family } = route.cidr;
        const other = counterpart(table, family);
        yield {
          resource: table.id,
          related: [route.targetId],
          family,
          detail: route.destination,
          values: {
            dest: route.destination,
            rtb: { ids: [table.id] },
            target: { ids: [route.targetId] },
            family: `IPv${family}`,
          },
          fixes: () => offered(other && replaceRoute(context, route, other), deleteRoute(context, route)),
        };
      }
    }
  },
};
