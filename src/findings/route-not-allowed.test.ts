import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './route-not-allowed.ts';

const routes = (...list: string[]): string => `table private in v: app-a ; ${list.join(' ; ')}`;

describe('route-not-allowed', () => {
  examples(finding, SHOP, [
    {
      what: 'inside the VPC and no whole subnet',
      lines: routes('10.0.0.0/25 > n'),
      speaks: ['private:10.0.0.0/25:n'],
      fixes: ['Delete route'],
    },
    {
      what: 'inside the VPC, to a gateway',
      lines: routes('10.0.0.0/24 > g'),
      speaks: ['private:10.0.0.0/24:g'],
      fixes: ['Delete route'],
    },
    {
      what: 'a range that AWS keeps',
      lines: routes('169.254.168.0/24 > n'),
      speaks: ['private:169.254.168.0/24:n'],
      fixes: ['Delete route'],
    },
    {
      what: 'a gateway’s table that leads to a NAT gateway',
      lines: 'table edge in v: g ; 10.0.10.0/24 > n',
      speaks: ['edge:10.0.10.0/24:n'],
      fixes: ['Delete route'],
    },
    {
      what: 'a gateway’s table that names half a subnet',
      lines: 'instance i in pub-a nocheck\ntable edge in v: g ; 10.0.10.0/25 > i',
      speaks: ['edge:10.0.10.0/25:i'],
      fixes: ['Delete route'],
    },
    {
      what: 'a whole subnet to an appliance',
      lines: `instance i in pub-a nocheck\n${routes('10.0.11.0/24 > i')}`,
      speaks: [],
    },
    {
      what: 'the local route sent to an appliance',
      lines: `instance i in pub-a nocheck\n${routes('10.0.0.0/16 > i')}`,
      speaks: [],
    },
    { what: 'outside the VPC', lines: routes('10.9.0.0/16 > n'), speaks: [] },
    { what: 'propagated: it merely loses', lines: routes('10.0.0.0/24 > vgw-1 (propagated)'), speaks: [] },
  ]);
});
