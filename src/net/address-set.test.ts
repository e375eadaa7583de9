import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressSet,
  addressesOf,
  addressesWithout,
  commonAddresses,
  countAddresses,
  everyAddress,
  hasAddress,
  isEmptyAddressSet,
  noAddress,
  oneAddress,
  sameAddresses,
  shareOf,
  singleAddress,
  splitAt,
  toCidrs,
  unionOfAddresses,
  type AddressRange,
  type AddressSet,
} from './address-set.ts';
import { lastAddressOf } from './address.ts';
import { formatCidr, parseCidr } from './cidr.ts';

/** A set of blocks written in one line. */
function set(text: string): AddressSet {
  const blocks = text.split(' ').filter((word) => word !== '');
  const cidrs = blocks.map((word) => {
    const parsed = parseCidr(word);
    if (!parsed.ok) throw new Error(`not a block: ${word}`);
    return parsed.value;
  });
  const family = cidrs[0]?.family ?? 4;
  return unionOfAddresses(cidrs.map(addressesOf), family);
}

const told = (given: AddressSet): string => toCidrs(given).map(formatCidr).join(' ');

describe('blocks as sets', () => {
  const cases: readonly (readonly [string, () => AddressSet, string])[] = [
    ['neighbours join', () => unionOfAddresses([set('10.0.0.0/25'), set('10.0.0.128/25')], 4), '10.0.0.0/24'],
    ['inner ones vanish', () => set('10.0.0.0/8 10.5.0.0/16'), '10.0.0.0/8'],
    [
      'other families are left out',
      () => unionOfAddresses([set('10.0.0.0/8'), set('::/0')], 4),
      '10.0.0.0/8',
    ],
    ['both halves are all', () => set('0.0.0.0/1 128.0.0.0/1'), '0.0.0.0/0'],
    [
      'a hole splits',
      () => addressesWithout(set('10.0.0.0/24'), set('10.0.0.64/26')),
      '10.0.0.0/26 10.0.0.128/25',
    ],
    [
      'all but one',
      () => addressesWithout(everyAddress(4), set('0.0.0.0/32')),
      Array.from(
        { length: 32 },
        (_, bit) => `${told(oneAddress(4, 2n ** BigInt(bit))).split('/')[0] ?? ''}/${32 - bit}`,
      ).join(' '),
    ],
    ['nothing is left', () => addressesWithout(set('10.0.0.0/24'), set('10.0.0.0/8')), ''],
    [
      'of another family nothing is taken',
      () => addressesWithout(set('10.0.0.0/24'), everyAddress(6)),
      '10.0.0.0/24',
    ],
    ['common', () => commonAddresses(set('10.0.0.0/8'), set('10.5.0.0/16 11.0.0.0/8')), '10.5.0.0/16'],
    ['nothing common with another family', () => commonAddresses(everyAddress(4), everyAddress(6)), ''],
    ['the whole of IPv6', () => everyAddress(6), '::/0'],
    [
      'the last address',
      () => oneAddress(6, lastAddressOf(6)),
      'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128',
    ],
    ['ranges that are turned round are nothing', () => addressSet(4, [{ first: 5n, last: 4n }]), ''],
  ];
  it.each(cases)('%s', (_, make, expected) => {
    expect(told(make())).toBe(expected);
  });

  it.each<readonly [string, string, string]>([
    ['10.0.0.0/24', '10.0.0.0/8', 'all'],
    ['10.0.0.0/24', '10.0.0.0/24', 'all'],
    ['10.0.0.0/8', '10.0.0.0/24', 'some'],
    ['10.0.0.0/24', '10.0.1.0/24', 'none'],
    ['10.0.0.5/32', '10.0.0.0/24', 'all'],
    ['10.0.1.5/32', '10.0.0.0/24', 'none'],
    ['10.0.0.0/25 11.0.0.0/8', '10.0.0.0/8', 'some'],
    ['10.0.0.0/25 10.0.1.0/25', '10.0.0.0/23', 'all'],
    ['10.0.0.0/8', '::/0', 'none'],
  ])('%s lies in %s: %s', (inner, outer, expected) => {
    expect(shareOf(set(inner), set(outer))).toBe(expected);
  });

  it('nothing lies wholly in anything of its family', () => {
    expect(shareOf(noAddress(4), set('10.0.0.0/8'))).toBe('all');
    expect(shareOf(noAddress(4), noAddress(4))).toBe('all');
    expect(shareOf(noAddress(4), everyAddress(6))).toBe('none');
  });
});

/** A universe small enough to hold each set as plain numbers; the far end of the line counts too. */
const SIZE = 24n;
const BASES = [0n, lastAddressOf(4) - SIZE + 1n] as const;

const ranges = (base: bigint) =>
  fc.array(
    fc
      .tuple(fc.bigInt({ min: 0n, max: SIZE - 1n }), fc.bigInt({ min: 0n, max: SIZE - 1n }))
      .map(([first, last]): AddressRange => ({ first: base + first, last: base + last })),
    { maxLength: 6 },
  );

const universe = fc.constantFrom(...BASES);

/** The same set as plain numbers. */
const plain = (list: readonly AddressRange[]): Set<bigint> => {
  const found = new Set<bigint>();
  for (const { first, last } of list) for (let at = first; at <= last; at += 1n) found.add(at);
  return found;
};

/** Sorted, disjoint, never touching: one shape for one set. */
function expectSame(given: AddressSet, members: ReadonlySet<bigint>): void {
  given.ranges.forEach((range, index) => {
    expect(range.first).toBeLessThanOrEqual(range.last);
    const next = given.ranges[index + 1];
    if (next) expect(next.first > range.last + 1n).toBe(true);
  });
  expect(plain(given.ranges)).toEqual(members);
}

const two = universe.chain((base) => fc.tuple(ranges(base), ranges(base)));

describe('sets against plain sets, at random', () => {
  it('union, common and without hold the same members', () => {
    fc.assert(
      fc.property(two, ([left, right]) => {
        const [a, b] = [addressSet(4, left), addressSet(4, right)];
        const [p, q] = [plain(left), plain(right)];
        expectSame(a, p);
        expectSame(unionOfAddresses([a, b], 4), new Set([...p, ...q]));
        expectSame(commonAddresses(a, b), new Set([...p].filter((at) => q.has(at))));
        expectSame(addressesWithout(a, b), new Set([...p].filter((at) => !q.has(at))));
      }),
      { numRuns: 500 },
    );
  });

  it('the laws of sets hold', () => {
    fc.assert(
      fc.property(
        universe.chain((base) => fc.tuple(ranges(base), ranges(base), ranges(base))),
        (three) => {
          const [a, b, c] = three.map((list) => addressSet(4, list)) as [AddressSet, AddressSet, AddressSet];
          const or = (...sets: readonly AddressSet[]): AddressSet => unionOfAddresses(sets, 4);
          const every = everyAddress(4);
          const not = (given: AddressSet): AddressSet => addressesWithout(every, given);
          expect(or(a, b)).toEqual(or(b, a));
          expect(or(or(a, b), c)).toEqual(or(a, b, c));
          expect(commonAddresses(a, or(b, c))).toEqual(or(commonAddresses(a, b), commonAddresses(a, c)));
          expect(addressesWithout(a, b)).toEqual(commonAddresses(a, not(b)));
          expect(not(not(a))).toEqual(a);
          expect(not(or(a, b))).toEqual(commonAddresses(not(a), not(b)));
          expect(isEmptyAddressSet(commonAddresses(a, not(a)))).toBe(true);
          expect(or(a, not(a))).toEqual(every);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('questions about sets are answered as plain sets answer them', () => {
    fc.assert(
      fc.property(two, ([left, right]) => {
        const [a, b] = [addressSet(4, left), addressSet(4, right)];
        const [p, q] = [plain(left), plain(right)];
        const inside = [...p].filter((at) => q.has(at)).length;
        expect(shareOf(a, b)).toBe(inside === p.size ? 'all' : inside === 0 ? 'none' : 'some');
        expect(countAddresses(a)).toBe(BigInt(p.size));
        expect(isEmptyAddressSet(a)).toBe(p.size === 0);
        expect(singleAddress(a)).toBe(p.size === 1 ? [...p][0] : undefined);
        expect(sameAddresses(a, b)).toBe(p.size === q.size && inside === p.size);
        for (const base of BASES) {
          for (let at = base; at < base + SIZE; at += 1n) expect(hasAddress(a, at)).toBe(p.has(at));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cuts give parts that a cut neither crosses nor loses', () => {
    const cut = universe.chain((base) =>
      fc.tuple(
        ranges(base),
        fc.array(
          fc.bigInt({ min: 0n, max: SIZE }).map((at) => base + at),
          { maxLength: 6 },
        ),
      ),
    );
    fc.assert(
      fc.property(cut, ([list, bounds]) => {
        const given = addressSet(4, list);
        const parts = splitAt(given, bounds);
        expect(plain(parts)).toEqual(plain(list));
        expect(parts.reduce((sum, part) => sum + part.last - part.first + 1n, 0n)).toBe(
          countAddresses(given),
        );
        for (const part of parts) {
          for (const bound of bounds) expect(part.first < bound && bound <= part.last).toBe(false);
        }
        // No finer than needed: a part ends at a cut or at the end of its range.
        for (const part of parts) {
          const isEnd = given.ranges.some((range) => range.last === part.last);
          expect(isEnd || bounds.includes(part.last + 1n)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('blocks of a set make it up, and two of one size never make a larger one', () => {
    fc.assert(
      fc.property(universe.chain(ranges), (list) => {
        const given = addressSet(4, list);
        const blocks = toCidrs(given);
        expect(blocks.reduce((sum, block) => sum + block.last - block.first + 1n, 0n)).toBe(
          countAddresses(given),
        );
        expect(unionOfAddresses(blocks.map(addressesOf), 4)).toEqual(given);
        blocks.forEach((block, index) => {
          const next = blocks[index + 1];
          const size = block.last - block.first + 1n;
          const joins =
            next?.prefixLength === block.prefixLength &&
            next.first === block.last + 1n &&
            block.first % (2n * size) === 0n;
          expect(joins).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
  });
});
