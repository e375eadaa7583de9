import { describe, expect, it } from 'vitest';
import { judge } from './judged.test-support.ts';
import { question, tierLine } from './notation-lines.test-support.ts';
import { network } from './notation.test-support.ts';
import { simulateTier } from './simulator-tiers.test-support.ts';

const BASE = `
  vpc v 10.0.0.0/16 2001:db8:1::/56
  subnet pub 10.0.0.0/24 2001:db8:1::/64 in v az 1a
  subnet priv 10.0.1.0/24 2001:db8:1:1::/64 in v az 1a
  subnet iso 10.0.2.0/24 in v az 1a
  igw g on v
  eigw e on v
  table t in v: pub ; 0.0.0.0/0 > g ; ::/0 > g
  table u in v: priv ; 0.0.0.0/0 > n ; ::/0 > e ; 64:ff9b::/96 > n
  table m in v: main
  nat n in pub 10.0.0.5 eip 203.0.113.5
  sg open in v: in all any ; out all any
  sg gweb in v: in tcp 443 any ; out all any
  sg gdb in v: in tcp 5432 sg:gapp ; out all any
  sg gapp in v: out all any
  instance web in pub 10.0.0.20 pub 203.0.113.20 2001:db8:1::20 sg gweb
  instance bare in pub 10.0.0.21 sg open
  instance app in priv 10.0.1.20 2001:db8:1:1::20 sg gapp
  instance db in iso 10.0.2.20 sg gdb
`;

describe('the simulator', () => {
  it.each([
    ['', '? internet > web tcp 443 v4 = reachable'],
    ['', '? internet > web tcp 443 v6 = reachable'],
    ['', '? internet > web tcp 80 v4 = blocked SG forward'],
    ['', '? internet > bare tcp 443 v4 = blocked IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS forward'],
    ['', '? bare > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS forward'],
    ['', '? app > 8.8.8.8 tcp 443 v4 = reachable'],
    ['', '? app > 64:ff9b::808:808 tcp 443 v6 = reachable'],
    ['', '? app > 2600::1 tcp 443 v6 = reachable'],
    ['', '? internet > app tcp 443 v6 = blocked SG forward'],
    [
      'sg gapp in v: in all any ; out all any',
      '? internet > app tcp 443 v6 = blocked STATEFUL_PATH_ASYMMETRY return',
    ],
    ['', '? app > db tcp 5432 v4 = reachable'],
    ['', '? web > db tcp 5432 v4 = blocked SG forward'],
    ['', '? db > 8.8.8.8 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION forward'],
    ['', '? app > web tcp 443 v4 = reachable'],
    ['', '? app > 203.0.113.20 tcp 443 v4 = reachable'],
    ['nat n in priv 10.0.1.5 eip 203.0.113.5', '? app > 8.8.8.8 tcp 443 v4 = blocked NGW_ROUTE_LOOP forward'],
    [
      'acl k in v: pub ; in 100 allow tcp 443 any ; in 200 allow tcp 32768-60999 0.0.0.0/0 ; out 100 allow all any',
      '? app > 8.8.8.8 tcp 443 v4 = partial',
    ],
    [
      'acl k in v: iso ; in 100 allow all any ; out 100 allow tcp 32768-60999 10.0.1.0/24',
      '? app > db tcp 5432 v4 = reachable',
    ],
    [
      'acl k in v: iso ; in 100 allow all any',
      '? app > db tcp 5432 v4 = blocked SUBNET_ACL_RESTRICTION return',
    ],
    ['coverage all but acl', '? app > db tcp 5432 v4 = undetermined'],
    ['coverage all but acl', '? web > db tcp 5432 v4 = blocked'],
    ['table m in v: main ; 0.0.0.0/0 > tgw-1', '? db > 8.8.8.8 tcp 443 v4 = undetermined'],
    ['bpa b block-ingress', '? web > 8.8.8.8 tcp 443 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED forward'],
    ['bpa b block-ingress', '? app > 8.8.8.8 tcp 443 v4 = reachable'],
  ])('%s %s', (line, asked) => {
    const { question: one, expected } = question(asked);
    const design = network(BASE, line);
    const told =
      one.from === 'internet' ? { ...one, from: one.ipVersion === '6' ? '2600::1' : '8.8.8.8' } : one;
    const { verdict, packets } = judge(design, told, one.ipVersion === '6' ? 6 : 4);
    expect({ verdict, why: packets[0]?.simulation.drop }).toMatchObject({ verdict: expected?.verdict });
    const [wanted] = expected?.blockers ?? [];
    if (wanted)
      expect(packets[0]?.simulation.drop).toMatchObject({ code: wanted.code, direction: wanted.direction });
  });

  it.each([
    ['', 'tier pub v4 = public'],
    ['', 'tier priv v4 = egress'],
    ['', 'tier priv v6 = egress'],
    ['', 'tier iso v4 = isolated'],
    ['', 'tier iso v6 = isolated'],
    ['table m in v: main ; 10.9.0.0/16 > tgw-1', 'tier iso v4 = isolated undetermined'],
    ['bpa b block-bidirectional', 'tier pub v4 = isolated'],
    ['bpa b block-ingress', 'tier priv v4 = egress'],
    ['coverage all but table', 'tier pub v4 = public'],
    ['coverage all but table\nwithout t', 'tier pub v4 = isolated undetermined'],
  ])('%s %s', (line, asked) => {
    const { subnet, family, tier, undetermined } = tierLine(asked);
    expect(simulateTier(network(BASE, line), subnet, family)).toEqual({ tier, undetermined });
  });
});
