import { describe, expect, it } from 'vitest';
import type { FindingAnswer } from '../../app/index.ts';
import { causesOf, type Filter } from './filter.ts';

type More = Pick<FindingAnswer, 'causedBy'> | Pick<FindingAnswer, 'muted'>;

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
  it.each<[string, Filter, string[]]>([
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
