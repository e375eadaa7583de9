/** CIDR blocks: reading, writing, comparing, finding free ones. */

import {
  bitsOf,
  formatAddress,
  lastAddressOf,
  parseAddress,
  type AddressProblem,
  type Family,
} from './address.ts';
import { failure, success, type Result } from './result.ts';

/** A block as its first and last address; host bits never survive. */
export interface Cidr {
  readonly family: Family;
  readonly prefixLength: number;
  readonly first: bigint;
  readonly last: bigint;
}

export interface ParsedCidr {
  readonly cidr: Cidr;
  /** The text had bits set below the prefix; AWS masks them silently. */
  readonly hostBits: boolean;
}

/** The block of the given length that holds an address. */
export function cidrAround(family: Family, address: bigint, prefixLength: number): Cidr {
  const hostBits = BigInt(bitsOf(family) - prefixLength);
  const first = (address >> hostBits) << hostBits;
  return { family, prefixLength, first, last: first + (1n << hostBits) - 1n };
}

/** Reads `address/length`. A bare address is refused: a block always says its length. */
export function parseCidrLoosely(text: string): Result<ParsedCidr, AddressProblem> {
  const slash = text.indexOf('/');
  if (slash < 0) {
    const bare = parseAddress(text);
    return bare.ok ? failure({ code: 'no-prefix', part: text }) : bare;
  }
  const address = parseAddress(text.slice(0, slash));
  if (!address.ok) return address;
  const lengthText = text.slice(slash + 1);
  const { family, value } = address.value;
  if (!/^(0|[1-9][0-9]{0,2})$/.test(lengthText) || Number(lengthText) > bitsOf(family)) {
    return failure({ code: 'prefix-range', part: `/${lengthText}` });
  }
  const cidr = cidrAround(family, value, Number(lengthText));
  return success({ cidr, hostBits: cidr.first !== value });
}

/** Reads a block and masks host bits, as AWS does. */
export function parseCidr(text: string): Result<Cidr, AddressProblem> {
  const parsed = parseCidrLoosely(text);
  return parsed.ok ? success(parsed.value.cidr) : parsed;
}

export const formatCidr = (cidr: Cidr): string =>
  `${formatAddress(cidr.family, cidr.first)}/${cidr.prefixLength}`;

export const cidrHolds = (outer: Cidr, inner: Cidr): boolean =>
  outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;

export const cidrsOverlap = (a: Cidr, b: Cidr): boolean =>
  a.family === b.family && a.first <= b.last && b.first <= a.last;

export const cidrHasAddress = (cidr: Cidr, family: Family, value: bigint): boolean =>
  cidr.family === family && cidr.first <= value && value <= cidr.last;

export const cidrSize = (cidr: Cidr): bigint => cidr.last - cidr.first + 1n;

/**
 * The lowest block of the given length inside `within` that overlaps none of `taken`; undefined when full.
 * Jumps past each obstacle, so the cost grows with the obstacles, not with the space.
 */
export function nextFreeCidr(within: Cidr, prefixLength: number, taken: readonly Cidr[]): Cidr | undefined {
  if (prefixLength < within.prefixLength) return undefined;
  const obstacles = taken
    .filter((other) => cidrsOverlap(within, other))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  let candidate = cidrAround(within.family, within.first, prefixLength);
  for (const obstacle of obstacles) {
    if (!cidrsOverlap(candidate, obstacle)) continue;
    const next = obstacle.last + 1n;
    if (next > within.last) return undefined;
    const aligned = cidrAround(within.family, next, prefixLength);
    const start = aligned.first < next ? aligned.last + 1n : aligned.first;
    if (start > lastAddressOf(within.family)) return undefined;
    candidate = cidrAround(within.family, start, prefixLength);
  }
  return cidrHolds(within, candidate) ? candidate : undefined;
}
