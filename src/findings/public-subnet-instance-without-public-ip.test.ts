import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './public-subnet-instance-without-public-ip.ts';

const WEB = 'sg s in v: in tcp 443 0.0.0.0/0 ; out all 0.0.0.0/0\ninstance i in pub-a 10.0.0.20 sg s';
const QUIET = 'sg s in v: in tcp 443 10.0.0.0/16 ; out all 0.0.0.0/0\ninstance i in pub-a 10.0.0.20 sg s';
const live = { mode: 'live' } as const;

describe('public-subnet-instance-without-public-ip', () => {
  examples(finding, SHOP, [
    {
      what: 'open to the internet, and no address',
      lines: WEB,
      speaks: ['i:ipv4'],
      options: live,
      fixes: ['Associate an Elastic IP address', 'Give it a public IPv4 address'],
    },
    {
      what: 'an interface of its own',
      lines: `${WEB.replace('10.0.0.20 ', '')}\neni x in pub-a 10.0.0.20 sg s on i`,
      speaks: ['i:ipv4'],
      options: live,
      fixes: ['Associate an Elastic IP address'],
    },
    {
      what: 'an intent expects it',
      lines: QUIET,
      speaks: ['i:ipv4'],
      options: live,
      intents: { web: { from: 'internet', to: 'i', expect: 'reachable' } },
    },
    { what: 'just dropped there: nobody wants the internet yet', lines: QUIET, speaks: [], options: live },
    { what: 'finished: it has no way out at all', lines: QUIET, speaks: ['i:ipv4'] },
    { what: 'a public address', lines: WEB.replace('10.0.0.20', '10.0.0.20 pub 203.0.113.20'), speaks: [] },
    { what: 'an Elastic IP address', lines: `${WEB}\neip e 203.0.113.20 on i`, speaks: [] },
    {
      what: 'a public address at launch',
      lines: `${WEB}\nsubnet pub-a 10.0.0.0/24 in v az 1a map`,
      speaks: [],
    },
    { what: 'the subnet is not public', lines: WEB.replace('pub-a', 'app-a'), speaks: [] },
    {
      what: 'part of its traffic leaves by NAT',
      lines: `${WEB}\ntable public in v: pub-a, pub-c ; 0.0.0.0/0 > n ; 8.0.0.0/8 > g\nnat n in pub-c eip 203.0.113.5`,
      speaks: [],
    },
    {
      what: 'part of its traffic leaves by a transit gateway',
      lines: `${WEB}\ntable public in v: pub-a, pub-c ; 0.0.0.0/0 > g ; 8.0.0.0/8 > tgw-1`,
      speaks: [],
    },
    {
      what: 'it leaves by IPv6, and nobody asks for IPv4',
      lines: `vpc v 10.0.0.0/16 2001:db8::/56\nsubnet pub-a 10.0.0.0/24 2001:db8::/64 in v az 1a\ntable public in v: pub-a, pub-c ; 0.0.0.0/0 > g ; ::/0 > g\n${QUIET.replace('10.0.0.20', '10.0.0.20 2001:db8::20')}`,
      speaks: [],
    },
    { what: 'stopped', lines: WEB.replace('10.0.0.20', '10.0.0.20 stopped'), speaks: [] },
    {
      what: 'an interface that AWS runs',
      lines: 'sg s in v: in tcp 443 0.0.0.0/0\neni x in pub-a 10.0.0.20 sg s type load_balancer managed',
      speaks: [],
    },
  ]);
});
