import { describe } from 'vitest';
import { importedBut, rules, THREE_TIERS } from './rules.test-support.ts';

const FIREWALL =
  'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass / table tapp in v: app ; 0.0.0.0/0 > fw';

describe('4.3 tiers', () => {
  rules(THREE_TIERS, [
    ['4.3 a winning route to the gateway', '', 'tier pub v4 = public'],
    ['4.3 IPv6 too', '', 'tier pub v6 = public'],
    ['4.3 NAT leads out', '', 'tier app v4 = egress'],
    ['4.3 so does the egress-only gateway', '', 'tier app v6 = egress'],
    ['4.3 local alone', '', 'tier db v4 = isolated'],
    [
      '4.3 no block of the family',
      'subnet db 10.0.2.0/24 in v az 1b / instance db1 in db 10.0.2.20 sg open',
      'tier db v6 = isolated',
    ],
    ['4.3 a public NAT gateway without an address', 'nat n in nats 10.0.3.9', 'tier app v4 = isolated'],
    ['4.3 a private one before the gateway', 'nat n in nats 10.0.3.9 private', 'tier app v4 = isolated'],
    [
      '4.3 a NAT gateway behind a NAT gateway',
      'nat m in db 10.0.2.9 private / table tapp in v: app ; 0.0.0.0/0 > m / table tdb in v: db ; 0.0.0.0/0 > n',
      'tier app v4 = egress',
    ],
    ['4.3 regional', 'nat n in v regional', 'tier app v4 = egress'],
    ['4.3 regional without a gateway', 'nat n in v regional / igw g', 'tier app v4 = isolated'],
    [
      '4.3 a NAT instance',
      'instance ni in nats 10.0.3.20 pub 203.0.113.30 nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      'tier app v4 = egress',
    ],
    [
      '4.3 with the check on',
      'instance ni in nats 10.0.3.20 pub 203.0.113.30 forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      'tier app v4 = isolated',
    ],
    [
      '4.3 without a public address',
      'instance ni in nats 10.0.3.20 nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      'tier app v4 = isolated',
    ],
    [
      '4.3 a stopped one',
      'instance ni in nats 10.0.3.20 pub 203.0.113.30 nocheck forwarding nat stopped / table tapp in v: app ; 0.0.0.0/0 > ni',
      'tier app v4 = isolated',
    ],
    [
      'TI-0 a unique local subnet',
      'vpc v 10.0.0.0/16 fd80:1:0::/56 / subnet pub 10.0.0.0/24 fd80:1:0:0::/64 in v az 1a / subnet app 10.0.1.0/24 in v / subnet db 10.0.2.0/24 in v / subnet nats 10.0.3.0/24 in v / instance web in pub 10.0.0.20 sg open / instance app1 in app 10.0.1.20 sg open / instance app2 in app 10.0.1.21 sg open / instance db1 in db 10.0.2.20 sg open',
      'tier pub v6 = isolated',
    ],
    [
      'TI-0 a private global one by the egress-only gateway',
      'vpc v 10.0.0.0/16 2001:db8:1::/56 private',
      'tier app v6 = isolated',
    ],
    ['TI-1 a detached gateway never lifts', 'igw g', 'tier pub v4 = isolated'],
    [
      'TI-1 nor a blackhole',
      'table tpub in v: pub, nats ; 0.0.0.0/0 > g (blackhole)',
      'tier pub v4 = isolated',
    ],
    [
      'TI-1 nor another VPC’s gateway',
      'vpc w 10.9.0.0/16 / igw gw on w / table tpub in v: pub, nats ; 0.0.0.0/0 > gw',
      'tier pub v4 = isolated',
    ],
    [
      'TI-2 two halves',
      'table tpub in v: pub, nats ; 0.0.0.0/1 > g ; 128.0.0.0/1 > g',
      'tier pub v4 = public',
    ],
    ['TI-2 one public address', 'table tpub in v: pub, nats ; 8.8.8.8/32 > g', 'tier pub v4 = public'],
    [
      'TI-2 private ranges alone',
      'table tpub in v: pub, nats ; 10.0.0.0/8 > g ; 192.168.0.0/16 > g',
      'tier pub v4 = isolated',
    ],
    [
      'TI-2 a route that others hide',
      'table tpub in v: pub, nats ; 0.0.0.0/0 > g ; 0.0.0.0/1 > igw-gone ; 128.0.0.0/1 > igw-gone',
      'tier pub v4 = isolated',
    ],
    [
      'TI-3 NAT by default and one range to the gateway',
      'table tapp in v: app ; 0.0.0.0/0 > n ; 8.8.8.0/24 > g',
      'tier app v4 = public',
    ],
    [
      'TI-3 a prefix list, entry by entry',
      'list p 10.9.0.0/16 8.8.8.0/24 / table tapp in v: app ; p > g',
      'tier app v4 = public',
    ],
    [
      'TI-3 of private entries',
      'list p 10.9.0.0/16 / table tapp in v: app ; p > g',
      'tier app v4 = isolated',
    ],
    ['TI-4 a gateway without a route', 'table tpub in v: pub, nats', 'tier pub v4 = isolated'],
    [
      'TI-4 mapPublicIpOnLaunch lifts nothing',
      'subnet db 10.0.2.0/24 2001:db8:1:2::/64 in v az 1b map',
      'tier db v4 = isolated',
    ],
    ['TI-4 nor an EIP', 'eip i 203.0.113.60 on db1', 'tier db v4 = isolated'],
    ['TI-5 through a passing appliance: outward alone', FIREWALL, 'tier app v4 = egress'],
    [
      'TI-5 and back',
      `${FIREWALL} / table tedge in v: g ; 10.0.1.0/24 > fw`,
      'tier app v4 = public through fw',
    ],
    [
      'TI-5 an edge table alone',
      'instance fw in nats 10.0.3.20 sg open nocheck forwarding pass / table tedge in v: g ; 10.0.2.0/24 > fw',
      'tier db v4 = isolated',
    ],
    [
      'TI-5 back through another',
      `${FIREWALL} / instance fx in nats 10.0.3.21 sg open nocheck forwarding pass / table tedge in v: g ; 10.0.1.0/24 > fx`,
      'tier app v4 = egress',
    ],
    [
      'TI-0 a private IPv6 address takes nothing from IPv4',
      'vpc v 10.0.0.0/16 fd80:1:0::/56 / subnet pub 10.0.0.0/24 in v / subnet db 10.0.2.0/24 in v / subnet app 10.0.1.0/24 in v / subnet nats 10.0.3.0/24 fd80:1:0:3::/64 in v / instance ni in nats 10.0.3.20 pub 203.0.113.30 fd80:1:0:3::20 sg open nocheck forwarding nat / table tapp in v: app ; 0.0.0.0/0 > ni',
      'tier app v4 = egress',
    ],
    ['TI-6 NAT64', 'table tapp in v: app ; 64:ff9b::/96 > n', 'tier app v6 = egress'],
    [
      'TI-6 whose NAT gateway leads nowhere',
      'table tapp in v: app ; 64:ff9b::/96 > n / table tpub in v: pub',
      'tier app v6 = isolated',
    ],
    ['TI-6 the families never mix', 'table tapp in v: app ; ::/0 > g', 'tier app v6 = public'],
    ['TI-6 IPv4 beside it', 'table tapp in v: app ; ::/0 > g', 'tier app v4 = isolated'],
    ['TI-8 a table that is not told', 'table tapp in v: app ; ?', 'tier app v4 = isolated undetermined'],
    [
      'TI-8 tables that were not captured',
      `${importedBut('table')} / without tpub tapp tmain`,
      'tier pub v4 = isolated undetermined',
    ],
    [
      'TI-8 a list that may lift',
      'list p ? / table tapp in v: app ; 0.0.0.0/0 > n ; p > g',
      'tier app v4 = egress undetermined',
    ],
    [
      'TI-8 a list that lifts nothing more',
      'list p ? / table tpub in v: pub, nats ; 0.0.0.0/0 > g ; p > g',
      'tier pub v4 = public',
    ],
  ]);
});
