/** Network ACLs: stateless, judged only where a packet leaves or enters a subnet (NA-1…NA-4, OR-1). */

import {
  commonHeaders,
  EVERY_HEADER,
  headersWithout,
  isEmptyHeaderSet,
  NO_HEADERS,
  shareOf,
  splitAt,
  unionOfHeaders,
  type AddressSet,
  type HeaderSet,
} from '../../net/index.ts';
import type { AclEntry, AclNode, SubnetNode } from '../compile/network.ts';
import { allowInAcl } from './filterFixes.ts';
import { addressText, type Packet } from './packet.ts';
import { filter, type Judgement, type Walk } from './walk.ts';

function judgeEntries(entries: readonly AclEntry[], peer: AddressSet): Judgement {
  let undecided: HeaderSet = EVERY_HEADER;
  let yes = NO_HEADERS;
  let maybe = NO_HEADERS;
  let doubtful = NO_HEADERS;
  for (const entry of entries) {
    const share = shareOf(peer, entry.set);
    if (share === 'none') continue;
    if (share === 'some') {
      const bounds = entries.flatMap((each) =>
        each.set.ranges.flatMap((range) => [range.first, range.last + 1n]),
      );
      return splitAt(peer, bounds)
        .map((part) => judgeEntries(entries, { family: peer.family, ranges: [part] }))
        .reduce(
          (sum, part) => ({
            yes: commonHeaders(sum.yes, part.yes),
            maybe: unionOfHeaders(sum.maybe, part.maybe),
          }),
          {
            yes: EVERY_HEADER,
            maybe: NO_HEADERS,
          },
        );
    }
    const part = commonHeaders(undecided, entry.headers);
    if (isEmptyHeaderSet(part)) continue;
    if (entry.missing) {
      // It may decide these headers or not: allowed at most perhaps, and later allows are no longer sure.
      if (entry.action === 'allow') maybe = unionOfHeaders(maybe, part);
      else doubtful = unionOfHeaders(doubtful, part);
      continue;
    }
    if (entry.action === 'allow') {
      yes = unionOfHeaders(yes, headersWithout(part, doubtful));
      maybe = unionOfHeaders(maybe, part);
    }
    undecided = headersWithout(undecided, part);
    if (isEmptyHeaderSet(undecided)) break;
  }
  return { yes, maybe };
}

/** What an ACL lets through for a peer: the lowest matching number decides (NA-1). */
function judgeAcl(acl: AclNode, side: 'in' | 'out', peer: AddressSet): Judgement {
  if (acl.missing) return { yes: NO_HEADERS, maybe: EVERY_HEADER };
  return judgeEntries(acl.entries[side][peer.family], peer);
}

/** The entry that decides some of the headers first; undefined for the final deny. */
function decidingEntry(
  acl: AclNode,
  side: 'in' | 'out',
  peer: AddressSet,
  headers: HeaderSet,
): AclEntry | undefined {
  return acl.entries[side][peer.family].find(
    (entry) =>
      shareOf(peer, entry.set) !== 'none' && !isEmptyHeaderSet(commonHeaders(entry.headers, headers)),
  );
}

/** The number of the final deny, as the API writes it (NA-1, V-10). */
const finalDeny = (family: 4 | 6): string => (family === 4 ? '32767' : '32768');

/**
 * Judges a packet at a subnet's border. `surely`: the ACL is read for certain; `perhaps`: AWS does not
 * say whether it is, on this inner hop (OR-6).
 */
export function passAcl(
  walk: Walk,
  subnet: SubnetNode,
  side: 'in' | 'out',
  packet: Packet,
  read: 'surely' | 'perhaps',
): void {
  const peer = side === 'in' ? packet.src : packet.dst;
  const acl = subnet.acl.value;
  if (!acl) {
    const missing = subnet.acl.missing;
    filter(walk, packet, { yes: NO_HEADERS, maybe: EVERY_HEADER }, () => ({
      code: 'SUBNET_ACL_RESTRICTION',
      resource: subnet.id,
      kind: 'networkAcl',
      side,
      at: subnet.id,
      facts: missing ? [missing] : [],
      fixes: () => [],
    }));
    return;
  }
  const judged = judgeAcl(acl, side, peer);
  const judgement = read === 'surely' ? judged : { yes: judged.yes, maybe: EVERY_HEADER };
  filter(walk, packet, judgement, () => {
    const { asked } = walk.segment;
    const refused = headersWithout(asked, judged.maybe);
    const allowing = decidingEntry(
      acl,
      side,
      peer,
      isEmptyHeaderSet(refused) ? asked : headersWithout(asked, refused),
    );
    // A fix is made later: the walk as it stands here is what it is about.
    const now: Walk = { ...walk };
    const denying = isEmptyHeaderSet(refused) ? undefined : denyingEntry(acl, side, peer, refused);
    return {
      code: 'SUBNET_ACL_RESTRICTION',
      resource: acl.id,
      kind: 'networkAcl',
      ...(allowing ? { rule: String(allowing.number) } : {}),
      ...(isEmptyHeaderSet(refused)
        ? {}
        : { deniedBy: denying ? String(denying.number) : finalDeny(packet.family) }),
      side,
      at: subnet.id,
      parameters: {
        acl: acl.id,
        subnet: subnet.id,
        peer: addressText(peer),
        protocol: walk.ports.protocol,
        ports: walk.ports.dst,
      },
      facts: acl.missing
        ? [acl.missing]
        : read === 'perhaps'
          ? [{ fact: 'acl-on-inner-hop', resource: acl.id }]
          : [{ fact: 'entries-of', resource: acl.id }],
      fixes: () => allowInAcl(now, acl, subnet, side, packet, denying?.number),
    };
  });
}

function denyingEntry(
  acl: AclNode,
  side: 'in' | 'out',
  peer: AddressSet,
  refused: HeaderSet,
): AclEntry | undefined {
  const entry = decidingEntry(acl, side, peer, refused);
  return entry?.action === 'deny' ? entry : undefined;
}
