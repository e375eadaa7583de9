/** Networks that look as if they worked, or as if they did not: each a line, each by the number of the rule that settles it. */

import { describe } from 'vitest';
import { rules, THREE_TIERS } from './rules.test-support.ts';

/** A subnet of IPv6 alone, with one instance that goes out by `routes`. */
const NATIVE = (routes: string): string =>
  `subnet six 2001:db8:1:6::/64 in v az 1a native / instance s6 in six 2001:db8:1:6::20 sg open / table tsix in v: six ; ${routes}`;
const SECOND =
  'vpc v 10.0.0.0/16 100.64.0.0/16 2001:db8:1::/56 / subnet pod 100.64.0.0/24 in v az 1a / instance p1 in pod 100.64.0.20 sg open';
const OTHER =
  'vpc w 10.9.0.0/16 2001:db8:9::/56 / subnet w0 10.9.0.0/24 2001:db8:9:0::/64 in w / igw gw on w / table tw in w: main ; 0.0.0.0/0 > gw ; ::/0 > gw / sg ow in w: in all any ; out all any / instance far in w0 10.9.0.5 pub 203.0.113.90 2001:db8:9:0::5 sg ow';

describe('one family or both', () => {
  rules(THREE_TIERS, [
    [
      'AD-2 an IPv6-only subnet has no IPv4 end',
      NATIVE('::/0 > e'),
      '? s6 > 8.8.8.8 tcp 443 v4 = not-applicable',
    ],
    ['AD-2 and is no IPv4 destination', NATIVE('::/0 > e'), '? app1 > s6 tcp 443 v4 = not-applicable'],
    ['V-2 the family that works speaks', NATIVE('::/0 > e'), '? app1 > s6 tcp 443 = reachable'],
    ['EG-1 an IPv6-only subnet goes out', NATIVE('::/0 > e'), '? s6 > 2600::1 tcp 443 v6 = reachable'],
    [
      'NG-9 and to IPv4 by NAT64',
      NATIVE('64:ff9b::/96 > n'),
      '? s6 > 64:ff9b::808:808 tcp 443 v6 = reachable',
    ],
    [
      'NG-9 whose default does not lead there',
      NATIVE('::/0 > e'),
      '? s6 > 64:ff9b::808:808 tcp 443 v6 = blocked IGW_DESTINATION_NOT_PUBLIC, ...',
    ],
    [
      'NG-9 nor by an internet gateway',
      NATIVE('::/0 > g'),
      '? s6 > 64:ff9b::808:808 tcp 443 v6 = blocked IGW_DESTINATION_NOT_PUBLIC, ...',
    ],
    [
      'NG-9 the far end of NAT64 sees the NAT gateway alone',
      `${NATIVE('64:ff9b::/96 > n')} / sg s in v: in tcp 443 10.0.3.9/32 / instance db1 in db 10.0.2.20 sg s`,
      '? s6 > 64:ff9b::a00:214 tcp 443 v6 = reachable',
    ],
    [
      'NG-9 the ACL behind NAT64 reads IPv4',
      `${NATIVE('64:ff9b::/96 > n')} / acl k in v: db ; in 100 allow all ::/0 ; out 100 allow all ::/0`,
      '? s6 > 64:ff9b::a00:214 tcp 443 v6 = blocked SUBNET_ACL_RESTRICTION@k, ...',
    ],
    [
      'NG-9 before NAT64 it reads IPv6',
      `${NATIVE('64:ff9b::/96 > n')} / acl k in v: six ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0`,
      '? s6 > 64:ff9b::808:808 tcp 443 v6 = blocked SUBNET_ACL_RESTRICTION@k, ...',
    ],
    [
      'NG-9 the ACL of the NAT gateway reads both',
      `${NATIVE('64:ff9b::/96 > n')} / acl k in v: nats ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0`,
      '? s6 > 64:ff9b::808:808 tcp 443 v6 = blocked SUBNET_ACL_RESTRICTION@k, ...',
    ],
    [
      'AD-2 an address of a delegated IPv6 prefix',
      'eni x in app 10.0.1.30 2001:db8:1:1::30 prefix 2001:db8:1:1:5::/80 sg open',
      '? web > 2001:db8:1:1:5::9 tcp 80 v6 = reachable',
    ],
    ['trap 8 IPv4 by NAT and IPv6 by its own gateway', '', '? app1 > internet tcp 443 = reachable'],
    [
      'trap 8 the group opens one family',
      'sg s in v: in tcp 443 0.0.0.0/0 / instance web in pub 10.0.0.20 pub 203.0.113.20 2001:db8:1:0::20 sg s',
      '? internet > web tcp 443 = reachable',
    ],
    [
      'V-2 blocked in both',
      'sg s in v: in tcp 22 any / instance web in pub 10.0.0.20 pub 203.0.113.20 2001:db8:1:0::20 sg s',
      '? internet > web tcp 443 = blocked',
    ],
  ]);
});

const TWO_FACES =
  'instance two in pub 10.0.0.40 sg open / eni second in app 10.0.1.40 pub 203.0.113.41 sg open on two index 1';

describe('interfaces and their addresses', () => {
  rules(THREE_TIERS, [
    [
      'AD-3 an EIP on the second interface is not the first one’s',
      TWO_FACES,
      '? two > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@two, ...',
    ],
    [
      'RP-5 a public second interface in a subnet that goes out by NAT',
      TWO_FACES,
      '? internet > second tcp 443 v4 = blocked REPLY_SOURCE_MISMATCH return, ...',
    ],
    [
      'RP-6 in a public subnet it answers',
      'instance two in app 10.0.1.40 sg open / eni second in pub 10.0.0.40 pub 203.0.113.41 sg open on two index 1',
      '? internet > second tcp 443 v4 = reachable assumes MULTI_ENI_REPLY_ASSUMED',
    ],
    [
      'AD-3 an EIP on the instance is its first interface’s',
      'eni a1 in pub 10.0.0.41 sg open on two / eni a2 in pub 10.0.0.42 sg open on two index 1 / instance two in pub enis a1,a2 / eip i 203.0.113.42 on two',
      '? 8.8.8.8 > a1 tcp 443 v4 = reachable',
    ],
    [
      'AD-3 not its second’s',
      'eni a1 in pub 10.0.0.41 sg open on two / eni a2 in pub 10.0.0.42 sg open on two index 1 / instance two in pub enis a1,a2 / eip i 203.0.113.42 on two',
      '? 8.8.8.8 > a2 tcp 443 v4 = blocked IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS, ...',
    ],
    [
      'AD-3 nor its third’s',
      'eni a1 in pub 10.0.0.41 sg open on two / eni a3 in pub 10.0.0.43 sg open on two index 2 / instance two in pub enis a1,a3 / eip i 203.0.113.42 on two',
      '? 8.8.8.8 > a3 tcp 443 v4 = blocked IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS, ...',
    ],
    [
      'AD-3 an EIP on a secondary address leaves the primary private',
      'eni x in pub 10.0.0.30 10.0.0.31 sg open / eip i 203.0.113.32 on x to 10.0.0.31',
      '? x > 8.8.8.8 tcp 80 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@x, ...',
    ],
    [
      'AD-3 but the secondary speaks for itself',
      'eni x in pub 10.0.0.30 10.0.0.31 sg open / eip i 203.0.113.32 on x to 10.0.0.31',
      '? 10.0.0.31 > 8.8.8.8 tcp 80 v4 = reachable',
    ],
    [
      'SG-4 the group of an interface, not of its instance’s other one',
      'sg c in v: out all any / eni x in db 10.0.2.30 sg c on app1 index 1 / sg s in v: in tcp 80 sg:c / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'SG-4 that one itself is let in',
      'sg c in v: out all any / eni x in pub 10.0.0.35 sg c on app1 index 1 / sg s in v: in tcp 80 sg:c / instance db1 in db 10.0.2.20 sg s',
      '? x > db1 tcp 80 v4 = reachable',
    ],
    [
      'AD-15 listed by a stopped instance',
      'eni x in db 10.0.2.30 sg open / instance i9 in db enis x stopped',
      '? app1 > x tcp 80 v4 = blocked BAD_STATE, ...',
    ],
    [
      'AD-15 terminated',
      'instance db1 in db 10.0.2.20 sg open terminated',
      '? app1 > db1 tcp 80 v4 = blocked BAD_STATE, ...',
    ],
    [
      'AD-16 a function receives nothing for certain',
      'eni x in app 10.0.1.30 sg open type lambda',
      '? web > x tcp 443 v4 = undetermined unknown x',
    ],
    [
      'IG-3 to the EIP of a NAT gateway',
      '',
      '? web > 203.0.113.5 tcp 443 v4 = blocked NGW_UNSOLICITED_INBOUND@n, ...',
    ],
    [
      'AD-17 no reply comes in to a denied interface',
      'eni x in pub 10.0.0.30 2001:db8:1:0::30 sg open denyigw',
      '? x > 2600::1 tcp 80 v6 = blocked ENI_IGW_TRAFFIC_DENIED@x return',
    ],
  ]);
});

describe('blocks of a VPC', () => {
  rules(THREE_TIERS, [
    ['AD-8 each block has its local route', SECOND, '? app1 > p1 tcp 80 v4 = reachable'],
    [
      'NG-3 a client of the second block goes out by NAT',
      `${SECOND} / table tpod in v: pod ; 0.0.0.0/0 > n`,
      '? p1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'IG-1 and with a public address by the gateway',
      `${SECOND} / table tpod in v: pod ; 0.0.0.0/0 > g / eip i 203.0.113.50 on p1`,
      '? p1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'AD-7 nobody outside is met at an address of the VPC',
      'vpc v 10.0.0.0/16 198.51.100.0/24 2001:db8:1::/56 / subnet pod 198.51.100.0/24 in v / instance p1 in pod 198.51.100.20 sg open',
      '? 8.8.8.8 > 198.51.100.20 tcp 80 v4 = blocked',
    ],
    [
      'AD-7 a public range of the VPC is still a private source',
      'vpc v 10.0.0.0/16 198.51.100.0/24 2001:db8:1::/56 / subnet pod 198.51.100.0/24 in v / instance p1 in pod 198.51.100.20 sg open / table tpod in v: pod ; 0.0.0.0/0 > g',
      '? p1 > 8.8.8.8 tcp 80 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@p1, ...',
    ],
    [
      'AD-7 whoever owns it outside gets no reply',
      'vpc v 10.0.0.0/16 198.51.100.0/24 2001:db8:1::/56',
      '? 198.51.100.77 > web tcp 80 v4 = blocked',
    ],
    [
      'PX no way from one VPC to another’s private address',
      OTHER,
      '? app1 > 10.9.0.5 tcp 80 v4 = blocked IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS, ...',
    ],
    [
      'NG-5 a NAT gateway does not know another VPC either',
      `${OTHER} / table tapp in v: app ; 10.9.0.0/16 > n`,
      '? app1 > 10.9.0.5 tcp 80 v4 = blocked IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS, ...',
    ],
    ['IG-3 its public one by NAT', OTHER, '? app1 > 203.0.113.90 tcp 80 v4 = reachable'],
    [
      'OVERLAPPING_CIDRS a VPC of the same block is a stranger',
      OTHER.replaceAll('10.9.0', '10.0.7').replace('10.0.7.0/16', '10.0.0.0/16'),
      '? app1 > far tcp 80 v4 = reachable',
    ],
    [
      'SG-4 a reference to a group of a VPC that nothing connects',
      `${OTHER} / sg s in v: in tcp 80 sg:ow / instance web in pub 10.0.0.20 pub 203.0.113.20 sg s`,
      '? far > 203.0.113.20 tcp 80 v4 = blocked',
    ],
    [
      'RT-1 a table of another VPC does not serve the subnet',
      `${OTHER} / table tapp in v: nats / table tx in w: app ; 0.0.0.0/0 > gw ; ::/0 > gw / eip i 203.0.113.55 on app1`,
      '? app1 > 8.8.8.8 tcp 80 v4 = blocked',
    ],
    [
      'NA-1 an ACL of another VPC does not serve it',
      `${OTHER} / acl k in w: app`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'AD-9 the broadcast address of the second subnet',
      '',
      '? app1 > 10.0.2.255 tcp 80 v4 = blocked NO_POSSIBLE_DESTINATION, ...',
    ],
    [
      'AD-13 an address of no subnet',
      '',
      '? app1 > 10.0.200.9 tcp 80 v4 = blocked NO_POSSIBLE_DESTINATION, ...',
    ],
  ]);
});

const OUT = (routes: string): string => `table tpub in v: pub, nats ; ${routes}`;

describe('which route wins', () => {
  rules(THREE_TIERS, [
    [
      'RT-2 an entry of a list that is longer than a static route',
      `list p 8.8.8.0/24 / ${OUT('p > igw-gone ; 8.8.0.0/16 > g')}`,
      '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
    [
      'RT-2 beside it the static one',
      `list p 8.8.8.0/24 / ${OUT('p > igw-gone ; 8.8.0.0/16 > g')}`,
      '? web > 8.8.9.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-2 a static route longer than the list',
      `list p 8.8.0.0/16 / ${OUT('p > igw-gone ; 8.8.8.0/24 > g')}`,
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-7 a blackhole for one client stops its reply alone',
      OUT('8.8.8.8/32 > eni-gone ; 0.0.0.0/0 > g'),
      '? 8.8.8.8 > web tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub return, ...',
    ],
    [
      'V-3 for all of them it is partial',
      OUT('8.8.8.8/32 > eni-gone ; 0.0.0.0/0 > g'),
      '? internet > web tcp 443 v4 = partial',
    ],
    [
      'RT-2 two halves to two ends',
      OUT('0.0.0.0/1 > g ; 128.0.0.0/1 > igw-gone'),
      '? web > internet tcp 443 v4 = partial',
    ],
    [
      'RT-4 propagated, equal to the VPC',
      'table tapp in v: app ; 10.0.0.0/16 > vgw-1 (propagated)',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-4 propagated, wider than the VPC',
      'table tapp in v: app ; 10.0.0.0/8 > vgw-1 (propagated)',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-4 outside of local it carries',
      'table tapp in v: app ; 10.0.0.0/8 > vgw-1 (propagated)',
      '? app1 > 10.200.0.1 tcp 80 v4 = undetermined unknown vgw-1',
    ],
    [
      'RT-6 a list that names a subnet does not lead it to a gateway',
      'list p 10.0.2.0/24 / table tapp in v: app ; p > g',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-2 an IPv6 block to one side',
      'table tapp in v: app ; 2600::/16 > igw-gone ; ::/0 > e',
      '? app1 > 2600::1 tcp 443 v6 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
    [
      'RT-2 and the rest to the other',
      'table tapp in v: app ; 2600::/16 > igw-gone ; ::/0 > e',
      '? app1 > 2601::1 tcp 443 v6 = reachable',
    ],
    [
      'RT-1 the explicit table was deleted: the main one',
      'without tapp',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION@tmain, ...',
    ],
    [
      'RT-1 whose default may open',
      'without tapp / table tmain in v: main ; 0.0.0.0/0 > n',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-1 the main table may be associated as well',
      'without tapp / table tmain in v: main, app ; 0.0.0.0/0 > n',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NG-5 the reply to a NAT client goes by the NAT subnet’s table',
      'instance fw in pub 10.0.0.40 sg open nocheck forwarding pass / table tpub in v: pub ; 0.0.0.0/0 > g / table tnat in v: nats ; 0.0.0.0/0 > g ; 10.0.1.0/24 > fw',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked STATEFUL_PATH_ASYMMETRY@fw return, ...',
    ],
    [
      'NG-5 and dies where that is blackholed',
      'table tpub in v: pub ; 0.0.0.0/0 > g / table tnat in v: nats ; 0.0.0.0/0 > g ; 10.0.1.0/24 > eni-gone',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tnat return',
    ],
    [
      'NG-6 two NAT gateways in a row, both public',
      'subnet nat2 10.0.4.0/24 in v az 1a / nat m in nat2 10.0.4.9 eip 203.0.113.6 / table tnat2 in v: nat2 ; 0.0.0.0/0 > n / table tapp in v: app ; 0.0.0.0/0 > m',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'IG-2 a private NAT gateway before a public one',
      'subnet nat2 10.0.4.0/24 in v az 1a / nat m in nat2 10.0.4.9 private / table tnat2 in v: nat2 ; 0.0.0.0/0 > n / table tapp in v: app ; 0.0.0.0/0 > m',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NG-5 a NAT gateway whose state is deleted',
      'nat n in nats 10.0.3.9 eip 203.0.113.5 state deleted',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
  ]);
});

const CHAIN =
  'subnet f1 10.0.5.0/24 2001:db8:1:5::/64 in v az 1a / subnet f2 10.0.6.0/24 2001:db8:1:6::/64 in v az 1a / instance fw1 in f1 10.0.5.20 2001:db8:1:5::20 sg open nocheck forwarding pass / instance fw2 in f2 10.0.6.20 2001:db8:1:6::20 sg open nocheck forwarding pass';
const LINE = `${CHAIN} / table tapp in v: app ; 10.0.2.0/24 > fw1 / table tf1 in v: f1 ; 10.0.2.0/24 > fw2 / table tdb in v: db ; 10.0.1.0/24 > fw2 / table tf2 in v: f2 ; 10.0.1.0/24 > fw1`;

describe('appliances', () => {
  rules(THREE_TIERS, [
    ['NI-4 two in a row, there and back', LINE, '? app1 > db1 tcp 80 v4 = reachable'],
    [
      'NI-4 back past the first',
      `${LINE} / table tf2 in v: f2`,
      '? app1 > db1 tcp 80 v4 = blocked STATEFUL_PATH_ASYMMETRY@fw1 return',
    ],
    [
      'NI-4 back in the wrong order',
      `${LINE} / table tdb in v: db ; 10.0.1.0/24 > fw1`,
      '? app1 > db1 tcp 80 v4 = blocked STATEFUL_PATH_ASYMMETRY return, ...',
    ],
    [
      'NI-1 the second checks',
      `${LINE} / instance fw2 in f2 10.0.6.20 sg open forwarding pass`,
      '? app1 > db1 tcp 80 v4 = blocked ENI_SOURCE_DEST_CHECK_RESTRICTION@fw2, ...',
    ],
    [
      'SG-6 no group behind the chain',
      `${LINE} / sg s in v: in tcp 80 sg:open / instance db1 in db 10.0.2.20 sg s`,
      '? app1 > db1 tcp 80 v4 = blocked SG_REFERENCES_NOT_PRESERVED@s forward, ...',
    ],
    [
      'NI-3 a passing one before a translating one',
      `${CHAIN} / instance ni in nats 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > fw1 / table tf1 in v: f1 ; 0.0.0.0/0 > ni / table tpub in v: pub ; 0.0.0.0/0 > g / table tnat in v: nats ; 0.0.0.0/0 > g ; 10.0.1.0/24 > fw1`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'NI-4 which answers straight',
      `${CHAIN} / instance ni in nats 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > fw1 / table tf1 in v: f1 ; 0.0.0.0/0 > ni / table tpub in v: pub ; 0.0.0.0/0 > g / table tnat in v: nats ; 0.0.0.0/0 > g`,
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked STATEFUL_PATH_ASYMMETRY@fw1 return',
    ],
    [
      'NG-3 a passing one before a NAT gateway',
      `${CHAIN} / table tapp in v: app ; 0.0.0.0/0 > fw1 / table tf1 in v: f1 ; 0.0.0.0/0 > n / table tpub in v: pub ; 0.0.0.0/0 > g / table tnat in v: nats ; 0.0.0.0/0 > g ; 10.0.1.0/24 > fw1`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'OR-1 each ACL on the way is read',
      `${LINE} / acl k in v: f2 ; in 100 allow all any ; out 100 allow tcp 80 10.0.2.0/24`,
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 return',
    ],
    [
      'RP-4 with the client’s ports',
      `${LINE} / acl k in v: f2 ; in 100 allow all any ; out 100 allow tcp 80 10.0.2.0/24 ; out 110 allow tcp 32768-60999 10.0.1.0/24`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'NI-4 IPv6 through one and back past it',
      `${CHAIN} / table tapp in v: app ; 2001:db8:1:2::/64 > fw1`,
      '? app1 > db1 tcp 80 v6 = blocked STATEFUL_PATH_ASYMMETRY@fw1 return',
    ],
    [
      'NI-3 the translated reply comes to the appliance itself',
      'instance ni in nats 10.0.3.20 sg open nocheck forwarding nat / table tapp in v: app ; 10.0.2.0/24 > ni',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-6 outward by reference past an appliance',
      'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass / table tapp in v: app ; 10.0.2.0/24 > fw / table tdb in v: db ; 10.0.1.0/24 > fw / sg far in v: in all any / instance db1 in db 10.0.2.20 sg far / sg s in v: out tcp 80 sg:far / instance app1 in app 10.0.1.20 sg s',
      '? app1 > db1 tcp 80 v4 = blocked SG_REFERENCES_NOT_PRESERVED@s forward',
    ],
    [
      'SG-8 a group of another VPC on an interface lets nothing pass',
      'vpc w 10.9.0.0/16 / sg far in w: in all any ; out all any / instance db1 in db 10.0.2.20 sg far',
      '? app1 > db1 tcp 80 v4 = blocked SG_HAS_NO_RULES@far forward',
    ],
    [
      'NI-5 no group beyond it, its own neither',
      'sg nat in v: in all any ; out all any / instance ni in nats 10.0.3.20 sg nat nocheck forwarding nat / table tapp in v: app ; 10.0.2.0/24 > ni / sg s in v: in tcp 80 sg:nat / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = blocked SG_REFERENCES_NOT_PRESERVED@s forward',
    ],
    [
      'BP-1 under ingress-only a NAT instance is no NAT gateway',
      'bpa b block-ingress / instance ni in nats 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    [
      'BP-3 its subnet may be excluded',
      'bpa b block-ingress: except nats allow-bidirectional / instance ni in nats 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
  ]);
});

const EDGE =
  'instance fw in nats 10.0.3.20 pub 203.0.113.30 2001:db8:1:3::20 sg open nocheck forwarding pass / ' +
  'instance app1 in app 10.0.1.20 pub 203.0.113.40 2001:db8:1:1::20 sg open / ' +
  'table tapp in v: app ; 0.0.0.0/0 > fw ; ::/0 > fw / ' +
  'table tedge in v: g ; 10.0.1.0/24 > fw ; 2001:db8:1:1::/64 > fw';

describe('Block Public Access at its edges', () => {
  rules(THREE_TIERS, [
    [
      'BP-3 inward the appliance’s subnet counts',
      `${EDGE} / bpa b block-bidirectional: except nats allow-bidirectional`,
      '? internet > app1 tcp 443 v4 = reachable',
    ],
    [
      'BP-3 not that of the instance behind it',
      `${EDGE} / bpa b block-bidirectional: except app allow-bidirectional`,
      '? internet > app1 tcp 443 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    [
      'BP-3 outward alike',
      `${EDGE} / bpa b block-bidirectional: except nats allow-bidirectional`,
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'BP-3 outward, not the instance’s',
      `${EDGE} / bpa b block-bidirectional: except app allow-bidirectional`,
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    [
      'BP-3 IPv6 inward',
      `${EDGE} / bpa b block-bidirectional: except app allow-bidirectional`,
      '? internet > app1 tcp 443 v6 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    [
      'BP-4 a regional NAT gateway and a subnet’s exclusion',
      'nat n in v regional / bpa b block-bidirectional: except app allow-bidirectional',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'BP-4 and a VPC’s',
      'nat n in v regional / bpa b block-bidirectional: except v allow-bidirectional',
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'BP-2 a regional NAT gateway under ingress-only',
      'nat n in v regional / bpa b block-ingress',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'BP-1 an egress exclusion under both ways: in',
      'bpa b block-bidirectional: except pub allow-egress',
      '? internet > web tcp 443 v4 = blocked',
    ],
    [
      'BP-1 an egress exclusion lets IPv6 out',
      'bpa b block-bidirectional: except app allow-egress',
      '? app1 > 2600::1 tcp 443 v6 = reachable',
    ],
    [
      'IG-3 straight back in is not excused',
      'bpa b block-bidirectional: except pub allow-bidirectional / instance b2 in nats 10.0.3.40 pub 203.0.113.45 sg open',
      '? web > 203.0.113.45 tcp 80 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    ['V-5 a mode that is not told', 'bpa b ?', '? web > 8.8.8.8 tcp 443 v4 = undetermined'],
    ['BP-1 it does not touch what stays inside', 'bpa b ?', '? web > db1 tcp 443 v4 = reachable'],
  ]);
});

const K = (parts: string): string => `acl k in v: db ; ${parts}`;
const C = (parts: string): string => `acl c in v: app ; ${parts}`;
const ALL = 'in 100 allow all any ; out 100 allow all any';

describe('protocols, types and ports', () => {
  rules(THREE_TIERS, [
    [
      'RP-4 an echo needs its reply’s type',
      K('in 100 allow icmp 8/0 any ; out 100 allow icmp 0/0 any'),
      '? app1 > db1 icmp v4 = reachable',
    ],
    [
      'RP-4 not the request’s',
      K('in 100 allow icmp 8/0 any ; out 100 allow icmp 8/0 any'),
      '? app1 > db1 icmp v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 return',
    ],
    [
      'RP-4 at the client the other way round',
      C('out 100 allow icmp 8/-1 any ; in 100 allow icmp 0/-1 any'),
      '? app1 > db1 icmp v4 = reachable',
    ],
    [
      'RP-4 IPv6 has its own types',
      K('in 100 allow icmpv6 128/0 any ; out 100 allow icmpv6 129/0 any'),
      '? app1 > db1 icmp v6 = reachable',
    ],
    [
      'NA-3 ICMP is not ICMPv6',
      K('in 100 allow icmp -1/-1 any ; out 100 allow icmp -1/-1 any'),
      '? app1 > db1 icmp v6 = blocked',
    ],
    [
      'RP-2 a group tracks the echo',
      'sg s in v: in icmp 8 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 icmp v4 = reachable',
    ],
    [
      'SG-2 the reply’s type alone lets no echo in',
      'sg s in v: in icmp 0 any ; out all any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 icmp v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'NA-1 a deny of one type before an allow of all',
      K(`in 50 deny icmp 8/-1 any ; ${ALL}`),
      '? app1 > db1 icmp v4 = blocked SUBNET_ACL_RESTRICTION@k#50 forward',
    ],
    [
      'NA-1 which leaves TCP alone',
      K(`in 50 deny icmp 8/-1 any ; ${ALL}`),
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'NA-1 a deny of the client’s port',
      C(`in 50 deny tcp 40000 any ; ${ALL}`),
      '? app1 > db1 tcp 80 v4 = partial advisory EPHEMERAL_PORTS_PARTIAL',
    ],
    [
      'NA-1 which is asked',
      C(`in 50 deny tcp 40000 any ; ${ALL}`),
      '? app1 > db1 tcp 80 from 40000 v4 = blocked SUBNET_ACL_RESTRICTION@c#50 return',
    ],
    [
      'NA-1 a deny of UDP in between',
      C(`in 50 deny udp 1024-65535 any ; ${ALL}`),
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'NA-1 its numbers decide, not its width',
      K(
        'in 100 allow tcp 80 10.0.1.20/32 ; in 90 deny all 10.0.0.0/8 ; in 110 allow all any ; out 100 allow all any',
      ),
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k#90 forward',
    ],
    [
      'NA-3 all protocols, ports ignored',
      K('in 100 allow all 22 any ; out 100 allow all 22 any'),
      '? app1 > db1 udp 53 v4 = reachable',
    ],
    [
      'SG-2 all protocols, ports ignored',
      'sg s in v: in all 22 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 udp 53 v4 = reachable',
    ],
    [
      'SG-2 a number is a name',
      'sg s in v: in 6 80 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-2 and narrow like one',
      'sg s in v: in 6 80 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 81 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'SG-2 58 is ICMPv6',
      'sg s in v: in 58 any / instance db1 in db 10.0.2.20 2001:db8:1:2::20 sg s',
      '? app1 > db1 icmp v6 = reachable',
    ],
    [
      'SG-2 1 is ICMP',
      'sg s in v: in 1 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 icmp v4 = reachable',
    ],
    [
      'SG-2 another protocol has no ports',
      'sg s in v: in 47 22 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 47 v4 = reachable',
    ],
    [
      'SG-3 TCP alone is not all',
      'sg s in v: in tcp any ; out all any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 -1 v4 = partial allowed tcp 0-65535',
    ],
    ['NG-1 all protocols through a NAT gateway', '', '? app1 > 8.8.8.8 -1 v4 = partial'],
    [
      'RP-4 GRE needs its own way back',
      K('in 100 allow 47 any ; out 100 allow tcp any'),
      '? app1 > db1 47 v4 = blocked SUBNET_ACL_RESTRICTION@k return',
    ],
    [
      'SG-2 port 0',
      'sg s in v: in tcp 0 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 0 v4 = reachable',
    ],
    [
      'SG-2 a list of the other family',
      'list p 2600::/16 / sg s in v: in tcp 80 pl:p / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'SG-5 a group of another VPC',
      `${OTHER} / sg s in v: in tcp 80 sg:ow / instance db1 in db 10.0.2.20 sg s`,
      '? app1 > db1 tcp 80 v4 = blocked',
    ],
    [
      'RP-2 tracked at the group, not at the ACL, of both ends',
      `${K('in 100 allow tcp 80 10.0.1.0/24 ; out 100 allow tcp 32768-60999 10.0.1.0/24')} / ${C('out 100 allow tcp 80 10.0.2.0/24 ; in 100 allow tcp 32768-60999 10.0.2.0/24')}`,
      '? app1 > db1 tcp 80 v4 = reachable advisory EPHEMERAL_RANGE_NARROW',
    ],
    [
      'EP Windows behind the same lists',
      `${K('in 100 allow tcp 80 10.0.1.0/24 ; out 100 allow tcp 32768-60999 10.0.1.0/24')} / instance app1 in app 10.0.1.20 sg open windows`,
      '? app1 > db1 tcp 80 v4 = partial',
    ],
  ]);
});

describe('what is not told', () => {
  rules(THREE_TIERS, [
    [
      'V-5 the groups of an interface',
      'instance db1 in db 10.0.2.20 sg ?',
      '? app1 > db1 tcp 80 v4 = undetermined unknown db1',
    ],
    [
      'V-5 the rules of a group',
      'sg s in v: ? / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = undetermined unknown s',
    ],
    [
      'V-5 a rule’s peer',
      'sg s in v: in tcp 80 ? / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = undetermined unknown s',
    ],
    [
      'V-0 which does not matter for another port',
      'sg s in v: in tcp 80 ? / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 81 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'V-5 a rule’s protocol',
      'sg s in v: in ? any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = undetermined unknown s',
    ],
    [
      'V-5 an entry’s block',
      K('in 100 allow all ? ; out 100 allow all any'),
      '? app1 > db1 tcp 80 v4 = undetermined unknown k',
    ],
    [
      'V-0 a deny that is not told before an allow',
      K('in 50 deny all ? ; in 100 allow all any ; out 100 allow all any'),
      '? app1 > db1 tcp 80 v4 = undetermined unknown k',
    ],
    [
      'V-0 after an allow it does not matter',
      K('in 150 deny all ? ; in 100 allow all any ; out 100 allow all any'),
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'V-5 a route’s target',
      'table tapp in v: app ; 0.0.0.0/0 > ?',
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'V-0 of another destination',
      'table tapp in v: app ; 9.9.9.0/24 > ? ; 0.0.0.0/0 > n',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'V-5 a route’s destination',
      'table tapp in v: app ; ? > eni-gone ; 0.0.0.0/0 > n',
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined unknown tapp',
    ],
    [
      'V-0 whose associations are not told, where both tables do the same',
      'table tapp in v: ? ; 0.0.0.0/0 > n',
      '? app1 > app2 tcp 443 v4 = reachable',
    ],
    ['V-5 the associations of an ACL', 'acl k in v: ?', '? app1 > db1 tcp 443 v4 = undetermined'],
    [
      'V-5 the associations of a table',
      'table tapp in v: ? ; 0.0.0.0/0 > n',
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'V-5 an address of AWS’s choice that a rule splits',
      'instance db1 in db sg open / acl k in v: db ; in 100 allow all any ; out 100 deny all any ; in 50 allow all any / sg s in v: out tcp 80 10.0.2.0/25 / instance app1 in app 10.0.1.20 sg s',
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k, ...',
    ],
    ['V-0 where all of them pass', 'instance db1 in db sg open', '? app1 > db1 tcp 80 v4 = reachable'],
    [
      'V-0 where it decides',
      'instance db1 in db sg open / sg s in v: out tcp 80 10.0.2.0/25 / instance app1 in app 10.0.1.20 sg s',
      '? app1 > db1 tcp 80 v4 = undetermined',
    ],
    [
      'V-5 a public address of AWS’s choice that a rule splits',
      'sg s in v: in tcp 80 203.0.113.0/25 / instance t1 in nats 10.0.3.40 pub 203.0.113.200 sg s / instance web in pub 10.0.0.20 pub sg open',
      '? web > 203.0.113.200 tcp 80 v4 = undetermined',
    ],
    [
      'V-5 a check that is not told',
      'eni fw in nats 10.0.3.20 sg open / table tapp in v: app ; 10.0.2.0/24 > fw / table tdb in v: db ; 10.0.1.0/24 > fw',
      '? app1 > db1 tcp 80 v4 = blocked ENI_SOURCE_DEST_CHECK_RESTRICTION@fw, ...',
    ],
  ]);
});
