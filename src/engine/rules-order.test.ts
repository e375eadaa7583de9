import { describe } from 'vitest';
import { rules, THREE_TIERS } from './rules.test-support.ts';

/** An appliance in the NAT gateway's subnet, between `app` and `db` where a table says so. */
const FIREWALL = 'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass';
const THROUGH = `${FIREWALL} / table tapp in v: app ; 10.0.2.0/24 > fw / table tdb in v: db ; 10.0.1.0/24 > fw`;

describe('2.1 which control applies where', () => {
  rules(THREE_TIERS, [
    ['OR-1 no ACL inside one subnet', 'acl k in v: app', '? app1 > app2 tcp 80 v4 = reachable'],
    ['OR-1 IPv6 alike', 'acl k in v: app', '? app1 > app2 tcp 80 v6 = reachable'],
    [
      'OR-1 groups also inside one subnet',
      'sg shut in v: out all any / instance app2 in app 10.0.1.21 sg shut',
      '? app1 > app2 tcp 80 v4 = blocked SG_HAS_NO_RULES@shut forward',
    ],
    [
      'OR-1 between subnets the ACL is read on leaving',
      'acl k in v: app ; in 100 allow all any',
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 forward',
    ],
    [
      'OR-1 and on entering',
      'acl k in v: db ; out 100 allow all any',
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 forward',
    ],
    [
      'OR-3 the NAT gateway’s ACL sees the private client coming in',
      'acl k in v: nats ; in 100 allow tcp 443 10.0.1.0/24 ; in 110 allow tcp 1024-65535 0.0.0.0/0 ; out 100 allow all any',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'OR-3 and its own address as the source of nothing it filters going out',
      'acl k in v: nats ; in 100 allow all any ; out 100 allow tcp 443 8.8.8.8/32 ; out 110 allow tcp 1024-65535 10.0.1.0/24',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'OR-3 behind the gateway a group sees the private address as its own',
      'sg s in v: in tcp 443 8.8.8.8/32 / instance web in pub 10.0.0.20 pub 203.0.113.20 sg s',
      '? 8.8.8.8 > web tcp 443 v4 = reachable',
    ],
    [
      'OR-4 rules read the destination port alone',
      'sg s in v: in tcp 443 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 from 443 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'OR-4 whatever the source port',
      'sg s in v: in tcp 443 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 443 from 80 v4 = reachable',
    ],
    [
      'OR-5 a route inside the subnet is not read',
      `${FIREWALL} / table tapp in v: app ; 10.0.1.0/24 > fw`,
      '? app1 > app2 tcp 80 v4 = reachable',
    ],
    [
      'OR-5 nor a replaced local route',
      `${FIREWALL} / table tapp in v: app ; 10.0.0.0/16 > fw`,
      '? app1 > app2 tcp 80 v4 = reachable',
    ],
    [
      '2.1 coming from a gateway, the subnet’s table is not read; the reply reads it',
      'table tpub in v: nats ; 0.0.0.0/0 > g',
      '? internet > web tcp 80 v4 = blocked NO_ROUTE_TO_DESTINATION@tmain return, ...',
    ],
    [
      '2.1 the appliance is judged twice, in and out',
      `${THROUGH} / sg half in v: in all any / instance fw in nats 10.0.3.20 sg half nocheck forwarding pass`,
      '? app1 > db1 tcp 80 v4 = blocked SG_HAS_NO_RULES@half forward, ...',
    ],
  ]);
});

describe('2.3 the reply', () => {
  rules(THREE_TIERS, [
    [
      'RP-1 has a table of its own',
      'table tdb in v: db ; 10.0.1.0/24 > eni-gone',
      '? app1 > db1 tcp 80 v4 = blocked BAD_STATE_ROUTE@tdb return',
    ],
    [
      'RP-2 needs no rule where the request passed',
      'sg s in v: in tcp 5432 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 5432 v4 = reachable',
    ],
    [
      'RP-2 at the client neither',
      'sg s in v: out tcp 5432 any / instance app1 in app 10.0.1.20 sg s',
      '? app1 > db1 tcp 5432 v4 = reachable',
    ],
    [
      'RP-2 UDP is tracked',
      'sg s in v: in udp 53 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 udp 53 v4 = reachable',
    ],
    [
      'RP-2 an echo is tracked',
      'sg s in v: in icmp 8 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 icmp v4 = reachable',
    ],
    [
      'RP-2 other protocols too',
      'sg s in v: in 47 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 47 v4 = reachable',
    ],
    [
      'RP-4 an ACL needs an allow for it at the server',
      'acl k in v: db ; in 100 allow all any ; out 100 allow tcp 443 any',
      '? app1 > db1 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 return',
    ],
    [
      'RP-4 and at the client',
      'acl k in v: app ; in 100 allow tcp 443 any ; out 100 allow all any',
      '? app1 > db1 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 return',
    ],
    [
      'RP-4 each family on its own',
      'acl k in v: db ; in 100 allow all any ; out 100 allow tcp 1024-65535 0.0.0.0/0',
      '? app1 > db1 tcp 443 v6 = blocked SUBNET_ACL_RESTRICTION@k#32768 return',
    ],
    ['RP-5 through an appliance both ways', THROUGH, '? app1 > db1 tcp 80 v4 = reachable'],
    [
      'RP-5 there only',
      `${FIREWALL} / table tapp in v: app ; 10.0.2.0/24 > fw`,
      '? app1 > db1 tcp 80 v4 = blocked STATEFUL_PATH_ASYMMETRY@fw return',
    ],
    [
      'RP-5 another source than the client asked',
      'sg s in v: in all any ; out all any / instance app1 in app 10.0.1.20 pub 203.0.113.40 sg s',
      '? internet > app1 tcp 80 v4 = blocked REPLY_SOURCE_MISMATCH return, ...',
    ],
    [
      'RP-6 a second interface answers for itself',
      'eni x in db 10.0.2.30 sg open on web index 1',
      '? app1 > x tcp 80 v4 = reachable assumes MULTI_ENI_REPLY_ASSUMED',
    ],
    [
      'RP-6 unless nothing is assumed',
      'eni x in db 10.0.2.30 sg open on web index 1',
      '? app1 > x tcp 80 v4 strict = undetermined',
    ],
    [
      'RP-7 a datagram that arrives is blocked all the same',
      'acl k in v: db ; in 100 allow all any',
      '? app1 > db1 udp 53 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 return, advisory ONE_WAY_DELIVERY',
    ],
    [
      'RP-7 an echo too',
      'acl k in v: db ; in 100 allow all any',
      '? app1 > db1 icmp v4 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    [
      'V-1 an ICMP error has no reply',
      'acl k in v: db ; in 100 allow all any',
      '? app1 > db1 icmp 3/4 v4 = reachable',
    ],
  ]);
});

const REPLIES = (ports: string): string =>
  `acl k in v: db ; in 100 allow all any ; out 100 allow tcp ${ports} any`;
const NAT_REPLIES = (ports: string): string =>
  `acl k in v: nats ; in 100 allow tcp 443 10.0.1.0/24 ; in 110 allow tcp ${ports} 0.0.0.0/0 ; out 100 allow all any`;
const NAT_INSTANCE =
  'instance ni in nats 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni';

describe('2.3 source ports', () => {
  rules(THREE_TIERS, [
    [
      'EP a Linux client uses 32768-60999',
      REPLIES('32768-60999'),
      '? app1 > db1 tcp 443 v4 = reachable advisory EPHEMERAL_RANGE_NARROW',
    ],
    ['EP the safe range is 1024-65535', REPLIES('1024-65535'), '? app1 > db1 tcp 443 v4 = reachable'],
    [
      'EP-1 some ports pass',
      REPLIES('32768-50000'),
      '? app1 > db1 tcp 443 v4 = partial allowed tcp 443, advisory EPHEMERAL_PORTS_PARTIAL',
    ],
    ['EP-1 one port is missing', REPLIES('32768-60998'), '? app1 > db1 tcp 443 v4 = partial'],
    [
      'EP-1 none passes',
      REPLIES('1024-32767'),
      '? app1 > db1 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    [
      'EP a Windows client uses 49152-65535',
      `${REPLIES('49152-65535')} / instance app1 in app 10.0.1.20 sg open windows`,
      '? app1 > db1 tcp 443 v4 = reachable',
    ],
    ['EP which Linux does not', REPLIES('49152-65535'), '? app1 > db1 tcp 443 v4 = partial'],
    [
      'EP nor the other way round',
      `${REPLIES('32768-60999')} / instance app1 in app 10.0.1.20 sg open windows`,
      '? app1 > db1 tcp 443 v4 = partial',
    ],
    [
      'EP the internet uses 32768-65535',
      'acl k in v: pub ; in 100 allow all any ; out 100 allow tcp 32768-65535 any',
      '? internet > web tcp 443 v4 = reachable',
    ],
    [
      'EP one less',
      'acl k in v: pub ; in 100 allow all any ; out 100 allow tcp 32768-65534 any',
      '? internet > web tcp 443 v4 = partial',
    ],
    [
      'EP a port that is given is the only one',
      REPLIES('32768-60999'),
      '? app1 > db1 tcp 443 from 1024 v4 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    ['EP also a range', REPLIES('32768-60999'), '? app1 > db1 tcp 443 from 60000-61000 v4 = partial'],
    [
      'EP a NAT gateway uses 1024-65535',
      NAT_REPLIES('1024-65535'),
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    ['EP less is partial', NAT_REPLIES('32768-65535'), '? app1 > 8.8.8.8 tcp 443 v4 = partial'],
    [
      'EP also where the client’s own port is given',
      NAT_REPLIES('32768-65535'),
      '? app1 > 8.8.8.8 tcp 443 from 40000 v4 = partial',
    ],
    [
      'EP-2 a NAT instance may keep the port or not',
      `${NAT_INSTANCE} / ${NAT_REPLIES('32768-60999')}`,
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'EP-2 both pass',
      `${NAT_INSTANCE} / ${NAT_REPLIES('1024-65535')}`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'EP-2 neither passes',
      `${NAT_INSTANCE} / ${NAT_REPLIES('1-1023')}`,
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'EP-2 on the near side it is the client’s port again',
      `acl k in v: app ; in 100 allow tcp 32768-60999 any ; out 100 allow all any`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
  ]);
});

describe('2.4 the paths', () => {
  rules(THREE_TIERS, [
    [
      '2.4-1 same subnet',
      'acl k in v: app / table tapp in v: app ; 10.0.1.0/24 > eni-gone',
      '? app1 > app2 tcp 80 v4 = reachable',
    ],
    ['2.4-2 same VPC', '', '? app1 > db1 tcp 80 v4 = reachable'],
    ['2.4-2 same VPC, IPv6', '', '? app1 > db1 tcp 80 v6 = reachable'],
    ['2.4-6 out by the internet gateway', '', '? web > 8.8.8.8 tcp 443 v4 = reachable'],
    ['2.4-7 out by the NAT gateway', '', '? app1 > 8.8.8.8 tcp 443 v4 = reachable'],
    [
      '2.4-7 its ACL is read for the client’s request',
      'acl k in v: nats ; in 100 allow tcp 1024-65535 any ; out 100 allow all any',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k forward',
    ],
    [
      '2.4-7 for its own request',
      'acl k in v: nats ; in 100 allow all any ; out 100 allow tcp 1024-65535 10.0.0.0/8',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k forward',
    ],
    [
      '2.4-7 for the reply from the internet',
      'acl k in v: nats ; in 100 allow tcp 443 any ; out 100 allow all any',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    [
      '2.4-7 for the reply to the client',
      'acl k in v: nats ; in 100 allow all any ; out 100 allow tcp 443 any',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    ['2.4-8 out by a NAT instance', NAT_INSTANCE, '? app1 > 8.8.8.8 tcp 443 v4 = reachable'],
    ['2.4-9 out by the egress-only gateway', '', '? app1 > 2600::1 tcp 443 v6 = reachable'],
    ['2.4-9 never in', '', '? internet > app1 tcp 443 v6 = blocked EIGW_INBOUND_RESTRICTION, ...'],
    ['2.4-10 in by the internet gateway', '', '? internet > web tcp 443 v4 = reachable'],
    ['2.4-10 IPv6', '', '? internet > web tcp 443 v6 = reachable'],
  ]);
});
