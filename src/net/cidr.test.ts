import * as fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { bitsOf, formatAddress, lastAddressOf, type Family } from './address.ts';
import {
  cidrAround,
  cidrHasAddress,
  cidrHolds,
  cidrSize,
  cidrsOverlap,
  formatCidr,
  nextFreeCidr,
  parseCidr,
  parseCidrLoosely,
  type Cidr,
} from './cidr.ts';

/** A block in its canonical spelling, `masked` where host bits were cut off, or what is wrong. */
const read = (text: string): string => {
  const parsed = parseCidrLoosely(text);
  if (!parsed.ok) return `${parsed.problem.code} ${parsed.problem.part}`.trim();
  return formatCidr(parsed.value.cidr) + (parsed.value.hostBits ? ' masked' : '');
};

describe('reading a block (B-16, B-17)', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['10.0.0.0/16', '10.0.0.0/16'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['10.0.0.1/32', '10.0.0.1/32'],
    ['10.0.1.5/16', '10.0.0.0/16 masked'],
    ['255.255.255.255/0', '0.0.0.0/0 masked'],
    ['2001:db8::1/64', '2001:db8::/64 masked'],
    ['2001:DB8::/56', '2001:db8::/56'],
    ['0::0/0', '::/0'],
    ['::/0', '::/0'],
    ['::1/128', '::1/128'],
    ['10.0.0.0', 'no-prefix 10.0.0.0'],
    ['2001:db8::', 'no-prefix 2001:db8::'],
    ['10.0.0.0/', 'prefix-range /'],
    ['10.0.0.0/33', 'prefix-range /33'],
    ['::/129', 'prefix-range /129'],
    ['10.0.0.0/-1', 'prefix-range /-1'],
    ['10.0.0.0/08', 'prefix-range /08'],
    ['10.0.0.0/016', 'prefix-range /016'],
    ['10.0.0.0/1e1', 'prefix-range /1e1'],
    ['10.0.0.0/16.0', 'prefix-range /16.0'],
    ['10.0.0.0/ 16', 'prefix-range / 16'],
    ['10.0.0.0 /16', 'not-an-address 0'],
    ['10.0.0.0/16 ', 'prefix-range /16'],
    ['10.0.0.0/１６', 'prefix-range /１６'],
    ['10.0.0.0/16/24', 'prefix-range /16/24'],
    ['10.0.0.0/255.255.0.0', 'prefix-range /255.255.0.0'],
    ['10.0.0.0／16', 'not-an-address 0／16'],
    ['10/8', 'not-an-address 10'],
    ['10.1/16', 'not-an-address 10.1'],
    ['010.0.0.0/8', 'leading-zero 010'],
    ['0x0a.0.0.0/8', 'not-an-address 0x0a'],
    ['::ffff:10.0.0.0/104', 'ipv4-mapped ::ffff:10.0.0.0'],
    ['fe80::1%eth0/64', 'zone-id %eth0'],
    ['1::2::/64', 'two-compressions 1::2::'],
    ['/16', 'empty'],
    ['', 'empty'],
    ['any', 'not-an-address any'],
  ];
  it.each(cases)('%j → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('without a word on host bits is the same reading', () => {
    expect(parseCidr('10.0.1.5/16')).toEqual({ ok: true, value: cidrAround(4, 0x0a00_0000n, 16) });
    expect(parseCidr('10.0.0.0')).toEqual({ ok: false, problem: { code: 'no-prefix', part: '10.0.0.0' } });
  });
});

/** A block of a table's text; a slip in a table is the table's fault. */
function block(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`not a block: ${text}`);
  return parsed.value;
}

describe('two blocks', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['10.0.0.0/16', '10.0.5.0/24', 'holds'],
    ['10.0.0.0/16', '10.0.0.0/16', 'same'],
    ['10.0.5.0/24', '10.0.0.0/16', 'inside'],
    ['10.0.0.0/24', '10.0.1.0/24', 'apart'],
    ['0.0.0.0/0', '255.255.255.255/32', 'holds'],
    ['::/0', '10.0.0.0/8', 'apart'],
    ['0.0.0.0/0', '::/0', 'apart'],
    ['2001:db8::/32', '2001:db8:ffff::/48', 'holds'],
  ];
  it.each(cases)('%s and %s: %s', (left, right, expected) => {
    const [a, b] = [block(left), block(right)];
    const relation =
      cidrHolds(a, b) && cidrHolds(b, a)
        ? 'same'
        : cidrHolds(a, b)
          ? 'holds'
          : cidrHolds(b, a)
            ? 'inside'
            : 'apart';
    expect(relation).toBe(expected);
    expect(cidrsOverlap(a, b)).toBe(expected !== 'apart');
    expect(cidrsOverlap(b, a)).toBe(expected !== 'apart');
  });

  it.each<readonly [string, bigint]>([
    ['10.0.0.0/16', 65_536n],
    ['10.0.0.1/32', 1n],
    ['0.0.0.0/0', 2n ** 32n],
    ['::/0', 2n ** 128n],
  ])('%s has %d addresses', (text, size) => {
    expect(cidrSize(block(text))).toBe(size);
  });
});

describe('the next free block', () => {
  const cases: readonly (readonly [string, number, string, string])[] = [
    ['10.0.0.0/16', 24, '', '10.0.0.0/24'],
    ['10.0.0.0/16', 24, '10.0.0.0/24', '10.0.1.0/24'],
    ['10.0.0.0/16', 24, '10.0.1.0/24', '10.0.0.0/24'],
    ['10.0.0.0/16', 24, '10.0.1.0/24 10.0.0.0/24', '10.0.2.0/24'],
    ['10.0.0.0/16', 20, '10.0.1.0/28', '10.0.16.0/20'],
    ['10.0.0.0/16', 20, '10.0.1.0/28 10.0.2.0/28 10.0.16.0/28', '10.0.32.0/20'],
    ['10.0.0.0/16', 28, '10.0.0.0/20', '10.0.16.0/28'],
    ['10.0.0.0/16', 16, '', '10.0.0.0/16'],
    ['10.0.0.0/16', 16, '10.0.255.0/24', 'none'],
    ['10.0.0.0/16', 8, '', 'none'],
    ['10.0.0.0/16', 17, '10.0.0.0/17 10.0.128.0/17', 'none'],
    ['10.0.0.0/16', 24, '10.0.0.0/8', 'none'],
    ['10.0.0.0/16', 24, '10.1.0.0/16 ::/0', '10.0.0.0/24'],
    ['255.255.0.0/16', 24, '255.255.0.0/16', 'none'],
    ['255.255.0.0/16', 17, '255.255.255.0/24', '255.255.0.0/17'],
    ['255.255.0.0/16', 17, '255.255.0.0/17 255.255.255.0/24', 'none'],
    ['2001:db8::/56', 64, '2001:db8::/64 2001:db8:0:1::/64', '2001:db8:0:2::/64'],
    ['ffff:ffff:ffff:ff00::/56', 64, 'ffff:ffff:ffff:ff00::/57 ffff:ffff:ffff:ff80::/57', 'none'],
  ];
  it.each(cases)('in %s of /%i beside %j is %s', (within, length, taken, expected) => {
    const blocks = taken
      .split(' ')
      .filter((text) => text !== '')
      .map(block);
    const free = nextFreeCidr(block(within), length, blocks);
    expect(free ? formatCidr(free) : 'none').toBe(expected);
  });

  /** Blocks inside 10.0.0.0/24, of /26 to /30. */
  const small = fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 26, max: 30 }))
    .map(([last, length]) => cidrAround(4, 0x0a00_0000n + BigInt(last), length));

  it('is the lowest that overlaps nothing, found by trying each', () => {
    fc.assert(
      fc.property(
        fc.array(small, { maxLength: 12 }),
        fc.integer({ min: 24, max: 31 }),
        (taken, prefixLength) => {
          const within = cidrAround(4, 0x0a00_0000n, 24);
          const step = 2n ** BigInt(32 - prefixLength);
          let expected: Cidr | undefined;
          for (let first = within.first; first <= within.last && !expected; first += step) {
            const candidate = cidrAround(4, first, prefixLength);
            if (!taken.some((other) => cidrsOverlap(candidate, other))) expected = candidate;
          }
          expect(nextFreeCidr(within, prefixLength, taken)).toEqual(expected);
        },
      ),
    );
  });
});

const anyBlock = fc
  .constantFrom<Family>(4, 6)
  .chain((family) =>
    fc.tuple(
      fc.constant(family),
      fc.bigInt({ min: 0n, max: lastAddressOf(family) }),
      fc.integer({ min: 0, max: bitsOf(family) }),
    ),
  );

describe('blocks at random', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(anyBlock, ([family, address, length]) => {
        const cidr = cidrAround(family, address, length);
        expect(parseCidrLoosely(formatCidr(cidr))).toEqual({ ok: true, value: { cidr, hostBits: false } });
      }),
    );
  });

  it('hold the address that they were made around, and tell its host bits', () => {
    fc.assert(
      fc.property(anyBlock, ([family, address, length]) => {
        const parsed = parseCidrLoosely(`${formatAddress(family, address)}/${length}`);
        expect(parsed).toMatchObject({ ok: true, value: { cidr: { prefixLength: length } } });
        if (!parsed.ok) return;
        expect(cidrHasAddress(parsed.value.cidr, family, address)).toBe(true);
        expect(parsed.value.hostBits).toBe(parsed.value.cidr.first !== address);
      }),
    );
  });

  it('hold what another package says that they hold', () => {
    const near = fc.tuple(anyBlock, fc.bigInt({ min: -300n, max: 300n }));
    fc.assert(
      fc.property(near, ([[family, address, length], distance]) => {
        const cidr = cidrAround(family, address, length);
        const other =
          (((address + distance) % (lastAddressOf(family) + 1n)) + lastAddressOf(family) + 1n) &
          lastAddressOf(family);
        const [network, bits] = ipaddr.parseCIDR(formatCidr(cidr));
        const expected = ipaddr.parse(formatAddress(family, other)).match(network, bits);
        expect(cidrHasAddress(cidr, family, other)).toBe(expected);
      }),
    );
  });
});
