import { describe } from 'vitest';
import { importedBut, IMPORTED, rules, THREE_TIERS } from './rules.test-support.ts';

const FIREWALL = 'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass';
const BACK = 'table tdb in v: db ; 10.0.1.0/24 > fw';
const OUT = (routes: string): string => `table tpub in v: pub, nats ; ${routes}`;

describe('3.1 route tables', () => {
  rules(THREE_TIERS, [
    ['RT-1 a subnet’s own table', '', 'tier app v4 = egress'],
    ['RT-1 else the main one', 'table tmain in v: main ; 0.0.0.0/0 > g', 'tier db v4 = public'],
    ['RT-1 the main one is not drawn: local routes alone', 'without tmain', 'tier db v4 = isolated'],
    ['RT-1 and they deliver', 'without tmain', '? app1 > db1 tcp 80 v4 = reachable'],
    [
      'RT-1 the main table of its own VPC',
      'vpc w 10.9.0.0/16 / subnet w0 10.9.0.0/24 in w / igw gw on w / table tw in w: main ; 0.0.0.0/0 > gw',
      'tier db v4 = isolated',
    ],
    [
      'RT-1 the same seen from the other',
      'vpc w 10.9.0.0/16 / subnet w0 10.9.0.0/24 in w / igw gw on w / table tw in w: main ; 0.0.0.0/0 > gw',
      'tier w0 v4 = public',
    ],
    [
      'C-8 an import without a main table does not tell',
      `${IMPORTED} / without tmain`,
      'tier db v4 = isolated undetermined',
    ],
    [
      'C-8 nor what its subnets reach',
      `${IMPORTED} / without tmain`,
      '? db1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'RT-2 the longest prefix wins',
      OUT('0.0.0.0/0 > eni-gone ; 8.8.8.0/24 > g'),
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-2 whatever the order',
      OUT('8.8.8.0/24 > eni-gone ; 0.0.0.0/0 > g'),
      '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
    [
      'RT-2 beside it the shorter one stands',
      OUT('8.8.8.0/24 > eni-gone ; 0.0.0.0/0 > g'),
      '? web > 8.8.9.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-2 0.0.0.0/0 never covers IPv6',
      OUT('0.0.0.0/0 > g'),
      '? web > 2600::1 tcp 443 v6 = blocked NO_ROUTE_TO_DESTINATION@tpub, ...',
    ],
    [
      'RT-2 ::/0 never covers IPv4',
      OUT('::/0 > g'),
      '? web > 8.8.8.8 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION@tpub, ...',
    ],
    [
      'RT-2 a prefix list is its entries',
      `list p 8.8.8.0/24 1.1.1.0/24 / ${OUT('p > g')}`,
      '? web > 1.1.1.1 tcp 443 v4 = reachable',
    ],
    [
      'RT-2 and no more',
      `list p 8.8.8.0/24 1.1.1.0/24 / ${OUT('p > g')}`,
      '? web > 1.1.2.1 tcp 443 v4 = blocked NO_ROUTE_TO_DESTINATION@tpub, ...',
    ],
    ['RT-2 of one family', `list p 2600::/16 / ${OUT('p > g')}`, '? web > 2600::1 tcp 443 v6 = reachable'],
    [
      'RT-2 entries that are not told',
      `list p ? / ${OUT('p > g')}`,
      '? web > 8.8.8.8 tcp 443 v4 = undetermined unknown p',
    ],
    [
      'RT-2 an empty list is not told either',
      `list p / ${OUT('p > g')}`,
      '? web > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'RT-6 what may stand inside the VPC may be dead',
      'list p ? / table tapp in v: app ; p > eni-gone',
      '? app1 > db1 tcp 80 v4 = undetermined unknown p',
    ],
    [
      'RT-6 a gateway may not stand there at all',
      'list p ? / table tapp in v: app ; p > igw-gone',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-2 they matter where they decide',
      `list p ? / ${OUT('p > g ; 0.0.0.0/0 > g')}`,
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-3 a static route before a prefix list',
      `list p 8.8.8.0/24 / ${OUT('p > eni-gone ; 8.8.8.0/24 > g')}`,
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-3 a prefix list before a propagated route',
      `list p 8.8.8.0/24 / ${OUT('8.8.8.0/24 > vgw-1 (propagated) ; p > g')}`,
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-3 a static route before a propagated one',
      OUT('8.8.8.0/24 > vgw-1 (propagated) ; 8.8.8.0/24 > g'),
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT-4 a propagated route inside local loses',
      'table tapp in v: app ; 10.0.2.0/25 > vgw-1 (propagated)',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-4 outside of it the longer prefix wins',
      OUT('8.8.8.0/24 > vgw-1 (propagated) ; 0.0.0.0/0 > g'),
      '? web > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'RT-5 two lists, two targets: AWS’s choice',
      `list p 8.8.8.0/24 / list q 8.8.8.0/24 / ${OUT('p > g ; q > eni-gone')}`,
      '? web > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'RT-5 no matter where both end alike',
      `list p 8.8.8.0/24 / list q 8.8.8.0/24 / ${OUT('p > igw-gone ; q > eni-gone')}`,
      '? web > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'RT-6 local replaced by an interface',
      `${FIREWALL} / table tapp in v: app ; 10.0.0.0/16 > fw / ${BACK}`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-6 which then must pass it on',
      'instance fw in nats 10.0.3.20 sg open forwarding pass / table tapp in v: app ; 10.0.0.0/16 > fw',
      '? app1 > db1 tcp 80 v4 = blocked ENI_SOURCE_DEST_CHECK_RESTRICTION@fw forward, ...',
    ],
    [
      'RT-6 a whole subnet to an interface',
      `${FIREWALL} / table tapp in v: app ; 10.0.2.0/24 > fw / ${BACK}`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-6 IPv6 alike',
      'instance fw in nats 10.0.3.20 2001:db8:1:3::20 sg open nocheck forwarding pass / table tapp in v: app ; 2001:db8:1:2::/64 > fw / table tdb in v: db ; 2001:db8:1:1::/64 > fw',
      '? app1 > db1 tcp 80 v6 = reachable',
    ],
    [
      'RT-6 a part of a subnet is no route',
      'table tapp in v: app ; 10.0.2.0/25 > eni-gone',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-6 nor two subnets at once',
      'table tapp in v: app ; 10.0.2.0/23 > eni-gone',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-6 nor an internet gateway inside local',
      'table tapp in v: app ; 10.0.2.0/24 > g',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-6 nor a peering',
      'table tapp in v: app ; 10.0.2.0/24 > pcx-1',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-6 nor local replaced by a gateway',
      'table tapp in v: app ; 10.0.0.0/16 > g',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-7 a blackhole wins',
      OUT('8.8.8.0/24 > g (blackhole) ; 0.0.0.0/0 > g'),
      '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
    [
      'RT-7 a target that is gone',
      OUT('8.8.8.0/24 > igw-gone ; 0.0.0.0/0 > g'),
      '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
    ['RT-7 one that is detached', 'igw g', '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...'],
    [
      'RT-7 one that is not yet attached',
      'igw g on v attaching',
      '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
    [
      'RT-7 one of another VPC',
      `vpc w 10.9.0.0/16 / igw gw on w / ${OUT('0.0.0.0/0 > gw')}`,
      '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
    [
      'RT-7 a NAT gateway that is pending',
      'nat n in nats 10.0.3.9 eip 203.0.113.5 state pending',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
    [
      'RT-7 one that has failed',
      'nat n in nats 10.0.3.9 eip 203.0.113.5 state failed',
      'tier app v4 = isolated',
    ],
    [
      'RT-7 what is not captured may live',
      `${importedBut('igw')} / without g / ${OUT('0.0.0.0/0 > igw-9')}`,
      '? web > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'RT-8 a stopped instance',
      'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass stopped / table tapp in v: app ; 10.0.2.0/24 > fw',
      '? app1 > db1 tcp 80 v4 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
    [
      'RT-8 its interface',
      'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass stopped / table tapp in v: app ; 10.0.2.0/24 > eni:fw',
      '? app1 > db1 tcp 80 v4 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
    [
      'RT-8 an instance target has one interface',
      `${FIREWALL} / eni fx in nats 10.0.3.21 sg open on fw index 1 / table tapp in v: app ; 10.0.2.0/24 > fw`,
      '? app1 > db1 tcp 80 v4 = blocked BAD_STATE_ROUTE@tapp, ...',
    ],
    [
      'RT-8 its interface may be named',
      `${FIREWALL} / eni fx in nats 10.0.3.21 sg open on fw index 1 / table tapp in v: app ; 10.0.2.0/24 > eni:fw / table tdb in v: db ; 10.0.1.0/24 > eni:fw`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'RT-10 no NAT gateway for IPv6 at large',
      'table tapp in v: app ; ::/0 > n',
      '? app1 > 2600::1 tcp 443 v6 = blocked',
    ],
    [
      'RT-10 no egress-only gateway for IPv4',
      'table tapp in v: app ; 0.0.0.0/0 > e',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked',
    ],
    [
      'RT-11 a gateway serves the VPC it is attached to',
      'vpc w 10.9.0.0/16 / igw g on w',
      '? web > 8.8.8.8 tcp 443 v4 = blocked BAD_STATE_ROUTE@tpub, ...',
    ],
  ]);
});

/** The appliance in front of `app`: out through it, and back by the gateway's edge table. */
const EDGE =
  'instance fw in nats 10.0.3.20 pub 203.0.113.30 2001:db8:1:3::20 sg open nocheck forwarding pass / ' +
  'instance app1 in app 10.0.1.20 pub 203.0.113.40 2001:db8:1:1::20 sg open / ' +
  'table tapp in v: app ; 0.0.0.0/0 > fw ; ::/0 > fw / ' +
  'table tedge in v: g ; 10.0.1.0/24 > fw ; 2001:db8:1:1::/64 > fw';

describe('3.1 edge tables', () => {
  rules(THREE_TIERS, [
    ['RT-10 in through the appliance', EDGE, '? internet > app1 tcp 443 v4 = reachable'],
    ['RT-10 out through it', EDGE, '? app1 > 8.8.8.8 tcp 443 v4 = reachable'],
    ['RT-10 IPv6 in', EDGE, '? internet > app1 tcp 443 v6 = reachable'],
    ['RT-10 IPv6 out', EDGE, '? app1 > 2600::1 tcp 443 v6 = reachable'],
    ['TI-5 public, through it', EDGE, 'tier app v4 = public through fw'],
    [
      'OR-9 the edge table reads the private address',
      `${EDGE} / acl k in v: nats ; in 100 allow all 8.8.8.8/32 ; in 110 allow all 10.0.1.0/24 ; out 100 allow all 10.0.1.0/24 ; out 110 allow all 8.8.8.8/32`,
      '? 8.8.8.8 > app1 tcp 443 v4 = reachable',
    ],
    [
      'RT-12 straight out of a redirected subnet',
      `${EDGE} / table tapp in v: app ; 0.0.0.0/0 > g`,
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked INGRESS_RTB_TRAFFIC_REDIRECTION, ...',
    ],
    [
      'RT-12 nor the reply',
      `${EDGE} / table tapp in v: app ; 0.0.0.0/0 > g`,
      '? internet > app1 tcp 443 v4 = blocked INGRESS_RTB_TRAFFIC_REDIRECTION return, ...',
    ],
    ['RT-12 other subnets are not concerned', EDGE, '? web > 8.8.8.8 tcp 443 v4 = reachable'],
    [
      'RT-10 the whole VPC may be redirected',
      `${EDGE} / table tedge in v: g ; 10.0.0.0/16 > fw`,
      '? internet > app1 tcp 443 v4 = reachable',
    ],
    [
      'RT-10 a part of a subnet is no edge route',
      `${EDGE} / table tapp in v: app ; 0.0.0.0/0 > g / table tedge in v: g ; 10.0.1.0/25 > fw`,
      '? internet > app1 tcp 443 v4 = reachable',
    ],
    [
      'RT-10 nor a prefix list',
      `${EDGE} / list p 10.0.1.0/24 / table tapp in v: app ; 0.0.0.0/0 > g / table tedge in v: g ; p > fw`,
      '? internet > app1 tcp 443 v4 = reachable',
    ],
    [
      'RT-10 the appliance needs a public address',
      `${EDGE} / instance fw in nats 10.0.3.20 sg open nocheck forwarding pass`,
      '? internet > app1 tcp 443 v4 = blocked INGRESS_RTB_NO_PUBLIC_IP, ...',
    ],
    [
      'RT-8 and must run',
      `${EDGE} / instance fw in nats 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding pass stopped`,
      '? internet > app1 tcp 443 v4 = blocked BAD_STATE_ROUTE@tedge forward, ...',
    ],
    [
      'NI-1 with its check off',
      `${EDGE} / instance fw in nats 10.0.3.20 pub 203.0.113.30 sg open forwarding pass`,
      '? internet > app1 tcp 443 v4 = blocked ENI_SOURCE_DEST_CHECK_RESTRICTION@fw, ...',
    ],
    [
      'NI-2 its groups are judged',
      `${EDGE} / sg s in v: in tcp 22 any ; out all any / instance fw in nats 10.0.3.20 pub 203.0.113.30 sg s nocheck forwarding pass`,
      '? internet > app1 tcp 443 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'NI-3 unstated, the target of an edge route passes',
      EDGE.replace(' forwarding pass', ''),
      '? internet > app1 tcp 443 v4 = reachable assumes ASSUMPTION_APPLIANCE_FORWARDS',
    ],
    [
      'NI-3 or is asked about',
      EDGE.replace(' forwarding pass', ''),
      '? internet > app1 tcp 443 v4 strict = undetermined',
    ],
  ]);
});
