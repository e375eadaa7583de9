/** A design without the public addresses of its owner, for pictures that go to others. */

import { PUBLIC } from '../engine/index.ts';
import { known, resourcesOfKind, type Design } from '../model/index.ts';
import {
  cidrHasAddress,
  formatAddress,
  hasAddress,
  parseAddress,
  parseCidr,
  type Cidr,
} from '../net/index.ts';
import { withTexts } from './resource/texts.ts';

/** An address that stands alone, with the length of its block where one follows. */
const IPV4 = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(\/\d{1,2})?(?![\d/]|\.\d)/g;
const IPV6 = /(?<![0-9A-Za-z:.])([0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]+)(\/\d{1,3})?(?![0-9A-Za-z:/])/g;
/** `ec2-52-1-2-3`, as AWS names what has a public address. */
const NAMED = /(?<![0-9A-Za-z])ec2-(\d{1,3}(?:-\d{1,3}){3})(?![\d-])/g;

/** Addresses for documents (RFC 5737): public to every check, and nobody's. */
const STANDING_IN = ['203.0.113', '198.51.100', '192.0.2'] as const;
/** How much of an IPv6 address tells whose it is: a VPC has a block of this length. */
const OWNED_BITS = 56;
const TAIL_BITS = BigInt(128 - OWNED_BITS);
/** The same for IPv6 (RFC 3849). */
const DOCUMENT_BLOCK = 0x2001_0db8n << 96n;

/** Replaces public addresses in any text: the same one by the same every time. Wider blocks stay as they are. */
export function addressHider(design: Design): (text: string) => string {
  const own = ownBlocks(design);
  const four = new Map<bigint, string>();
  const six = new Map<bigint, bigint>();
  const otherFour = (text: string): string | undefined => {
    const read = parseAddress(text);
    if (!read.ok || read.value.family !== 4 || !hasAddress(PUBLIC[4], read.value.value)) return undefined;
    const { value } = read.value;
    // What a VPC calls its own is private there, whoever's it is elsewhere.
    if (own.some((block) => cidrHasAddress(block, 4, value))) return undefined;
    const at = four.size;
    const made = four.get(value) ?? `${STANDING_IN[Math.floor(at / 254) % 3] ?? ''}.${(at % 254) + 1}`;
    four.set(value, made);
    return made;
  };
  const otherSix = (text: string): string | undefined => {
    const read = parseAddress(text);
    if (!read.ok || read.value.family !== 6 || !hasAddress(PUBLIC[6], read.value.value)) return undefined;
    const owner = read.value.value >> TAIL_BITS;
    const made = six.get(owner) ?? (DOCUMENT_BLOCK >> TAIL_BITS) + BigInt(six.size + 1);
    six.set(owner, made);
    return formatAddress(6, (made << TAIL_BITS) | (read.value.value & ((1n << TAIL_BITS) - 1n)));
  };
  return (text) =>
    text
      .replaceAll(IPV4, (whole, address: string, length: string | undefined) =>
        length === undefined || length === '/32' ? (otherFour(address) ?? address) + (length ?? '') : whole,
      )
      .replaceAll(IPV6, (whole, address: string, length: string | undefined) =>
        length === undefined || Number(length.slice(1)) >= OWNED_BITS
          ? (otherSix(address) ?? address) + (length ?? '')
          : whole,
      )
      .replaceAll(NAMED, (whole, address: string) => {
        const made = otherFour(address.replaceAll('-', '.'));
        return made === undefined ? whole : `ec2-${made.replaceAll('.', '-')}`;
      });
}

function ownBlocks(design: Design): readonly Cidr[] {
  return resourcesOfKind(design, 'vpc').flatMap(([, vpc]) =>
    [
      known(vpc.cidrBlock),
      ...(known(vpc.cidrBlockAssociationSet) ?? []).map((entry) => known(entry.cidrBlock)),
    ].flatMap((text) => {
      const read = text === undefined ? undefined : parseCidr(text);
      return read?.ok === true ? [read.value] : [];
    }),
  );
}

/** The design with other public addresses: what was equal is equal still. */
export const hideAddresses = (design: Design, hide: (text: string) => string): Design =>
  // Texts are replaced by texts: no type changes.
  withTexts(design, '', '', hide) as Design;
