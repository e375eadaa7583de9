/** A deny entry that an allow with a lower number has already answered (NA-1). */

import type { AclEntry, AclNode } from '../engine/index.ts';
import { known, resourceOfKind, type AwsAction } from '../model/index.ts';
import {
  commonRegion,
  formatCidr,
  isEmptyRegion,
  regionsWithout,
  regionWithin,
  toCidrs,
  type Family,
  type Region,
} from '../net/index.ts';
import { action } from './_actions.ts';
import { freeNumber, isTold } from './_acls.ts';
import { isWritten, type FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding } from './_finding.ts';
import { SIDE } from './_words.ts';

/** The written entry again, with another number. */
function again(
  context: FindingContext,
  acl: AclNode,
  entry: AclEntry,
  side: 'in' | 'out',
  number: number,
): AwsAction | undefined {
  const written = (known(resourceOfKind(context.design, acl.id, 'networkAcl')?.entries) ?? [])[entry.index];
  const protocol = written && known(written.protocol);
  if (!written || protocol === undefined) return undefined;
  const { portRange, icmpTypeCode } = written;
  const [four, six] = [known(written.cidrBlock), known(written.ipv6CidrBlock)];
  return action('CreateNetworkAclEntry', acl.id, {
    ruleNumber: number,
    egress: side === 'out',
    protocol,
    ruleAction: 'deny',
    ...(four === undefined ? {} : { cidrBlock: four }),
    ...(six === undefined ? {} : { ipv6CidrBlock: six }),
    ...(portRange?.from === undefined || portRange.to === undefined
      ? {}
      : { fromPort: portRange.from, toPort: portRange.to }),
    ...(icmpTypeCode?.type === undefined ? {} : { icmpType: icmpTypeCode.type }),
    ...(icmpTypeCode?.code === undefined ? {} : { icmpCode: icmpTypeCode.code }),
  });
}

function moveBefore(
  context: FindingContext,
  acl: AclNode,
  entry: AclEntry,
  side: 'in' | 'out',
  allow: AclEntry,
): ProposedFix[] {
  const number = freeNumber(acl, side, allow.number);
  const made = number === undefined ? undefined : again(context, acl, entry, side, number);
  if (!made || number === undefined || !isWritten(context, acl.id)) return [];
  return [
    {
      id: 'renumber-acl-entry',
      title: context.say(
        { en: 'Make it rule {number}', ja: 'ルール {number} に変更' },
        { number: String(number) },
      ),
      parameters: { acl: acl.id, side, number: String(number) },
      actions: [
        action('DeleteNetworkAclEntry', acl.id, { ruleNumber: entry.number, egress: side === 'out' }),
        made,
      ],
    },
  ];
}

/** What is left of an entry after all entries before it. */
const leftOf = (entries: readonly AclEntry[], index: number): readonly Region[] => {
  const entry = entries[index];
  return entry ? regionsWithout([entry], entries.slice(0, index)) : [];
};

/** The allow that answers first, where the deny changes nothing at all. */
function answeredBy(entries: readonly AclEntry[], index: number): AclEntry | undefined {
  const entry = entries[index];
  if (entry?.action !== 'deny') return undefined;
  const left = leftOf(entries, index);
  // Without it, what it still decides would meet the entries behind it.
  const admitted = entries.slice(index + 1).some((later, offset) => {
    if (later.action !== 'allow') return false;
    const before = entries.slice(index + 1, index + 1 + offset);
    return left.some((region) =>
      regionsWithout([commonRegion(region, later)], before).some((each) => !isEmptyRegion(each)),
    );
  });
  if (admitted) return undefined;
  return entries.slice(0, index).find((earlier, place) => {
    if (earlier.action !== 'allow') return false;
    const decided = leftOf(entries, place).some((region) => !isEmptyRegion(commonRegion(region, entry)));
    // An exception before a wider deny is how lists are written: there the deny is the rest, said aloud.
    const isException = left.length > 0 && regionWithin(earlier, entry);
    return decided && !isException;
  });
}

function* inAcl(
  context: FindingContext,
  acl: AclNode,
  side: 'in' | 'out',
  family: Family,
): Generator<RawFinding> {
  const entries = acl.entries[side][family];
  if (acl.missing || !isTold(entries)) return;
  for (const [index, entry] of entries.entries()) {
    const allow = answeredBy(entries, index);
    if (!allow) continue;
    const block = toCidrs(entry.set).map(formatCidr).join(', ');
    yield {
      resource: acl.id,
      family,
      detail: `${side}:${entry.number}`,
      values: {
        direction: SIDE[side],
        rule: String(entry.number),
        block,
        acl: { ids: [acl.id] },
        allowRule: String(allow.number),
      },
      fixes: () => moveBefore(context, acl, entry, side, allow),
    };
  }
}

export const finding: FindingDefinition = {
  id: 'network-acl-deny-never-matches',
  title: { en: 'Deny rule that never acts', ja: '機能しない拒否ルール' },
  severity: 'warning',
  live: 'now',
  layer: 'acl',
  reference: 'vpc/latest/userguide/vpc-network-acls.html',
  alsoKnownAs: [],
  reads: ['networkAcl'],
  message: {
    en: 'Deny rule {rule} ({direction}, {block}) of {acl} never acts: allow rule {allowRule} has a lower number and decides first.',
    ja: '{acl} の{direction}の拒否ルール {rule} ({block}) は、番号の小さい許可ルール {allowRule} が先に評価されるため機能しません。',
  },
  *find(context) {
    const inUse = new Set([...context.network.subnets.values()].map((subnet) => subnet.acl.value));
    for (const acl of context.network.acls.values()) {
      if (context.mode === 'live' && !inUse.has(acl)) continue;
      for (const side of ['in', 'out'] as const) {
        for (const family of [4, 6] as const) yield* inAcl(context, acl, side, family);
      }
    }
  },
};
