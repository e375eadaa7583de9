import { describe, expect, it } from 'vitest';
import { checkSubnetBlock, checkVpcBlock, isAddressOf } from './addresses.ts';
import { drawn, idOf } from './edits.test-support.ts';

const design = drawn(['vpc prod', 'subnet one in prod', 'subnet two in prod', 'vpc other']);

const said = (checked: ReturnType<typeof checkVpcBlock>): string =>
  checked.ok ? checked.value : checked.problem.message.en;

describe('a typed block of a subnet', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['10.0.9.0/24', '10.0.9.0/24'],
    [' 10.0.9.0/24 ', '10.0.9.0/24'],
    ['10.0.9.17/24', '10.0.9.0/24'],
    ['10.0.1.0/24', '10.0.1.0/24'],
    ['10.0.0.128/25', '10.0.0.128/25 overlaps one (10.0.0.0/24). Free: 10.0.2.0/24.'],
    ['10.0.0.0/20', '10.0.0.0/20 overlaps one (10.0.0.0/24). Free: 10.0.2.0/24.'],
    ['172.16.0.0/24', '172.16.0.0/24 lies outside prod (10.0.0.0/16). Free: 10.0.2.0/24.'],
    ['10.0.300.0/24', '300 is over 255. Write four numbers from 0 to 255, for example 10.0.2.0/24.'],
    ['10.0.2.0', '10.0.2.0 has no prefix length. Write it after a slash, for example 10.0.2.0/24.'],
    ['10.0.2.0/30', '/30 is outside /16 to /28, the sizes that AWS takes, for example 10.0.2.0/24.'],
    [
      '10.0.02.0/24',
      '02 starts with a zero. Write the numbers without leading zeros, for example 10.0.2.0/24.',
    ],
    ['fd00::/64', 'fd00::/64 is an IPv6 block. Write an IPv4 block, for example 10.0.2.0/24.'],
    ['', 'Write an address block, for example 10.0.2.0/24.'],
    ['web', '“web” is not an address. Write four numbers from 0 to 255, for example 10.0.2.0/24.'],
  ];
  it.each(cases)('%j → %s', (text, expected) => {
    expect(said(checkSubnetBlock(design, idOf(design, 'two'), text))).toBe(expected);
  });
});

describe('a typed block of a VPC', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['10.0.0.0/20', '10.0.0.0/20'],
    ['10.1.0.0/16', 'one (10.0.0.0/24) would lie outside 10.1.0.0/16. Move or remove it first.'],
    ['10.0.0.0/8', '/8 is outside /16 to /28, the sizes that AWS takes, for example 10.2.0.0/16.'],
  ];
  it.each(cases)('%j → %s', (text, expected) => {
    expect(said(checkVpcBlock(design, idOf(design, 'prod'), text))).toBe(expected);
  });
});

describe('an address of a subnet (AD-9)', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['10.0.0.3', false],
    ['10.0.0.4', true],
    ['10.0.0.254', true],
    ['10.0.0.255', false],
    ['10.0.1.4', false],
    ['::1', false],
  ];
  it.each(cases)('%s: %s', (text, expected) => {
    expect(isAddressOf(design, idOf(design, 'one'), text)).toBe(expected);
  });
});
