import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './network-acl-denies-everything.ts';

const BASE = `${SHOP}
acl open in v: default ; in 100 allow all any ; out 100 allow all any
acl k in v: app-a
instance i in app-a 10.0.10.20
`;

describe('network-acl-denies-everything', () => {
  examples(finding, BASE, [
    {
      what: 'a new ACL over a subnet in use',
      lines: '',
      speaks: ['k:ipv4'],
      fixes: ['Allow 10.0.0.0/16', 'Use open'],
    },
    { what: 'nothing out', lines: 'acl k in v: app-a ; in 100 allow all 0.0.0.0/0', speaks: ['k:ipv4'] },
    {
      what: 'an allow that a deny has answered',
      lines:
        'acl k in v: app-a ; in 100 deny all 0.0.0.0/0 ; in 200 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: ['k:ipv4'],
      fixes: ['Allow 10.0.0.0/16', 'Use open'],
    },
    {
      what: 'IPv6 forgotten where IPv6 is used',
      lines:
        'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet app-a 10.0.10.0/24 2001:db8:0:10::/64 in v az 1a\ninstance i in app-a 10.0.10.20 2001:db8:0:10::20\nacl k in v: app-a ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: ['k:ipv6'],
      fixes: ['Allow 2001:db8::/56', 'Use open'],
    },
    {
      what: 'IPv6 that nobody uses',
      lines: 'acl k in v: app-a ; in 100 allow all 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'something in each direction',
      lines: 'acl k in v: app-a ; in 100 allow tcp 443 10.0.0.0/16 ; out 100 allow tcp 443 10.0.0.0/16',
      speaks: [],
    },
    { what: 'a subnet without workloads', lines: 'without i', speaks: [] },
    { what: 'no subnet at all', lines: 'acl k in v:', speaks: [] },
    { what: 'entries that are not told', lines: 'coverage all\nacl k in v: app-a ; ?', speaks: [] },
  ]);
});
