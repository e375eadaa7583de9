import { describe } from 'vitest';
import { IMPORTED, importedBut, rules, THREE_TIERS } from './rules.test-support.ts';

describe('4.1 verdicts', () => {
  rules(THREE_TIERS, [
    [
      'V-0 readings that agree',
      'list p ? / table tapp in v: app ; p > n ; 0.0.0.0/0 > n',
      '? app1 > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'V-0 readings that do not',
      'list p ? / table tapp in v: app ; p > n',
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'V-1 a certain block beats an unknown',
      'list p ? / table tapp in v: app ; p > n / sg s in v: none / instance app1 in app 10.0.1.20 sg s',
      '? app1 > 8.8.8.8 tcp 443 v4 = blocked SG_HAS_NO_RULES@s forward, ...',
    ],
    [
      'V-2 no address of the family',
      'instance app1 in app 10.0.1.20 sg open',
      '? app1 > db1 tcp 80 v6 = not-applicable',
    ],
    [
      'V-2 the better family speaks',
      'instance db1 in db 10.0.2.20 sg open',
      '? app1 > db1 tcp 80 = reachable',
    ],
    ['V-2 icmp over IPv6 is ICMPv6', '', '? app1 > db1 icmp v6 = reachable'],
    ['V-2 icmpv6 is not in IPv4', '', '? app1 > db1 icmpv6 v4 = not-applicable'],
    [
      'V-3 one address of a destination suffices',
      'eni x in db 10.0.2.30 10.0.2.31 sg s / sg s in v: in all any / acl k in v: app ; in 100 allow all any ; out 100 deny all 10.0.2.30/32 ; out 200 allow all any',
      '? app1 > x tcp 80 v4 = reachable',
    ],
    [
      'V-3 of a source the primary address speaks',
      'eni x in db 10.0.2.30 10.0.2.31 sg open / sg s in v: in all 10.0.2.31/32 / instance app1 in app 10.0.1.20 sg s',
      '? x > app1 tcp 80 v4 = blocked ENI_SG_RULES_MISMATCH@s forward',
    ],
    [
      'V-3 a range of ports is for all of them',
      'sg s in v: in tcp 80-90 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 80-100 v4 = partial allowed tcp 80-90',
    ],
    [
      'V-3 a list of ports',
      'sg s in v: in tcp 80-90 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 22,80,443 v4 = partial allowed tcp 80',
    ],
    [
      'V-3 all of them pass',
      'sg s in v: in tcp 80-90 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 85-90 v4 = reachable allowed tcp 85-90',
    ],
    [
      'V-3 none passes',
      'sg s in v: in tcp 80-90 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp 100-200 v4 = blocked',
    ],
    [
      'V-3 no port is all ports',
      'sg s in v: in tcp 80-90 any / instance db1 in db 10.0.2.20 sg s',
      '? app1 > db1 tcp v4 = partial allowed tcp 80-90',
    ],
    [
      'V-3 the internet is all public addresses',
      'sg s in v: in tcp 443 8.8.8.0/24 / instance web in pub 10.0.0.20 pub 203.0.113.20 sg s',
      '? internet > web tcp 443 v4 = partial',
    ],
    [
      'V-3 two halves are the whole',
      'sg s in v: in tcp 443 0.0.0.0/1 ; in tcp 443 128.0.0.0/1 / instance web in pub 10.0.0.20 pub 203.0.113.20 sg s',
      '? internet > web tcp 443 v4 = reachable',
    ],
    [
      'V-3 outward alike',
      'table tpub in v: pub, nats ; 8.0.0.0/8 > g',
      '? web > internet tcp 443 v4 = partial',
    ],
    ['V-3 a range that is private alone', '', '? web > 192.168.0.0/16 tcp 443 v4 = blocked'],
    ['V-3 a range that is partly', '', '? web > 172.0.0.0/8 tcp 443 v4 = partial'],
    ['V-6 a drawn VPC has AWS’s defaults', 'without tmain', '? app1 > db1 tcp 80 v4 = reachable'],
    ['V-6 as facts: nothing is assumed', 'without tmain', '? app1 > db1 tcp 80 v4 strict = reachable'],
    ['V-6 an import with all its kinds', IMPORTED, '? app1 > db1 tcp 80 v4 = reachable'],
    [
      'V-6 an import without tables',
      `${importedBut('table')} / without tpub tapp tmain`,
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
    [
      'V-6 what is in one subnet needs none',
      `${importedBut('table')} / without tpub tapp tmain`,
      '? app1 > app2 tcp 443 v4 = reachable',
    ],
    [
      'V-6 Block Public Access is taken as off',
      importedBut('bpa'),
      '? web > 8.8.8.8 tcp 443 v4 = reachable assumes ASSUMPTION_AWS_DEFAULT',
    ],
    ['V-6 unless nothing is assumed', importedBut('bpa'), '? web > 8.8.8.8 tcp 443 v4 strict = undetermined'],
    [
      'V-6 the subnet’s own word on it',
      `${importedBut('bpa')} / subnet pub 10.0.0.0/24 2001:db8:1:0::/64 in v az 1a states block-bidirectional`,
      '? web > 8.8.8.8 tcp 443 v4 = blocked VPC_BLOCK_PUBLIC_ACCESS_ENABLED, ...',
    ],
    [
      'V-6 the account’s word wins',
      `${IMPORTED} / bpa b off / subnet pub 10.0.0.0/24 2001:db8:1:0::/64 in v az 1a states block-bidirectional`,
      '? web > 8.8.8.8 tcp 443 v4 = reachable',
    ],
    [
      'RT targets this version does not judge',
      'table tapp in v: app ; 0.0.0.0/0 > tgw-1',
      '? app1 > 8.8.8.8 tcp 443 v4 = undetermined',
    ],
  ]);
});

describe('4.2 all blockers', () => {
  rules(THREE_TIERS, [
    [
      'V-7 every filter on the way is told',
      'sg s in v: in tcp 22 any ; out tcp 22 any / instance app1 in app 10.0.1.20 sg s / instance db1 in db 10.0.2.20 sg s / acl k in v: db',
      '? app1 > db1 tcp 80 v4 = blocked ENI_SG_RULES_MISMATCH@s forward, SUBNET_ACL_RESTRICTION@k forward, SUBNET_ACL_RESTRICTION@k return',
    ],
    [
      'V-7 the reply is walked though the request is blocked',
      'sg s in v: none / instance app1 in app 10.0.1.20 sg s / table tdb in v: db ; 10.0.1.0/24 > eni-gone',
      '? app1 > db1 tcp 80 v4 = blocked SG_HAS_NO_RULES@s forward, BAD_STATE_ROUTE@tdb return',
    ],
    [
      'V-8 behind a missing route the rest is told',
      'sg s in v: none / instance db1 in db 10.0.2.20 sg s',
      '? db1 > 8.8.8.8 tcp 443 v4 = blocked SG_HAS_NO_RULES@s forward, NO_ROUTE_TO_DESTINATION@tmain forward, ...',
    ],
    [
      'V-10 one ACL met twice gives two',
      'acl k in v: app, db ; out 100 allow all any',
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k#32767 forward, SUBNET_ACL_RESTRICTION@k#32767 return',
    ],
    [
      'V-10 the entry that denies is named',
      'acl k in v: db ; in 50 deny tcp 80 10.0.1.0/24 ; in 100 allow all any ; out 100 allow all any',
      '? app1 > db1 tcp 80 v4 = blocked SUBNET_ACL_RESTRICTION@k#50 forward',
    ],
  ]);
});
