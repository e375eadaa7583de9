/** Packets as rectangles of addresses and headers: what a rule covers, and what others leave of it. */

import {
  addressesWithout,
  commonAddresses,
  isEmptyAddressSet,
  shareOf,
  type AddressSet,
} from './address-set.ts';
import {
  commonHeaders,
  headersWithin,
  headersWithout,
  isEmptyHeaderSet,
  type HeaderSet,
} from './header-line.ts';

/** Every packet with one of these addresses and one of these headers. */
export interface Region {
  readonly set: AddressSet;
  readonly headers: HeaderSet;
}

export const isEmptyRegion = (region: Region): boolean =>
  isEmptyAddressSet(region.set) || isEmptyHeaderSet(region.headers);

export const commonRegion = (a: Region, b: Region): Region => ({
  set: commonAddresses(a.set, b.set),
  headers: commonHeaders(a.headers, b.headers),
});

export const regionWithin = (inner: Region, outer: Region): boolean =>
  shareOf(inner.set, outer.set) === 'all' && headersWithin(inner.headers, outer.headers);

function regionWithout(region: Region, cut: Region): Region[] {
  const common = commonRegion(region, cut);
  if (isEmptyRegion(common)) return [region];
  return [
    { set: addressesWithout(region.set, cut.set), headers: region.headers },
    { set: common.set, headers: headersWithout(region.headers, cut.headers) },
  ].filter((part) => !isEmptyRegion(part));
}

/** What is left of some regions after others are taken away; all of one family. */
export const regionsWithout = (regions: readonly Region[], cuts: readonly Region[]): readonly Region[] =>
  cuts.reduce<readonly Region[]>(
    (left, cut) => left.flatMap((region) => regionWithout(region, cut)),
    regions,
  );
