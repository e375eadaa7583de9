import { describe, expect, it } from 'vitest';
import type { FindingAnswer } from '../../app/index.ts';
import { causesOf, groupsOf, keptInPlace, type Cause, type Filter, type Grouping } from './filter.ts';

type More = Partial<Pick<FindingAnswer, 'causedBy' | 'muted' | 'id' | 'resource' | 'gap'>>;

const finding = (key: string, severity: FindingAnswer['severity'], more: More = {}): FindingAnswer => ({
  key,
  id: key,
  severity,
  live: 'now',
  resource: key,
  related: [],
  message: { en: key, ja: key },
  fixes: [],
  references: [],
  alsoKnownAs: [],
  ...more,
});

const all = [
  finding('n', 'note'),
  finding('e1', 'error'),
  finding('w', 'warning', { causedBy: 'e1' }),
  finding('e2', 'error', { muted: { reason: 'known' } }),
  finding('x', 'note', { causedBy: 'e2' }),
];

describe('causesOf', () => {
  it.each<[string, Pick<Filter, 'least' | 'withMuted'>, string[]]>([
    ['everything open', { least: 'note', withMuted: false }, ['e1 > w', 'n', 'x']],
    ['muted too', { least: 'note', withMuted: true }, ['e1 > w', 'e2 > x', 'n']],
    ['errors', { least: 'error', withMuted: false }, ['e1']],
    ['errors and warnings', { least: 'warning', withMuted: false }, ['e1 > w']],
  ])('lists %s, worst first, consequences under their cause', (_, filter, wanted) => {
    const rows = causesOf(all, filter).map(({ finding: cause, consequences }) =>
      [cause.key, ...consequences.map(({ key }) => key)].join(' > '),
    );
    expect(rows).toEqual(wanted);
  });
});

describe('the same gap met by different traffic', () => {
  const gap = { id: 'reply', resource: 'acl', gap: 'out' };
  it('is one row with the others below it, in sight of what they cause', () => {
    const [first, second, ...others] = causesOf(
      [
        finding('a', 'error', gap),
        finding('b', 'error', gap),
        finding('of-b', 'warning', { causedBy: 'b' }),
        finding('c', 'error', { ...gap, gap: 'in' }),
        finding('d', 'note', gap),
      ],
      { least: 'note', withMuted: false },
    );
    expect(first?.consequences.map(({ key }) => key)).toEqual(['b', 'of-b']);
    expect([first?.finding.key, first?.alike, second?.finding.key, second?.alike]).toEqual([
      'a',
      1,
      'c',
      undefined,
    ]);
    expect(others.map(({ finding: { key } }) => key)).toEqual(['d']);
  });
});

const rows = (keys: string): readonly Cause[] =>
  keys === ''
    ? []
    : keys.split(' ').map((key) => ({
        finding: finding(key, key.startsWith('e') ? 'error' : 'note'),
        consequences: [],
      }));

describe('groupsOf', () => {
  it.each<[Grouping, string, string[]]>([
    ['none', 'e1 n1', [': e1 n1']],
    ['none', '', []],
    ['severity', 'e1 e2 n1', ['error: e1 e2', 'note: n1']],
    ['resource', 'e1 n1', ['e1: e1', 'n1: n1']],
  ])('by %s', (group, keys, wanted) => {
    const told = groupsOf(rows(keys), group).map(
      ({ key, causes }) => `${key}: ${causes.map(({ finding: { key: of } }) => of).join(' ')}`,
    );
    expect(told).toEqual(wanted);
  });
});

describe('rows that somebody is at', () => {
  it.each([
    ['a b', 'b a', 'a b'],
    ['a b', 'a', 'a b(solved)'],
    ['b', 'a b', 'b a'],
    ['a b c', 'c d', 'a(solved) b(solved) c d'],
  ])('%j stay in their places when %j would be the order', (before, now, wanted) => {
    const told = keptInPlace(rows(before), rows(now))
      .map(({ finding: { key }, isSolved }) => (isSolved ? `${key}(solved)` : key))
      .join(' ');
    expect(told).toBe(wanted);
  });

  it.each([
    ['nothing changed', 'a b', 'a b'],
    ['some are solved', 'a b', 'b'],
    ['all are solved', 'a b', ''],
    ['some are new', 'a', 'a b'],
  ])('is the very same list the second time where %s', (_, before, now) => {
    const present = rows(now);
    const first = keptInPlace(rows(before), present);
    expect(keptInPlace(first, present)).toBe(first);
  });
});
