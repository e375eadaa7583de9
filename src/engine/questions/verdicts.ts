/** How verdicts rank and come together, and how `allowed` tells what passes (V-1…V-3). */

import {
  NO_HEADERS,
  describeHeaders,
  formatCidr,
  isEmptyHeaderSet,
  toCidrs,
  unionOfHeaders,
  type AddressSet,
  type HeaderSet,
} from '../../net/index.ts';
import type { Allowed, Verdict } from '../answers.ts';
import { addressText } from '../devices/packet.ts';
import { addressesAt, type Combination } from './options.ts';

export const VERDICT_ORDER: readonly Verdict[] = [
  'reachable',
  'partial',
  'undetermined',
  'blocked',
  'not-applicable',
];

export const betterVerdict = (a: Verdict, b: Verdict): Verdict =>
  VERDICT_ORDER.indexOf(a) <= VERDICT_ORDER.indexOf(b) ? a : b;

export interface Outcome {
  readonly yes: HeaderSet;
  readonly maybe: HeaderSet;
  readonly partly: HeaderSet;
}

/** The verdict over all combinations of an option (V-3). */
export function verdictOver(asked: HeaderSet, outcomes: readonly Outcome[]): Verdict {
  if (outcomes.length === 0) return 'not-applicable';
  if (outcomes.every((outcome) => outcome.yes === asked)) return 'reachable';
  if (outcomes.some((outcome) => !isEmptyHeaderSet(outcome.yes) || !isEmptyHeaderSet(outcome.partly)))
    return 'partial';
  return outcomes.some((outcome) => !isEmptyHeaderSet(outcome.maybe)) ? 'undetermined' : 'blocked';
}

/** How `allowed` tells what passes, by part where parts differ. */
export function describeAllowed(
  combinations: readonly Combination[],
  outcomes: readonly Outcome[],
  except: readonly string[],
): Allowed[] {
  const passing = outcomes.map((outcome) => unionOfHeaders(outcome.yes, outcome.partly));
  const distinct = new Map<HeaderSet, AddressSet[]>();
  let inward: 'sources' | 'destinations' = 'destinations';
  passing.forEach((set, index) => {
    const combination = combinations[index];
    if (!combination) return;
    if (combination.part && combination.part === addressesAt(combination.from)) inward = 'sources';
    const list = distinct.get(set) ?? [];
    if (combination.part) list.push(combination.part);
    distinct.set(set, list);
  });
  const exceptMember = except.length > 0 ? { except } : {};
  if (distinct.size <= 1) {
    return describeHeaders(passing[0] ?? NO_HEADERS).map((part) => ({ ...part, ...exceptMember }));
  }
  return [...distinct].flatMap(([set, parts]) => {
    if (isEmptyHeaderSet(set)) return [];
    const blocks = parts.flatMap((part) =>
      part.ranges.length > 64 ? [addressText(part)] : toCidrs(part).map(formatCidr),
    );
    return describeHeaders(set).map((part) => ({
      ...part,
      ...(blocks.length > 0 ? { [inward]: blocks } : {}),
      ...exceptMember,
    }));
  });
}
