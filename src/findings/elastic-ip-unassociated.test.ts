import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './elastic-ip-unassociated.ts';

describe('elastic-ip-unassociated', () => {
  examples(finding, SHOP, [
    { what: 'on nothing', lines: 'eip e 203.0.113.9', speaks: ['e'], fixes: ['Release it'] },
    { what: 'on an instance', lines: 'instance i in pub-a\neip e 203.0.113.9 on i', speaks: [] },
    { what: 'on an interface', lines: 'eni x in pub-a 10.0.0.20\neip e 203.0.113.9 on x', speaks: [] },
    { what: 'a NAT gateway names its address', lines: 'eip e 203.0.113.5', speaks: [] },
    { what: 'never while drawing', lines: 'eip e 203.0.113.9', speaks: [], options: { mode: 'live' } },
  ]);
});
