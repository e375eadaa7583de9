import { describe, expect, it } from 'vitest';
import { compile } from '../engine/index.ts';
import { network } from '../engine/notation.test-support.ts';
import { applyActions, type AwsAction, type Design } from '../model/index.ts';
import { changedKinds, sinceOf } from './_changes.ts';
import { findingContext, type FindingContext } from './_context.ts';
import { effects } from './_effects.ts';

const SHOPS = Array.from({ length: 14 }, (_, place) => place);

/** Fourteen instances with a group each, in a public and a private subnet. */
const MANY = `vpc v 10.0.0.0/16 2001:db8:1::/56
  subnet a 10.0.0.0/24 2001:db8:1::/64 in v az 1a
  subnet b 10.0.1.0/24 in v az 1a
  igw g on v
  table t in v: a ; 0.0.0.0/0 > g ; ::/0 > g
  ${SHOPS.map((place) =>
    place % 2 === 0
      ? `sg s${place} in v: in tcp 22,443 any ; out all any
         instance i${place} in a 10.0.0.${20 + place} pub 203.0.113.${20 + place} 2001:db8:1::${20 + place} sg s${place}`
      : `sg s${place} in v: in tcp 5432 sg:s${place - 1} ; out tcp 443 0.0.0.0/0
         instance i${place} in b 10.0.1.${20 + place} sg s${place}`,
  ).join('\n')}`;

const action = (name: string, resource: string, parameters: AwsAction['parameters']): AwsAction => ({
  action: name,
  resource,
  parameters,
});
const CLOSE = action('RevokeSecurityGroupIngress', 's0', {
  ipProtocol: 'tcp',
  fromPort: 22,
  toPort: 22,
  cidrIpv4: '0.0.0.0/0',
});
const OPEN = action('AuthorizeSecurityGroupIngress', 's1', {
  ipProtocol: 'tcp',
  fromPort: 80,
  toPort: 80,
  cidrIpv4: '10.0.0.0/16',
});
const START = action('ModifyInstanceAttribute', 'i0', { sourceDestCheck: false });

interface Trial {
  readonly before: FindingContext;
  readonly whole: FindingContext;
  readonly short: FindingContext;
  readonly after: Design;
}

function tried(lines: string, ...actions: readonly AwsAction[]): Trial {
  const design = network(MANY, lines);
  const after = applyActions(design, actions);
  const compiled = compile(after);
  const before = findingContext(compile(design), design, 'review', 'full');
  const since = sinceOf(before, compiled, after);
  return {
    before,
    after,
    whole: findingContext(compiled, after, 'review', 'full'),
    short: findingContext(compiled, after, 'review', 'full', since),
  };
}

describe('a change of rules alone', () => {
  it.each([
    ['that closes', '', [CLOSE]],
    ['that opens', '', [OPEN]],
    ['of two groups', '', [CLOSE, OPEN]],
    ['of a group that two share', 'instance two in a 10.0.0.90 pub 203.0.113.90 sg s0', [CLOSE]],
  ] as const)('%s tells the same effects as if all were asked anew', (_, lines, actions) => {
    const { before, whole, short } = tried(lines, ...actions);
    expect(short.since).toBeDefined();
    const told = effects(before, short);
    expect(told).toEqual(effects(before, whole));
    expect(told.opens.total + told.closes.total).toBeGreaterThan(0);
  });

  it.each([
    ['something else changes', '', START],
    ['an interface with the group may forward', 'instance i0 in a 10.0.0.20 pub nocheck sg s0', CLOSE],
    [
      'another interface of its instance may reply',
      'eni x in a 10.0.0.80 sg s0 on dual index 0\neni y in b 10.0.1.80 sg s3 on dual index 1\ninstance dual enis x,y',
      CLOSE,
    ],
  ])('is not taken for one where %s', (_, lines, change) => {
    expect(tried(lines, change).short.since).toBeUndefined();
  });

  it('names the kinds that changed', () => {
    const { before, after } = tried('', CLOSE, START);
    expect([...changedKinds(before.design, after)].sort()).toEqual(['instance', 'securityGroup']);
  });
});
