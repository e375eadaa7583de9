/** Security group rules as findings name and change them. */

import type { GroupNode, GroupRule, InterfaceNode, VpcNode } from '../engine/index.ts';
import {
  known,
  resourceOfKind,
  type AwsAction,
  type LocalText,
  type SecurityGroupRule,
} from '../model/index.ts';
import {
  commonHeaders,
  EVERY_HEADER,
  formatCidr,
  headersWithin,
  headersWithout,
  TCP_HEADERS,
  type Family,
  type HeaderSet,
} from '../net/index.ts';
import { action } from './_actions.ts';
import { isInternetWide, type FindingContext } from './_context.ts';
import type { ProposedFix } from './_finding.ts';
import { headersOf, tcpRanges } from './_headers.ts';

export interface PlacedRule {
  readonly group: GroupNode;
  readonly rule: GroupRule;
  readonly side: 'in' | 'out';
  /** Its place among the rules of its direction, from 1. */
  readonly place: number;
}

export const rulesOf = (group: GroupNode, side: 'in' | 'out'): PlacedRule[] =>
  (side === 'in' ? group.ingress : group.egress).map((rule, index) => ({
    group,
    rule,
    side,
    place: index + 1,
  }));

/** Interfaces by the groups that they carry. */
export const usersOfGroups = (context: FindingContext): ReadonlyMap<string, readonly InterfaceNode[]> =>
  context.once('users of groups', () => {
    const users = new Map<string, InterfaceNode[]>();
    for (const node of context.network.interfaces.values()) {
      for (const { id } of node.groups) {
        const list = users.get(id);
        if (list) list.push(node);
        else users.set(id, [node]);
      }
    }
    return users;
  });

/** Inbound rules of an interface that a large part of the internet fits. */
export const wideRulesOf = (node: InterfaceNode, family: Family): PlacedRule[] =>
  node.groups
    .flatMap((group) => rulesOf(group, 'in'))
    .filter(
      ({ rule }) =>
        rule.peer.kind === 'addresses' && rule.peer.set.family === family && isInternetWide(rule.peer.set),
    );

/** `inbound rule 2 of sg-web`, as words of a sentence. */
export function ruleText(context: FindingContext, rules: readonly PlacedRule[]): LocalText {
  const texts = rules.map(({ group, side, place }) =>
    context.say(
      side === 'in'
        ? { en: 'inbound rule {place} of {group}', ja: '{group} のインバウンドルール {place}' }
        : { en: 'outbound rule {place} of {group}', ja: '{group} のアウトバウンドルール {place}' },
      { place: String(place), group: { ids: [group.id] } },
    ),
  );
  return { en: texts.map((text) => text.en).join(', '), ja: texts.map((text) => text.ja).join('、') };
}

export const writtenRule = (
  context: FindingContext,
  { group, rule }: PlacedRule,
): SecurityGroupRule | undefined =>
  (known(resourceOfKind(context.design, group.id, 'securityGroup')?.rules) ?? [])[rule.index];

/** The members that tell a rule's peer. */
function peerOf(rule: SecurityGroupRule): AwsAction['parameters'] {
  const groupId = known(rule.referencedGroupInfo?.groupId);
  const found: Record<string, string> = {};
  for (const member of ['cidrIpv4', 'cidrIpv6', 'prefixListId'] as const) {
    const value = known(rule[member]);
    if (value !== undefined) found[member] = value;
  }
  return groupId === undefined ? found : { ...found, groupId };
}

/** Takes rules away; later ones first, since each is told by its place. */
export function revoke(context: FindingContext, rules: readonly PlacedRule[]): AwsAction[] {
  const written = rules.flatMap((placed) => {
    const rule = writtenRule(context, placed);
    return rule ? [{ placed, rule }] : [];
  });
  written.sort((a, b) => b.placed.rule.index - a.placed.rule.index);
  return written.map(({ placed, rule }) => {
    const fromPort = known(rule.fromPort);
    const toPort = known(rule.toPort);
    return action(
      placed.side === 'in' ? 'RevokeSecurityGroupIngress' : 'RevokeSecurityGroupEgress',
      placed.group.id,
      {
        ipProtocol: known(rule.ipProtocol) ?? '-1',
        ...(fromPort === undefined ? {} : { fromPort }),
        ...(toPort === undefined ? {} : { toPort }),
        ...peerOf(rule),
        index: placed.rule.index,
      },
    );
  });
}

/** Allows TCP ranges for the peer of a rule that was there. */
function allowAgain(context: FindingContext, placed: PlacedRule, headers: HeaderSet): AwsAction[] {
  const rule = writtenRule(context, placed);
  if (!rule) return [];
  return tcpRanges(headers).map(([fromPort, toPort]) =>
    action(
      placed.side === 'in' ? 'AuthorizeSecurityGroupIngress' : 'AuthorizeSecurityGroupEgress',
      placed.group.id,
      { ipProtocol: 'tcp', fromPort, toPort, ...peerOf(rule) },
    ),
  );
}

/** Closes TCP ports in rules; what else the rules let in stays, where it can be written as TCP ranges. */
function closePorts(context: FindingContext, rules: readonly PlacedRule[], ports: HeaderSet): AwsAction[] {
  const again = rules.flatMap((placed) =>
    headersWithin(placed.rule.headers, TCP_HEADERS)
      ? allowAgain(context, placed, headersWithout(placed.rule.headers, ports))
      : [],
  );
  return [...revoke(context, rules), ...again];
}

/** Allows headers of rules from the VPC's own blocks, for who inside may need what is closed to everyone else. */
function allowVpc(rules: readonly PlacedRule[], headers: HeaderSet, vpc: VpcNode): AwsAction[] {
  const seen = new Set<string>();
  return rules.flatMap(({ group, rule }) => {
    const family = rule.peer.kind === 'addresses' ? rule.peer.set.family : 4;
    if (rule.headers === EVERY_HEADER && headers === EVERY_HEADER) {
      const member = family === 4 ? 'cidrIpv4' : 'cidrIpv6';
      return vpc.cidrs[family].map((cidr) =>
        action('AuthorizeSecurityGroupIngress', group.id, { ipProtocol: '-1', [member]: formatCidr(cidr) }),
      );
    }
    return vpc.cidrs[family].flatMap((cidr) =>
      tcpRanges(commonHeaders(rule.headers, headers)).flatMap(([fromPort, toPort]) => {
        const block = formatCidr(cidr);
        const key = `${group.id} ${block} ${fromPort} ${toPort}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [
          action('AuthorizeSecurityGroupIngress', group.id, {
            ipProtocol: 'tcp',
            fromPort,
            toPort,
            [family === 4 ? 'cidrIpv4' : 'cidrIpv6']: block,
          }),
        ];
      }),
    );
  });
}

/** Ways to close ports in rules: for everyone, or for everyone outside the VPC. */
export function closings(
  context: FindingContext,
  rules: readonly PlacedRule[],
  ports: HeaderSet,
  vpc: VpcNode,
): ProposedFix[] {
  const parameters = { group: rules[0]?.group.id ?? '' };
  const closed = closePorts(context, rules, ports);
  const inside = allowVpc(rules, ports, vpc);
  return [
    { id: 'revoke-rule', title: { en: 'Close it', ja: '閉じる' }, parameters, actions: closed },
    {
      id: 'narrow-rule',
      title: { en: 'Keep it open inside the VPC only', ja: 'VPC 内からのみ許可' },
      parameters,
      actions: [...closed, ...inside],
    },
  ];
}

/** Opens only these ports in place of rules. */
export const narrowTo = (
  context: FindingContext,
  rules: readonly PlacedRule[],
  ports: HeaderSet,
): AwsAction[] => [
  ...revoke(context, rules),
  ...rules.flatMap((placed) => allowAgain(context, placed, commonHeaders(placed.rule.headers, ports))),
];

/** The headers that the instance behind an interface says it listens on. */
export function listenedOn(context: FindingContext, node: InterfaceNode): HeaderSet | undefined {
  const listens = known(resourceOfKind(context.design, node.owner, 'instance')?.listens);
  return listens && listens.length > 0
    ? headersOf(listens.map(({ protocol, ports }) => ({ protocol, ports: ports.replaceAll(' ', '') })))
    : undefined;
}
