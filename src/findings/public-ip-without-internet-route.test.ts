import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './public-ip-without-internet-route.ts';

describe('public-ip-without-internet-route', () => {
  examples(finding, SHOP, [
    {
      what: 'silent in a public subnet',
      lines: 'instance i in pub-a 10.0.0.20 pub 203.0.113.20',
      speaks: [],
    },
    {
      what: 'no route out at all',
      lines: 'instance i in app-c 10.0.11.20\neip e 203.0.113.20 on i',
      speaks: ['i:ipv4'],
      fixes: ['Use public', 'Add route to g', 'Take the public address away'],
    },
    {
      what: 'out by NAT: there the address is what is wrong',
      lines: 'instance i in app-a 10.0.10.20\neip e 203.0.113.20 on i',
      speaks: ['i:ipv4'],
      fixes: ['Take the public address away', 'Use public', 'Route to g'],
    },
    {
      what: 'asked for at launch',
      lines: 'instance i in app-a 10.0.10.20 pub',
      speaks: ['i:ipv4'],
      fixes: ['Take the public address away', 'Use public', 'Route to g'],
    },
    {
      what: 'foretold from the subnet’s launch default alone',
      lines: 'subnet app-a 10.0.10.0/24 in v az 1a map\ninstance i in app-a 10.0.10.20',
      speaks: [],
    },
    {
      what: 'the gateway route leads nowhere: still no way',
      lines: 'igw g\ninstance i in pub-a 10.0.0.20 pub 203.0.113.20',
      speaks: ['i:ipv4'],
    },
    {
      what: 'a NAT gateway (another finding)',
      lines: 'nat m in app-c 10.0.11.5 eip 203.0.113.6',
      speaks: [],
    },
    { what: 'an address on nothing', lines: 'eip e 203.0.113.20', speaks: [] },
    {
      what: 'through a firewall endpoint that nothing is known of',
      lines: 'instance i in app-c 10.0.11.20 pub 203.0.113.20\ntable fwd in v: app-c ; 0.0.0.0/0 > vpce-1',
      speaks: [],
    },
    {
      what: 'through an appliance that passes on to the gateway',
      lines:
        'instance fw in pub-a 10.0.0.20 pub 203.0.113.21 nocheck forwarding pass\ninstance i in app-c 10.0.11.20 pub 203.0.113.20\ntable fwd in v: app-c ; 0.0.0.0/0 > fw',
      speaks: [],
    },
    { what: 'stopped', lines: 'instance i in app-c 10.0.11.20 stopped\neip e 203.0.113.20 on i', speaks: [] },
  ]);
});
