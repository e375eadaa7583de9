/** One answer of `reach` for reading: verdict first, hops numbered, blockers with their fixes. */

import type {
  Blocker,
  FamilyAnswer,
  HeaderText,
  Hop,
  Leg,
  ReachAnswer,
  Verdict,
} from '../../engine/index.ts';
import {
  explainAdvisory,
  explainBlocker,
  explainFix,
  explainHop,
  trafficWords,
  type ExplainContext,
} from '../explain/index.ts';
import { alternativeTitle } from './alternatives.ts';
import { distinct } from './distinct.ts';
import { endText } from './end.ts';
import {
  heading,
  items,
  line,
  numbered,
  table,
  title,
  tone,
  type Block,
  type Item,
  type Line,
} from './blocks.ts';
import { allowedText, assumptionBlocks, unknownBlocks, verdictMark, verdictTone } from './shared.ts';
import { sayIn, type Word } from './words.ts';

/** `web (i-1) → db (i-2)  TCP 5432` */
export function questionLine(answer: ReachAnswer, context: ExplainContext): Line {
  const traffic = trafficWords(answer.protocol, answer.port, context.language);
  return [`${endText(answer.from, context)} → ${endText(answer.to, context)}  ${traffic}`];
}

export function answerBlocks(answer: ReachAnswer, context: ExplainContext): Block[] {
  const families = Object.entries(answer.families);
  const all = families.map(([, family]) => family);
  const judged = families.filter(([, family]) => family.verdict !== 'not-applicable');
  const others = families.filter(([, family]) => family.verdict === 'not-applicable');
  const [first] = judged;
  return [
    title(headline(answer.verdict, judged.length === 1 ? first?.[1] : undefined, context)),
    line(...questionLine(answer, context)),
    ...others.map(([family]) => notApplicable(family, context)),
    ...judged.flatMap(([family, of]) =>
      familyBlocks(family, of, judged.length > 1 ? 'among-several' : 'alone', context),
    ),
    ...unknownBlocks(
      all.map((family) => family.unknowns),
      context,
    ),
    ...assumptionBlocks(
      all.map((family) => family.assumptions),
      context,
    ),
    ...advisoryBlocks(all, context),
  ];
}

function headline(verdict: Verdict, family: FamilyAnswer | undefined, context: ExplainContext) {
  return tone(
    verdictTone(verdict),
    `${verdictMark(verdict)} ${sayIn(context.language)(headlineWord(verdict, family))}`,
  );
}

function headlineWord(verdict: Verdict, family: FamilyAnswer | undefined): Word {
  if (verdict === 'not-applicable') return 'notApplicable';
  const onReturn = family?.forward.verdict === 'reachable' && family.return.verdict === 'blocked';
  return verdict === 'blocked' && onReturn ? 'blockedOnReturn' : verdict;
}

function notApplicable(family: string, context: ExplainContext): Block {
  const say = sayIn(context.language);
  return line(tone('quiet', `IPv${family}: ${say('notApplicable')} (${say('noAddressOfFamily')})`));
}

function familyBlocks(
  version: string,
  family: FamilyAnswer,
  standing: 'alone' | 'among-several',
  context: ExplainContext,
): Block[] {
  const say = sayIn(context.language);
  const { source, destination, forward } = family;
  const pair = source === undefined || destination === undefined ? '' : `  ${source} → ${destination}`;
  const about = tone('quiet', `IPv${version}${pair}`);
  const first = forward.hops[0]?.header;
  const last = forward.hops.at(-1)?.header;
  // What was sent has the asked addresses: the first hop may already have changed them.
  const sent =
    first === undefined ? undefined : { ...first, src: source ?? first.src, dst: destination ?? first.dst };
  const blocks: Block[] = [
    standing === 'alone' ? line(about) : title(headline(family.verdict, family, context), '  ', about),
    ...legBlocks('request', forward, sent, context),
    ...legBlocks('reply', family.return, last === undefined ? undefined : reversed(last), context),
  ];
  if (family.verdict === 'partial' || family.allowed.some(({ except = [] }) => except.length > 0)) {
    blocks.push(
      heading(say('allowed')),
      items(family.allowed.map((part) => ({ line: [allowedText(part, context)] }))),
    );
  }
  if (family.blockers.length > 0) {
    blocks.push(
      heading(say('blockers')),
      numbered(family.blockers.map((blocker) => blockerItem(blocker, context))),
    );
  }
  const others = family.alternatives.filter((other) => other.blockers.length > 0);
  if (others.length > 0) {
    blocks.push(
      heading(say('otherWays')),
      items(
        others.map((other) => ({
          line: [alternativeTitle(other, context)],
          notes: other.blockers.map((blocker) => blockerLine(blocker, context)),
        })),
      ),
    );
  }
  return blocks;
}

/** The header of the answer to a packet. */
const reversed = ({ src, srcPort, dst, dstPort, protocol }: HeaderText): HeaderText => ({
  src: dst,
  dst: src,
  srcPort: dstPort,
  dstPort: srcPort,
  protocol,
});

/** `sent`: the header as the first hop gets it, where that is known. */
function legBlocks(
  word: 'request' | 'reply',
  leg: Leg,
  sent: HeaderText | undefined,
  context: ExplainContext,
): Block[] {
  if (leg.hops.length === 0) return [];
  const say = sayIn(context.language);
  const rows = leg.hops.map((hop, index) => hopRow(hop, index, leg.hops[index - 1]?.header ?? sent, context));
  return [heading(say(word), '  ', tone(verdictTone(leg.verdict), verdictMark(leg.verdict))), table(rows)];
}

const HOP_MARKS = { forward: '→', translate: '⇄', allow: '✓', deny: '✗', deliver: '●', drop: '✗' } as const;
const HOP_TONES = {
  forward: 'quiet',
  translate: 'quiet',
  allow: 'good',
  deny: 'bad',
  deliver: 'good',
  drop: 'bad',
} as const;

/** The header is told where it begins and where it changes. */
function hopRow(hop: Hop, index: number, before: HeaderText | undefined, context: ExplainContext): Line[] {
  const changed =
    index === 0 || before === undefined || before.src !== hop.header.src || before.dst !== hop.header.dst;
  return [
    [tone('quiet', String(index + 1).padStart(2))],
    [tone(HOP_TONES[hop.action], HOP_MARKS[hop.action])],
    [explainHop(hop, context, before)],
    [changed ? tone('quiet', headerText(hop.header)) : ''],
  ];
}

function headerText({ src, srcPort, dst, dstPort }: HeaderText): string {
  return `${withPort(src, srcPort)} → ${withPort(dst, dstPort)}`;
}

function withPort(address: string, port: string): string {
  if (port === '' || port === 'all') return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

const blockerLine = (blocker: Blocker, context: ExplainContext): Line => [
  explainBlocker(blocker, context),
  tone('quiet', `  ${blocker.code}`),
];

function blockerItem(blocker: Blocker, context: ExplainContext): Item {
  const say = sayIn(context.language);
  return {
    line: blockerLine(blocker, context),
    notes: blocker.fixes.map((fix, index) => [
      tone('quiet', `${say(index === 0 ? 'fix' : 'orFix')}: `),
      explainFix(fix, context),
    ]),
  };
}

function advisoryBlocks(families: readonly FamilyAnswer[], context: ExplainContext): Block[] {
  const advisories = distinct(families.map((family) => family.advisories));
  if (advisories.length === 0) return [];
  return [
    heading(sayIn(context.language)('advisories')),
    items(advisories.map((advisory) => ({ line: [explainAdvisory(advisory, context)] }))),
  ];
}
