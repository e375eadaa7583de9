/** Which addresses are public, private, reserved or link-local services (AWS-SEMANTICS section 1). */

import {
  addressSet,
  addressesWithout,
  commonAddresses,
  everyAddress,
  noAddress,
  parseCidr,
  shareOf,
  unionOfAddresses,
  type AddressSet,
  type Family,
} from '../net/index.ts';

/** A set from blocks written in this file; a typing slip here is our own fault. */
function blocks(family: Family, ...texts: string[]): AddressSet {
  return addressSet(
    family,
    texts.map((text) => {
      const parsed = parseCidr(text);
      if (!parsed.ok) throw new Error(`not a block: ${text}`);
      return { first: parsed.value.first, last: parsed.value.last };
    }),
  );
}

export const RFC1918 = blocks(4, '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16');
export const RFC6598 = blocks(4, '100.64.0.0/10');

const NOT_PUBLIC_4 = blocks(
  4,
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '192.0.0.0/24',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
);

/** Public destinations of a family, before a VPC's own blocks are taken out. */
export const PUBLIC: Readonly<Record<Family, AddressSet>> = {
  4: addressesWithout(everyAddress(4), NOT_PUBLIC_4),
  6: blocks(6, '2000::/3'),
};

/** NAT64's well-known prefix: IPv4 addresses behind IPv6 ones (NG-9). */
export const NAT64 = blocks(6, '64:ff9b::/96');

/** Ranges that a route can't name and a wider route does not carry (AD-6). */
export const AWS_RESERVED: Readonly<Record<Family, AddressSet>> = {
  4: blocks(4, '169.254.168.0/22'),
  6: blocks(6, 'fd00:ec2::/32'),
};

const IPV6_ULA = blocks(6, 'fc00::/7');

/** The metadata service, by family (AD-12). */
export const METADATA_SERVICE: Readonly<Record<Family, AddressSet>> = {
  4: blocks(4, '169.254.169.254/32'),
  6: blocks(6, 'fd00:ec2::254/128'),
};

/** The resolver's link-local addresses (AD-12). */
export const DNS_SERVICE: Readonly<Record<Family, AddressSet>> = {
  4: blocks(4, '169.254.169.253/32'),
  6: blocks(6, 'fd00:ec2::253/128'),
};

/** Other services that answer on the link without group, ACL or route (AD-12). */
export const OTHER_LINK_SERVICES: Readonly<Record<Family, AddressSet>> = {
  4: blocks(4, '169.254.169.123/32', '169.254.170.2/32', '169.254.169.250/31'),
  6: blocks(6, 'fd00:ec2::123/128', 'fd00:ec2::250/128'),
};

export const isUniqueLocal = (set: AddressSet): boolean =>
  set.family === 6 && shareOf(set, IPV6_ULA) === 'all';

/** Public destinations as seen from a VPC: its own blocks hide the real owners (AD-7). */
export const publicFrom = (family: Family, ownBlocks: AddressSet): AddressSet =>
  addressesWithout(PUBLIC[family], ownBlocks);

/** For IPv6, what a NAT gateway may reach behind NAT64 as well. */
export const publicOrNat64From = (family: Family, ownBlocks: AddressSet): AddressSet =>
  family === 4 ? publicFrom(4, ownBlocks) : unionOfAddresses([publicFrom(6, ownBlocks), NAT64], 6);

/** The low 32 bits of NAT64 addresses as IPv4 addresses. */
export const nat64Inside = (set: AddressSet): AddressSet => {
  const common = commonAddresses(set, NAT64);
  if (common.ranges.length === 0) return noAddress(4);
  return addressSet(
    4,
    common.ranges.map((range) => ({ first: range.first & 0xffffffffn, last: range.last & 0xffffffffn })),
  );
};
