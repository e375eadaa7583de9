import { describe, expect, it } from 'vitest';
import type { FindingAnswer } from './answers.ts';
import { causesOf } from './causes.ts';

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
