import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './main-route-table-public.ts';

const MAIN = 'table main in v: main ; 0.0.0.0/0 > g';

describe('main-route-table-public', () => {
  examples(finding, SHOP, [
    { what: 'silent where it leads nowhere', lines: '', speaks: [] },
    {
      what: 'it leads to the gateway, and a subnet uses it',
      lines: MAIN,
      speaks: ['main'],
      fixes: ['Give these subnets their own table'],
    },
    {
      what: 'no subnet uses it today',
      lines: `${MAIN}\ntable private in v: app-a, app-c ; 0.0.0.0/0 > n`,
      speaks: ['main'],
      fixes: ['Delete route'],
    },
    { what: 'over IPv6', lines: 'table main in v: main ; ::/0 > g', speaks: ['main'] },
    { what: 'the gateway is not attached', lines: `${MAIN}\nigw g`, speaks: [] },
    { what: 'to a NAT gateway', lines: 'table main in v: main ; 0.0.0.0/0 > n', speaks: [] },
    {
      what: 'the default VPC',
      lines: MAIN,
      speaks: [],
      change: (design) => ({
        ...design,
        resources: { ...design.resources, v: { kind: 'vpc', cidrBlock: '10.0.0.0/16', isDefault: true } },
      }),
    },
    { what: 'never while drawing', lines: MAIN, speaks: [], options: { mode: 'live' } },
  ]);
});
