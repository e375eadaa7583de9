import { describe, expect, it } from 'vitest';
import { causesOf } from './causes.ts';
import { findingOf } from './finding.test-support.ts';

const all = [
  findingOf('n', 'note'),
  findingOf('e1', 'error'),
  findingOf('w', 'warning', { causedBy: 'e1' }),
  findingOf('e2', 'error', { muted: { reason: 'known' } }),
  findingOf('x', 'note', { causedBy: 'e2' }),
];

describe('causesOf', () => {
  it.each<[string, Parameters<typeof causesOf>[1], string[]]>([
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
        findingOf('a', 'error', gap),
        findingOf('b', 'error', gap),
        findingOf('of-b', 'warning', { causedBy: 'b' }),
        findingOf('c', 'error', { ...gap, gap: 'in' }),
        findingOf('d', 'note', gap),
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
