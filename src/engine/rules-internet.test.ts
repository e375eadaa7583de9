import { describe } from 'vitest';
import { rules, THREE_TIERS } from './rules.test-support.ts';

describe('3.2 internet gateways', () => {
  rules(THREE_TIERS, [
    ['IG-1 all four there', '', '? web > 8.8.8.8 tcp 443 v4 = reachable'],
    ['IG-1 no gateway attached', 'igw g', '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...'],
    [
      'IG-1 no route',
      'table tpub in v: pub, nats',
      '? web > 8.8.8.8 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION@tpub, ...',
    ],
    [
      'IG-1 no public address',
      '',
      '? bare > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@bare, ...',
    ],
    [
      'IG-1 no rule',
      'sg s in v: in all any / instance web in pub 10.0.0.20 pub 203.0.113.20 sg s',
      '? web > 8.8.8.8 tcp 443 v4 = blocked SG_HAS_NO_RULES@s forward',
    ],
    [
      'IG-1 no ACL entry',
      'acl k in v: pub ; in 100 allow all any',
      '? web > 8.8.8.8 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 forward',
    ],
    [
      'IG-1 rule and ACL are told together',
      'acl k in v: pub ; in 100 allow all any / sg s in v: in all any / instance web in pub 10.0.0.20 pub 203.0.113.20 sg s',
      '? web > 8.8.8.8 tcp 443 v4 = blocked SG_HAS_NO_RULES@s forward, SUBNET_ACL_RESTRICTION@k forward',
    ],
    [
      'IG-1 inbound, no public address',
      '',
      '? internet > bare tcp 443 v4 = blocked IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS, ...',
    ],
    [
      'IG-2 a private NAT gateway’s address',
      'nat n in nats 10.0.3.9 private',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS, ...',
    ],
    [
      'IG-2 a private source through a passing appliance',
      'instance fw in nats 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding pass / table tapp in v: app ; 0.0.0.0/0 > fw',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS, ...',
    ],
    [
      'IG-3 to a public address of the same subnet',
      'instance web2 in pub 10.0.0.22 pub 203.0.113.22 sg open',
      '? web > 203.0.113.22 tcp 443 v4 = reachable',
    ],
    [
      'IG-3 the ACL is read though both are in one subnet',
      'instance web2 in pub 10.0.0.22 pub 203.0.113.22 sg open / acl k in v: pub ; out 100 allow all any',
      '? web > 203.0.113.22 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k, ...',
    ],
    [
      'IG-3 a rule by reference does not match',
      'sg s in v: in tcp 443 sg:open / instance web2 in pub 10.0.0.22 pub 203.0.113.22 sg s',
      '? web > 203.0.113.22 tcp 443 v4 = blocked',
    ],
    [
      'IG-3 by the private address it does',
      'sg s in v: in tcp 443 sg:open / instance web2 in pub 10.0.0.22 pub 203.0.113.22 sg s',
      '? web > 10.0.0.22 tcp 443 v4 = reachable',
    ],
    [
      'IG-3 the source seen is the public address',
      'sg s in v: in tcp 443 203.0.113.20/32 / instance web2 in pub 10.0.0.22 pub 203.0.113.22 sg s',
      '? web > 203.0.113.22 tcp 443 v4 = reachable',
    ],
    [
      'IG-3 between two VPCs',
      'vpc w 10.9.0.0/16 / subnet w0 10.9.0.0/24 in w / igw gw on w / table tw in w: main ; 0.0.0.0/0 > gw / sg ow in w: in all any ; out all any / instance x in w0 10.9.0.5 pub 203.0.113.90 sg ow',
      '? web > 203.0.113.90 tcp 443 v4 = reachable',
    ],
    [
      'IG-3 by way of a NAT gateway',
      'instance web2 in pub 10.0.0.22 pub 203.0.113.22 sg open',
      '? app1 > 203.0.113.22 tcp 443 v4 = reachable',
    ],
    [
      'IG-3 IPv6 of another VPC',
      'vpc w 10.9.0.0/16 2001:db8:9::/56 / subnet w0 10.9.0.0/24 2001:db8:9:0::/64 in w / igw gw on w / table tw in w: main ; ::/0 > gw / sg ow in w: in all any ; out all any / instance x in w0 10.9.0.5 2001:db8:9:0::5 sg ow',
      '? web > x tcp 443 v6 = reachable',
    ],
    ['EG-1 out', '', '? app1 > 2600::1 udp 443 v6 = reachable'],
    ['EG-1 detached', 'eigw e', '? app1 > 2600::1 tcp 443 v6 = blocked BAD_STATE_ROUTE@tapp, ...'],
    ['EG-1 never in, without an internet gateway', 'igw g', '? internet > app1 tcp 443 v6 = blocked'],
  ]);
});

const TWO = 'bpa b block-bidirectional';
const IN = 'bpa b block-ingress';
const CUT = 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED@b';

describe('3.2 Block Public Access', () => {
  rules(THREE_TIERS, [
    ['BP-1 off', 'bpa b off', '? internet > web tcp 443 v4 = reachable'],
    ['BP-1 both ways: in', TWO, `? internet > web tcp 443 v4 = blocked ${CUT} forward, ${CUT} return`],
    ['BP-1 both ways: out', TWO, `? web > 8.8.8.8 tcp 443 v4 = blocked ${CUT} forward, ${CUT} return`],
    ['BP-1 both ways: by NAT', TWO, `? app1 > 8.8.8.8 tcp 443 v4 = blocked ${CUT} forward, ...`],
    ['BP-1 both ways: egress-only gateway', TWO, `? app1 > 2600::1 tcp 443 v6 = blocked ${CUT} forward, ...`],
    ['BP-1 both ways: nothing private', TWO, '? app1 > db1 tcp 443 v4 = reachable'],
    ['BP-1 ingress: in', IN, `? internet > web tcp 443 v4 = blocked ${CUT} forward, ...`],
    [
      'BP-2 ingress: out with a public address',
      IN,
      `? web > 8.8.8.8 tcp 443 v4 = blocked ${CUT} forward, ...`,
    ],
    ['BP-2 ingress: out by NAT', IN, '? app1 > 8.8.8.8 tcp 443 v4 = reachable'],
    ['BP-2 ingress: out by the egress-only gateway', IN, '? app1 > 2600::1 tcp 443 v6 = reachable'],
    [
      'BP-1 a subnet’s exclusion',
      `${TWO}: except pub allow-bidirectional`,
      '? internet > web tcp 443 v4 = reachable',
    ],
    [
      'BP-1 a VPC’s exclusion',
      `${TWO}: except v allow-bidirectional`,
      '? internet > web tcp 443 v4 = reachable',
    ],
    [
      'BP-1 another subnet’s',
      `${TWO}: except app allow-bidirectional`,
      '? internet > web tcp 443 v4 = blocked',
    ],
    [
      'BP-3 the NAT gateway’s subnet counts',
      `${TWO}: except nats allow-bidirectional`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'BP-3 not its client’s',
      `${TWO}: except app allow-bidirectional`,
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'BP-1 egress exclusion: by NAT',
      `${TWO}: except nats allow-egress`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'BP-2 egress exclusion: a public address still not',
      `${TWO}: except pub allow-egress`,
      '? web > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'BP-1 under ingress an egress exclusion is ignored',
      `${IN}: except pub allow-egress`,
      '? web > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'BP-1 under ingress a full one is not',
      `${IN}: except pub allow-bidirectional`,
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'BP-4 a VPC’s and a subnet’s that differ',
      `${TWO}: except v allow-egress ; except pub allow-bidirectional`,
      '? internet > web tcp 443 v4 = undetermined',
    ],
    [
      'BP-4 that differ where it does not matter',
      `${TWO}: except v allow-egress ; except nats allow-bidirectional`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'BP-1 one’s own Region’s setting',
      `account 111111111111 region eu-west-1 / ${TWO} region us-east-1`,
      '? internet > web tcp 443 v4 = reachable',
    ],
    [
      'BP-1 one’s own account’s setting',
      `account 111111111111 region eu-west-1 / ${TWO} region eu-west-1 owner 111111111111`,
      '? internet > web tcp 443 v4 = blocked',
    ],
    ['TI-7 both ways: nothing is public', TWO, 'tier pub v4 = isolated'],
    ['TI-7 both ways: nothing leads out', TWO, 'tier app v4 = isolated'],
    ['TI-7 ingress: NAT leads out', IN, 'tier app v4 = egress'],
    ['TI-7 ingress: so does the egress-only gateway', IN, 'tier app v6 = egress'],
    ['TI-7 ingress: the gateway’s own subnet has nothing left', IN, 'tier nats v4 = isolated'],
    ['TI-7 excluded', `${TWO}: except pub allow-bidirectional`, 'tier pub v4 = public'],
  ]);
});
