import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './nat-gateway-cross-az.ts';

const SHARED = 'table private in v: app-a, app-c ; 0.0.0.0/0 > n';
const WORKER = 'instance i in app-c 10.0.11.20';

describe('nat-gateway-cross-az', () => {
  examples(finding, SHOP, [
    { what: 'silent in the gateway’s own zone', lines: 'instance i in app-a 10.0.10.20', speaks: [] },
    {
      what: 'a table shared by both zones: the far zone gets one of its own',
      lines: `${SHARED}\n${WORKER}`,
      speaks: ['app-c:n'],
      fixes: ['Add a NAT gateway in 1c'],
    },
    {
      what: 'the zone has a NAT gateway already',
      lines: `${SHARED}\n${WORKER}\nnat m in pub-c eip 203.0.113.6`,
      speaks: ['app-c:n'],
      fixes: ['Route to m'],
    },
    {
      what: 'a table of its own',
      lines: `table far in v: app-c ; 0.0.0.0/0 > n\n${WORKER}\nnat m in pub-c eip 203.0.113.6`,
      speaks: ['app-c:n'],
      fixes: ['Route to m'],
    },
    {
      what: 'no public subnet in the zone to put one',
      lines: `${SHARED}\n${WORKER}\ntable public in v: pub-a ; 0.0.0.0/0 > g`,
      speaks: ['app-c:n'],
      fixes: [],
    },
    { what: 'nothing works there yet', lines: SHARED, speaks: [] },
    { what: 'regional', lines: `${SHARED}\n${WORKER}\nnat n in v regional`, speaks: [] },
    { what: 'zones are not told', lines: `${SHARED}\n${WORKER}\nsubnet app-c 10.0.11.0/24 in v`, speaks: [] },
    {
      what: 'all workloads stand in the gateway’s zone',
      lines: `${SHARED}\ninstance i in app-a 10.0.10.20`,
      speaks: [],
    },
  ]);
});
