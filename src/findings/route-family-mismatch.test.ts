import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './route-family-mismatch.ts';

const routes = (...list: string[]): string => `table private in v: app-a ; ${list.join(' ; ')}`;

describe('route-family-mismatch', () => {
  examples(finding, `${SHOP}\neigw e on v`, [
    {
      what: 'IPv4 to an egress-only gateway',
      lines: routes('0.0.0.0/0 > e'),
      speaks: ['private:ipv4:0.0.0.0/0'],
      fixes: ['Route to n', 'Delete route'],
    },
    {
      what: 'IPv6 to a NAT gateway',
      lines: routes('0.0.0.0/0 > n', '::/0 > n'),
      speaks: ['private:ipv6:::/0'],
      fixes: ['Route to e', 'Delete route'],
    },
    {
      what: 'IPv6 to a NAT gateway, and no other way',
      lines: `without e\n${routes('::/0 > n')}`,
      speaks: ['private:ipv6:::/0'],
      fixes: ['Delete route'],
    },
    { what: 'NAT64', lines: routes('64:ff9b::/96 > n'), speaks: [] },
    { what: 'a part of NAT64', lines: routes('64:ff9b::a00:0/104 > n'), speaks: [] },
    { what: 'each its own', lines: routes('0.0.0.0/0 > n', '::/0 > e'), speaks: [] },
  ]);
});
