import { describe, expect, it } from 'vitest';
import { askReach, compile } from '../../engine/index.ts';
import { network } from '../../engine/notation.test-support.ts';
import { checkDesign } from '../../findings/index.ts';
import type { Intent } from '../../model/index.ts';
import { closingFixes, forbiddenBy } from './against-intent.ts';

const shop = network(`
  vpc v 10.0.0.0/16
  igw g on v
  subnet web 10.0.0.0/24 in v
  table t in v: web ; 0.0.0.0/0 > g
  sg s in v: in tcp 443 0.0.0.0/0 ; in tcp 22 0.0.0.0/0 ; out all any
  instance web-1 in web 10.0.0.20 pub 203.0.113.20 sg s`);

const asked = (port: string) => {
  const answer = askReach(compile(shop), { from: 'internet', to: 'web-1', protocol: 'tcp', port });
  if (!answer.ok) throw new Error('the question can be asked');
  return answer.value;
};

const never: Intent = { from: 'internet', to: 'web-1', protocol: 'tcp', port: '22', expect: 'blocked' };
const { port: _, ...neverAny } = never;

describe('what an intent forbids', () => {
  it.each<[string, Intent, string, 4 | 6, boolean]>([
    ['the same', never, '22', 4, true],
    ['the same over IPv6', never, '22', 6, true],
    ['only over IPv6', { ...never, ipVersion: '6' }, '22', 4, false],
    ['all ports', neverAny, '443', 4, true],
    ['all traffic', { ...neverAny, protocol: '-1' }, '443', 4, true],
    ['a range', { ...never, port: '20-30' }, '22', 4, true],
    ['another port', never, '443', 4, false],
    ['another protocol', { ...never, protocol: 'udp' }, '22', 4, false],
    ['another end', { ...never, to: 'db-1' }, '22', 4, false],
    ['the other direction', { ...never, from: 'web-1', to: 'internet' }, '22', 4, false],
    ['nothing: it must be reachable', { ...never, expect: 'reachable' }, '22', 4, false],
  ])('%s', (_case, intent, port, family, wanted) => {
    const found = forbiddenBy({ ...shop, intents: { it: intent } }, asked(port), family);
    expect(found).toBe(wanted ? intent : undefined);
  });
});

describe('what closes a way', () => {
  const findings = checkDesign(compile(shop), shop);

  it.each<[string, string, 4 | 6, readonly string[]]>([
    ['fixes that end it', '22', 4, ['revoke-rule', 'narrow-rule']],
    ['nothing for another port', '443', 4, []],
    ['nothing over the other family', '22', 6, []],
  ])('%s', (_case, port, family, wanted) => {
    const fixes = closingFixes(findings, shop, asked(port), family);
    expect(fixes.map(({ id }) => id)).toEqual(wanted);
  });

  it('never what opens more', () => {
    const opening = findings.map((finding) => ({
      ...finding,
      fixes: finding.fixes.map((fix) => ({ ...fix, opens: { flows: [], total: 1 } })),
    }));
    expect(closingFixes(opening, shop, asked('22'), 4)).toEqual([]);
  });
});
