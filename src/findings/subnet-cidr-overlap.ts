/** Two subnets of one VPC that claim the same addresses (AD-8). */

import type { SubnetNode, VpcNode } from '../engine/index.ts';
import { cidrHolds, formatCidr, type Cidr, type Family } from '../net/index.ts';
import { nextFree, renumber } from './_blocks.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, RawFinding } from './_finding.ts';

interface Claim {
  readonly subnet: SubnetNode;
  readonly cidr: Cidr;
}

/** Pairs that overlap; blocks either hold each other or lie apart, so a sweep meets each pair. */
function overlapping(vpc: VpcNode, family: Family): [Claim, Claim][] {
  const claims = vpc.subnets
    .flatMap((subnet) => subnet.cidrs[family].map((cidr): Claim => ({ subnet, cidr })))
    .sort((a, b) =>
      a.cidr.first < b.cidr.first
        ? -1
        : a.cidr.first > b.cidr.first
          ? 1
          : a.cidr.prefixLength - b.cidr.prefixLength,
    );
  const open: Claim[] = [];
  const pairs: [Claim, Claim][] = [];
  for (const claim of claims) {
    while (open.length > 0 && (open.at(-1)?.cidr.last ?? 0n) < claim.cidr.first) open.pop();
    for (const outer of open) if (outer.subnet !== claim.subnet) pairs.push([outer, claim]);
    open.push(claim);
  }
  return pairs;
}

/** The one that is easier to move leads: fewer interfaces, else the one that came later. */
function easier(vpc: VpcNode, [a, b]: readonly [Claim, Claim]): readonly [Claim, Claim] {
  const [first, second] = vpc.subnets.indexOf(a.subnet) < vpc.subnets.indexOf(b.subnet) ? [a, b] : [b, a];
  return first.subnet.interfaces.length < second.subnet.interfaces.length ? [first, second] : [second, first];
}

function* inVpc(context: FindingContext, vpc: VpcNode): Generator<RawFinding> {
  for (const family of [4, 6] as const) {
    for (const pair of overlapping(vpc, family)) {
      const [moved, other] = easier(vpc, pair);
      const common = cidrHolds(moved.cidr, other.cidr) ? other.cidr : moved.cidr;
      const free = nextFree(moved.subnet, moved.cidr);
      yield {
        resource: moved.subnet.id,
        related: [other.subnet.id],
        family,
        detail: other.subnet.id,
        values: { a: { ids: [moved.subnet.id] }, b: { ids: [other.subnet.id] }, cidr: formatCidr(common) },
        fixes: () => (free ? [renumber(context, moved.subnet, free)] : []),
      };
    }
  }
}

export const finding: FindingDefinition = {
  id: 'subnet-cidr-overlap',
  title: { en: 'Subnets overlap', ja: 'サブネットの CIDR の重複' },
  severity: 'error',
  live: 'now',
  layer: 'addressing',
  reference: 'vpc/latest/userguide/subnet-sizing.html',
  alsoKnownAs: ['cfn-lint E3060'],
  reads: ['subnet', 'vpc'],
  message: {
    en: '{a} and {b} overlap in {cidr}.',
    ja: '{a} と {b} の CIDR が {cidr} で重複しています。',
  },
  *find(context) {
    for (const vpc of context.network.vpcs.values()) yield* inVpc(context, vpc);
  },
};
