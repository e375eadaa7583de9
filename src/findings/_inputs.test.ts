/** An accepted finding returns when what it is about has changed, and not before. */

import { describe, expect, it } from 'vitest';
import { compile } from '../engine/index.ts';
import { network } from '../engine/notation.test-support.ts';
import { setMute, type Design, type Resource } from '../model/index.ts';
import { beginCheck, type FindingAnswer } from './index.ts';

const SHOP = network(`
  vpc v 10.0.0.0/16
  subnet a 10.0.0.0/24 in v
  igw g on v
  table t in v: a ; 0.0.0.0/0 > g ; 1.1.1.0/24 > igw-gone
  sg s in v: in tcp 22 any ; out all any
  instance i in a 10.0.0.5 pub 203.0.113.5 sg s
`);

const checked = (design: Design): readonly FindingAnswer[] => beginCheck(compile(design), design).answers;

const told = (design: Design, finding: string): readonly FindingAnswer[] =>
  checked(design).filter(({ id }) => id === finding);

function accepted(finding: string): Design {
  const [answer] = told(SHOP, finding);
  if (answer?.inputs === undefined) throw new Error(`${finding} is not told`);
  return setMute(SHOP, finding, answer.resource, { reason: 'known', inputs: answer.inputs });
}

const changed = (design: Design, id: string, members: object): Design => ({
  ...design,
  resources: { ...design.resources, [id]: { ...design.resources[id], ...members } as Resource },
});

const routes = (target: string) => ({
  routes: [
    { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'g' },
    { destinationCidrBlock: '1.1.1.0/24', gatewayId: target },
  ],
});

describe('an accepted finding', () => {
  it.each([
    ['while nothing changes', 'route-blackhole', undefined, {}, ['muted']],
    ['when its resource gets a name', 'route-blackhole', 't', { tags: { Name: 'main' } }, ['muted']],
    ['when something else changes', 'route-blackhole', 's', { rules: [] }, ['muted']],
    ['when its target is another', 'route-blackhole', 't', routes('igw-other'), ['open']],
    ['when it goes', 'route-blackhole', 't', routes('g'), []],
    [
      'when another of its kind joins it',
      'route-blackhole',
      't',
      {
        routes: [...routes('igw-gone').routes, { destinationCidrBlock: '2.2.2.0/24', gatewayId: 'igw-gone' }],
      },
      ['open', 'open'],
    ],
    ['while nothing changes', 'admin-port-open-to-internet', undefined, {}, ['muted']],
    ['when what lets it in changes', 'admin-port-open-to-internet', 'i', { platform: 'windows' }, ['open']],
  ] as const)('%s', (_, finding, id, members, expected) => {
    const design = accepted(finding);
    const after = id === undefined ? design : changed(design, id, members);
    expect(told(after, finding).map(({ muted }) => (muted ? 'muted' : 'open'))).toEqual(expected);
  });

  it('that names no state holds for every state', () => {
    const design = setMute(SHOP, 'route-blackhole', 't', { reason: 'known' });
    const after = changed(design, 't', routes('igw-other'));
    expect(told(after, 'route-blackhole')[0]?.muted).toEqual({ reason: 'known' });
  });

  it('is told the same however the file was written', () => {
    const turned = Object.fromEntries(
      Object.entries(SHOP.resources).map(([id, resource]) => [
        id,
        Object.fromEntries(Object.entries(resource).toReversed()) as unknown as Resource,
      ]),
    );
    const again = { ...SHOP, resources: turned };
    expect(checked(again).map(({ inputs }) => inputs)).toEqual(checked(SHOP).map(({ inputs }) => inputs));
  });
});
