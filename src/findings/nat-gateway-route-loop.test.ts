import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './nat-gateway-route-loop.ts';

describe('nat-gateway-route-loop', () => {
  examples(finding, SHOP, [
    { what: 'silent in its own public subnet', lines: '', speaks: [] },
    {
      what: 'clients and gateway share a table',
      lines: 'nat n in app-a eip 203.0.113.5',
      speaks: ['n'],
      fixes: ['Use public', 'Add a NAT gateway in pub-a'],
    },
    {
      what: 'beside instances',
      lines: 'nat n in app-a eip 203.0.113.5\ninstance i in app-a 10.0.10.20',
      speaks: ['n'],
      fixes: ['Add a NAT gateway in pub-a', 'Use public'],
    },
    {
      what: 'more specific routes to the gateway cover it',
      lines:
        'nat n in app-a eip 203.0.113.5\ntable private in v: app-a ; 0.0.0.0/0 > n ; 0.0.0.0/1 > g ; 128.0.0.0/1 > g',
      speaks: [],
    },
    {
      what: 'a single address to the gateway does not',
      lines: 'nat n in app-a eip 203.0.113.5\ntable private in v: app-a ; 0.0.0.0/0 > n ; 8.8.8.8/32 > g',
      speaks: ['n'],
    },
    { what: 'it does not work anyway', lines: 'nat n in app-a eip 203.0.113.5 state failed', speaks: [] },
    { what: 'regional', lines: 'nat n in v regional', speaks: [] },
  ]);
});
