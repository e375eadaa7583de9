import { describe, expect, it } from 'vitest';
import { fit, fitAny } from './fuzzy.ts';

/** The texts that fit, best first. */
const ranked = (query: string, texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => ({ text, score: fit(query, text)?.score }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ text }) => text);

describe('fit', () => {
  const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    ['whole before beginning', 'web', ['web-1', 'web'], ['web', 'web-1']],
    ['beginning before word', 'web', ['sg-web', 'web-1'], ['web-1', 'sg-web']],
    ['word before middle', 'web', ['cobweb', 'sg-web'], ['sg-web', 'cobweb']],
    ['short before long', 'web', ['web-1 of the shop', 'web-1'], ['web-1', 'web-1 of the shop']],
    ['initials', 'fp', ['Find a path', 'Zoom to fit'], ['Find a path']],
    ['beginnings of words', 'fipa', ['Find a path', 'Flip a park'], ['Find a path']],
    ['words in any order', 'path find', ['Find a path', 'Find a resource'], ['Find a path']],
    ['Japanese anywhere', '経路', ['ここからの経路を調べる', '保存'], ['ここからの経路を調べる']],
    ['full width', 'ＶＰＣ', ['Add: VPC', 'Add: Subnet'], ['Add: VPC']],
    ['nothing by chance', 'web', ['The sewer band', 'A bewildered one'], []],
    ['nothing at all', 'zzz', ['Find a path'], []],
  ];
  it.each(cases)('%s', (_, query, texts, wanted) => {
    expect(ranked(query, texts)).toEqual(wanted);
  });

  it.each([
    ['web', 'sg-web', [[3, 6]]],
    [
      'fp',
      'Find a path',
      [
        [0, 1],
        [7, 8],
      ],
    ],
    [
      'a b',
      'b and a',
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['', 'anything', []],
  ])('%s in %s underlines %j', (query, text, ranges) => {
    expect(fit(query, text)?.ranges).toEqual(ranges);
  });
});

describe('fitAny', () => {
  it('counts other words less than the name', () => {
    const own = fitAny('dark', ['Theme: dark']);
    const other = fitAny('dark', ['Theme: light', 'dark']);
    expect(own?.score ?? 0).toBeGreaterThan(0);
    expect(other?.ranges).toEqual([]);
    expect(fitAny('dark', ['Language', 'words'])).toBeUndefined();
  });
});
