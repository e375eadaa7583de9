/** A subnet's block that lies in none of its VPC's blocks (AD-8). */

import type { SubnetNode, VpcNode } from '../engine/index.ts';
import { isUnknown, known, resourceOfKind } from '../model/index.ts';
import { cidrHolds, formatCidr, type Cidr, type Family } from '../net/index.ts';
import { action, offered } from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { nextFree, privateRangeOf, renumber } from './_blocks.ts';

/** AD-10: AWS adds no block of another private range beside the first. */
function mayJoin(subnet: SubnetNode, cidr: Cidr): boolean {
  if (cidr.prefixLength < 16 || cidr.prefixLength > 28) return false;
  const wanted = privateRangeOf(formatCidr(cidr));
  return subnet.vpc.cidrs[4].every((own) => {
    const range = privateRangeOf(formatCidr(own));
    return wanted === undefined || range === undefined || range === wanted;
  });
}

function widenVpc(context: FindingContext, subnet: SubnetNode, cidr: Cidr): ProposedFix | undefined {
  if (cidr.family === 6 || !mayJoin(subnet, cidr)) return undefined;
  const block = formatCidr(cidr);
  return {
    id: 'associate-vpc-block',
    title: context.say(
      { en: 'Add {block} to {vpc}', ja: '{vpc} に {block} を追加' },
      { block, vpc: { ids: [subnet.vpc.id] } },
    ),
    parameters: { vpc: subnet.vpc.id, destination: block },
    actions: [action('AssociateVpcCidrBlock', subnet.vpc.id, { cidrBlock: block })],
  };
}

/** One of several blocks that the source did not tell. */
function hasUntoldBlock(context: FindingContext, { id }: VpcNode): boolean {
  const vpc = resourceOfKind(context.design, id, 'vpc');
  return (
    (known(vpc?.cidrBlockAssociationSet) ?? []).some((block) => isUnknown(block.cidrBlock)) ||
    (known(vpc?.ipv6CidrBlockAssociationSet) ?? []).some((block) => isUnknown(block.ipv6CidrBlock))
  );
}

const blocksText = (blocks: readonly Cidr[], family: Family) =>
  blocks.length > 0
    ? blocks.map(formatCidr).join(', ')
    : { en: `IPv${family} blocks (there are none)`, ja: `IPv${family} CIDR ブロック (未設定)` };

export const finding: FindingDefinition = {
  id: 'subnet-outside-vpc-cidr',
  title: { en: 'Subnet outside its VPC', ja: 'VPC の範囲外のサブネット' },
  severity: 'error',
  live: 'now',
  layer: 'addressing',
  reference: 'vpc/latest/userguide/subnet-sizing.html',
  alsoKnownAs: ['cfn-lint E3059'],
  reads: ['vpc', 'subnet'],
  message: {
    en: '{subnet} {cidr} is not inside the {vpcCidrs} of {vpc}.',
    ja: '{subnet} の {cidr} は {vpc} の {vpcCidrs} に含まれていません。',
  },
  *find(context) {
    for (const subnet of context.network.subnets.values()) {
      const { vpc } = subnet;
      if (vpc.missingBlock || hasUntoldBlock(context, vpc)) continue;
      for (const family of [4, 6] as const) {
        // A VPC that has no IPv4 block yet is unfinished, not wrong.
        if (family === 4 && vpc.cidrs[4].length === 0) continue;
        for (const cidr of subnet.cidrs[family]) {
          if (vpc.cidrs[family].some((block) => cidrHolds(block, cidr))) continue;
          const free = nextFree(subnet, cidr);
          const move = free && renumber(context, subnet, free);
          const widen = widenVpc(context, subnet, cidr);
          yield {
            resource: subnet.id,
            related: [vpc.id],
            family,
            detail: formatCidr(cidr),
            values: {
              subnet: { ids: [subnet.id] },
              cidr: formatCidr(cidr),
              vpc: { ids: [vpc.id] },
              vpcCidrs: blocksText(vpc.cidrs[family], family),
            },
            fixes: () => (subnet.interfaces.length > 0 ? offered(widen, move) : offered(move, widen)),
          };
        }
      }
    }
  },
};
