import { describe, expect, it } from 'vitest';
import { askMatrix, compile } from '../index.ts';
import { question } from '../notation-lines.test-support.ts';
import { network } from '../notation.test-support.ts';
import { askReach } from './reach.ts';

const TWO_VPCS = `
  vpc v 10.0.0.0/16
  subnet vs 10.0.0.0/24 in v
  igw igw-v on v
  table vt in v: main ; 0.0.0.0/0 > igw-v
  sg vopen in v: in all any ; out all any
  instance one in vs 10.0.0.9 pub 203.0.113.9 sg vopen
  instance two in vs 10.0.0.10 pub 203.0.113.10 sg vopen
  vpc w 10.1.0.0/16
  subnet ws 10.1.0.0/24 in w
  igw igw-w on w
  table wt in w: main ; 0.0.0.0/0 > igw-w
  sg wg in w: in tcp 443 203.0.113.9/32 ; out all any
  instance far in ws 10.1.0.9 pub 203.0.113.99 sg wg
`;

/** Everything that may tell two alike interfaces apart from afar or near, one line each. */
const cases: readonly (readonly [what: string, change: string, asked: string, ...rest: string[]])[] = [
  [
    'a rule of another VPC names one public address',
    '',
    '? one > far tcp 443 v4 = reachable',
    '? two > far tcp 443 v4 = blocked',
  ],
  [
    'an ACL of another VPC denies one public address',
    `sg wg in w: in all any ; out all any
     acl wa in w: ws ; in 90 deny all 203.0.113.10/32 ; in 100 allow all any ; out 100 allow all any`,
    '? one > far tcp 443 v4 = reachable',
    '? two > far tcp 443 v4 = blocked',
  ],
  [
    'a route of another VPC leads one public address elsewhere',
    'table wt in w: main ; 0.0.0.0/0 > igw-w ; 203.0.113.10/32 > eni-gone\nsg wg in w: in all any ; out all any',
    '? far > one tcp 443 v4 = reachable',
    '? far > two tcp 443 v4 = blocked',
  ],
  [
    'one is stopped',
    'instance two in vs 10.0.0.10 pub 203.0.113.9 sg vopen stopped',
    '? one > far tcp 443 v4 = reachable',
    '? two > far tcp 443 v4 = blocked',
  ],
  [
    'a rule near by names one private address',
    'sg vin in v: in tcp 22 10.0.0.9/32 ; out all any\ninstance three in vs 10.0.0.11 sg vin',
    '? one > three tcp 22 v4 = reachable',
    '? two > three tcp 22 v4 = blocked',
  ],
];

describe('interfaces of one class are told apart by nobody (AT-3)', () => {
  it.each(cases)('%s', (_, change, ...lines) => {
    const compiled = compile(network(TWO_VPCS, change));
    for (const { question: asked, expected } of lines.map(question)) {
      const { protocol, port } = asked;
      const matrix = askMatrix(compiled, {
        between: 'instances',
        ipVersion: '4',
        ...(protocol === undefined ? {} : { protocol }),
        ...(port === undefined ? {} : { port }),
      });
      const pair = matrix.ok
        ? matrix.value.pairs.find(({ from, to }) => from === asked.from && to === asked.to)
        : undefined;
      const reach = askReach(compiled, asked);
      expect({ asked: asked.from, matrix: pair?.verdict, reach: reach.ok && reach.value.verdict }).toEqual({
        asked: asked.from,
        matrix: expected?.verdict,
        reach: expected?.verdict,
      });
    }
  });
});
