import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './nat-instance-security-group-blocks.ts';

const BASE = `${SHOP}
sg s in v: in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0
sg c in v: out all 0.0.0.0/0
instance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s nocheck forwarding nat
instance w in app-a 10.0.10.20 sg c
table private in v: app-a ; 0.0.0.0/0 > i
`;

describe('nat-instance-security-group-blocks', () => {
  examples(finding, BASE, [
    {
      what: 'nothing in from the clients',
      lines: '',
      speaks: ['i:ipv4:app-a'],
      fixes: ['Allow 80 and 443 in s'],
    },
    {
      what: 'nothing out',
      lines: 'sg s in v: in all 10.0.0.0/16',
      speaks: ['i:ipv4:app-a'],
      fixes: ['Allow 80 and 443 in s'],
    },
    {
      what: 'web traffic in from the clients',
      lines: 'sg s in v: in tcp 443 10.0.10.0/24 ; out all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'by reference to the clients’ group',
      lines: 'sg s in v: in all sg:c ; out all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'the clients’ own group lets nothing out',
      lines: 'sg s in v: in all 10.0.0.0/16 ; out all 0.0.0.0/0\nsg c in v: out tcp 5432 10.0.0.0/16',
      speaks: [],
    },
    { what: 'nobody behind it', lines: 'without w', speaks: [] },
    {
      what: 'a route for private destinations is no use of it as NAT',
      lines: 'table private in v: app-a ; 192.168.0.0/16 > i',
      speaks: [],
    },
    { what: 'rules that are not told', lines: 'coverage all\nsg s in v: ?', speaks: [] },
  ]);
});
