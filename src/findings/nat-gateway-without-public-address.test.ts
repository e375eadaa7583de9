import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './nat-gateway-without-public-address.ts';

const WORKER = 'instance i in app-a 10.0.10.20';

describe('nat-gateway-without-public-address', () => {
  examples(finding, SHOP, [
    { what: 'silent for a public one', lines: WORKER, speaks: [] },
    {
      what: 'private, in a public subnet',
      lines: `nat n in pub-a 10.0.0.5 private\n${WORKER}`,
      speaks: ['n'],
      fixes: ['Add a public NAT gateway'],
    },
    {
      what: 'private, and its subnet leads nowhere',
      lines: `nat n in app-c 10.0.11.5 private\n${WORKER}`,
      speaks: ['n'],
      fixes: ['Add a public NAT gateway'],
    },
    {
      what: 'private, on the way to another network',
      lines: `nat n in app-c 10.0.11.5 private\ntable fwd in v: app-c ; 0.0.0.0/0 > tgw-1\n${WORKER}`,
      speaks: [],
    },
    {
      what: 'private, for private destinations alone',
      lines: `nat n in pub-a 10.0.0.5 private\ntable private in v: app-a ; 192.168.0.0/16 > n\n${WORKER}`,
      speaks: [],
    },
    { what: 'nobody behind it', lines: 'nat n in pub-a 10.0.0.5 private', speaks: [] },
  ]);
});
