import * as fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { formatAddress, lastAddressOf, parseAddress, type Family } from './address.ts';

/** An address in its canonical spelling, or the problem's code and the piece that is wrong. */
const read = (text: string): string => {
  const parsed = parseAddress(text);
  return parsed.ok
    ? formatAddress(parsed.value.family, parsed.value.value)
    : `${parsed.problem.code} ${parsed.problem.part}`.trim();
};

describe('reading an address (B-16, B-17)', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['10.0.0.1', '10.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    // Octal and hexadecimal forms, which other tools read as another address.
    ['010.0.0.1', 'leading-zero 010'],
    ['10.0.0.01', 'leading-zero 01'],
    ['00.0.0.0', 'leading-zero 00'],
    ['0x0a.1.1.1', 'not-an-address 0x0a'],
    ['0o12.1.1.1', 'not-an-address 0o12'],
    // Short forms.
    ['10.1', 'not-an-address 10.1'],
    ['10', 'not-an-address 10'],
    ['167772161', 'not-an-address 167772161'],
    ['10.0.0', 'not-an-address 10.0.0'],
    ['10.0.0.0.1', 'not-an-address 10.0.0.0.1'],
    ['10.0.0.', 'not-an-address 10.0.0.'],
    ['10..0.1', 'not-an-address 10..0.1'],
    ['...', 'not-an-address ...'],
    ['10.0.0.256', 'octet-range 256'],
    ['10.0.0.99999999999999999999', 'octet-range 99999999999999999999'],
    ['10.0.0.-1', 'not-an-address -1'],
    ['10.0.0.1e1', 'not-an-address 1e1'],
    // Blanks, and digits that only look right.
    ['', 'empty'],
    [' 10.0.0.1', 'not-an-address  10'],
    ['10.0.0.1 ', 'not-an-address 1'],
    ['10. 0.0.1', 'not-an-address  0'],
    ['\t10.0.0.1', 'not-an-address \t10'],
    ['１０.0.0.1', 'not-an-address １０'],
    ['10．0．0．1', 'not-an-address 10．0．0．1'],
    ['٣.0.0.1', 'not-an-address ٣'],
    ['10.0.0.1/32', 'not-an-address 1/32'],
    ['web-1', 'not-an-address web-1'],
    // IPv6.
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:DB8:0:0:0:0:0:A', '2001:db8::a'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['fe80::1%eth0', 'zone-id %eth0'],
    ['fe80::1%', 'zone-id %'],
    ['::ffff:10.0.0.1', 'ipv4-mapped ::ffff:10.0.0.1'],
    ['64:ff9b::8.8.8.8', 'ipv4-mapped 64:ff9b::8.8.8.8'],
    ['1::2::3', 'two-compressions 1::2::3'],
    ['::1::', 'two-compressions ::1::'],
    [':::', 'not-an-address :::'],
    [':', 'not-an-address :'],
    [':1', 'not-an-address :1'],
    ['1:', 'not-an-address 1:'],
    [':1:2:3:4:5:6:7', 'not-an-address :1:2:3:4:5:6:7'],
    ['1:2:3:4:5:6:7:', 'not-an-address 1:2:3:4:5:6:7:'],
    ['1:2:3:4:5:6:7', 'not-an-address 1:2:3:4:5:6:7'],
    ['1:2:3:4:5:6:7:8:9', 'not-an-address 1:2:3:4:5:6:7:8:9'],
    ['1:2:3:4::5:6:7:8', 'not-an-address 1:2:3:4::5:6:7:8'],
    ['2001:db8::12345', 'not-an-address 12345'],
    ['2001:db8::g', 'not-an-address g'],
    ['2001:db8:: 1', 'not-an-address  1'],
    ['2001:db8::１', 'not-an-address １'],
    ['2001：db8：：1', 'not-an-address 2001：db8：：1'],
    ['[2001:db8::1]', 'not-an-address [2001'],
  ];
  it.each(cases)('%j → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('writing an IPv6 address (RFC 5952)', () => {
  const cases: readonly (readonly [string, string])[] = [
    // The longest run of zeros is shortened; of equal ones the first; a single group never.
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['0:1:2:3:4:5:6:7', '0:1:2:3:4:5:6:7'],
    ['0:0:2:3:4:5:6:7', '::2:3:4:5:6:7'],
    ['1:2:3:4:5:6:0:0', '1:2:3:4:5:6::'],
    ['0:0:0:4:0:0:0:0', '0:0:0:4::'],
    // No leading zeros, small letters.
    ['2001:0DB8:000A::00ff', '2001:db8:a::ff'],
    ['::ffff:a00:1', '::ffff:a00:1'],
  ];
  it.each(cases)('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

const anyFamily = fc.constantFrom<Family>(4, 6);
const anyAddress = anyFamily.chain((family) =>
  fc.tuple(
    fc.constant(family),
    fc.oneof(
      fc.bigInt({ min: 0n, max: lastAddressOf(family) }),
      // Sparse ones, so that runs of zeros are common.
      fc
        .array(fc.constantFrom<bigint>(0n, 0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 })
        .map((groups) => groups.reduce((sum, group) => (sum << 16n) | group, 0n) & lastAddressOf(family)),
    ),
  ),
);

/** Another package's reading, as a number. */
const oracle = (text: string): bigint | undefined => {
  if (!ipaddr.isValid(text)) return undefined;
  return ipaddr
    .parse(text)
    .toByteArray()
    .reduce<bigint>((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
};

/** Texts near the border between right and wrong. */
const almostIpv4 = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 300 }).map(String), fc.constantFrom('', '0', '00', '08', '0x1')),
    {
      minLength: 3,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join('.'));
const almostIpv6 = fc
  .array(fc.constantFrom('', '0', '1', 'db8', 'FFFF', '00ab', '12345', 'g', '10.0.0.1'), {
    minLength: 2,
    maxLength: 9,
  })
  .map((parts) => parts.join(':'));

describe('addresses at random', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(anyAddress, ([family, value]) => {
        expect(parseAddress(formatAddress(family, value))).toEqual({ ok: true, value: { family, value } });
      }),
    );
  });

  it('are written as another package writes them', () => {
    fc.assert(
      fc.property(anyAddress, ([family, value]) => {
        const text = formatAddress(family, value);
        expect(oracle(text)).toBe(value);
        expect(ipaddr.parse(text).toString()).toBe(text);
      }),
    );
  });

  it('are read as another package reads them, and never more freely', () => {
    fc.assert(
      fc.property(fc.oneof(almostIpv4, almostIpv6), (text) => {
        const parsed = parseAddress(text);
        if (parsed.ok) expect(oracle(text)).toBe(parsed.value.value);
      }),
      { numRuns: 2000 },
    );
  });

  it('that are refused are told with the piece that is wrong', () => {
    fc.assert(
      fc.property(fc.oneof(almostIpv4, almostIpv6, fc.string()), (text) => {
        const parsed = parseAddress(text);
        if (parsed.ok) return;
        expect(text).toContain(parsed.problem.part);
        expect(parsed.problem.part === '').toBe(text === '');
      }),
      { numRuns: 2000 },
    );
  });
});
