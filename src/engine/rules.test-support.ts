/**
 * Table tests of the rules: a case is a rule's number with what it says, changes to a drawn network, and one
 * question or tier with what must be answered. The engine is held to the whole line, the simulator to its verdict.
 */

import { expect, it } from 'vitest';
import type { Family } from '../net/index.ts';
import { askReach, askTiers, compile } from './index.ts';
import { judge } from './judged.test-support.ts';
import { disagreements, question, tierDisagreements, tierLine } from './notation-lines.test-support.ts';
import { network } from './notation.test-support.ts';
import { simulateTier } from './simulator-tiers.test-support.ts';

/** Rule and what it says · lines that change the network, ` / ` between them · question or tier. */
export type RuleCase = readonly [rule: string, changes: string, asked: string];

/**
 * A VPC of three tiers, both families. `web` has a public address, `bare` has not; `app1` goes out by the NAT
 * gateway and the egress-only gateway; `db1` has the main table with nothing but local. `open` lets all pass.
 */
export const THREE_TIERS = `
  vpc v 10.0.0.0/16 2001:db8:1::/56
  subnet pub 10.0.0.0/24 2001:db8:1:0::/64 in v az 1a
  subnet app 10.0.1.0/24 2001:db8:1:1::/64 in v az 1a
  subnet db 10.0.2.0/24 2001:db8:1:2::/64 in v az 1b
  subnet nats 10.0.3.0/24 2001:db8:1:3::/64 in v az 1a
  igw g on v
  eigw e on v
  nat n in nats 10.0.3.9 eip 203.0.113.5
  table tpub in v: pub, nats ; 0.0.0.0/0 > g ; ::/0 > g
  table tapp in v: app ; 0.0.0.0/0 > n ; ::/0 > e
  table tmain in v: main
  sg open in v: in all any ; out all any
  instance web in pub 10.0.0.20 pub 203.0.113.20 2001:db8:1:0::20 sg open
  instance bare in pub 10.0.0.21 sg open
  instance app1 in app 10.0.1.20 2001:db8:1:1::20 sg open
  instance app2 in app 10.0.1.21 2001:db8:1:1::21 sg open
  instance db1 in db 10.0.2.20 2001:db8:1:2::20 sg open
`;

/** What makes of THREE_TIERS an import; it lacks the kinds that are named. */
export const importedBut = (...missing: readonly string[]): string =>
  [
    missing.length === 0 ? 'coverage all' : `coverage all but ${missing.join(', ')}`,
    'acl dacl in v: default ; in 100 allow all any ; out 100 allow all any',
    'sg dsg in v default: in all sg:dsg ; out all any',
  ].join(' / ');

/** An import that lacks nothing. */
export const IMPORTED = importedBut();

/** One test a case. */
export function rules(base: string, cases: readonly RuleCase[]): void {
  it.each(cases)('%s | %s | %s', (_, changes, asked) => {
    const design = network(base, ...changes.split(' / '));
    if (asked.startsWith('tier')) {
      const line = tierLine(asked);
      expect(tierDisagreements(askTiers(compile(design)), line)).toEqual([]);
      expect(simulateTier(design, line.subnet, line.family)).toEqual({
        tier: line.tier,
        undetermined: line.undetermined,
      });
      return;
    }
    const { question: one, expected, strict } = question(asked);
    if (!expected) throw new Error(`nothing is expected of ${asked}`);
    const answer = askReach(compile(design, { assume: strict ? 'nothing' : 'stated' }), one);
    if (!answer.ok) throw new Error(`${answer.problem.code} of ${asked}`);
    expect(disagreements(answer.value, expected)).toEqual([]);
    // The simulator tries single packets: one family, one port, one far address.
    if (one.ipVersion === undefined || one.ipVersion === 'both' || /[,-]/.test(one.port ?? '')) return;
    if (one.port === undefined && (one.protocol === 'tcp' || one.protocol === 'udp' || one.protocol === '-1'))
      return;
    if (/\/\d+$/.test(one.to)) return;
    if ([one.from, one.to].includes('internet') && expected.verdict === 'partial') return;
    const family: Family = one.ipVersion === '6' ? 6 : 4;
    const far = family === 6 ? '2600::1' : '8.8.8.8';
    const single = {
      ...one,
      from: one.from === 'internet' ? far : one.from,
      to: one.to === 'internet' ? far : one.to,
    };
    expect(judge(design, single, family, strict ? 'nothing' : 'stated').verdict).toBe(expected.verdict);
  });
}
