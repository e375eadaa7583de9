/** A network ACL that cuts its subnets off in some direction (NA-1, NA-2). */

import type { AclNode, SubnetNode } from '../engine/index.ts';
import { known, resourcesOfKind } from '../model/index.ts';
import { formatCidr, regionsWithout, type Family } from '../net/index.ts';
import { action, offered } from './_actions.ts';
import { blockMember, freeNumber, isTold } from './_acls.ts';
import { isWritten, workloadsOf, type FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { wayOutOf } from './_proofs.ts';

/** No packet at all is let through. */
function isShut(acl: AclNode, side: 'in' | 'out', family: Family): boolean {
  const entries = acl.entries[side][family];
  if (acl.missing || !isTold(entries)) return false;
  return entries.every(
    (entry, index) =>
      entry.action === 'deny' || regionsWithout([entry], entries.slice(0, index)).length === 0,
  );
}

function backToDefault(
  context: FindingContext,
  acl: AclNode,
  subnets: readonly SubnetNode[],
): ProposedFix | undefined {
  const vpc = subnets[0]?.vpc;
  const standard = resourcesOfKind(context.design, 'networkAcl').find(
    ([id, each]) => id !== acl.id && known(each.isDefault) === true && known(each.vpcId) === vpc?.id,
  );
  if (!standard) return undefined;
  return {
    id: 'associate-acl',
    title: context.say({ en: 'Use {acl}', ja: '{acl} を関連付け' }, { acl: { ids: [standard[0]] } }),
    parameters: { acl: standard[0] },
    actions: subnets.map((subnet) =>
      action('ReplaceNetworkAclAssociation', standard[0], { subnetId: subnet.id }),
    ),
  };
}

function letVpcThrough(
  context: FindingContext,
  acl: AclNode,
  subnets: readonly SubnetNode[],
  sides: readonly ('in' | 'out')[],
  family: Family,
): ProposedFix | undefined {
  const blocks = subnets[0]?.vpc.cidrs[family].map(formatCidr) ?? [];
  const [block] = blocks;
  if (block === undefined || !isWritten(context, acl.id)) return undefined;
  const actions = sides.flatMap((side) => {
    const firstDeny = acl.entries[side][family].find((entry) => entry.action === 'deny');
    const number = freeNumber(acl, side, firstDeny?.number);
    return number === undefined
      ? []
      : [
          action('CreateNetworkAclEntry', acl.id, {
            ruleNumber: number,
            egress: side === 'out',
            protocol: '-1',
            ruleAction: 'allow',
            ...blockMember(family, block),
          }),
        ];
  });
  return {
    id: 'allow-in-acl',
    title: context.say({ en: 'Allow {block}', ja: '{block} を許可' }, { block }),
    parameters: { acl: acl.id, peer: block },
    actions,
  };
}

export const finding: FindingDefinition = {
  id: 'network-acl-denies-everything',
  title: { en: 'Network ACL cuts a subnet off', ja: 'ネットワーク ACL による全遮断' },
  severity: 'error',
  live: 'joined',
  layer: 'acl',
  leads: true,
  reference: 'vpc/latest/userguide/vpc-network-acls.html',
  alsoKnownAs: [],
  reads: ['networkAcl', 'subnet', 'instance', 'networkInterface'],
  message: {
    en: '{acl} allows no {direction} traffic over {family} and cuts off {subnet}.',
    ja: '{acl} は {family} の{direction}一切許可していないため、{subnet} は通信できません。',
  },
  *find(context) {
    const users = new Map<AclNode, SubnetNode[]>();
    for (const subnet of context.network.subnets.values()) {
      const acl = subnet.acl.value;
      if (acl) users.set(acl, [...(users.get(acl) ?? []), subnet]);
    }
    for (const [acl, all] of users) {
      for (const family of [4, 6] as const) {
        const subnets = all.filter((subnet) =>
          workloadsOf(subnet).some((node) => node.addresses[family].length > 0),
        );
        const sides = (['in', 'out'] as const).filter((side) => isShut(acl, side, family));
        const [only] = sides;
        if (subnets.length === 0 || only === undefined) continue;
        yield {
          resource: acl.id,
          related: subnets.map((subnet) => subnet.id),
          family,
          values: {
            acl: { ids: [acl.id] },
            direction: DIRECTIONS[sides.length === 2 ? 'both' : only],
            family: `IPv${family}`,
            subnet: { ids: subnets.map((subnet) => subnet.id) },
          },
          ...wayOutOf(subnets, family),
          fixes: () =>
            offered(
              letVpcThrough(context, acl, subnets, sides, family),
              backToDefault(context, acl, subnets),
            ),
        };
      }
    }
  },
};

const DIRECTIONS = {
  in: { en: 'inbound', ja: 'インバウンド通信を' },
  out: { en: 'outbound', ja: 'アウトバウンド通信を' },
  both: { en: 'inbound or outbound', ja: 'インバウンド通信もアウトバウンド通信も' },
};
