import { describe } from 'vitest';
import { examples } from './_examples.test-support.ts';
import { finding } from './subnet-cidr-overlap.ts';

const BASE = 'vpc v 10.0.0.0/16\nsubnet a 10.0.0.0/24 in v\nsubnet b 10.0.1.0/24 in v';

describe('subnet-cidr-overlap', () => {
  examples(finding, BASE, [
    { what: 'silent side by side', lines: '', speaks: [] },
    {
      what: 'the same block',
      lines: 'subnet b 10.0.0.0/24 in v',
      speaks: ['b:ipv4:a'],
      fixes: ['Change b to 10.0.1.0/24'],
    },
    {
      what: 'one in the other: the empty one moves',
      lines: 'subnet b 10.0.0.128/25 in v\ninstance i in b',
      speaks: ['a:ipv4:b'],
      fixes: ['Change a to 10.0.1.0/24'],
    },
    {
      what: 'three',
      lines: 'subnet b 10.0.0.0/25 in v\nsubnet c 10.0.0.64/26 in v',
      speaks: ['b:ipv4:a', 'c:ipv4:a', 'c:ipv4:b'],
    },
    {
      what: 'IPv6',
      lines:
        'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet a 10.0.0.0/24 2001:db8::/64 in v\nsubnet b 10.0.1.0/24 2001:db8::/64 in v',
      speaks: ['b:ipv6:a'],
      fixes: [],
    },
    {
      what: 'no room left',
      lines: 'vpc v 10.0.0.0/24\nsubnet b 10.0.0.0/24 in v',
      speaks: ['b:ipv4:a'],
      fixes: [],
    },
    { what: 'in different VPCs', lines: 'vpc w 10.0.0.0/16\nsubnet b 10.0.0.0/24 in w', speaks: [] },
  ]);
});
