/** Sets of addresses of one family, as sorted disjoint ranges. */

import { bitsOf, lastAddressOf, type Family } from './address.ts';
import type { Cidr } from './cidr.ts';

export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

export interface AddressSet {
  readonly family: Family;
  /** Sorted, disjoint, never touching. */
  readonly ranges: readonly AddressRange[];
}

/** How a set lies to another: all inside, none inside, or split by it. */
export type Share = 'all' | 'none' | 'some';

export const noAddress = (family: Family): AddressSet => ({ family, ranges: [] });

export const everyAddress = (family: Family): AddressSet => ({
  family,
  ranges: [{ first: 0n, last: lastAddressOf(family) }],
});

export const oneAddress = (family: Family, value: bigint): AddressSet => ({
  family,
  ranges: [{ first: value, last: value }],
});

export const addressesOf = (cidr: Cidr): AddressSet => ({
  family: cidr.family,
  ranges: [{ first: cidr.first, last: cidr.last }],
});

/** Any ranges, in any order, made a set. */
export function addressSet(family: Family, ranges: readonly AddressRange[]): AddressSet {
  const sorted = ranges
    .filter((r) => r.first <= r.last)
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const merged: { first: bigint; last: bigint }[] = [];
  for (const range of sorted) {
    const tail = merged.at(-1);
    if (tail && range.first <= tail.last + 1n) {
      if (range.last > tail.last) tail.last = range.last;
    } else merged.push({ first: range.first, last: range.last });
  }
  return { family, ranges: merged };
}

export function unionOfAddresses(sets: readonly AddressSet[], family: Family): AddressSet {
  return addressSet(
    family,
    sets.filter((set) => set.family === family).flatMap((set) => set.ranges),
  );
}

export function commonAddresses(a: AddressSet, b: AddressSet): AddressSet {
  if (a.family !== b.family) return noAddress(a.family);
  const ranges: AddressRange[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a.ranges[i];
    const right = b.ranges[j];
    if (!left || !right) break;
    const first = left.first > right.first ? left.first : right.first;
    const last = left.last < right.last ? left.last : right.last;
    if (first <= last) ranges.push({ first, last });
    if (left.last < right.last) i += 1;
    else j += 1;
  }
  return { family: a.family, ranges };
}

export function addressesWithout(a: AddressSet, b: AddressSet): AddressSet {
  if (a.family !== b.family) return a;
  const ranges: AddressRange[] = [];
  let j = 0;
  for (const range of a.ranges) {
    let first = range.first;
    while (j < b.ranges.length && (b.ranges[j]?.last ?? 0n) < first) j += 1;
    for (let k = j; k < b.ranges.length; k += 1) {
      const hole = b.ranges[k];
      if (!hole || hole.first > range.last) break;
      if (hole.first > first) ranges.push({ first, last: hole.first - 1n });
      if (hole.last + 1n > first) first = hole.last + 1n;
    }
    if (first <= range.last) ranges.push({ first, last: range.last });
  }
  return { family: a.family, ranges };
}

export const isEmptyAddressSet = (set: AddressSet): boolean => set.ranges.length === 0;

export const hasAddress = (set: AddressSet, value: bigint): boolean => {
  let low = 0;
  let high = set.ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = set.ranges[middle];
    if (!range) return false;
    if (value < range.first) high = middle - 1;
    else if (value > range.last) low = middle + 1;
    else return true;
  }
  return false;
};

/** Which share of `inner` lies in `outer`. An empty `inner` is all inside. */
export function shareOf(inner: AddressSet, outer: AddressSet): Share {
  if (inner.family !== outer.family) return 'none';
  const [only] = inner.ranges;
  if (only && inner.ranges.length === 1 && only.first === only.last) {
    return hasAddress(outer, only.first) ? 'all' : 'none';
  }
  const common = commonAddresses(inner, outer);
  if (common.ranges.length === 0) return inner.ranges.length === 0 ? 'all' : 'none';
  return countAddresses(common) === countAddresses(inner) ? 'all' : 'some';
}

/** Which share of a set lies in one block, without making a set of it. */
export function shareInCidr({ family, ranges }: AddressSet, cidr: Cidr): Share {
  if (family !== cidr.family) return 'none';
  let touched: 'yes' | 'no' = 'no';
  let whole = true;
  for (const { first, last } of ranges) {
    const inside = first >= cidr.first && last <= cidr.last;
    if (!inside) whole = false;
    if (inside || (first <= cidr.last && cidr.first <= last)) touched = 'yes';
  }
  if (whole) return 'all';
  return touched === 'yes' ? 'some' : 'none';
}

export const countAddresses = (set: AddressSet): bigint =>
  set.ranges.reduce((sum, range) => sum + (range.last - range.first + 1n), 0n);

export const sameAddresses = (a: AddressSet, b: AddressSet): boolean =>
  a.family === b.family &&
  a.ranges.length === b.ranges.length &&
  a.ranges.every(
    (range, index) => range.first === b.ranges[index]?.first && range.last === b.ranges[index]?.last,
  );

/** The single address of a set; undefined when it has none or several. */
export const singleAddress = (set: AddressSet): bigint | undefined => {
  const [range] = set.ranges;
  return range && set.ranges.length === 1 && range.first === range.last ? range.first : undefined;
};

/** Cuts a set at each bound: in each part, every cut lies wholly outside or wholly around. */
export function splitAt(set: AddressSet, bounds: readonly bigint[]): AddressRange[] {
  const sorted = [...new Set(bounds)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const parts: AddressRange[] = [];
  let next = 0;
  for (const range of set.ranges) {
    let first = range.first;
    while (next < sorted.length && (sorted[next] ?? 0n) <= first) next += 1;
    for (let k = next; k < sorted.length; k += 1) {
      const bound = sorted[k];
      if (bound === undefined || bound > range.last) break;
      parts.push({ first, last: bound - 1n });
      first = bound;
    }
    parts.push({ first, last: range.last });
  }
  return parts;
}

/** The fewest CIDR blocks that make up a set. */
export function toCidrs(set: AddressSet): Cidr[] {
  const blocks: Cidr[] = [];
  const bits = bitsOf(set.family);
  for (const range of set.ranges) {
    let first = range.first;
    while (first <= range.last) {
      let prefixLength = bits;
      let size = 1n;
      // Twice as large while it still begins at a multiple of its size and ends inside.
      while (prefixLength > 0 && (first & size) === 0n && first + size * 2n - 1n <= range.last) {
        size *= 2n;
        prefixLength -= 1;
      }
      const last = first + size - 1n;
      blocks.push({ family: set.family, prefixLength, first, last });
      first = last + 1n;
    }
  }
  return blocks;
}
