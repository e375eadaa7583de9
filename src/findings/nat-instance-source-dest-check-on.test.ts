import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './nat-instance-source-dest-check-on.ts';

const BY_INSTANCE = 'table private in v: app-a ; 0.0.0.0/0 > i';

describe('nat-instance-source-dest-check-on', () => {
  examples(finding, SHOP, [
    {
      what: 'a drawn instance',
      lines: `instance i in pub-a 10.0.0.20 pub 203.0.113.20\n${BY_INSTANCE}`,
      speaks: ['i'],
      fixes: ['Turn the check off'],
    },
    {
      what: 'an interface of its own',
      lines: 'eni x in pub-a 10.0.0.20\ntable private in v: app-a ; 0.0.0.0/0 > x',
      speaks: ['x'],
      fixes: ['Turn the check off'],
    },
    {
      what: 'named by an edge table',
      lines: 'instance i in app-c 10.0.11.20 pub 203.0.113.20\ntable edge in v: g ; 10.0.10.0/24 > i',
      speaks: ['i'],
      fixes: ['Turn the check off'],
    },
    { what: 'the check is off', lines: `instance i in pub-a 10.0.0.20 nocheck\n${BY_INSTANCE}`, speaks: [] },
    { what: 'no route names it', lines: 'instance i in pub-a 10.0.0.20', speaks: [] },
    {
      what: 'the table serves nobody',
      lines: 'instance i in pub-a 10.0.0.20\ntable lonely in v: ; 0.0.0.0/0 > i',
      speaks: [],
    },
    {
      what: 'the route leads to its own address alone',
      lines: 'eni x in pub-a 10.0.0.20 10.9.0.1\ntable private in v: app-a ; 10.9.0.1/32 > x',
      speaks: [],
    },
    {
      what: 'it is stopped (another finding)',
      lines: `instance i in pub-a 10.0.0.20 stopped\n${BY_INSTANCE}`,
      speaks: [],
    },
  ]);
});
