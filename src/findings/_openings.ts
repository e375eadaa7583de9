/** The shape of findings about an interface that anyone on the internet can open: what they read, whom they name, how they are shown to be true. */

import { isEmptyHeaderSet, type HeaderSet } from '../net/index.ts';
import type { FindingContext } from './_context.ts';
import { opened, openingProof, rulesOpening, type Opened } from './_exposure.ts';
import type { FindingDefinition, RawFinding, Values } from './_finding.ts';
import { closings, ruleText, type PlacedRule } from './_groups.ts';

/** What these findings have in common. */
export const OPENING = {
  severity: 'error',
  live: 'joined',
  layer: 'group',
  reference: 'vpc/latest/userguide/security-group-rules.html',
  reads: [
    'securityGroup',
    'networkAcl',
    'routeTable',
    'internetGateway',
    'instance',
    'networkInterface',
    'elasticIp',
    'subnet',
    'managedPrefixList',
  ],
} as const satisfies Partial<FindingDefinition>;

/** The place of an opening: the interface's owner, with the rules that open it and a way in on one of the ports. */
export const openingAt = (
  context: FindingContext,
  each: Opened,
  rules: readonly PlacedRule[],
  shown: HeaderSet,
  values: Values,
): RawFinding => ({
  resource: each.node.owner,
  related: [...new Set(rules.map(({ group }) => group.id))],
  family: each.family,
  ...(each.node.primaryOfInstance ? { detail: each.node.id } : {}),
  values: { ...values, eni: { ids: [each.node.owner] }, rule: ruleText(context, rules) },
  ...openingProof(each, shown),
});

/** Every interface on which everyone opens some of these ports, with what would close them again. */
export function* openPorts(
  context: FindingContext,
  looked: HeaderSet,
  /** Closing takes away what is open, or all that was looked for, open or not yet. */
  closes: 'what-is-open' | 'all-of-them',
  valuesOf: (open: HeaderSet) => Values,
): Generator<RawFinding> {
  for (const each of opened(context)) {
    const { rules, ports } = rulesOpening(each, looked);
    if (isEmptyHeaderSet(ports)) continue;
    const closed = closes === 'what-is-open' ? ports : looked;
    yield {
      ...openingAt(context, each, rules, ports, valuesOf(ports)),
      fixes: () => closings(context, rules, closed, each.node.vpc),
    };
  }
}
