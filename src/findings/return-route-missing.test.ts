import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './return-route-missing.ts';

const BASE = `${SHOP}
table public in v: pub-a ; 203.0.113.0/24 > g
sg s in v: in tcp 443 198.51.100.0/24 ; out all 0.0.0.0/0
instance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s
`;

describe('return-route-missing', () => {
  examples(finding, BASE, [
    {
      what: 'a rule names clients to which no route leads back',
      lines: '',
      speaks: ['public:ipv4:198.51.100.0/24'],
      fixes: ['Add route to g'],
    },
    {
      what: 'a route leads back to them',
      lines: 'table public in v: pub-a ; 198.51.100.0/24 > g',
      speaks: [],
    },
    { what: 'a wider one does', lines: 'table public in v: pub-a ; 0.0.0.0/0 > g', speaks: [] },
    {
      what: 'no route to the gateway at all (another finding)',
      lines: 'table public in v: pub-a',
      speaks: [],
    },
    { what: 'the request does not arrive', lines: 'instance i in pub-a 10.0.0.20 sg s', speaks: [] },
    {
      what: 'inside the VPC the local route leads back',
      lines: 'sg s in v: in tcp 443 10.0.0.0/16 ; out all 0.0.0.0/0\ninstance j in app-c 10.0.11.20',
      speaks: [],
    },
    {
      what: 'what is meant as the way back cannot be told',
      lines: 'table public in v: pub-a ; 203.0.113.0/24 > g ; 0.0.0.0/0 > vpce-1',
      speaks: [],
    },
  ]);
});
