import { describe, expect, it } from 'vitest';
import { answerOf, designOf, examples, SHOP } from './_examples.test-support.ts';
import { finding } from './default-security-group-open.ts';

const MADE = 'sg d in v default: in all sg:d ; out all 0.0.0.0/0';
const WIDER = 'sg d in v default: in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0';

describe('default-security-group-open', () => {
  examples(finding, SHOP, [
    { what: 'as AWS makes it, and nobody uses it', lines: MADE, speaks: [] },
    {
      what: 'as AWS makes it, and used',
      lines: `${MADE}\ninstance i in app-a sg d`,
      speaks: ['d'],
      fixes: ['Remove its rules'],
    },
    { what: 'with a rule of its own', lines: WIDER, speaks: ['d'], fixes: ['Remove its rules'] },
    { what: 'without rules', lines: 'sg d in v default: none\ninstance i in app-a sg d', speaks: [] },
    { what: 'another group', lines: WIDER.replace(' default', ''), speaks: [] },
    { what: 'rules that are not told', lines: 'coverage all\nsg d in v default: ?', speaks: [] },
    {
      what: 'never while drawing',
      lines: `${MADE}\ninstance i in app-a sg d`,
      speaks: [],
      options: { mode: 'live' },
    },
  ]);

  it.each([
    ['unused', WIDER, 'note'],
    ['used', `${MADE}\ninstance i in app-a sg d`, 'warning'],
  ])('is graver when used: %s', (what, lines, severity) => {
    expect(answerOf(designOf(SHOP, { what, lines, speaks: [] }), `${finding.id}:d`).severity).toBe(severity);
  });
});
