import { describe } from 'vitest';
import { importedBut, rules, THREE_TIERS } from './rules.test-support.ts';

/** `db1` with one group of these rules. */
const GROUP = (parts: string): string =>
  `sg s in v: ${parts} / instance db1 in db 10.0.2.20 2001:db8:1:2::20 sg s`;
/** `app1` with one group of these rules. */
const SENDER = (parts: string): string =>
  `sg s in v: ${parts} / instance app1 in app 10.0.1.20 2001:db8:1:1::20 sg s`;
const NO_MATCH = 'blocked ENI_SG_RULES_MISMATCH@s forward';

describe('3.9 security groups', () => {
  rules(THREE_TIERS, [
    [
      'SG-1 the union over all groups',
      'sg s in v: in tcp 80 any / sg r in v: in tcp 443 any / instance db1 in db 10.0.2.20 sg s,r',
      '? app1 > db1 tcp 443 v4 = reachable',
    ],
    [
      'SG-1 no match',
      'sg s in v: in tcp 80 any / sg r in v: in tcp 443 any / instance db1 in db 10.0.2.20 sg s,r',
      '? app1 > db1 tcp 22 v4 = blocked ENI_SG_RULES_MISMATCH forward',
    ],
    [
      'SG-1 a new group lets nothing in',
      'sg s in v / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80 v4 = blocked SG_HAS_NO_RULES@s forward',
    ],
    [
      'SG-1 and everything out',
      'sg s in v / instance db1 in db 10.0.2.20 sg s',
      '? db1 > app1 tcp 80 v4 = reachable',
    ],
    [
      'SG-1 IPv6 too',
      'sg s in v / instance db1 in db 10.0.2.20 2001:db8:1:2::20 sg s',
      '? db1 > app1 tcp 80 v6 = reachable',
    ],
    [
      'SG-1 no group named: the default group, from its own members',
      'instance db1 in db 10.0.2.20 / instance app1 in app 10.0.1.20',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-1 and from nobody else',
      'instance db1 in db 10.0.2.20',
      '? app1 > db1 tcp 80 v4 = blocked ENI_SG_RULES_MISMATCH forward',
    ],
    [
      'SG-1 the default group as it is drawn',
      'sg d in v default: in tcp 80 10.0.1.0/24 / instance db1 in db 10.0.2.20',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-1 one that states nothing keeps AWS’s rules',
      'sg d in v default / instance db1 in db 10.0.2.20 / instance app1 in app 10.0.1.20 sg d',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-1 what is stated is read: no egress',
      GROUP('in tcp 80 any'),
      '? db1 > app1 tcp 80 v4 = blocked SG_HAS_NO_RULES@s forward',
    ],
    ['SG-2 all protocols, port fields ignored', GROUP('in all any'), '? app1 > db1 47 v4 = reachable'],
    ['SG-2 a port range, both ends', GROUP('in tcp 80-90 any'), '? app1 > db1 tcp 90 v4 = reachable'],
    ['SG-2 one beyond', GROUP('in tcp 80-90 any'), `? app1 > db1 tcp 91 v4 = ${NO_MATCH}`],
    ['SG-2 one before', GROUP('in tcp 80-90 any'), `? app1 > db1 tcp 79 v4 = ${NO_MATCH}`],
    ['SG-2 no ports are all ports', GROUP('in tcp any'), '? app1 > db1 tcp 65535 v4 = reachable'],
    ['SG-2 -1 is all ports', GROUP('in tcp -1--1 any'), '? app1 > db1 tcp 1 v4 = reachable'],
    ['SG-2 an ICMP type', GROUP('in icmp 8 any'), '? app1 > db1 icmp 8/0 v4 = reachable'],
    ['SG-2 not another', GROUP('in icmp 3 any'), `? app1 > db1 icmp 8/0 v4 = ${NO_MATCH}`],
    ['SG-2 type and code', GROUP('in icmp 3/4 any'), '? app1 > db1 icmp 3/4 v4 = reachable'],
    ['SG-2 not another code', GROUP('in icmp 3/4 any'), `? app1 > db1 icmp 3/1 v4 = ${NO_MATCH}`],
    ['SG-2 any type', GROUP('in icmp -1 any'), '? app1 > db1 icmp 8/0 v4 = reachable'],
    ['SG-2 another protocol by number', GROUP('in 50 any'), '? app1 > db1 50 v4 = reachable'],
    ['SG-2 not its neighbour', GROUP('in 50 any'), `? app1 > db1 51 v4 = ${NO_MATCH}`],
    [
      'SG-2 an IPv4 block never matches IPv6',
      GROUP('in tcp 80 0.0.0.0/0'),
      `? app1 > db1 tcp 80 v6 = ${NO_MATCH}`,
    ],
    ['SG-2 nor the other way round', GROUP('in tcp 80 ::/0'), `? app1 > db1 tcp 80 v4 = ${NO_MATCH}`],
    ['SG-2 one address', GROUP('in tcp 80 10.0.1.20/32'), '? app1 > db1 tcp 80 v4 = reachable'],
    ['SG-2 not the next', GROUP('in tcp 80 10.0.1.21/32'), `? app1 > db1 tcp 80 v4 = ${NO_MATCH}`],
    [
      'SG-2 a prefix list',
      `list p 10.0.1.0/24 / ${GROUP('in tcp 80 pl:p')}`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-2 that does not hold it',
      `list p 10.0.9.0/24 / ${GROUP('in tcp 80 pl:p')}`,
      `? app1 > db1 tcp 80 v4 = ${NO_MATCH}`,
    ],
    [
      'SG-2 whose entries are not told',
      `list p ? / ${GROUP('in tcp 80 pl:p')}`,
      '? app1 > db1 tcp 80 v4 = undetermined unknown p',
    ],
    [
      'SG-2 that does not matter beside another rule',
      `list p ? / ${GROUP('in tcp 80 pl:p ; in tcp 80 10.0.0.0/8')}`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    ['SG-2 or for another port', `list p ? / ${GROUP('in tcp 80 pl:p')}`, '? app1 > db1 tcp 81 v4 = blocked'],
    ['SG-2 outward alike', SENDER('out tcp 80 10.0.2.0/24'), '? app1 > db1 tcp 80 v4 = reachable'],
    ['SG-2 outward, no match', SENDER('out tcp 80 10.0.2.0/24'), `? app1 > db1 tcp 81 v4 = ${NO_MATCH}`],
    [
      'SG-3 tcp 0-65535 is not everything',
      GROUP('in tcp 0-65535 any'),
      `? app1 > db1 udp 80 v4 = ${NO_MATCH}`,
    ],
    ['SG-3 ICMPv6 is not ICMP', GROUP('in icmp any'), `? app1 > db1 icmp v6 = ${NO_MATCH}`],
    ['SG-3 but 58', GROUP('in icmpv6 any'), '? app1 > db1 icmp v6 = reachable'],
    [
      'SG-4 a reference matches members',
      `sg c in v: out all any / instance app1 in app 10.0.1.20 sg c / ${GROUP('in tcp 80 sg:c')}`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-4 nobody else',
      `sg c in v: out all any / ${GROUP('in tcp 80 sg:c')}`,
      `? app1 > db1 tcp 80 v4 = ${NO_MATCH}`,
    ],
    [
      'SG-4 by a secondary address too',
      `sg c in v: out all any / eni x in app 10.0.1.30 10.0.1.31 sg c / ${GROUP('in tcp 80 sg:c')}`,
      '? x > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-4 by IPv6 too',
      `sg c in v: out all any / instance app1 in app 10.0.1.20 2001:db8:1:1::20 sg c / ${GROUP('in tcp 80 sg:c')}`,
      '? app1 > db1 tcp 80 v6 = reachable',
    ],
    [
      'SG-4 it copies no rules',
      `sg c in v: in tcp 22 any ; out all any / instance app1 in app 10.0.1.20 sg c / ${GROUP('in tcp 80 sg:c')}`,
      '? web > db1 tcp 22 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'SG-4 outward to members',
      `sg c in v: in all any / instance db1 in db 10.0.2.20 sg c / ${SENDER('out tcp 80 sg:c')}`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-4 outward to nobody else',
      `sg c in v: in all any / ${SENDER('out tcp 80 sg:c')}`,
      `? app1 > db1 tcp 80 v4 = ${NO_MATCH}`,
    ],
    [
      'SG-4 a group that refers to itself',
      `sg s in v: in tcp 80 sg:s ; out all any / instance app1 in app 10.0.1.20 sg s / instance db1 in db 10.0.2.20 sg s`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-4 any of several groups',
      `sg c in v: out all any / instance app1 in app 10.0.1.20 sg open,c / ${GROUP('in tcp 80 sg:c')}`,
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-7 a group that is gone matches nothing',
      GROUP('in tcp 80 sg:gone'),
      '? app1 > db1 tcp 80 v4 = blocked',
    ],
    [
      'SG-7 groups that were not captured are not told',
      `${importedBut('sg')} / without open / ${GROUP('in tcp 80 any')}`,
      '? app1 > db1 tcp 80 v4 = undetermined',
    ],
    [
      'SG-8 a group of another VPC that is associated',
      'vpc w 10.9.0.0/16 / sg far in w also v: in tcp 80 any / instance db1 in db 10.0.2.20 sg far',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'SG-9 no rule in that direction',
      GROUP('out all any'),
      '? app1 > db1 tcp 80 v4 = blocked SG_HAS_NO_RULES@s forward',
    ],
    ['SG-9 rules but none that matches', GROUP('in tcp 22 any'), `? app1 > db1 tcp 80 v4 = ${NO_MATCH}`],
  ]);
});

const IN = (parts: string): string => `acl k in v: db ; ${parts} ; out 100 allow all any`;
const DENY = 'blocked SUBNET_ACL_RESTRICTION@k#';

describe('3.10 network ACLs', () => {
  rules(THREE_TIERS, [
    [
      'NA-1 the lowest number decides: deny',
      IN('in 100 deny tcp 80 any ; in 200 allow all any'),
      `? app1 > db1 tcp 80 v4 = ${DENY}100 forward`,
    ],
    [
      'NA-1 whatever the order',
      IN('in 200 allow all any ; in 100 deny tcp 80 any'),
      `? app1 > db1 tcp 80 v4 = ${DENY}100 forward`,
    ],
    [
      'NA-1 allow before deny',
      IN('in 100 allow tcp 80 any ; in 200 deny all any'),
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    ['NA-1 the end denies', IN('in 100 allow tcp 443 any'), `? app1 > db1 tcp 80 v4 = ${DENY}32767 forward`],
    [
      'NA-1 for IPv6 under another number',
      IN('in 100 allow tcp 443 any'),
      `? app1 > db1 tcp 80 v6 = ${DENY}32768 forward`,
    ],
    [
      'NA-1 an IPv4 entry does not read IPv6',
      IN('in 100 deny all 0.0.0.0/0 ; in 200 allow all ::/0'),
      '? app1 > db1 tcp 80 v6 = reachable',
    ],
    [
      'NA-1 directions are apart',
      'acl k in v: db ; in 100 allow all any ; out 50 deny tcp 80 any ; out 100 allow all any',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'NA-1 a subnet’s own before the default',
      'acl d in v: default ; in 100 deny all any ; out 100 deny all any / acl k in v: db, app ; in 100 allow all any ; out 100 allow all any',
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'NA-1 else the default one',
      'acl k in v: default ; in 100 allow all any',
      `? app1 > db1 tcp 80 v4 = ${DENY}32767 forward, ${DENY.slice(8)}32767 return`,
    ],
    ['NA-2 the default one unstated allows', '', '? app1 > db1 tcp 80 v4 = reachable'],
    ['NA-2 and drawn without entries', 'acl d in v: default', '? app1 > db1 tcp 80 v4 = reachable'],
    ['NA-2 IPv6 too', 'acl d in v: default', '? app1 > db1 tcp 80 v6 = reachable'],
    [
      'NA-2 a modified one leaves IPv6 denied',
      'acl k in v: default ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      '? app1 > db1 tcp 80 v6 = blocked SUBNET_ACL_RESTRICTION@k#32768 forward, SUBNET_ACL_RESTRICTION@k#32768 return',
    ],
    [
      'NA-2 a custom one starts with denies',
      'acl k in v: db',
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 forward, SUBNET_ACL_RESTRICTION@k#32767 return',
    ],
    ['NA-3 a port range', IN('in 100 allow tcp 80-90 any'), '? app1 > db1 tcp 90 v4 = reachable'],
    ['NA-3 one beyond', IN('in 100 allow tcp 80-90 any'), `? app1 > db1 tcp 91 v4 = ${DENY}32767 forward`],
    ['NA-3 another protocol', IN('in 100 allow 50 any'), '? app1 > db1 50 v4 = reachable'],
    ['NA-3 an ICMP type and code', IN('in 100 allow icmp 3/4 any'), '? app1 > db1 icmp 3/4 v4 = reachable'],
    ['NA-3 any code', IN('in 100 allow icmp 3/-1 any'), '? app1 > db1 icmp 3/1 v4 = reachable'],
    [
      'NA-3 not another type',
      IN('in 100 allow icmp 3/-1 any'),
      `? app1 > db1 icmp 8/0 v4 = ${DENY}32767 forward`,
    ],
    [
      'NA-3 one address',
      IN('in 100 deny all 10.0.1.20/32 ; in 200 allow all any'),
      `? app1 > db1 tcp 80 v4 = ${DENY}100 forward`,
    ],
    [
      'NA-3 not the next',
      IN('in 100 deny all 10.0.1.21/32 ; in 200 allow all any'),
      '? app1 > db1 tcp 80 v4 = reachable',
    ],
    [
      'NA-4 also for what has no group',
      'acl k in v: nats ; in 100 allow tcp 80 any ; out 100 allow all any',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked SUBNET_ACL_RESTRICTION@k, ...',
    ],
    [
      'V-6 entries that are not told',
      'acl k in v: db ; ?',
      '? app1 > db1 tcp 80 v4 = undetermined unknown k',
    ],
    [
      'V-6 a kind that was not captured',
      `${importedBut('acl')} / without dacl`,
      '? app1 > db1 tcp 80 v4 = undetermined',
    ],
    [
      'V-1 a certain block beats what is not told',
      `${importedBut('acl')} / without dacl / ${GROUP('in tcp 22 any ; out all any')}`,
      '? app1 > db1 tcp 80 v4 = blocked ENI_SG_RULES_MISMATCH@s forward, ...',
    ],
    [
      'OR-1 inside a subnet it does not matter',
      `${importedBut('acl')} / without dacl`,
      '? app1 > app2 tcp 80 v4 = reachable',
    ],
  ]);
});
