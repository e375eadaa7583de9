import { describe, expect, it } from 'vitest';
import { askExposure, askMatrix, askTiers, compile } from '../engine/index.ts';
import type { Design } from '../model/index.ts';
import { hideIds, idHider, writeDesign } from './index.ts';
import { read } from './inputs.test-support.ts';

const contents = import.meta.glob<string>('../../samples/**/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bookshop = read(
  Object.fromEntries(Object.entries(contents).filter(([path]) => path.includes('bookshop'))),
).design;

/** Answers without the ids that they name, in an order of their own. */
function answersOf(design: Design): readonly unknown[] {
  const network = compile(design);
  const matrix = askMatrix(network, { between: 'instances' });
  return [
    askTiers(network)
      .map(({ families }) => `${families[4].tier} ${families[6].tier}`)
      .toSorted(),
    askExposure(network)
      .inbound.map(({ allowed, verdict }) => JSON.stringify([verdict, allowed]))
      .toSorted(),
    matrix.ok && matrix.value.pairs.map(({ verdict }) => verdict).toSorted(),
  ];
}

describe('hiding ids', () => {
  const text = writeDesign(hideIds(bookshop));

  it.each([
    ['account numbers', /(?<!\d)\d{12}(?!\d)/],
    ['ids of AWS', /\b[a-z]+-[0-9a-f]{8,17}\b/],
    ['ids of instances and subnets', /"(?:i|subnet)-/],
    ['files they came from', /provenance|vpcd-/],
  ])('leaves no %s', (_, pattern) => expect(text).not.toMatch(pattern));

  it('keeps names, addresses and every answer', () => {
    expect(text).toContain('front-1');
    expect(text).toContain('"10.');
    expect(answersOf(hideIds(bookshop))).toEqual(answersOf(bookshop));
    const again = read({ 'a.json': text });
    expect(answersOf(again.design)).toEqual(answersOf(bookshop));
  });

  const hide = idHider({
    ...bookshop,
    resources: { 'aws_vpc.main': { kind: 'vpc' }, 'i-1': { kind: 'instance' } },
  });
  it.each([
    [
      'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0123456789abcdef0',
      'arn:aws:ec2:eu-west-1:account-1:vpc/vpc.hidden.1',
    ],
    ['vpc-0123456789abcdef0', 'vpc.hidden.1'],
    ['igw-0123456789abcdef0', 'igw-hidden.1'],
    ['aws_vpc.main', 'vpc.1'],
    ['i-1', 'instance.1'],
    ['subnet-xabc1234', 'subnet.hidden.1'],
    ['web-deadbeef-server and 10.0.0.0/16', 'web-deadbeef-server and 10.0.0.0/16'],
  ])('%s becomes %s', (from, to) => expect(hide(from)).toBe(to));
});
