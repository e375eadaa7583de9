import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './admin-port-open-to-internet.ts';

const BASE = `${SHOP}
sg s in v: in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0
instance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s
`;
const SIX = `
vpc v 10.0.0.0/16 2001:db8::/56
subnet pub-a 10.0.0.0/24 2001:db8::/64 in v az 1a
table public in v: pub-a, pub-c ; 0.0.0.0/0 > g ; ::/0 > g
instance i in pub-a 10.0.0.20 pub 203.0.113.20 2001:db8::20 sg s
`;

describe('admin-port-open-to-internet', () => {
  examples(finding, BASE, [
    {
      what: 'SSH for everyone',
      lines: '',
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'RDP and WinRM',
      lines: 'sg s in v: in tcp 3389 0.0.0.0/0 ; in tcp 5985-5986 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'inside a wider range: the rest of the rule stays',
      lines: 'sg s in v: in tcp 20-443 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'each family for itself',
      lines: `${SIX}\nsg s in v: in tcp 22 any ; out all any`,
      speaks: ['i:ipv4', 'i:ipv6'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    { what: 'IPv6 alone', lines: `${SIX}\nsg s in v: in tcp 22 ::/0 ; out all any`, speaks: ['i:ipv6'] },
    {
      what: 'half the internet, twice',
      lines: 'sg s in v: in tcp 22 0.0.0.0/1 ; in tcp 22 128.0.0.0/1 ; out all 0.0.0.0/0',
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'a prefix list of everything',
      lines: 'list p 0.0.0.0/0\nsg s in v: in tcp 22 pl:p ; out all 0.0.0.0/0',
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'an ACL that stops a few blocks changes little',
      lines:
        'acl k in v: pub-a ; in 90 deny tcp 22 198.51.100.0/24 ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: ['i:ipv4'],
    },
    {
      what: 'a source that is not the whole internet',
      lines: 'sg s in v: in tcp 22 203.0.113.0/24 ; out all 0.0.0.0/0',
      speaks: [],
    },
    { what: 'no public address', lines: 'instance i in pub-a 10.0.0.20 sg s', speaks: [] },
    {
      what: 'no route to the gateway',
      lines: 'instance i in app-c 10.0.11.20 pub 203.0.113.20 sg s',
      speaks: [],
    },
    {
      what: 'the ACL stops it',
      lines:
        'acl k in v: pub-a ; in 90 deny tcp 22 0.0.0.0/0 ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'the ACL stops every reply',
      lines: 'acl k in v: pub-a ; in 100 allow all 0.0.0.0/0 ; out 100 allow tcp 443 0.0.0.0/0',
      speaks: [],
    },
    { what: 'stopped', lines: 'instance i in pub-a 10.0.0.20 pub 203.0.113.20 stopped sg s', speaks: [] },
    { what: 'another port', lines: 'sg s in v: in tcp 443 0.0.0.0/0 ; out all 0.0.0.0/0', speaks: [] },
    { what: 'UDP 22 is nothing', lines: 'sg s in v: in udp 22 0.0.0.0/0 ; out all 0.0.0.0/0', speaks: [] },
    {
      what: 'every port is told as that',
      lines: 'sg s in v: in all 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'every port, and SSH besides: it would stay open',
      lines: 'sg s in v: in all 0.0.0.0/0 ; in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: ['i:ipv4'],
    },
    {
      what: 'every port, of which the ACL leaves SSH',
      lines:
        'sg s in v: in all 0.0.0.0/0 ; out all 0.0.0.0/0\nacl k in v: pub-a ; in 100 allow tcp 22 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    { what: 'whether it is open cannot be told', lines: 'coverage all but acl', speaks: [] },
  ]);
});
