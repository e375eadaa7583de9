import { describe } from 'vitest';
import { examples } from './_examples.test-support.ts';
import { finding } from './cidr-invalid.ts';

describe('cidr-invalid', () => {
  examples(finding, 'vpc v 10.0.0.0/16\nsubnet a 10.0.0.0/24 in v', [
    {
      what: 'silent for blocks that AWS takes',
      lines: 'vpc v 10.0.0.0/16 10.1.0.0/28 100.64.0.0/16 2001:db8::/44 2001:db8:10::/60',
      speaks: [],
    },
    { what: 'a VPC that is too large', lines: 'vpc v 10.0.0.0/8', speaks: ['v:10.0.0.0/8'] },
    { what: 'a subnet that is too small', lines: 'subnet a 10.0.0.0/29 in v', speaks: ['a:10.0.0.0/29'] },
    {
      what: 'bits behind the prefix',
      lines: 'subnet a 10.0.0.5/24 in v',
      speaks: ['a:10.0.0.5/24'],
      fixes: ['Write 10.0.0.0/24'],
    },
    {
      what: 'IPv6 out of step',
      lines: 'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet a 10.0.0.0/24 2001:db8::/62 in v',
      speaks: ['a:2001:db8::/62'],
    },
    {
      what: 'an IPv6 subnet that is too small',
      lines: 'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet a 10.0.0.0/24 2001:db8::/68 in v',
      speaks: ['a:2001:db8::/68'],
    },
    {
      what: 'two private ranges in one VPC',
      lines: 'vpc v 10.0.0.0/16 172.16.0.0/16',
      speaks: ['v:172.16.0.0/16'],
    },
    {
      what: 'a private range beside a public one',
      lines: 'vpc v 203.0.113.0/24 172.16.0.0/16\nsubnet a 203.0.113.0/28 in v',
      speaks: [],
    },
    { what: 'a block that is not told', lines: 'vpc v ?\nsubnet a ? in v', speaks: [] },
    { what: 'no block yet', lines: 'vpc v\nsubnet a in v', speaks: [] },
  ]);
});
