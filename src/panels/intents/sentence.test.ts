import { describe, expect, it } from 'vitest';
import { intentTexts } from '../../i18n/index.ts';
import type { Intent, Language } from '../../model/index.ts';
import { sentenceOf, whyNotHeld } from './sentence.ts';

const said = (intent: Intent, language: Language): string =>
  sentenceOf(intent, intentTexts[language], { language, nameOf: (id) => (id === 'i-2' ? '注文' : id) });

describe('an intent in words', () => {
  it.each<[Intent, string, string]>([
    [
      { from: 'internet', to: 'web', port: '443', expect: 'reachable' },
      'The internet reaches web, TCP 443',
      'インターネットから web に到達できる (TCP 443)',
    ],
    [
      {
        from: 'app-a',
        to: 'internet',
        protocol: 'tcp',
        port: '443',
        expect: 'reachable',
        through: ['nat-a'],
      },
      'app-a reaches the internet, TCP 443, through nat-a',
      'app-a からインターネットに到達できる (TCP 443、nat-a 経由)',
    ],
    [
      { from: 'internet', to: 'i-2', protocol: '-1', ipVersion: '6', expect: 'blocked' },
      'The internet never reaches 注文, any traffic, IPv6',
      'インターネットから注文に到達できない (すべての通信、IPv6)',
    ],
    [{ to: 'data-a', expect: 'isolated' }, 'data-a is isolated', 'data-a は隔離'],
    [{ from: 'web', expect: 'reachable' }, 'An intent that is not finished', '未完成の要件'],
  ])('%o', (intent, en, ja) => expect([said(intent, 'en'), said(intent, 'ja')]).toEqual([en, ja]));

  const context = { language: 'en', nameOf: (id: string) => id } as const;
  const why = (answer: Parameters<typeof whyNotHeld>[0]) => whyNotHeld(answer, intentTexts.en, context);
  it.each([
    ['held', { id: 'a', held: true, verdict: 'reachable' }, undefined],
    ['no answer yet', undefined, undefined],
    ['broken', { id: 'a', held: false, verdict: 'blocked' }, 'It is blocked now.'],
    [
      'another way',
      { id: 'a', held: false, verdict: 'reachable', trouble: { code: 'not-through', missing: ['nat-a'] } },
      'It does not go through nat-a.',
    ],
    [
      'not judged',
      { id: 'a', held: null, trouble: { code: 'not-judged', members: ['down'] } },
      '“down” is not judged by this version. It stays in the file.',
    ],
  ] as const)('why: %s', (_, answer, expected) => expect(why(answer)).toBe(expected));
});
