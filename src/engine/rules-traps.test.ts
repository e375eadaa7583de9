import { describe } from 'vitest';
import { rules, THREE_TIERS } from './rules.test-support.ts';

describe('8 traps', () => {
  rules(THREE_TIERS, [
    [
      'trap 1 no association is the main table',
      'table tmain in v: main ; 0.0.0.0/0 > g',
      'tier db v4 = public',
    ],
    [
      'trap 2 a route to the gateway is not the internet',
      '',
      '? bare > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS, ...',
    ],
    [
      'trap 2 for IPv6 a public address is',
      'instance bare in pub 10.0.0.21 2001:db8:1:0::21 sg open',
      '? bare > 2600::1 tcp 443 v6 = reachable',
    ],
    [
      'trap 2 inbound needs no route there, the reply does',
      'eip i 203.0.113.61 on db1',
      '? 8.8.8.8 > db1 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION@tmain return, ...',
    ],
    [
      'trap 3 mapPublicIpOnLaunch',
      'subnet db 10.0.2.0/24 2001:db8:1:2::/64 in v az 1b map',
      'tier db v4 = isolated',
    ],
    [
      'trap 4 a NAT gateway in a private subnet',
      'nat n in db 10.0.2.9 eip 203.0.113.5',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'trap 4 or in its client’s',
      'nat n in app 10.0.1.9 eip 203.0.113.5',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked NGW_ROUTE_LOOP, ...',
    ],
    [
      'trap 5 a NAT gateway can’t be pinged',
      '',
      '? app1 > 10.0.3.9 icmp v4 = blocked NGW_UNSOLICITED_INBOUND, ...',
    ],
    ['trap 6 an ACL between two of one subnet', 'acl k in v: app', '? app1 > app2 tcp 80 v4 = reachable'],
    [
      'trap 6 a group always',
      'sg s in v: none / instance app2 in app 10.0.1.21 sg s',
      '? app1 > app2 tcp 80 v4 = blocked SG_HAS_NO_RULES@s forward',
    ],
    [
      'trap 7 the ephemeral ports of the reply',
      'acl k in v: app ; in 100 allow tcp 5432 any ; out 100 allow all any',
      '? app1 > db1 tcp 5432 v4 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    [
      'trap 7 for each family',
      'acl k in v: app ; in 100 allow tcp 1024-65535 0.0.0.0/0 ; out 100 allow all any',
      '? app1 > db1 tcp 5432 v6 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    [
      'trap 7 a NAT gateway needs 1024-65535',
      'acl k in v: nats ; in 100 allow tcp 443 any ; in 110 allow tcp 32768-60999 any ; out 100 allow all any',
      '? app1 > 8.8.8.8 tcp 443 v4 = partial',
    ],
    [
      'trap 8 0.0.0.0/0 does not cover IPv6 in a route',
      'table tapp in v: app ; 0.0.0.0/0 > n',
      '? app1 > 2600::1 tcp 443 v6 = blocked NO_ROUTE_TO_DESTINATION@tapp, ...',
    ],
    [
      'trap 8 in a group',
      'sg s in v: in all 0.0.0.0/0 / instance web in pub 10.0.0.20 2001:db8:1:0::20 sg s',
      '? internet > web tcp 443 v6 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'trap 8 in an ACL',
      'acl k in v: pub ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      '? internet > web tcp 443 v6 = blocked SUBNET_ACL_RESTRICTION@k#32768, ...',
    ],
    [
      'trap 8 ::/0 makes a host public that is private in IPv4',
      'table tmain in v: main ; ::/0 > g',
      '? internet > db1 tcp 5432 v6 = reachable',
    ],
    [
      'trap 8 in IPv4 it stays',
      'table tmain in v: main ; ::/0 > g',
      '? internet > db1 tcp 5432 v4 = blocked',
    ],
    [
      'trap 9 a propagated route inside local',
      'table tapp in v: app ; 10.0.2.0/24 > vgw-1 (propagated)',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'trap 9 a peering inside local',
      'table tapp in v: app ; 10.0.2.0/24 > pcx-1',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'trap 10 a blackhole does not fall through',
      'table tapp in v: app ; 0.0.0.0/0 > n ; 8.8.8.0/24 > eni-gone',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
    [
      'trap 15 a reference through a NAT gateway',
      'sg s in v: in all sg:open / instance db1 in db 10.0.2.20 sg s / table tapp in v: app ; 10.0.2.0/24 > n',
      '? app1 > db1 tcp 80 v4 = blocked',
    ],
    [
      'trap 15 it never matches a public address',
      'sg s in v: in all sg:open / instance web2 in pub 10.0.0.22 pub 203.0.113.22 sg s',
      '? web > 203.0.113.22 tcp 80 v4 = blocked',
    ],
    [
      'trap 19 ingress-only stops public instances going out',
      'bpa b block-ingress',
      '? web > 8.8.8.8 tcp 443 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    [
      'trap 19 an egress exclusion changes nothing',
      'bpa b block-ingress: except pub allow-egress',
      '? web > 8.8.8.8 tcp 443 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    [
      'trap 20 a NAT instance: check off',
      'instance ni in nats 10.0.3.20 pub 203.0.113.30 sg open / table tapp in v: app ; 0.0.0.0/0 > ni',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked ENI_SOURCE_DEST_CHECK_RESTRICTION@ni, ...',
    ],
    [
      'trap 20 its own public address',
      'instance ni in nats 10.0.3.20 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@ni, ...',
    ],
    [
      'trap 20 a public subnet',
      'instance ni in db 10.0.2.30 pub 203.0.113.30 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION@tmain, ...',
    ],
    [
      'trap 20 groups for what it forwards',
      'sg s in v: in tcp 22 any ; out all any / instance ni in nats 10.0.3.20 pub 203.0.113.30 sg s nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
  ]);
});
