/** Parts of a report that several commands print: verdicts, missing facts, assumptions, what passes. */

import type { Allowed, Assumption, MissingFact, Verdict } from '../../engine/index.ts';
import {
  explainAssumption,
  explainFact,
  trafficWords,
  verdictWord,
  type ExplainContext,
} from '../explain/index.ts';
import { distinct } from './distinct.ts';
import { heading, items, tone, type Block, type Span, type Tone } from './blocks.ts';
import { sayIn } from './words.ts';

const TONES: Readonly<Record<Verdict, Tone>> = {
  reachable: 'good',
  partial: 'partial',
  undetermined: 'unsure',
  blocked: 'bad',
  'not-applicable': 'quiet',
};

const MARKS: Readonly<Record<Verdict, string>> = {
  reachable: '✓',
  partial: '◐',
  undetermined: '?',
  blocked: '✗',
  'not-applicable': '–',
};

export const verdictTone = (verdict: Verdict): Tone => TONES[verdict];

/** `✓ reachable` */
export const verdictSpan = (verdict: Verdict, context: ExplainContext): Span =>
  tone(TONES[verdict], `${MARKS[verdict]} ${verdictWord(verdict, context.language)}`);

export const verdictMark = (verdict: Verdict): string => MARKS[verdict];

/** The facts that are missing, each with the command that supplies it. */
export function unknownBlocks(lists: readonly (readonly MissingFact[])[], context: ExplainContext): Block[] {
  const missing = distinct(lists);
  if (missing.length === 0) return [];
  const say = sayIn(context.language);
  return [
    heading(say('unknowns')),
    items(
      missing.map((fact) => ({
        line: [explainFact(fact, context)],
        notes: fact.obtain === undefined ? [] : [[tone('quiet', `${say('run')}: `), fact.obtain]],
      })),
    ),
  ];
}

export function assumptionBlocks(
  lists: readonly (readonly Assumption[])[],
  context: ExplainContext,
): Block[] {
  const assumed = distinct(lists);
  if (assumed.length === 0) return [];
  return [
    heading(sayIn(context.language)('assumptions')),
    items(assumed.map((one) => ({ line: [explainAssumption(one, context)] }))),
  ];
}

/** `TCP 80, 443, except 1.2.3.0/24` */
export function allowedText(allowed: Allowed, context: ExplainContext): string {
  const say = sayIn(context.language);
  const { protocol, ports, except = [], destinations = [] } = allowed;
  const traffic =
    ports === undefined || ports === ''
      ? trafficWords(protocol, undefined, context.language)
      : withPorts(protocol, ports);
  const to = destinations.length === 0 ? '' : ` → ${destinations.join(', ')}`;
  const less = except.length === 0 ? '' : ` (${say('except')} ${except.join(', ')})`;
  return traffic + to + less;

  function withPorts(of: string, list: string): string {
    return list === '0-65535'
      ? `${trafficWords(of, undefined, context.language)} (${say('everyPort')})`
      : trafficWords(of, list, context.language);
  }
}

/** Every part of a list of what passes, in one line. */
export const allowedLine = (allowed: readonly Allowed[], context: ExplainContext): string =>
  allowed.length === 0
    ? sayIn(context.language)('nothing')
    : allowed.map((part) => allowedText(part, context)).join('; ');
