/** IPv4 and IPv6 addresses as numbers: strict reading and canonical writing. Knows nothing of AWS. */

import { failure, success, type Result } from './result.ts';

export type Family = 4 | 6;

export interface Address {
  readonly family: Family;
  readonly value: bigint;
}

/** Why a text is no address or block. `part` is the piece of the text that is wrong. */
export interface AddressProblem {
  readonly code:
    | 'empty'
    | 'not-an-address'
    | 'octet-range'
    | 'leading-zero'
    | 'zone-id'
    | 'ipv4-mapped'
    | 'two-compressions'
    | 'no-prefix'
    | 'prefix-range';
  readonly part: string;
}

export const bitsOf = (family: Family): number => (family === 4 ? 32 : 128);

/** The highest address of a family, as a number. */
export const lastAddressOf = (family: Family): bigint => (1n << BigInt(bitsOf(family))) - 1n;

/**
 * Reads one address. Strict: no octal or short IPv4 forms, no zone id, no IPv4-mapped IPv6,
 * no blanks, no full-width digits.
 */
export function parseAddress(text: string): Result<Address, AddressProblem> {
  if (text === '') return failure({ code: 'empty', part: text });
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Result<Address, AddressProblem> {
  const parts = text.split('.');
  if (parts.length !== 4) return failure({ code: 'not-an-address', part: text });
  let value = 0n;
  for (const part of parts) {
    if (!/^[0-9]+$/.test(part)) return failure({ code: 'not-an-address', part: part === '' ? text : part });
    if (part.length > 1 && part.startsWith('0')) return failure({ code: 'leading-zero', part });
    const octet = Number(part);
    if (octet > 255) return failure({ code: 'octet-range', part });
    value = (value << 8n) | BigInt(octet);
  }
  return success({ family: 4, value });
}

function parseIpv6(text: string): Result<Address, AddressProblem> {
  if (text.includes('%')) return failure({ code: 'zone-id', part: text.slice(text.indexOf('%')) });
  if (text.includes('.')) return failure({ code: 'ipv4-mapped', part: text });
  const halves = text.split('::');
  if (halves.length > 2) return failure({ code: 'two-compressions', part: text });
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const head = groups[0] ?? [];
  const tail = groups[1] ?? [];
  const given = head.length + tail.length;
  const compressed = halves.length === 2;
  if (compressed ? given > 7 : given !== 8) return failure({ code: 'not-an-address', part: text });
  const all = [...head, ...Array.from({ length: 8 - given }, () => '0'), ...tail];
  let value = 0n;
  for (const group of all) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group))
      return failure({ code: 'not-an-address', part: group === '' ? text : group });
    value = (value << 16n) | BigInt(Number.parseInt(group, 16));
  }
  return success({ family: 6, value });
}

/** Writes an address in its canonical form (RFC 5952 for IPv6). */
export function formatAddress(family: Family, value: bigint): string {
  return family === 4 ? formatIpv4(value) : formatIpv6(value);
}

function formatIpv4(value: bigint): string {
  const number = Number(value);
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

function formatIpv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((value >> BigInt(112 - index * 16)) & 0xffffn),
  );
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.start < 0) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}
