import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './address-not-usable.ts';

describe('address-not-usable', () => {
  examples(finding, SHOP, [
    {
      what: 'silent for a free address',
      lines: 'instance i in app-a 10.0.10.4\ninstance j in app-a 10.0.10.254',
      speaks: [],
    },
    { what: 'outside the subnet', lines: 'instance i in app-a 10.0.11.20', speaks: ['i:ipv4:10.0.11.20'] },
    { what: 'the router’s address', lines: 'instance i in app-a 10.0.10.1', speaks: ['i:ipv4:10.0.10.1'] },
    { what: 'the last address', lines: 'instance i in app-a 10.0.10.255', speaks: ['i:ipv4:10.0.10.255'] },
    {
      what: 'twice',
      lines: 'instance i in app-a 10.0.10.20\ninstance j in app-a 10.0.10.20',
      speaks: ['j:ipv4:10.0.10.20'],
    },
    { what: 'a NAT gateway has it', lines: 'instance i in pub-a 10.0.0.5', speaks: ['n:ipv4:10.0.0.5'] },
    {
      what: 'the same in another VPC',
      lines:
        'vpc w 10.0.0.0/16\nsubnet far 10.0.10.0/24 in w\ninstance i in app-a 10.0.10.20\ninstance j in far 10.0.10.20',
      speaks: [],
    },
    {
      what: 'an interface and its instance are one',
      lines: 'instance i in app-a enis x\neni x in app-a 10.0.10.20 on i',
      speaks: [],
    },
    {
      what: 'IPv6',
      lines:
        'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet app-a 10.0.10.0/24 2001:db8::/64 in v\ninstance i in app-a 10.0.10.20 2001:db8:0:1::20',
      speaks: ['i:ipv6:2001:db8:0:1::20'],
    },
    {
      what: 'the subnet has no block yet',
      lines: 'subnet app-a in v\ninstance i in app-a 10.0.10.20',
      speaks: [],
    },
    { what: 'AWS chooses', lines: 'instance i in app-a\ninstance j in app-a', speaks: [] },
  ]);
});
