import { describe, expect, it } from 'vitest';
import { askReach, compile } from '../engine/index.ts';
import { checkDesign } from './index.ts';
import { network } from '../engine/notation.test-support.ts';
import { SHOP } from './_examples.test-support.ts';

/** What a proof must show for its finding to be true. */
type Shown = 'passes' | 'stops';

describe('a finding about a way names one, and it is as the finding says', () => {
  const web = 'sg s in v: in all any ; out all any\ninstance w in app-a 10.0.10.20 sg s';
  it.each<readonly [finding: string, lines: string, question: string, shown: Shown]>([
    [
      'public-ip-without-internet-route',
      'instance i in app-c 10.0.11.20\neip e 203.0.113.20 on i',
      'internet > i',
      'stops',
    ],
    ['public-subnet-instance-without-public-ip', 'instance i in pub-a 10.0.0.20', 'i > internet', 'stops'],
    ['nat-gateway-in-private-subnet', `${web}\nnat n in app-c eip 203.0.113.5`, 'w > internet', 'stops'],
    ['nat-gateway-cross-az', `${web}\nnat n in pub-c eip 203.0.113.5`, 'w > internet', 'passes'],
    [
      'network-acl-denies-everything',
      `${web}\nacl shut in v: app-a ; in 100 deny all 0.0.0.0/0 ; out 100 deny all 0.0.0.0/0`,
      'w > internet',
      'stops',
    ],
    [
      'route-blackhole',
      `${web}\ntable private in v: app-a ; 0.0.0.0/0 > n ; 192.168.0.0/16 > nat-gone`,
      'w > 192.168.0.0',
      'stops',
    ],
    [
      'open-rule-without-path',
      'sg o in v: in tcp 22 0.0.0.0/0 ; out all any\ninstance i in app-c 10.0.11.20 sg o',
      'internet > i',
      'stops',
    ],
    [
      'admin-port-open-to-internet',
      'sg o in v: in tcp 22 0.0.0.0/0 ; out all any\ninstance i in pub-a 10.0.0.20 pub 203.0.113.20 sg o',
      'internet > i',
      'passes',
    ],
  ])('%s', (finding, lines, question, shown) => {
    const design = network(SHOP, lines);
    const compiled = compile(design);
    const answer = checkDesign(compiled, design).find(({ id }) => id === finding);
    const proof = answer?.proof;
    expect(proof && `${proof.from} > ${proof.to}`).toBe(question);
    if (!proof) return;
    const reach = askReach(compiled, proof);
    expect(reach.ok && reach.value.verdict).toBe(shown === 'passes' ? 'reachable' : 'blocked');
  });
});
