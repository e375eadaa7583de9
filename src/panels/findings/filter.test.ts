import { describe, expect, it } from 'vitest';
import { findingOf } from '../../app/finding.test-support.ts';
import type { Cause } from '../../app/index.ts';
import { groupsOf, keptInPlace, type Grouping } from './filter.ts';

const rows = (keys: string): readonly Cause[] =>
  keys === ''
    ? []
    : keys.split(' ').map((key) => ({
        finding: findingOf(key, key.startsWith('e') ? 'error' : 'note'),
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
