import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './open-rule-without-path.ts';

const BASE = `${SHOP}
sg s in v: in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0
instance i in app-a 10.0.10.20 sg s
`;
const acl = (entries: string): string =>
  `sg s in v: in tcp 443 10.0.0.0/16 ; out all 0.0.0.0/0\nacl k in v: app-a ; ${entries} ; in 200 allow all 10.0.0.0/16 ; out 100 allow all 0.0.0.0/0`;

describe('open-rule-without-path', () => {
  examples(finding, BASE, [
    {
      what: 'SSH for everyone, behind no public address',
      lines: '',
      speaks: ['s:ipv4:tcp 22'],
      fixes: ['Keep it open inside the VPC only', 'Close it'],
    },
    {
      what: 'everything for everyone',
      lines: 'sg s in v: in all 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: ['s:ipv4:-1 '],
      fixes: ['Keep it open inside the VPC only', 'Close it'],
    },
    {
      what: 'one of its interfaces is reached',
      lines: 'instance j in pub-a 10.0.0.20 pub 203.0.113.20 sg s',
      speaks: [],
    },
    { what: 'nobody carries the group', lines: 'instance i in app-a 10.0.10.20', speaks: [] },
    {
      what: 'a port that may be open',
      lines: 'sg s in v: in tcp 443 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'a source that is not everyone',
      lines: 'sg s in v: in tcp 22 203.0.113.0/24 ; out all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'whether it is reached cannot be told',
      lines: 'coverage all but acl\ninstance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s',
      speaks: [],
    },
    {
      what: 'of one interface it is certain, of another it cannot be told',
      lines: 'coverage all but acl\ninstance j in pub-a 10.0.0.20 pub 203.0.113.20 sg s',
      speaks: [],
    },
    {
      what: 'an ACL entry for SSH',
      lines: acl('in 100 allow tcp 22 0.0.0.0/0'),
      speaks: ['k:ipv4:in:100'],
      fixes: ['Allow 10.0.0.0/16 only'],
    },
    { what: 'an ACL entry for replies', lines: acl('in 100 allow tcp 1024-65535 0.0.0.0/0'), speaks: [] },
    { what: 'an ACL entry for everything', lines: acl('in 100 allow all 0.0.0.0/0'), speaks: [] },
    {
      what: 'the default ACL',
      lines:
        'sg s in v: in tcp 443 10.0.0.0/16\nacl k in v: default ; in 100 allow tcp 22 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: [],
    },
    { what: 'never while drawing', lines: '', speaks: [], options: { mode: 'live' } },
  ]);
});
