import { describe } from 'vitest';
import { examples } from './_examples.test-support.ts';
import { finding } from './ipv6-open-while-ipv4-private.ts';

const BASE = `
vpc v 10.0.0.0/16 2001:db8::/56
subnet a 10.0.0.0/24 2001:db8::/64 in v az 1a
igw g on v
table t in v: a ; ::/0 > g
sg s in v: in tcp 443 ::/0 ; out all any
instance i in a 10.0.0.20 2001:db8::20 sg s
`;

describe('ipv6-open-while-ipv4-private', () => {
  examples(finding, BASE, [
    {
      what: 'no way in over IPv4, open over IPv6',
      lines: '',
      speaks: ['i:ipv6'],
      fixes: ['Add an egress-only internet gateway'],
    },
    {
      what: 'there is an egress-only gateway already',
      lines: 'eigw e on v',
      speaks: ['i:ipv6'],
      fixes: ['Route to e'],
    },
    {
      what: 'a single source is open too',
      lines: 'sg s in v: in tcp 22 2001:db8:ffff::/48 ; out all any',
      speaks: ['i:ipv6'],
    },
    { what: 'public over IPv4 as well', lines: 'table t in v: a ; ::/0 > g ; 0.0.0.0/0 > g', speaks: [] },
    { what: 'nothing lets it in', lines: 'sg s in v: in tcp 443 10.0.0.0/16 ; out all any', speaks: [] },
    { what: 'outward only', lines: 'eigw e on v\ntable t in v: a ; ::/0 > e', speaks: [] },
    {
      what: 'no IPv4 at all',
      lines: 'subnet a 2001:db8::/64 in v az 1a native\ninstance i in a 2001:db8::20 sg s',
      speaks: [],
    },
    { what: 'named public', lines: '', speaks: [], names: { a: 'public-ipv6-a' } },
    {
      what: 'an intent says so',
      lines: '',
      speaks: [],
      intents: { web: { from: 'internet', to: 'i', port: '443', ipVersion: '6', expect: 'reachable' } },
    },
  ]);
});
