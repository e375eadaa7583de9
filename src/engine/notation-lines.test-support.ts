/**
 * Questions and what is expected of their answers, one line each, beside `notation.test-support.ts`.
 *
 *   ? internet > web tcp 443 = reachable
 *   ? web > 8.8.8.8 tcp 443 from 32768-60999 v4 = blocked NO_ROUTE_TO_DESTINATION@t return
 *   ? web > db tcp = partial allowed tcp 5432, advisory EPHEMERAL_PORTS_PARTIAL
 *   ? web > db icmp 8/0 strict = undetermined unknown acl-1
 *   tier a v4 = public through fw
 *   tier b v6 = private undetermined
 *
 * - A question: from > to, protocol (`tcp`), ports or ICMP type, `from` source ports, `v4` or `v6` (both),
 *   `strict` (nothing assumed).
 * - After the verdict, comma-separated: a blocker `CODE[@resource][#rule] [forward|return]`, `allowed protocol [ports]`,
 *   `unknown resource`, `assumes CODE`, `advisory CODE`. Blockers named are all there are, unless `...` ends the line;
 *   with none named, any may stand.
 */

import type { Family } from '../net/index.ts';
import type { Direction, ReachAnswer, ReachQuestion, SubnetTiers, Tier, Verdict } from './answers.ts';

export interface ExpectedBlocker {
  readonly code: string;
  readonly resource?: string;
  readonly rule?: string;
  readonly direction?: Direction;
}

export interface Expectation {
  readonly verdict: Verdict;
  readonly blockers: readonly ExpectedBlocker[];
  /** Other blockers may stand beside those named. */
  readonly open: boolean;
  readonly allowed: readonly { readonly protocol: string; readonly ports?: string }[];
  readonly unknowns: readonly string[];
  readonly assumptions: readonly string[];
  readonly advisories: readonly string[];
}

export interface QuestionLine {
  readonly text: string;
  readonly question: ReachQuestion;
  readonly strict: boolean;
  readonly expected?: Expectation;
}

export interface TierLine {
  readonly text: string;
  readonly subnet: string;
  readonly family: Family;
  readonly tier: Tier;
  readonly undetermined: boolean;
  /** Told only where the line says `through`. */
  readonly through?: readonly string[];
}

const VERDICTS: readonly string[] = ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'];
const TIERS: readonly string[] = ['public', 'egress', 'private', 'isolated'];
const isVerdict = (word: string): word is Verdict => VERDICTS.includes(word);
const isTier = (word: string): word is Tier => TIERS.includes(word);
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const wrong = (line: string, why: string): Error => new Error(`notation: ${why} in "${line}"`);

/** Reads a line that begins with `?`. */
export function question(text: string): QuestionLine {
  const [asked = '', answer] = text.replace(/^\s*\?\s*/, '').split(/\s=\s/);
  const [from, arrow, to, ...rest] = wordsOf(asked);
  if (from === undefined || arrow !== '>' || to === undefined) throw wrong(text, 'from > to');
  let protocol: string | undefined;
  let port: string | undefined;
  let sourcePort: string | undefined;
  let ipVersion: '4' | '6' | undefined;
  let strict = false;
  for (let i = 0; i < rest.length; i += 1) {
    const word = rest[i] ?? '';
    if (word === 'from') sourcePort = rest[(i += 1)] ?? '';
    else if (word === 'v4' || word === 'v6') ipVersion = word === 'v4' ? '4' : '6';
    else if (word === 'strict') strict = true;
    else if (protocol === undefined) protocol = word;
    else if (port === undefined) port = word;
    else throw wrong(text, `"${word}" is too much`);
  }
  return {
    text,
    strict,
    question: {
      from,
      to,
      ...(protocol === undefined ? {} : { protocol }),
      ...(port === undefined ? {} : { port }),
      ...(sourcePort === undefined ? {} : { sourcePort }),
      ...(ipVersion === undefined ? {} : { ipVersion }),
    },
    ...(answer === undefined ? {} : { expected: expectation(answer) }),
  };
}

/** Reads what stands after `=` of a question. */
export function expectation(text: string): Expectation {
  const open = /\.\.\.\s*$/.test(text);
  const [verdict = '', ...rest] = wordsOf(text.replace(/,?\s*\.\.\.\s*$/, ''));
  if (!isVerdict(verdict)) throw wrong(text, `no verdict "${verdict}"`);
  const found = {
    blockers: [] as ExpectedBlocker[],
    allowed: [] as { protocol: string; ports?: string }[],
    unknowns: [] as string[],
    assumptions: [] as string[],
    advisories: [] as string[],
  };
  for (const item of rest.join(' ').split(', ')) {
    const [word, value, more] = wordsOf(item);
    if (word === undefined) continue;
    if (word === 'allowed')
      found.allowed.push({ protocol: value ?? '', ...(more === undefined ? {} : { ports: more }) });
    else if (word === 'unknown') found.unknowns.push(value ?? '');
    else if (word === 'assumes') found.assumptions.push(value ?? '');
    else if (word === 'advisory') found.advisories.push(value ?? '');
    else found.blockers.push(blockerOf(word, value, text));
  }
  return { verdict, open, ...found };
}

function blockerOf(word: string, direction: string | undefined, text: string): ExpectedBlocker {
  const match = /^([A-Z][A-Z0-9_]+)(?:@([^#]+))?(?:#(.+))?$/.exec(word);
  if (!match) throw wrong(text, `no blocker "${word}"`);
  if (direction !== undefined && direction !== 'forward' && direction !== 'return')
    throw wrong(text, `"${direction}"`);
  const [, code = '', resource, rule] = match;
  return {
    code,
    ...(resource === undefined ? {} : { resource }),
    ...(rule === undefined ? {} : { rule }),
    ...(direction === undefined ? {} : { direction }),
  };
}

/** Reads a line that begins with `tier`. */
export function tierLine(text: string): TierLine {
  const [asked = '', answer = ''] = text.split(/\s=\s/);
  const [, subnet, version] = wordsOf(asked);
  const [tier = '', ...rest] = wordsOf(answer);
  if (subnet === undefined || (version !== 'v4' && version !== 'v6') || !isTier(tier))
    throw wrong(text, 'tier X v4 = TIER');
  const at = rest.indexOf('through');
  return {
    text,
    subnet,
    family: version === 'v4' ? 4 : 6,
    tier,
    undetermined: rest.includes('undetermined'),
    ...(at < 0 ? {} : { through: (rest[at + 1] ?? '').split(',') }),
  };
}

/** What an answer differs in from what a line expects; empty when it agrees. */
export function disagreements(answer: ReachAnswer, expected: Expectation): string[] {
  const families = Object.values(answer.families);
  const blockers = families.flatMap((family) => family.blockers);
  const found: string[] = [];
  if (answer.verdict !== expected.verdict) found.push(`verdict is ${answer.verdict}`);
  for (const wanted of expected.blockers) {
    if (!blockers.some((blocker) => isBlocker(blocker, wanted))) found.push(`no ${told(wanted)}`);
  }
  if (expected.blockers.length > 0 && !expected.open) {
    for (const blocker of blockers) {
      if (!expected.blockers.some((wanted) => isBlocker(blocker, wanted)))
        found.push(`also ${told(blocker)}`);
    }
  }
  const allowed = families.flatMap((family) => family.allowed);
  for (const wanted of expected.allowed) {
    if (!allowed.some((part) => part.protocol === wanted.protocol && part.ports === wanted.ports)) {
      found.push(`allowed is ${JSON.stringify(allowed)}`);
    }
  }
  const named: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'unknown',
      expected.unknowns,
      families.flatMap((family) => family.unknowns.map((fact) => fact.resource)),
    ],
    [
      'assumption',
      expected.assumptions,
      families.flatMap((family) => family.assumptions.map((one) => one.code)),
    ],
    ['advisory', expected.advisories, families.flatMap((family) => family.advisories.map((one) => one.code))],
  ];
  for (const [what, wanted, actual] of named) {
    for (const name of wanted)
      if (!actual.includes(name)) found.push(`no ${what} ${name}, only ${actual.join(' ') || 'none'}`);
  }
  return found;
}

const isBlocker = (blocker: ExpectedBlocker, wanted: ExpectedBlocker): boolean =>
  blocker.code === wanted.code &&
  (wanted.resource === undefined || blocker.resource === wanted.resource) &&
  (wanted.rule === undefined || blocker.rule === wanted.rule) &&
  (wanted.direction === undefined || blocker.direction === wanted.direction);

const told = ({ code, resource, rule, direction }: ExpectedBlocker): string =>
  `${code}${resource === undefined ? '' : `@${resource}`}${rule === undefined ? '' : `#${rule}`} ${direction ?? ''}`.trim();

/** What the tiers differ in from what a line expects; empty when they agree. */
export function tierDisagreements(tiers: readonly SubnetTiers[], line: TierLine): string[] {
  const answer = tiers.find((subnet) => subnet.id === line.subnet)?.families[line.family];
  if (!answer) return [`no tier of ${line.subnet}`];
  const found: string[] = [];
  if (answer.tier !== line.tier) found.push(`tier is ${answer.tier}`);
  if (answer.undetermined !== line.undetermined)
    found.push(answer.undetermined ? 'undetermined' : 'not undetermined');
  if (line.through && [...line.through].sort().join() !== [...answer.through].sort().join()) {
    found.push(`through ${answer.through.join() || 'nothing'}`);
  }
  return found;
}
