import { describe, expect, it } from 'vitest';
import type { Allowed, ReachableEntry } from '../../engine/index.ts';
import { reachTexts, ruleTexts } from '../../i18n/index.ts';
import { entryText, type Words } from './words.ts';

const en: Words = { reach: reachTexts.en, rules: ruleTexts.en, language: 'en' };
const ja: Words = { reach: reachTexts.ja, rules: ruleTexts.ja, language: 'ja' };

const tcp = (ports: string, more: Partial<Allowed> = {}): Allowed => ({ protocol: 'tcp', ports, ...more });

const entry = (part: Partial<ReachableEntry>): ReachableEntry => ({
  other: 'i-1',
  family: 4,
  verdict: 'partial',
  allowed: [],
  everywhere: part.allowed ?? [],
  narrow: [],
  unsure: [],
  unknowns: [],
  ...part,
});

const numbers = Array.from({ length: 140 }, (_, index): Allowed => ({ protocol: `${90 + index}` }));
const blocks = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `198.51.${index}.0/24`);

describe('what a row says', () => {
  const cases: readonly (readonly [
    what: string,
    Partial<ReachableEntry>,
    english: string,
    japanese: string,
  ])[] = [
    ['nothing of what is blocked', { verdict: 'blocked' }, '', ''],
    ['all', { verdict: 'reachable', allowed: [{ protocol: '-1' }] }, 'all traffic', 'すべてのトラフィック'],
    ['ports', { allowed: [tcp('443,8000-8080')] }, 'TCP 443, 8000–8080', 'TCP 443, 8000–8080'],
    [
      'whole protocols by their names',
      { allowed: [tcp('0-65535'), { protocol: 'udp', ports: '0-65535' }, { protocol: 'icmp' }] },
      'TCP, UDP, ICMP',
      'TCP、UDP、ICMP',
    ],
    [
      'very many protocols counted',
      { allowed: [tcp('0-65535'), ...numbers] },
      'TCP, protocol 90, protocol 91, protocol 92 and 137 more protocols or ports',
      'TCP、プロトコル 90、プロトコル 91、プロトコル 92、ほか 137 種類のプロトコルやポート',
    ],
    [
      'what passes for some client ports only',
      { allowed: [tcp('5432')], narrow: [tcp('5432')] },
      'TCP 5432 for some client ports only',
      'TCP 5432 (一部のクライアントポートのみ)',
    ],
    [
      'that beside what passes for all',
      { allowed: [tcp('22,5432')], narrow: [tcp('5432')] },
      'TCP 22, 5432; TCP 5432 for some client ports only',
      'TCP 22, 5432、TCP 5432 (一部のクライアントポートのみ)',
    ],
    [
      'a part of the internet',
      { allowed: [tcp('22', { sources: ['198.51.100.0/24'] })], everywhere: [] },
      'TCP 22 only from 198.51.100.0/24',
      'TCP 22 (198.51.100.0/24 からのみ)',
    ],
    [
      'what all may first, and then what a part may',
      {
        allowed: [tcp('443', { sources: blocks(90) }), tcp('22,443', { sources: blocks(3) })],
        everywhere: [tcp('443')],
      },
      'TCP 443; TCP 22, 443 only from 3 blocks',
      'TCP 443、TCP 22, 443 (3 個のブロックからのみ)',
    ],
    ['what may pass', { verdict: 'undetermined', unsure: [tcp('5432')] }, 'TCP 5432', 'TCP 5432'],
    [
      'what may pass besides',
      { allowed: [tcp('22')], unsure: [tcp('5432')] },
      'TCP 22; cannot tell: TCP 5432',
      'TCP 22、判定できない: TCP 5432',
    ],
  ];
  it.each(cases)('%s', (_, part, english, japanese) => {
    const plain = (words: Words) => entryText(entry(part), words).replaceAll('\u00A0', ' ');
    expect([plain(en), plain(ja)]).toEqual([english, japanese]);
  });
});
