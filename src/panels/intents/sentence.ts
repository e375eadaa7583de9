/** An intent in one sentence, and the reason why it is broken or cannot be told. */

import type { IntentAnswer } from '../../app/index.ts';
import {
  explainProblem,
  tierWord,
  trafficWords,
  verdictWord,
  type ExplainContext,
  type intentTexts,
  type TextsOf,
} from '../../i18n/index.ts';
import type { Intent } from '../../model/index.ts';

type Texts = TextsOf<typeof intentTexts>;

const tiers = ['public', 'egress', 'private', 'isolated'] as const;

/** `web-1 reaches the internet, TCP 443, IPv4, through nat-a`. */
export function sentenceOf(intent: Intent, texts: Texts, { language, nameOf }: ExplainContext): string {
  const { from, to, protocol = 'tcp', port, ipVersion, expect, through = [] } = intent;
  const named = (end: string): string => (end === 'internet' ? texts.internet : nameOf(end));
  const comma = language === 'ja' ? '、' : ', ';
  const tier = tiers.find((each) => each === expect);
  const subject = from ?? to;
  if (tier !== undefined && subject !== undefined) {
    return texts.isTier(named(subject), tierWord(tier, language));
  }
  const isFlow = expect === 'reachable' || expect === 'blocked';
  if (!isFlow || from === undefined || to === undefined) return texts.unfinished;
  const traffic = [
    protocol === '-1' ? texts.any : trafficWords(protocol, port, language),
    ...(ipVersion === '4' ? [texts.ipv4] : ipVersion === '6' ? [texts.ipv6] : []),
    ...(through.length > 0 ? [texts.through(through.map(named).join(comma))] : []),
  ].join(comma);
  const tell = expect === 'reachable' ? texts.reaches : texts.neverReaches;
  const sentence = tell(named(from), named(to), traffic);
  // A name begins as it is written; only our own word takes a capital.
  return from === 'internet' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}

/** Why it does not hold; nothing for one that does, or that has no answer yet. */
export function whyNotHeld(
  answer: IntentAnswer | undefined,
  texts: Texts,
  context: ExplainContext,
): string | undefined {
  if (!answer || answer.held === true) return undefined;
  const { trouble, verdict } = answer;
  switch (trouble?.code) {
    case 'not-through':
      return texts.notThrough(
        trouble.missing.map(context.nameOf).join(context.language === 'ja' ? '、' : ', '),
      );
    case 'no-question':
      return explainProblem(trouble.problem, context);
    case 'not-judged':
      return texts.notJudged(trouble.members.join(', '));
    case 'unfinished':
      return texts.needsEnds;
    case undefined:
      if (verdict === 'partial') return texts.partlyNow;
      return verdict === undefined ? undefined : texts.verdictIs(verdictWord(verdict, context.language));
  }
}
