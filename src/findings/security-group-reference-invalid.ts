/** A rule that names a group which can never match where the rule is used (SG-5, SG-6, SG-7). */

import type { InterfaceNode } from '../engine/index.ts';
import { known, resourceOfKind, type LocalText } from '../model/index.ts';
import { describeHeaders, formatCidr, type Family } from '../net/index.ts';
import { action } from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding } from './_finding.ts';
import { triedFlows } from './_flows.ts';
import { revoke, rulesOf, ruleText, usersOfGroups, writtenRule, type PlacedRule } from './_groups.ts';

const REASONS = {
  stale: { en: 'there is no such group', ja: 'このグループは存在しません。' },
  otherVpc: { en: 'it is a group of another VPC', ja: '別の VPC のグループです。' },
  lost: {
    en: 'a device on the way hides who sent the packet',
    ja: '経路上の機器を通ると、送信元のグループが失われます。',
  },
} satisfies Record<string, LocalText>;

/** The blocks of the subnets where members of the group stand. */
function blocksOf(context: FindingContext, group: string, family: Family): string[] {
  return [
    ...new Set(
      (usersOfGroups(context).get(group) ?? []).flatMap((node) => node.subnet.cidrs[family].map(formatCidr)),
    ),
  ];
}

/** The same ports for the addresses in place of the group. */
function byAddress(context: FindingContext, placed: PlacedRule, named: string): ProposedFix[] {
  const rule = writtenRule(context, placed);
  if (!rule) return [];
  const gone = revoke(context, [placed]);
  const [fromPort, toPort] = [known(rule.fromPort), known(rule.toPort)];
  const allow = ([4, 6] as const).flatMap((family) =>
    blocksOf(context, named, family).map((block) =>
      action(
        placed.side === 'in' ? 'AuthorizeSecurityGroupIngress' : 'AuthorizeSecurityGroupEgress',
        placed.group.id,
        {
          ipProtocol: known(rule.ipProtocol) ?? '-1',
          ...(fromPort === undefined ? {} : { fromPort }),
          ...(toPort === undefined ? {} : { toPort }),
          [family === 4 ? 'cidrIpv4' : 'cidrIpv6']: block,
        },
      ),
    ),
  );
  const removal: ProposedFix = {
    id: 'revoke-rule',
    title: { en: 'Remove the rule', ja: 'ルールを削除' },
    parameters: { group: placed.group.id },
    actions: gone,
  };
  if (allow.length === 0) return [removal];
  return [
    {
      id: 'replace-reference',
      title: { en: 'Name the addresses', ja: 'アドレスで指定' },
      parameters: { group: placed.group.id },
      actions: [...gone, ...allow],
    },
    removal,
  ];
}

/** A peering or a transit gateway may join the two VPCs: what this version does not model is not judged. */
function mayBeJoined(context: FindingContext, nodes: readonly InterfaceNode[], placed: PlacedRule): boolean {
  const reference = writtenRule(context, placed)?.referencedGroupInfo;
  if (reference?.vpcPeeringConnectionId !== undefined) return true;
  return nodes.some(({ vpc }) =>
    [...context.network.tables.values()].some(
      (table) =>
        table.vpc === vpc &&
        ([4, 6] as const).some((family) =>
          table.routes[family].some(({ target }) => target.kind === 'unsupported'),
        ),
    ),
  );
}

function isForeign(context: FindingContext, placed: PlacedRule): boolean {
  const reference = writtenRule(context, placed)?.referencedGroupInfo;
  const owner =
    known(resourceOfKind(context.design, placed.group.id, 'securityGroup')?.ownerId) ??
    context.design.defaults?.ownerId;
  return reference?.userId !== undefined && owner !== undefined && reference.userId !== owner;
}

/** Why the named group never matches, from what is written alone. */
function reasonOf(
  context: FindingContext,
  placed: PlacedRule,
  users: readonly InterfaceNode[],
): LocalText | undefined {
  const { peer } = placed.rule;
  if (peer.kind !== 'group' || isForeign(context, placed) || mayBeJoined(context, users, placed))
    return undefined;
  if (peer.standing === 'stale') return REASONS.stale;
  const named = resourceOfKind(context.design, peer.id, 'securityGroup');
  if (peer.standing === 'unknown' || !named) return undefined;
  const vpcs = new Set([
    known(named.vpcId),
    ...(known(named.vpcAssociations) ?? []).map(({ vpcId }) => vpcId),
  ]);
  return vpcs.has(undefined) || users.some((node) => vpcs.has(node.vpc.id)) ? undefined : REASONS.otherVpc;
}

function told(
  context: FindingContext,
  placed: PlacedRule,
  named: string,
  reason: LocalText,
  users: readonly InterfaceNode[],
): RawFinding {
  return {
    resource: placed.group.id,
    related: [...new Set([named, ...users.map((node) => node.owner)])].filter(
      (id) => context.design.resources[id],
    ),
    // Not by its place: that changes when another rule goes.
    detail: `${placed.side}:${named}:${describeHeaders(placed.rule.headers)
      .map(({ protocol, ports = '' }) => `${protocol} ${ports}`)
      .join()}`,
    values: { rule: ruleText(context, [placed]), sg: { ids: [named] }, reason },
    fixes: () => byAddress(context, placed, named),
  };
}

export const finding: FindingDefinition = {
  id: 'security-group-reference-invalid',
  title: { en: 'Security group reference that never matches', ja: '一致しないセキュリティグループの参照' },
  severity: 'error',
  live: 'joined',
  layer: 'group',
  reference: 'vpc/latest/peering/vpc-peering-security-groups.html',
  alsoKnownAs: [],
  reads: ['securityGroup', 'instance', 'networkInterface', 'subnet', 'routeTable'],
  message: {
    en: '{rule} names {sg}, which never matches here: {reason}.',
    ja: '{rule} が参照する {sg} はこの経路では一致しません。{reason}',
  },
  *find(context) {
    const seen = new Set<PlacedRule['rule']>();
    for (const group of context.network.groups.values()) {
      const members = usersOfGroups(context).get(group.id) ?? [];
      if (members.length === 0) continue;
      for (const placed of [...rulesOf(group, 'in'), ...rulesOf(group, 'out')]) {
        const reason = reasonOf(context, placed, members);
        if (!reason || placed.rule.peer.kind !== 'group') continue;
        seen.add(placed.rule);
        yield told(context, placed, placed.rule.peer.id, reason, members);
      }
    }
    for (const { rule: placed, answer, to } of triedFlows(context)) {
      if (
        !placed ||
        placed.rule.peer.kind !== 'group' ||
        seen.has(placed.rule) ||
        answer.verdict !== 'blocked'
      )
        continue;
      const lost = answer.blockers.some(
        ({ code, resource }) => code === 'SG_REFERENCES_NOT_PRESERVED' && resource === placed.group.id,
      );
      if (!lost) continue;
      seen.add(placed.rule);
      yield told(context, placed, placed.rule.peer.id, REASONS.lost, to.node ? [to.node] : []);
    }
  },
};
