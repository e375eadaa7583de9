import { describe, expect, it } from 'vitest';
import type { ChangedFlow, ChangedFlows, Idle, RowUse } from '../../engine/index.ts';
import { ruleTexts, type ExplainContext } from '../../i18n/index.ts';
import { flowsText, hintText, rowSentence, standingOf } from './row-words.ts';

const en: ExplainContext = { language: 'en', nameOf: (id) => (id === 'internet' ? 'the internet' : id) };
const ja: ExplainContext = { language: 'ja', nameOf: (id) => id };

/** `a>b tcp 443`. */
const flow = (line: string): ChangedFlow => {
  const [ends = '', protocol = '', ports] = line.split(' ');
  const [from = '', to = ''] = ends.split('>');
  return { from, to, family: 4, allowed: [{ protocol, ...(ports === undefined ? {} : { ports }) }] };
};
const changes = (...lines: readonly string[]): ChangedFlows => ({
  flows: lines.map(flow),
  total: lines.length,
  uncertain: 0,
});
const none = changes();
const effects = (opens: ChangedFlows, closes: ChangedFlows) => ({ opens, closes });
const use = (opens: ChangedFlows, closes: ChangedFlows, path?: RowUse['path']): RowUse => ({
  index: 0,
  without: effects(opens, closes),
  ...(path ? { path } : {}),
});

/** Spaces that hold words together, as plain ones. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('flows in words', () => {
  it.each([
    ['one', ['a>b tcp 443'], 'a to b, TCP 443'],
    [
      'the same ends in one',
      ['a>x tcp 80', 'a>y tcp 80', 'b>x tcp 80', 'b>y tcp 80'],
      'a and b to x and y, TCP 80',
    ],
    ['other ends apart', ['a>x tcp 80', 'b>y tcp 80'], 'a to x, TCP 80; b to y, TCP 80'],
    ['both families once', ['a>x tcp 80', 'a>x tcp 80'], 'a to x, TCP 80'],
    ['a protocol by itself', ['a>x tcp 0-65535'], 'a to x, TCP'],
    [
      'no more than a few ends',
      ['a>1 udp 53', 'a>2 udp 53', 'a>3 udp 53', 'a>4 udp 53', 'a>5 udp 53'],
      'a to 1, 2, 3 and 2 more, UDP 53',
    ],
  ])('%s', (_, lines, wanted) => {
    expect(plain(flowsText(changes(...lines), ruleTexts.en, en))).toBe(wanted);
  });

  it.each([
    ['all of a few', 4, 'a to x, UDP, protocol 100, protocol 101, protocol 102'],
    ['a few of many', 140, 'a to x, UDP, protocol 100, protocol 101 and 137 more protocols or ports'],
  ])('what passes: %s', (_, count, wanted) => {
    const many = Array.from({ length: count - 1 }, (__, index) => ({ protocol: `${100 + index}` }));
    const told: ChangedFlow = { from: 'a', to: 'x', family: 4, allowed: [{ protocol: 'udp' }, ...many] };
    const text = flowsText({ flows: [told], total: 1, uncertain: 0 }, ruleTexts.en, en);
    expect(plain(text)).toBe(wanted);
  });
});

describe('a hint', () => {
  it.each([
    [
      'what opens',
      effects(changes('a>x tcp 80', 'b>x tcp 80'), none),
      'With this row, 2 paths open: a and b to x, TCP 80.',
    ],
    ['what closes', effects(none, changes('a>x tcp 80')), 'With this row, 1 path closes: a to x, TCP 80.'],
    [
      'both',
      effects(changes('a>x tcp 80'), changes('a>x tcp 81', 'b>x tcp 81')),
      'With this row, 1 path opens: a to x, TCP 80. 2 paths close: a and b to x, TCP 81.',
    ],
    ['nothing', effects(none, none), 'With this row, no path opens or closes.'],
    ['what cannot be told', effects({ ...none, uncertain: 2 }, none), 'Of 2 paths it cannot be told.'],
  ])('tells %s', (_, told, wanted) => {
    expect(plain(hintText(told, 'this row', ruleTexts.en, en))).toBe(wanted);
  });

  it('tells it in Japanese', () => {
    const told = effects(changes('a>x tcp 80', 'b>x tcp 80'), none);
    expect(plain(hintText(told, 'この行', ruleTexts.ja, ja))).toBe(
      'この行で、2 件の経路が開きます: a と b から x への TCP 80。',
    );
  });
});

describe('the sentence on a row', () => {
  const by = (answer: 'allow' | 'deny' | 'both', ...numbers: readonly string[]): Idle => ({
    code: 'answered',
    by: numbers,
    answer,
  });
  it.each<[string, Idle | undefined, RowUse | undefined, 'routes' | 'rules', string | undefined]>([
    ['nothing told yet', undefined, undefined, 'rules', undefined],
    [
      'an earlier allow',
      by('allow', '120'),
      undefined,
      'rules',
      'Rule 130 never decides: rule 120 already allows the same traffic.',
    ],
    [
      'earlier ones of both',
      by('both', '90', '100'),
      undefined,
      'rules',
      'Rule 130 never decides: rules 90, 100 decide all its traffic before.',
    ],
    [
      'longer prefixes',
      by('allow', '10.0.0.0/9'),
      undefined,
      'routes',
      'Rule 130 never decides: the route to 10.0.0.0/9 wins all its addresses.',
    ],
    [
      'paths end without it',
      undefined,
      use(none, changes('a>x tcp 80')),
      'rules',
      'Without rule 130, 1 path would close: a to x, TCP 80.',
    ],
    [
      'paths come up without it',
      undefined,
      use(changes('a>x tcp 80'), none),
      'rules',
      'Without rule 130, 1 path would open: a to x, TCP 80.',
    ],
    [
      'it cannot be told',
      undefined,
      use(none, { ...none, uncertain: 1 }),
      'rules',
      'Whether paths depend on rule 130 cannot be told: a fact is missing.',
    ],
    ['nothing', undefined, use(none, none), 'rules', 'No path depends on rule 130.'],
    [
      'another rule does the same',
      undefined,
      use(none, none, { state: 'open' }),
      'rules',
      'No path depends on rule 130 alone: other rules let the same traffic through.',
    ],
    [
      'nothing comes by it',
      undefined,
      use(none, none, { state: 'closed' }),
      'rules',
      'Nothing gets through by rule 130.',
    ],
    [
      'nothing meets a deny',
      undefined,
      { ...use(none, none, { state: 'closed' }), denies: true },
      'rules',
      'Rule 130 stops nothing: no path would open without it.',
    ],
    [
      'other rules deny the same',
      undefined,
      { ...use(none, none, { state: 'open' }), denies: true },
      'rules',
      'Rule 130 alone stops nothing: other rules deny the same traffic.',
    ],
  ])('%s', (_, idle, used, of, wanted) => {
    const told = rowSentence(standingOf(idle, used), 'rule 130', of, ruleTexts.en, en);
    expect(told && plain(told)).toBe(wanted);
  });

  it('parts digits from Japanese', () => {
    expect(
      rowSentence(standingOf(by('deny', '120'), undefined), 'ルール 130', 'rules', ruleTexts.ja, ja),
    ).toBe('ルール 130 はどの通信にも適用されません。ルール 120 が同じ通信をすでに拒否しています。');
  });
});
