/** A rule or an entry that AWS refuses (SG-2, NA-1, NA-3). */

import {
  isUnknown,
  known,
  resourcesOfKind,
  type LocalText,
  type NetworkAclEntry,
  type ResourceId,
  type SecurityGroupRule,
} from '../model/index.ts';
import { action } from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding } from './_finding.ts';

const TURNED: LocalText = {
  en: 'its first port is above its last',
  ja: '開始ポートが終了ポートより大きくなっています',
};
const PORTS: LocalText = { en: 'ports go from 0 to 65535', ja: 'ポートは 0～65535 です' };
const ALL_PORTS: LocalText = {
  en: 'a rule for all protocols has no ports',
  ja: 'すべてのプロトコルのルールにポートは指定できません',
};
const ICMP: LocalText = {
  en: 'ICMP types and codes go from 0 to 255',
  ja: 'ICMP のタイプとコードは 0～255 です',
};
const NO_PEER: LocalText = { en: 'it names no source or destination', ja: '送信元/送信先がありません' };
const NUMBER: LocalText = { en: 'rule numbers go from 1 to 32766', ja: 'ルール番号は 1～32766 です' };
const TWICE: LocalText = {
  en: 'another rule of that direction has the same number',
  ja: '同じ方向に同じ番号のルールがあります',
};

const isPorted = (protocol: string): boolean => ['tcp', 'udp', '6', '17'].includes(protocol.toLowerCase());
const isIcmp = (protocol: string): boolean => ['icmp', 'icmpv6', '1', '58'].includes(protocol.toLowerCase());
const isAll = (protocol: string): boolean => ['-1', 'all'].includes(protocol.toLowerCase());

/** What is wrong with a pair of bounds, if anything. -1 and nothing mean all. */
function boundsProblem(
  protocol: string,
  from: number | undefined,
  to: number | undefined,
): LocalText | undefined {
  const given = [from, to].filter((value) => value !== undefined);
  if (isAll(protocol)) {
    // Tools write 0 or the whole range there, and AWS takes it.
    return given.some((value) => ![-1, 0, 65_535].includes(value)) ? ALL_PORTS : undefined;
  }
  if (isIcmp(protocol)) return given.some((value) => value < -1 || value > 255) ? ICMP : undefined;
  if (!isPorted(protocol)) return undefined;
  if (given.some((value) => value < -1 || value > 65_535)) return PORTS;
  return from !== undefined && to !== undefined && to !== -1 && from > to ? TURNED : undefined;
}

const hasPeer = (rule: SecurityGroupRule): boolean =>
  [rule.cidrIpv4, rule.cidrIpv6, rule.prefixListId, rule.referencedGroupInfo].some(
    (value) => value !== undefined && value !== '',
  );

function ruleProblem(context: FindingContext, rule: SecurityGroupRule): LocalText | undefined {
  // A row that is still being filled in is no mistake.
  if (!hasPeer(rule)) return context.mode === 'review' ? NO_PEER : undefined;
  const protocol = known(rule.ipProtocol);
  if (protocol === undefined || isUnknown(rule.fromPort) || isUnknown(rule.toPort)) return undefined;
  return boundsProblem(protocol, known(rule.fromPort), known(rule.toPort));
}

/** The same rule with its ports the right way round. */
function turned(group: ResourceId, rule: SecurityGroupRule, index: number): ProposedFix[] {
  const [from, to] = [known(rule.fromPort), known(rule.toPort)];
  if (from === undefined || to === undefined || from <= to) return [];
  const way = rule.isEgress === true ? 'Egress' : 'Ingress';
  const groupId = known(rule.referencedGroupInfo?.groupId);
  const [four, six, list] = [known(rule.cidrIpv4), known(rule.cidrIpv6), known(rule.prefixListId)];
  const members = {
    ipProtocol: known(rule.ipProtocol) ?? 'tcp',
    ...(four === undefined ? {} : { cidrIpv4: four }),
    ...(six === undefined ? {} : { cidrIpv6: six }),
    ...(list === undefined ? {} : { prefixListId: list }),
    ...(groupId === undefined ? {} : { groupId }),
  };
  return [
    {
      id: 'turn-ports',
      title: { en: 'Swap the ports', ja: 'ポートを入れ替え' },
      parameters: { group },
      actions: [
        action(`RevokeSecurityGroup${way}`, group, { ...members, fromPort: from, toPort: to, index }),
        action(`AuthorizeSecurityGroup${way}`, group, { ...members, fromPort: to, toPort: from }),
      ],
    },
  ];
}

function* inGroups(context: FindingContext): Generator<RawFinding> {
  for (const [id, group] of resourcesOfKind(context.design, 'securityGroup')) {
    const places = { in: 0, out: 0 };
    for (const [index, rule] of (known(group.rules) ?? []).entries()) {
      const side = rule.isEgress === true ? 'out' : 'in';
      places[side] += 1;
      const reason = ruleProblem(context, rule);
      if (!reason) continue;
      const place = String(places[side]);
      yield {
        resource: id,
        detail: `${side}:${rule.securityGroupRuleId ?? place}`,
        values: {
          rule: context.say(
            side === 'in'
              ? { en: 'Inbound rule {place} of {group}', ja: '{group} のインバウンドルール {place}' }
              : { en: 'Outbound rule {place} of {group}', ja: '{group} のアウトバウンドルール {place}' },
            { place, group: { ids: [id] } },
          ),
          reason,
        },
        fixes: () => turned(id, rule, index),
      };
    }
  }
}

/** The final denies of an import, which carry numbers of their own. */
const isFinal = (entry: NetworkAclEntry): boolean =>
  entry.ruleAction === 'deny' && (entry.ruleNumber === 32_767 || entry.ruleNumber === 32_768);

function entryProblem(
  context: FindingContext,
  entry: NetworkAclEntry,
  isRepeated: (entry: NetworkAclEntry) => boolean,
): LocalText | undefined {
  if (isFinal(entry)) return undefined;
  if (!Number.isInteger(entry.ruleNumber) || entry.ruleNumber < 1 || entry.ruleNumber > 32_766) return NUMBER;
  if (isRepeated(entry)) return TWICE;
  if (entry.cidrBlock === undefined && entry.ipv6CidrBlock === undefined)
    return context.mode === 'review' ? NO_PEER : undefined;
  const protocol = known(entry.protocol);
  if (protocol === undefined) return undefined;
  return isIcmp(protocol)
    ? boundsProblem(protocol, entry.icmpTypeCode?.type, entry.icmpTypeCode?.code)
    : boundsProblem(protocol, entry.portRange?.from, entry.portRange?.to);
}

function* inAcls(context: FindingContext): Generator<RawFinding> {
  for (const [id, acl] of resourcesOfKind(context.design, 'networkAcl')) {
    const seen = new Set<string>();
    for (const [index, entry] of (known(acl.entries) ?? []).entries()) {
      const side = entry.egress === true ? 'out' : 'in';
      const key = `${side} ${entry.ruleNumber}`;
      const reason = entryProblem(context, entry, () => seen.has(key));
      seen.add(key);
      if (!reason) continue;
      yield {
        resource: id,
        detail: `${side}:${entry.ruleNumber}:${index}`,
        values: {
          rule: context.say(
            side === 'in'
              ? { en: 'Inbound rule {number} of {acl}', ja: '{acl} のインバウンドルール {number}' }
              : { en: 'Outbound rule {number} of {acl}', ja: '{acl} のアウトバウンドルール {number}' },
            { number: String(entry.ruleNumber), acl: { ids: [id] } },
          ),
          reason,
        },
      };
    }
  }
}

export const finding: FindingDefinition = {
  id: 'rule-invalid',
  title: { en: 'Rule that AWS does not accept', ja: 'AWS が受け付けないルール' },
  severity: 'error',
  live: 'now',
  layer: 'group',
  reference: 'vpc/latest/userguide/security-group-rules.html',
  alsoKnownAs: ['cfn-lint E3687', 'cfn-lint E3688', 'cfn-lint W3687', 'cfn_nag F79'],
  reads: ['securityGroup', 'networkAcl'],
  message: {
    en: '{rule} is not accepted by AWS: {reason}.',
    ja: '{rule} は AWS で受け付けられません。{reason}。',
  },
  *find(context) {
    yield* inGroups(context);
    yield* inAcls(context);
  },
};
