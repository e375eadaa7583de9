/** Which packets each entry of a network ACL decides, as rectangles of addresses and headers (NA-1). */

import type { AclEntry, AclNode } from '../engine/index.ts';
import type { AwsAction } from '../model/index.ts';
import {
  commonRegion,
  EVERY_HEADER,
  everyAddress,
  isEmptyRegion,
  NO_HEADERS,
  regionsWithout,
  sameAddresses,
  unionOfHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
  type Region,
} from '../net/index.ts';

const UNTOUCHED = new WeakMap<AclNode, boolean>();

/** Every packet of both directions and families passes: nothing to look at. */
export function isOpen(acl: AclNode): boolean {
  const known = UNTOUCHED.get(acl);
  if (known !== undefined) return known;
  const open =
    !acl.missing &&
    (['in', 'out'] as const).every((side) =>
      ([4, 6] as const).every((family) => {
        const [first] = acl.entries[side][family];
        return first !== undefined && first.action === 'allow' && coversAll(first) && !first.missing;
      }),
    );
  UNTOUCHED.set(acl, open);
  return open;
}

const coversAll = (entry: AclEntry): boolean =>
  entry.headers === EVERY_HEADER && sameAddresses(entry.set, everyAddress(entry.set.family));

/** Every entry of a direction is known to the last member. */
export const isTold = (entries: readonly AclEntry[]): boolean => entries.every((entry) => !entry.missing);

/** The headers that pass for some address of a set. Undefined where an entry is not told. */
export function passingHeaders(acl: AclNode, side: 'in' | 'out', peer: AddressSet): HeaderSet | undefined {
  const entries = acl.entries[side][peer.family];
  if (acl.missing || !isTold(entries)) return undefined;
  let open: readonly Region[] = [{ set: peer, headers: EVERY_HEADER }];
  let passing = NO_HEADERS;
  for (const entry of entries) {
    if (entry.action === 'allow') {
      for (const region of open) {
        const decided = commonRegion(region, entry);
        if (!isEmptyRegion(decided)) passing = unionOfHeaders(passing, decided.headers);
      }
    }
    open = regionsWithout(open, [entry]);
  }
  return passing;
}

/** The highest free number below an entry; else a free one behind the last, as people count. */
export function freeNumber(acl: AclNode, side: 'in' | 'out', before: number | undefined): number | undefined {
  const used = new Set(
    ([4, 6] as const).flatMap((family) => acl.entries[side][family].map((entry) => entry.number)),
  );
  if (before !== undefined) {
    for (let number = before - 1; number > 0; number -= 1) if (!used.has(number)) return number;
    return undefined;
  }
  const highest = Math.max(0, ...used);
  const next = highest === 0 ? 100 : Math.floor(highest / 10) * 10 + 10;
  if (next <= 32_766) return next;
  for (let number = 32_766; number > highest; number -= 1) if (!used.has(number)) return number;
  return undefined;
}

/** The parameters of an entry that name its block. */
export const blockMember = (family: Family, block: string): AwsAction['parameters'] =>
  family === 4 ? { cidrBlock: block } : { ipv6CidrBlock: block };
