/** Address blocks of subnets: the next free one, and moving a subnet to it. */

import type { SubnetNode } from '../engine/index.ts';
import { cidrHolds, formatCidr, nextFreeCidr, parseCidr, type Cidr } from '../net/index.ts';
import { action } from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { ProposedFix } from './_finding.ts';

/** The three private ranges, as blocks. */
const RFC1918_BLOCKS: readonly Cidr[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => {
  const parsed = parseCidr(text);
  return parsed.ok ? [parsed.value] : [];
});

/** Which of the three holds a block; undefined for none, or for what is no block. */
export function privateRangeOf(text: string): number | undefined {
  const parsed = parseCidr(text);
  const index = parsed.ok ? RFC1918_BLOCKS.findIndex((range) => cidrHolds(range, parsed.value)) : -1;
  return index < 0 ? undefined : index;
}

/** The lowest free IPv4 block of the same size in the VPC; undefined when it is full. */
export function nextFree(subnet: SubnetNode, cidr: Cidr): Cidr | undefined {
  if (cidr.family === 6) return undefined;
  const taken = subnet.vpc.subnets.filter((other) => other !== subnet).flatMap((other) => other.cidrs[4]);
  for (const block of subnet.vpc.cidrs[4]) {
    const free = nextFreeCidr(block, Math.max(cidr.prefixLength, block.prefixLength), taken);
    if (free) return free;
  }
  return undefined;
}

export function renumber(context: FindingContext, subnet: SubnetNode, cidr: Cidr): ProposedFix {
  const block = formatCidr(cidr);
  return {
    id: 'set-subnet-block',
    title: context.say(
      { en: 'Change {subnet} to {block}', ja: '{subnet} を {block} に変更' },
      { subnet: { ids: [subnet.id] }, block },
    ),
    parameters: { subnet: subnet.id, destination: block },
    actions: [action('AssociateSubnetCidrBlock', subnet.id, { cidrBlock: block })],
  };
}
