import { describe } from 'vitest';
import { rules, THREE_TIERS } from './rules.test-support.ts';

describe('3.3 NAT gateways', () => {
  rules(THREE_TIERS, [
    ['NG-1 tcp', '', '? app1 > 8.8.8.8 tcp 443 v4 = reachable'],
    ['NG-1 udp', '', '? app1 > 8.8.8.8 udp 53 v4 = reachable'],
    ['NG-1 icmp', '', '? app1 > 8.8.8.8 icmp v4 = reachable'],
    ['NG-1 nothing else', '', '? app1 > 8.8.8.8 47 v4 = blocked PROTOCOL_RESTRICTION@n, ...'],
    [
      'NG-2 no new flow to its public address',
      '',
      '? internet > 203.0.113.5 tcp 443 v4 = blocked NGW_UNSOLICITED_INBOUND@n, ...',
    ],
    ['NG-2 no ping', '', '? internet > 203.0.113.5 icmp v4 = blocked NGW_UNSOLICITED_INBOUND@n, ...'],
    [
      'NG-2 none to its private address',
      '',
      '? app1 > 10.0.3.9 tcp 443 v4 = blocked NGW_UNSOLICITED_INBOUND@n, ...',
    ],
    [
      'NG-3 the far end sees its public address',
      'sg s in v: in tcp 443 203.0.113.5/32 / instance x in pub 10.0.0.30 pub 203.0.113.30 sg s',
      '? app1 > 203.0.113.30 tcp 443 v4 = reachable',
    ],
    [
      'NG-3 inside the VPC its private one',
      'sg s in v: in tcp 443 10.0.3.9/32 / instance db1 in db 10.0.2.20 sg s / table tapp in v: app ; 10.0.2.0/24 > n',
      '? app1 > db1 tcp 443 v4 = reachable',
    ],
    [
      'NG-3 not the client’s',
      'sg s in v: in tcp 443 10.0.1.0/24 / instance db1 in db 10.0.2.20 sg s / table tapp in v: app ; 10.0.2.0/24 > n',
      '? app1 > db1 tcp 443 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'SG-6 it carries no group',
      'sg s in v: in tcp 443 sg:open / instance db1 in db 10.0.2.20 sg s / table tapp in v: app ; 10.0.2.0/24 > n',
      '? app1 > db1 tcp 443 v4 = blocked SG_REFERENCES_NOT_PRESERVED forward, ...',
    ],
    [
      'OR-1 towards its own subnet its ACL is not read again',
      'instance z in nats 10.0.3.40 sg open / table tapp in v: app ; 10.0.3.0/24 > n / acl k in v: nats ; in 100 allow all 10.0.1.0/24 ; out 100 allow all 10.0.1.0/24',
      '? app1 > z tcp 443 v4 = reachable',
    ],
    [
      'NG-5 a public one needs an Elastic IP address',
      'nat n in nats 10.0.3.9',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'NG-5 its subnet needs a way out',
      'table tpub in v: pub ; 0.0.0.0/0 > g',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION@tmain, ...',
    ],
    [
      'NG-5 and a gateway attached',
      'igw g',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
    [
      'NG-5 a middlebox may lead there',
      'instance fw in pub 10.0.0.40 pub 203.0.113.40 sg open nocheck forwarding pass / table tnat in v: nats ; 0.0.0.0/0 > fw / table tpub in v: pub ; 0.0.0.0/0 > g / table tedge in v: g ; 10.0.3.0/24 > fw',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NG-6 in its client’s own subnet',
      'nat n in app 10.0.1.9 eip 203.0.113.5',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked NGW_ROUTE_LOOP@tapp, ...',
    ],
    [
      'NG-6 on its client’s table',
      'table tapp in v: app, nats ; 0.0.0.0/0 > n / table tpub in v: pub ; 0.0.0.0/0 > g',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked NGW_ROUTE_LOOP@tapp, ...',
    ],
    ['NG-6 such a subnet is isolated', 'nat n in app 10.0.1.9 eip 203.0.113.5', 'tier app v4 = isolated'],
    [
      'NG-8 a client of another zone',
      'table tmain in v: main ; 0.0.0.0/0 > n',
      '? db1 > 8.8.8.8 tcp 443 v4 = reachable advisory AVAILABILITY_ZONE_CROSSED',
    ],
    ['NG-8 regional', 'nat n in v regional', '? app1 > 8.8.8.8 tcp 443 v4 = reachable'],
    [
      'NG-8 regional reads no ACL but its client’s',
      'nat n in v regional / acl k in v: nats, pub',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NG-8 regional needs the gateway',
      'nat n in v regional / igw g',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'NG-8 what it does with a packet for the VPC is not settled',
      'nat n in v regional / table tapp in v: app ; 10.0.2.0/24 > n',
      '? app1 > db1 icmp 11/0 v4 = undetermined unknown n',
    ],
    [
      'NG-8 manual, its zone',
      'nat n in v regional manual az 1a eip 203.0.113.5',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NG-8 manual, not its zone',
      'nat n in v regional manual az 1b eip 203.0.113.5',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked REGIONAL_NGW_ROUTE_AZ_RESTRICTION@n, ...',
    ],
    [
      'NG-9 NAT64',
      'table tapp in v: app ; 64:ff9b::/96 > n',
      '? app1 > 64:ff9b::808:808 tcp 443 v6 = reachable',
    ],
    [
      'NG-9 a ping becomes a ping',
      'table tapp in v: app ; 64:ff9b::/96 > n',
      '? app1 > 64:ff9b::808:808 icmp v6 = reachable',
    ],
    [
      'NG-9 inside the VPC',
      'table tapp in v: app ; 64:ff9b::/96 > n',
      '? app1 > 64:ff9b::a00:214 tcp 443 v6 = reachable',
    ],
    [
      'NG-9 not its client’s own subnet',
      'table tapp in v: app ; 64:ff9b::/96 > n',
      '? app1 > 64:ff9b::a00:115 tcp 443 v6 = blocked',
    ],
    [
      'NG-9 no private far end by the gateway',
      'table tapp in v: app ; 64:ff9b::/96 > n',
      '? app1 > 64:ff9b::c0a8:101 tcp 443 v6 = blocked',
    ],
    [
      'NG-9 no other IPv6',
      'table tapp in v: app ; 2600::/16 > n',
      '? app1 > 2600::1 tcp 443 v6 = blocked NGW_FAMILY_RESTRICTION@n, ...',
    ],
    [
      'NG-9 by a private NAT gateway too',
      'nat n in nats 10.0.3.9 private / table tapp in v: app ; 64:ff9b::/96 > n',
      '? app1 > 64:ff9b::a00:214 tcp 443 v6 = reachable',
    ],
  ]);
});

const NAT = 'table tapp in v: app ; 0.0.0.0/0 > ni / ';
const instance = (words: string): string => `${NAT}instance ni in nats 10.0.3.20 ${words}`;

describe('3.3 NAT instances and appliances', () => {
  rules(THREE_TIERS, [
    [
      'NI-1 check off, running, public, in a public subnet',
      instance('pub 203.0.113.30 sg open nocheck forwarding nat'),
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NI-1 check on',
      instance('pub 203.0.113.30 sg open forwarding nat'),
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked ENI_SOURCE_DEST_CHECK_RESTRICTION@ni forward, ENI_SOURCE_DEST_CHECK_RESTRICTION@ni return',
    ],
    [
      'NI-1 stopped',
      instance('pub 203.0.113.30 sg open nocheck forwarding nat stopped'),
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
    [
      'NI-2 no way in',
      `sg s in v: in tcp 22 any ; out all any / ${instance('pub 203.0.113.30 sg s nocheck forwarding nat')}`,
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'NI-2 no way out',
      `sg s in v: in all any ; out tcp 22 any / ${instance('pub 203.0.113.30 sg s nocheck forwarding nat')}`,
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'NI-2 its client may be named by group',
      `sg s in v: in tcp 443 sg:open ; out tcp 443 any / ${instance('pub 203.0.113.30 sg s nocheck forwarding nat')}`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NI-3 no public address of its own',
      instance('sg open nocheck forwarding nat'),
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@ni, ...',
    ],
    [
      'NI-3 unstated, public, in a public subnet: it translates',
      instance('pub 203.0.113.30 sg open nocheck'),
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable assumes ASSUMPTION_APPLIANCE_FORWARDS',
    ],
    [
      'NI-3 with nothing assumed',
      instance('pub 203.0.113.30 sg open nocheck'),
      '? app1 > 8.8.8.8 tcp 443 v4 strict = undetermined',
    ],
    [
      'NI-3 unstated without a public address: it passes',
      'instance fw in nats 10.0.3.20 sg open nocheck / table tapp in v: app ; 10.0.2.0/24 > fw / table tdb in v: db ; 10.0.1.0/24 > fw',
      '? app1 > db1 tcp 443 v4 = reachable assumes ASSUMPTION_APPLIANCE_FORWARDS',
    ],
    [
      'NI-3 it forwards nothing',
      instance('pub 203.0.113.30 sg open nocheck forwarding none'),
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'NI-3 what passes keeps a private source',
      instance('pub 203.0.113.30 sg open nocheck forwarding pass'),
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS, ...',
    ],
    [
      'NI-4 a reply past it',
      'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass / table tapp in v: app ; 10.0.2.0/24 > fw',
      '? app1 > db1 tcp 443 v4 = blocked STATEFUL_PATH_ASYMMETRY@fw return',
    ],
    [
      'NI-5 no group beyond it',
      'sg s in v: in tcp 443 sg:open / instance db1 in db 10.0.2.20 sg s / instance fw in nats 10.0.3.20 sg open nocheck forwarding pass / table tapp in v: app ; 10.0.2.0/24 > fw / table tdb in v: db ; 10.0.1.0/24 > fw',
      '? app1 > db1 tcp 443 v4 = blocked SG_REFERENCES_NOT_PRESERVED forward, ...',
    ],
    [
      'NI-5 a block still matches',
      'sg s in v: in tcp 443 10.0.1.0/24 / instance db1 in db 10.0.2.20 sg s / instance fw in nats 10.0.3.20 sg open nocheck forwarding pass / table tapp in v: app ; 10.0.2.0/24 > fw / table tdb in v: db ; 10.0.1.0/24 > fw',
      '? app1 > db1 tcp 443 v4 = reachable',
    ],
    [
      'FORWARDING_LOOP an appliance on its own route',
      'instance fw in app 10.0.1.30 sg open nocheck forwarding pass / table tapp in v: app ; 0.0.0.0/0 > fw',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked FORWARDING_LOOP, ...',
    ],
  ]);
});
