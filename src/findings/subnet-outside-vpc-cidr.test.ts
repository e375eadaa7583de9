import { describe } from 'vitest';
import { examples } from './_examples.test-support.ts';
import { finding } from './subnet-outside-vpc-cidr.ts';

const BASE = 'vpc v 10.0.0.0/16\nsubnet a 10.0.0.0/24 in v\nsubnet b 10.1.0.0/24 in v';

describe('subnet-outside-vpc-cidr', () => {
  examples(finding, BASE, [
    {
      what: 'beside the VPC',
      lines: '',
      speaks: ['b:ipv4:10.1.0.0/24'],
      fixes: ['Change b to 10.0.1.0/24', 'Add 10.1.0.0/24 to v'],
    },
    {
      what: 'in use: the VPC grows rather than the subnet moves',
      lines: 'instance i in b 10.1.0.20',
      speaks: ['b:ipv4:10.1.0.0/24'],
      fixes: ['Add 10.1.0.0/24 to v', 'Change b to 10.0.1.0/24'],
    },
    {
      what: 'wider than the VPC',
      lines: 'vpc v 10.1.0.0/25\nsubnet a 10.1.0.0/26 in v',
      speaks: ['b:ipv4:10.1.0.0/24'],
    },
    {
      what: 'of another private range, which AWS does not combine',
      lines: 'subnet b 172.16.0.0/24 in v',
      speaks: ['b:ipv4:172.16.0.0/24'],
      fixes: ['Change b to 10.0.1.0/24'],
    },
    {
      what: 'IPv6 in a VPC that has none',
      lines: 'subnet b 10.0.1.0/24 2001:db8::/64 in v',
      speaks: ['b:ipv6:2001:db8::/64'],
      fixes: [],
    },
    { what: 'inside a secondary block', lines: 'vpc v 10.0.0.0/16 10.1.0.0/16', speaks: [] },
    { what: 'the VPC has no block yet', lines: 'vpc v', speaks: [] },
    { what: 'a block of the VPC is not told', lines: 'vpc v 10.0.0.0/16 ?', speaks: [] },
    { what: 'the subnet has no block yet', lines: 'subnet b in v', speaks: [] },
  ]);
});
