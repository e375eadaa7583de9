import { describe, expect, it } from 'vitest';
import { network } from '../engine/notation.test-support.ts';
import { attachmentEdgeId, edgesOf, routeEdgeId } from './edges.ts';
import { cardOf, factsOf } from './facts.ts';
import type { Tiers } from './tiers.ts';

const base = `
  vpc v 10.0.0.0/16
  igw g on v
  subnet p 10.0.0.0/24 in v
  subnet q 10.0.1.0/24 in v
  nat n in p`;
const tiers: Tiers = { p: { 4: 'public', 6: 'isolated' }, q: { 4: 'egress', 6: 'private' } };

/** Lines as `style from > to color destinations`. */
const lines = (text: string, warnings: string[] = []): string[] =>
  edgesOf(factsOf(network(base, text)), tiers, new Set(warnings)).map(
    ({ style, from, to, color, destinations }) =>
      `${style} ${from} > ${to ?? '-'} ${color} ${destinations.join(',')}`.trim(),
  );

const toInternet = 'attachment g > internet line-strong';

describe('lines of a design', () => {
  it.each([
    ['an attached gateway to the internet', '', [toInternet]],
    ['no line for a detached one', 'igw g', []],
    [
      'a subnet to its internet gateway, both families as one',
      'table t in v: p ; 0.0.0.0/0 > g ; ::/0 > g',
      [toInternet, 'attachment p > g line-strong 0.0.0.0/0,::/0'],
    ],
    [
      'a route to a NAT gateway in the tier of its subnet',
      'table t in v: q ; 0.0.0.0/0 > n',
      [toInternet, 'route q > n egr 0.0.0.0/0'],
    ],
    [
      'the main table for a subnet without one of its own',
      'table t in v: main ; 0.0.0.0/0 > n\ntable u in v: p',
      [toInternet, 'route q > n egr 0.0.0.0/0'],
    ],
    [
      'an IPv6 route in the IPv6 tier',
      'eigw e on v\ntable t in v: q ; ::/0 > e',
      [toInternet, 'attachment e > internet line-strong', 'route q > e prv ::/0'],
    ],
    [
      'a route to an interface on the card of its instance',
      'instance i in p enis x\neni x in p on i\ntable t in v: q ; 0.0.0.0/0 > x',
      [toInternet, 'route q > i egr 0.0.0.0/0'],
    ],
    [
      'a route whose target is gone',
      'table t in v: q ; 0.0.0.0/0 > nat-gone',
      [toInternet, 'blackhole q > - no 0.0.0.0/0'],
    ],
    [
      'a route that its source calls a blackhole',
      'table t in v: q ; 0.0.0.0/0 > n (blackhole)',
      [toInternet, 'blackhole q > - no 0.0.0.0/0'],
    ],
    [
      'a route to a gateway that is not attached here',
      'igw h\ntable t in v: q ; 0.0.0.0/0 > h',
      [toInternet, 'blackhole q > - no 0.0.0.0/0'],
    ],
    [
      'a route to what an import did not read',
      'coverage all but vpc\ntable t in v: q ; 10.9.0.0/16 > pcx-1',
      [toInternet, 'unknown q > - unk 10.9.0.0/16'],
    ],
    ['no line for a table that no subnet has', 'table t in v ; 0.0.0.0/0 > n', [toInternet]],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('takes warnings as ids of lines', () => {
    const text = 'table t in v: q ; 0.0.0.0/0 > n';
    expect(lines(text, [routeEdgeId('q', 'n')])).toEqual([toInternet, 'route q > n warn 0.0.0.0/0']);
    expect(lines(text, [attachmentEdgeId('g')])[0]).toBe('attachment g > internet warn');
  });
});

describe('cards that stand for interfaces', () => {
  const facts = factsOf(
    network(`
      vpc v 10.0.0.0/16
      subnet s 10.0.0.0/24 in v
      instance i in s enis a
      eni a in s
      eni b in s on i
      eni c in s`),
  );
  it.each([
    ['a', 'i', 'named by the instance'],
    ['b', 'i', 'attached to the instance'],
    ['c', 'c', 'free: a card of its own'],
    ['eni:i', 'i', 'the implied one'],
    ['i', 'i', 'the instance itself'],
  ])('%s → %s (%s)', (id, card) => expect(cardOf(facts, id)).toBe(card));
});

describe('public addresses', () => {
  it.each([
    ['instance i in s 10.0.0.20 pub 203.0.113.20', true, 'told'],
    ['instance i in s 10.0.0.20 pub', true, 'asked for at launch'],
    ['instance i in s 10.0.0.20', false, 'none'],
    ['subnet s 10.0.0.0/24 in v map\ninstance i in s', true, 'AD-4: predicted from the subnet'],
    [
      'coverage all but vpc\nsubnet s 10.0.0.0/24 in v map\ninstance i in s',
      false,
      'AD-4: never predicted for an import',
    ],
    ['instance i in s 10.0.0.20\neip e 203.0.113.9 on i', true, 'an Elastic IP address'],
  ])('%s: %s (%s)', (text, expected) => {
    const design = network('vpc v 10.0.0.0/16\nsubnet s 10.0.0.0/24 in v', text);
    expect(factsOf(design).publicAddressOfCard.has('i')).toBe(expected);
  });
});
