import { describe } from 'vitest';
import { IMPORTED, rules, THREE_TIERS } from './rules.test-support.ts';

describe('1 packets and addresses', () => {
  rules(THREE_TIERS, [
    [
      'AD-2 a secondary address is its own',
      'eni x in app 10.0.1.30 10.0.1.31 sg open',
      '? web > 10.0.1.31 tcp 80 v4 = reachable',
    ],
    [
      'AD-2 so is every address of a delegated prefix',
      'eni x in app 10.0.1.30 prefix 10.0.1.64/28 sg open',
      '? web > 10.0.1.70 tcp 80 v4 = reachable',
    ],
    [
      'AD-2 not the next address',
      'eni x in app 10.0.1.30 prefix 10.0.1.64/28 sg open',
      '? web > 10.0.1.80 tcp 80 v4 = blocked NO_POSSIBLE_DESTINATION, ...',
    ],
    [
      'AD-3 an EIP may map a secondary address',
      'eni x in pub 10.0.0.30 10.0.0.31 pub 203.0.113.31 sg open',
      '? 8.8.8.8 > 203.0.113.31 tcp 80 v4 = reachable',
    ],
    [
      'AD-3 the neighbour on the same interface has no public face',
      'eni x in pub 10.0.0.30 10.0.0.31 pub 203.0.113.31 sg open',
      '? x > 8.8.8.8 tcp 80 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@x, ...',
    ],
    [
      'AD-3 an EIP resource on a secondary address',
      'eni x in pub 10.0.0.30 10.0.0.31 sg open / eip i 203.0.113.32 on x to 10.0.0.31',
      '? 8.8.8.8 > 203.0.113.32 tcp 80 v4 = reachable',
    ],
    [
      'AD-3 an EIP resource on an instance maps its primary address',
      'eip i 203.0.113.33 on bare',
      '? bare > 8.8.8.8 tcp 80 v4 = reachable',
    ],
    [
      'AD-4 the subnet predicts a public address at launch',
      'subnet pub 10.0.0.0/24 2001:db8:1:0::/64 in v az 1a map',
      '? internet > bare tcp 80 v4 = reachable assumes ASSUMPTION_PUBLIC_IP_AT_LAUNCH',
    ],
    [
      'AD-4 the instance may say no',
      'subnet pub 10.0.0.0/24 2001:db8:1:0::/64 in v az 1a map / instance bare in pub 10.0.0.21 nopub sg open',
      '? internet > bare tcp 80 v4 = blocked',
    ],
    ['AD-4 or yes', 'instance bare in pub 10.0.0.21 pub sg open', '? internet > bare tcp 80 v4 = reachable'],
    [
      'AD-4 in an import the flag says nothing',
      `${IMPORTED} / subnet pub 10.0.0.0/24 2001:db8:1:0::/64 in v az 1a map`,
      '? internet > bare tcp 80 v4 = blocked IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS, ...',
    ],
    ['AD-5 a global address reaches the internet as it is', '', '? web > 2600::1 tcp 80 v6 = reachable'],
    [
      'AD-5 a unique local one does not',
      'vpc v 10.0.0.0/16 fd80:1:0::/56 / subnet pub 10.0.0.0/24 fd80:1:0:0::/64 in v az 1a / subnet app 10.0.1.0/24 in v / subnet db 10.0.2.0/24 in v / subnet nats 10.0.3.0/24 in v / instance web in pub 10.0.0.20 fd80:1:0:0::20 sg open',
      '? web > 2600::1 tcp 80 v6 = blocked IGW_SOURCE_ADDRESS_PRIVATE_IPV6, ...',
    ],
    [
      'AD-5 but inside its VPC',
      'vpc v 10.0.0.0/16 fd80:1:0::/56 / subnet pub 10.0.0.0/24 fd80:1:0:0::/64 in v az 1a / subnet app 10.0.1.0/24 fd80:1:0:1::/64 in v / subnet db 10.0.2.0/24 in v / subnet nats 10.0.3.0/24 in v / instance web in pub fd80:1:0:0::20 sg open / instance app1 in app fd80:1:0:1::20 sg open',
      '? web > app1 tcp 80 v6 = reachable',
    ],
    [
      'AD-5 a global block marked private',
      'vpc v 10.0.0.0/16 2001:db8:1::/56 private',
      '? web > 2600::1 tcp 80 v6 = blocked IGW_SOURCE_ADDRESS_PRIVATE_IPV6, ...',
    ],
    [
      'AD-5 the same by the egress-only gateway',
      'vpc v 10.0.0.0/16 2001:db8:1::/56 private',
      '? app1 > 2600::1 tcp 80 v6 = blocked IGW_SOURCE_ADDRESS_PRIVATE_IPV6, ...',
    ],
    [
      'AD-6 no route forwards what AWS keeps for itself',
      'table tapp in v: app ; 169.254.0.0/16 > n',
      '? app1 > 169.254.168.9 tcp 80 v4 = blocked',
    ],
    [
      'AD-7 a public range used in the VPC hides its owner',
      'vpc v 10.0.0.0/16 198.51.100.0/24',
      '? web > 198.51.100.9 tcp 80 v4 = blocked NO_POSSIBLE_DESTINATION, ...',
    ],
    ['AD-7 without it the owner is reached', '', '? web > 198.51.100.9 tcp 80 v4 = reachable'],
    [
      'AD-9 nobody holds the last address',
      '',
      '? web > 10.0.1.255 tcp 80 v4 = blocked NO_POSSIBLE_DESTINATION, ...',
    ],
    [
      'AD-11 a block that is not told',
      'vpc v ? 2001:db8:1::/56',
      '? web > 8.8.8.8 tcp 80 v4 = undetermined unknown v',
    ],
    [
      'AD-12 no group filters the metadata service',
      'sg none1 in v: none / instance db1 in db 10.0.2.20 sg none1',
      '? db1 > 169.254.169.254 tcp 80 v4 = reachable',
    ],
    ['AD-12 no ACL either', 'acl k in v: db', '? db1 > 169.254.169.254 tcp 80 v4 = reachable'],
    [
      'AD-12 its endpoint may be off',
      'instance db1 in db 10.0.2.20 sg open meta off',
      '? db1 > 169.254.169.254 tcp 80 v4 = blocked LINK_LOCAL_SERVICE_OFF',
    ],
    [
      'AD-12 over IPv6 it is off unless said',
      '',
      '? db1 > fd00:ec2::254 tcp 80 v6 = blocked LINK_LOCAL_SERVICE_OFF',
    ],
    [
      'AD-12 and on when said',
      'instance db1 in db 10.0.2.20 2001:db8:1:2::20 sg open meta v6',
      '? db1 > fd00:ec2::254 tcp 80 v6 = reachable',
    ],
    ['AD-12 options lacking in an import: IPv4', IMPORTED, '? db1 > 169.254.169.254 tcp 80 v4 = reachable'],
    ['AD-12 options lacking in an import: IPv6', IMPORTED, '? db1 > fd00:ec2::254 tcp 80 v6 = undetermined'],
    [
      'AD-12 only an instance has a metadata service',
      'eni x in db 10.0.2.30 sg open',
      '? x > 169.254.169.254 tcp 80 v4 = blocked LINK_LOCAL_SERVICE_OFF',
    ],
    [
      'AD-12 the resolver at its fixed address',
      'acl k in v: db',
      '? db1 > 169.254.169.253 udp 53 v4 = reachable',
    ],
    ['AD-12 and at base + 2', 'acl k in v: db', '? db1 > 10.0.0.2 udp 53 v4 = reachable'],
    [
      'AD-12 the router of one’s own subnet',
      'sg s in v: none / instance db1 in db 10.0.2.20 sg s / acl k in v: db',
      '? db1 > 10.0.2.1 icmp v4 = reachable',
    ],
    [
      'AD-9 that of another subnet is a reserved address',
      '',
      '? web > 10.0.2.1 icmp v4 = blocked NO_POSSIBLE_DESTINATION@db forward, ...',
    ],
    [
      'AD-12 the resolver is one for the whole VPC',
      '',
      '? db1 > 10.0.2.2 udp 53 v4 = blocked NO_POSSIBLE_DESTINATION@db forward, ...',
    ],
    [
      'AD-12 needs enableDnsSupport',
      'vpc v 10.0.0.0/16 2001:db8:1::/56 nodns',
      '? db1 > 169.254.169.253 udp 53 v4 = blocked LINK_LOCAL_SERVICE_OFF',
    ],
    ['AD-12 the time service', 'acl k in v: db', '? db1 > 169.254.169.123 udp 123 v4 = reachable'],
    [
      'AD-14 a brought range is taken as advertised',
      'eip b 203.0.113.77 on bare pool ipv4pool-ec2-1',
      '? internet > bare tcp 80 v4 = reachable assumes ASSUMPTION_BYOIP_ADVERTISED',
    ],
    [
      'AD-15 a stopped instance receives nothing',
      'instance db1 in db 10.0.2.20 sg open stopped',
      '? web > db1 tcp 80 v4 = blocked BAD_STATE, ...',
    ],
    [
      'AD-15 nor sends',
      'instance db1 in db 10.0.2.20 sg open stopped',
      '? db1 > web tcp 80 v4 = blocked BAD_STATE, ...',
    ],
    [
      'AD-15 stopping is stopped',
      'instance db1 in db 10.0.2.20 sg open stopping',
      '? web > db1 tcp 80 v4 = blocked BAD_STATE, ...',
    ],
    [
      'AD-15 pending is taken as running',
      'instance db1 in db 10.0.2.20 sg open pending',
      '? web > db1 tcp 80 v4 = reachable assumes ASSUMPTION_INSTANCE_RUNNING',
    ],
    [
      'AD-15 unless nothing is assumed',
      'instance db1 in db 10.0.2.20 sg open pending',
      '? web > db1 tcp 80 v4 strict = undetermined',
    ],
    [
      'AD-15 an interface that is attached to nothing',
      'eni x in db 10.0.2.30 sg open state available',
      '? web > x tcp 80 v4 = blocked BAD_STATE, ...',
    ],
    [
      'AD-15 an interface drawn alone is alive',
      'eni x in db 10.0.2.30 sg open',
      '? web > x tcp 80 v4 = reachable',
    ],
    [
      'AD-15 its instance is not in the input',
      'eni x in db 10.0.2.30 sg open on i-gone',
      '? web > x tcp 80 v4 = undetermined',
    ],
    [
      'AD-16 a function has no public address',
      'eni x in pub 10.0.0.30 sg open type lambda',
      '? x > 8.8.8.8 tcp 443 v4 = blocked IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS@x, ...',
    ],
    [
      'AD-17 gateways keep away from a denied interface',
      'eni x in pub 10.0.0.30 2001:db8:1:0::30 sg open denyigw',
      '? internet > x tcp 80 v6 = blocked ENI_IGW_TRAFFIC_DENIED@x, ...',
    ],
  ]);
});

describe('1 public destinations', () => {
  rules(THREE_TIERS, [
    [
      'section 1 10/8 at the gateway',
      '',
      '? web > 10.9.0.1 tcp 80 v4 = blocked IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS, ...',
    ],
    [
      'section 1 172.16/12',
      '',
      '? web > 172.31.255.255 tcp 80 v4 = blocked IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS, ...',
    ],
    ['section 1 172.32 is outside of it', '', '? web > 172.32.0.0 tcp 80 v4 = reachable'],
    [
      'section 1 192.168/16',
      '',
      '? web > 192.168.1.1 tcp 80 v4 = blocked IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS, ...',
    ],
    [
      'section 1 100.64/10',
      '',
      '? web > 100.127.255.255 tcp 80 v4 = blocked IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS, ...',
    ],
    ['section 1 100.128 is outside of it', '', '? web > 100.128.0.0 tcp 80 v4 = reachable'],
    ['section 1 198.18/15', '', '? web > 198.19.255.255 tcp 80 v4 = blocked IGW_DESTINATION_NOT_PUBLIC, ...'],
    ['section 1 192.0.0/24', '', '? web > 192.0.0.9 tcp 80 v4 = blocked IGW_DESTINATION_NOT_PUBLIC, ...'],
    ['section 1 multicast', '', '? web > 224.0.0.5 tcp 80 v4 = blocked'],
    ['section 1 documentation ranges count as public', '', '? web > 192.0.2.1 tcp 80 v4 = reachable'],
    ['section 1 198.51.100/24', '', '? web > 198.51.100.1 tcp 80 v4 = reachable'],
    ['section 1 203.0.113/24', '', '? web > 203.0.113.200 tcp 80 v4 = reachable'],
    ['section 1 2001:db8::/32', '', '? web > 2001:db8:ff::1 tcp 80 v6 = reachable'],
    [
      'section 1 IPv6 outside 2000::/3',
      '',
      '? web > fc00::1 tcp 80 v6 = blocked IGW_DESTINATION_NOT_PUBLIC, ...',
    ],
  ]);
});
