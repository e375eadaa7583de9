import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './network-acl-deny-never-matches.ts';

const acl = (entries: string): string => `acl k in v: app-a ; ${entries}`;

describe('network-acl-deny-never-matches', () => {
  examples(finding, SHOP, [
    {
      what: 'an allow of the same comes first',
      lines: acl('in 100 allow tcp 22 0.0.0.0/0 ; in 200 deny tcp 22 0.0.0.0/0'),
      speaks: ['k:ipv4:in:200'],
      fixes: ['Make it rule 99'],
    },
    {
      what: 'a wider allow comes first',
      lines: acl('in 100 allow all 0.0.0.0/0 ; in 200 deny tcp 22 203.0.113.0/24'),
      speaks: ['k:ipv4:in:200'],
      fixes: ['Make it rule 99'],
    },
    {
      what: 'two allows together',
      lines: acl(
        'out 100 allow tcp 1-100 10.0.0.0/8 ; out 110 allow tcp 50-200 10.0.0.0/8 ; out 200 deny tcp 60-150 10.1.0.0/16',
      ),
      speaks: ['k:ipv4:out:200'],
      fixes: ['Make it rule 99'],
    },
    {
      what: 'it stops a stranger’s other protocols alone, as the last rule would',
      lines: acl('in 100 allow tcp 443 0.0.0.0/0 ; in 200 deny all 203.0.113.0/24'),
      speaks: ['k:ipv4:in:200'],
      fixes: ['Make it rule 99'],
    },
    {
      what: 'IPv6 on its own',
      lines: acl('in 100 allow all ::/0 ; in 200 deny tcp 22 2001:db8::/32 ; in 210 deny tcp 22 0.0.0.0/0'),
      speaks: ['k:ipv6:in:200'],
      fixes: ['Make it rule 99'],
    },
    {
      what: 'it comes first',
      lines: acl('in 100 deny tcp 22 203.0.113.0/24 ; in 200 allow all 0.0.0.0/0'),
      speaks: [],
    },
    {
      what: 'it still stops something that a later rule would let in',
      lines: acl(
        'in 100 allow tcp 22 10.0.0.0/8 ; in 200 deny tcp 22 0.0.0.0/0 ; in 300 allow all 0.0.0.0/0',
      ),
      speaks: [],
    },
    {
      what: 'exceptions before a deny of the rest',
      lines: acl('in 100 allow tcp 22 10.0.0.0/8 ; in 200 deny tcp 22 0.0.0.0/0'),
      speaks: [],
    },
    {
      what: 'the last rule, written out',
      lines: acl('in 100 allow tcp 443 0.0.0.0/0 ; in 200 deny all 0.0.0.0/0'),
      speaks: [],
    },
    {
      what: 'only another deny comes first',
      lines: acl('in 100 deny all 0.0.0.0/0 ; in 200 deny tcp 22 0.0.0.0/0'),
      speaks: [],
    },
    {
      what: 'directions do not mix',
      lines: acl('out 100 allow all 0.0.0.0/0 ; in 200 deny tcp 22 0.0.0.0/0'),
      speaks: [],
    },
    {
      what: 'an entry that is not told',
      lines: `coverage all\n${acl('in 100 allow ? 0.0.0.0/0 ; in 200 deny tcp 22 0.0.0.0/0')}`,
      speaks: [],
    },
    {
      what: 'drawn and not in use',
      lines: 'acl k in v: ; in 100 allow all 0.0.0.0/0 ; in 200 deny tcp 22 0.0.0.0/0',
      speaks: [],
      options: { mode: 'live' },
    },
  ]);
});
