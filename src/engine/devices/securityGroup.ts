/** Security groups: allow rules, judged at every interface (SG-1…SG-9). */

import {
  commonHeaders,
  EVERY_HEADER,
  isEmptyHeaderSet,
  NO_HEADERS,
  shareOf,
  splitAt,
  unionOfHeaders,
  type AddressSet,
  type HeaderSet,
} from '../../net/index.ts';
import type { MissingFact } from '../answers.ts';
import type { GroupNode, GroupRule, InterfaceNode } from '../compile/network.ts';
import { allowInGroup } from './filterFixes.ts';
import { addHop, filter, type Judgement, type Walk } from './walk.ts';
import { addressText, shownAs, type Packet } from './packet.ts';

/** The other end of a packet as a rule sees it. */
export interface PeerEnd {
  readonly set: AddressSet;
  readonly identity: InterfaceNode | undefined;
}

const NOTHING: Judgement = { yes: NO_HEADERS, maybe: NO_HEADERS };
const ANYTHING: Judgement = { yes: NO_HEADERS, maybe: EVERY_HEADER };

/** How one rule lies to a peer whose addresses no rule splits. */
function judgeRule(rule: GroupRule, peer: PeerEnd): Judgement | 'split' {
  switch (rule.peer.kind) {
    case 'addresses': {
      const share = shareOf(peer.set, rule.peer.set);
      if (share === 'some') return 'split';
      return share === 'all' ? { yes: rule.headers, maybe: rule.maybeHeaders } : NOTHING;
    }
    case 'group': {
      const { id, standing } = rule.peer;
      // SG-4: an interface that carries the group, met by its private address. SG-7: stale matches nothing.
      if (standing === 'unknown')
        return peer.identity ? { yes: NO_HEADERS, maybe: rule.maybeHeaders } : NOTHING;
      if (standing === 'stale') return NOTHING;
      if (peer.identity?.groups.some((group) => group.id === id))
        return { yes: rule.headers, maybe: rule.maybeHeaders };
      return peer.identity?.groups.some((group) => group.untold)
        ? { yes: NO_HEADERS, maybe: rule.maybeHeaders }
        : NOTHING;
    }
    case 'missing':
      return rule.peer.family === undefined || rule.peer.family === peer.set.family
        ? { yes: NO_HEADERS, maybe: rule.maybeHeaders }
        : NOTHING;
  }
}

/** Both sides of a judgement over several possibilities: passes surely only if under each of them. */
function overParts(judgements: readonly Judgement[]): Judgement {
  return judgements.reduce(
    (sum, part) => ({ yes: commonHeaders(sum.yes, part.yes), maybe: unionOfHeaders(sum.maybe, part.maybe) }),
    {
      yes: EVERY_HEADER,
      maybe: NO_HEADERS,
    },
  );
}

/** Bounds of all address peers, for cutting a set that a rule splits. */
function boundsOf(rules: readonly GroupRule[]): bigint[] {
  return rules.flatMap((rule) =>
    rule.peer.kind === 'addresses'
      ? rule.peer.set.ranges.flatMap((range) => [range.first, range.last + 1n])
      : [],
  );
}

/** What the union of some groups lets through in a direction (SG-1). */
function judgeGroups(groups: readonly GroupNode[], side: 'in' | 'out', peer: PeerEnd): Judgement {
  let yes = NO_HEADERS;
  let maybe = NO_HEADERS;
  for (const group of groups) {
    if (group.missing) {
      maybe = EVERY_HEADER;
      continue;
    }
    for (const rule of side === 'in' ? group.ingress : group.egress) {
      const judged = judgeRule(rule, peer);
      if (judged === 'split') {
        const all = groups.flatMap((each) => (side === 'in' ? each.ingress : each.egress));
        const parts = splitAt(peer.set, boundsOf(all));
        return overParts(
          parts.map((part) =>
            judgeGroups(groups, side, {
              set: { family: peer.set.family, ranges: [part] },
              identity: peer.identity,
            }),
          ),
        );
      }
      yes = unionOfHeaders(yes, judged.yes);
      maybe = unionOfHeaders(maybe, judged.maybe);
      if (yes === EVERY_HEADER) return { yes, maybe: EVERY_HEADER };
    }
  }
  return yes === NO_HEADERS && maybe === EVERY_HEADER ? ANYTHING : { yes, maybe };
}

/** `inbound 2`: the rule's place among those of its direction, as people count. */
export function ruleName(group: GroupNode, side: 'in' | 'out', rule: GroupRule): string {
  const place = (side === 'in' ? group.ingress : group.egress).indexOf(rule) + 1;
  return `${side === 'in' ? 'inbound' : 'outbound'} ${place}`;
}

/** The first rule that lets some of the headers through. */
export function decidingRule(
  groups: readonly GroupNode[],
  side: 'in' | 'out',
  peer: PeerEnd,
  headers: HeaderSet,
): { readonly group: GroupNode; readonly rule: GroupRule } | undefined {
  for (const group of groups) {
    for (const rule of side === 'in' ? group.ingress : group.egress) {
      const judged = judgeRule(rule, peer);
      const yes = judged === 'split' ? rule.headers : judged.yes;
      if (!isEmptyHeaderSet(commonHeaders(yes, headers))) return { group, rule };
    }
  }
  return undefined;
}

/** Facts that the judgement of these groups leaned on. */
function missingFacts(groups: readonly GroupNode[], side: 'in' | 'out', peer: PeerEnd): MissingFact[] {
  const facts: MissingFact[] = [];
  for (const group of groups) {
    if (group.missing) facts.push(group.missing);
    for (const rule of side === 'in' ? group.ingress : group.egress) {
      if (rule.missing) facts.push(rule.missing);
      if (rule.peer.kind === 'missing') facts.push(rule.peer.missing);
      if (rule.peer.kind === 'group' && rule.peer.standing === 'unknown') {
        facts.push({
          fact: 'group',
          resource: rule.peer.id,
          obtain: `aws ec2 describe-security-groups --group-ids ${rule.peer.id}`,
        });
      }
    }
  }
  if (facts.length === 0)
    facts.push({ fact: 'address-of', resource: peer.identity?.owner ?? groups[0]?.id ?? '' });
  return facts;
}

/** A reference that would match if the packet had kept its identity (SG-6), or a stale one (SG-7). */
function lostReference(
  groups: readonly GroupNode[],
  side: 'in' | 'out',
  peer: PeerEnd,
  lost: readonly (InterfaceNode | undefined)[],
  headers: HeaderSet,
): { readonly code: string; readonly group: GroupNode; readonly rule: GroupRule } | undefined {
  for (const group of groups) {
    for (const rule of side === 'in' ? group.ingress : group.egress) {
      if (rule.peer.kind !== 'group' || isEmptyHeaderSet(commonHeaders(rule.headers, headers))) continue;
      const { id, standing } = rule.peer;
      if (standing === 'unknown') continue;
      if (standing === 'stale') return { code: 'SG_REFERENCE_NOT_VALID_ON_PATH', group, rule };
      if (!peer.identity && lost.some((node) => node?.groups.some((each) => each.id === id)))
        return { code: 'SG_REFERENCES_NOT_PRESERVED', group, rule };
    }
  }
  return undefined;
}

/**
 * Judges a packet at an interface, unless it is a reply that the interface tracks (RP-2). `way`: whether the packet
 * meets its destination as it leaves, or a device first, behind which no group is known (SG-6).
 */
export function passGroups(
  walk: Walk,
  node: InterfaceNode,
  side: 'in' | 'out',
  packet: Packet,
  way: 'direct' | 'through-a-device',
): void {
  if (node.filtered === 'none') return;
  const shown = shownAs(node);
  if (walk.direction === 'return' && walk.tracked.has(node)) {
    if (walk.record && node.groups[0]) {
      addHop(walk, packet, {
        resource: node.groups[0].id,
        kind: 'securityGroup',
        action: 'allow',
        at: shown.resource,
        side,
        tracked: true,
      });
    }
    return;
  }
  const peer: PeerEnd =
    side === 'in'
      ? { set: packet.src, identity: packet.identity }
      : // SG-5: a reference holds inside one VPC; beyond, only peerings carry it.
        {
          set: packet.dst,
          identity: way === 'direct' && packet.dstOwner?.vpc === node.vpc ? packet.dstOwner : undefined,
        };
  const judgement = judgeGroups(node.groups, side, peer);
  filter(walk, packet, judgement, () => {
    const now: Walk = { ...walk };
    const headers = walk.segment.asked;
    const decided = decidingRule(node.groups, side, peer, headers);
    const lost = decided
      ? undefined
      : lostReference(
          node.groups,
          side,
          peer,
          side === 'in' ? [walk.passages.at(-1)?.before.srcOwner, packet.srcOwner] : [packet.dstOwner],
          headers,
        );
    const empty = node.groups.every(
      (group) => (side === 'in' ? group.ingress : group.egress).length === 0 && !group.missing,
    );
    const first = node.groups[0];
    const group = decided?.group ?? lost?.group ?? first;
    return {
      // SG-9
      code: lost?.code ?? (empty ? 'SG_HAS_NO_RULES' : 'ENI_SG_RULES_MISMATCH'),
      resource: group?.id ?? shown.resource,
      kind: 'securityGroup',
      ...(decided ? { rule: ruleName(decided.group, side, decided.rule) } : {}),
      ...(lost ? { deniedBy: ruleName(lost.group, side, lost.rule) } : {}),
      side,
      at: shown.resource,
      parameters: {
        groups: node.groups.map((each) => each.id).join(','),
        group: group?.id ?? '',
        interface: shown.resource,
        peer: addressText(peer.set),
        protocol: walk.ports.protocol,
        ports: walk.ports.dst,
      },
      facts: missingFacts(node.groups, side, peer),
      fixes: () => allowInGroup(now, node, side, packet),
    };
  });
  if (walk.direction === 'forward') walk.tracked.add(node);
}
