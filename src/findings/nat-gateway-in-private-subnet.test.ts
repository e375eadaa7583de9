import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './nat-gateway-in-private-subnet.ts';

describe('nat-gateway-in-private-subnet', () => {
  examples(finding, SHOP, [
    { what: 'silent in a public subnet', lines: '', speaks: [] },
    {
      what: 'in a subnet of the main table alone: the subnet holds nothing else',
      lines: 'nat n in app-c eip 203.0.113.5',
      speaks: ['n'],
      fixes: ['Use public', 'Add a NAT gateway in pub-c'],
    },
    {
      what: 'beside instances, which must not become public',
      lines: 'nat n in app-c eip 203.0.113.5\ninstance i in app-c 10.0.11.20',
      speaks: ['n'],
      fixes: ['Add a NAT gateway in pub-c', 'Use public'],
    },
    {
      what: 'another one works',
      lines: 'nat n in app-c eip 203.0.113.5\nnat m in pub-c eip 203.0.113.6',
      speaks: ['n'],
      fixes: ['Use public', 'Route to m'],
    },
    {
      what: 'nobody is routed to it',
      lines: 'nat n in app-c eip 203.0.113.5\ntable private in v: app-a',
      speaks: [],
    },
    { what: 'regional', lines: 'nat n in v regional', speaks: [] },
    { what: 'private on purpose', lines: 'nat n in app-c 10.0.11.5 private', speaks: [] },
    {
      what: 'its subnet leads to itself (another finding)',
      lines: 'nat n in app-a eip 203.0.113.5',
      speaks: [],
    },
    {
      what: 'behind an appliance that passes on to the gateway',
      lines:
        'nat n in app-c eip 203.0.113.5\ninstance fw in pub-c 10.0.1.20 pub 203.0.113.20 nocheck forwarding pass\ntable fwd in v: app-c ; 0.0.0.0/0 > fw',
      speaks: [],
    },
    {
      what: 'its subnet leads to a kind that is not known',
      lines: 'nat n in app-c eip 203.0.113.5\ntable fwd in v: app-c ; 0.0.0.0/0 > vpce-1',
      speaks: [],
    },
    {
      what: 'its table is not told',
      lines: 'coverage all\nnat n in app-c eip 203.0.113.5\ntable fwd in v: app-c ; ?',
      speaks: [],
    },
    {
      what: 'a gateway route that Block Public Access cuts is still a route',
      lines: 'bpa b block-bidirectional',
      speaks: [],
    },
  ]);
});
