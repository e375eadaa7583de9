/** What the network shows to the outside: public addresses and who holds them. */

import type { ResourceId } from '../../model/index.ts';
import {
  commonAddresses,
  countAddresses,
  sameAddresses,
  singleAddress,
  unionOfAddresses,
  type AddressSet,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { InterfaceNode, NatNode, Network, Outside, PublicFace, VpcNode } from './network.ts';

interface PublicIndex extends Pick<Network, 'publicFaces' | 'ownPublic'> {
  /** `contested`: something public has two holders, of which the first in the document counts. */
  readonly standing: 'settled' | 'contested';
}

/** Who holds each public address. */
export function publicIndex(
  interfaces: ReadonlyMap<ResourceId, InterfaceNode>,
  nats: ReadonlyMap<ResourceId, NatNode>,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
): PublicIndex {
  const publicFaces = new Map<bigint, PublicFace>();
  const fours: AddressSet[] = [];
  for (const node of interfaces.values()) {
    for (const mapping of node.mappings) {
      const value = singleAddress(mapping.public);
      if (value === undefined) continue;
      if (!publicFaces.has(value)) publicFaces.set(value, { interface: node, mapping });
      fours.push(mapping.public);
    }
  }
  for (const nat of nats.values()) {
    if (!nat.subnet && !sameAddresses(nat.publicAddresses, PUBLIC[4])) fours.push(nat.publicAddresses);
  }
  const sixes = [...vpcs.values()].map((vpc) => vpc.blocks[6]);
  const all = { 4: unionOfAddresses(fours, 4), 6: unionOfAddresses(sixes, 6) };
  const isDisjoint = (sets: readonly AddressSet[], whole: AddressSet): boolean =>
    sets.reduce((sum, set) => sum + countAddresses(set), 0n) === countAddresses(whole);
  return {
    publicFaces,
    ownPublic: {
      4: unionOfAddresses(
        fours.filter((set) => set.ranges.length === 1),
        4,
      ),
      6: commonAddresses(all[6], PUBLIC[6]),
    },
    standing: isDisjoint(fours, all[4]) && isDisjoint(sixes, all[6]) ? 'settled' : 'contested',
  };
}

/** The former one where it still holds. Where holders are contested, who wins may lie anywhere. */
export function outsideOf(former: Outside | undefined, now: Outside): Outside {
  const isSame =
    former?.standing === 'settled' &&
    former.blocks.size === now.blocks.size &&
    [...now.blocks].every(([id, blocks]) => {
      const before = former.blocks.get(id);
      return (
        before === blocks ||
        (before && sameAddresses(before[4], blocks[4]) && sameAddresses(before[6], blocks[6]))
      );
    }) &&
    now.standing === 'settled' &&
    sameAddresses(former.ownPublic[4], now.ownPublic[4]) &&
    sameAddresses(former.ownPublic[6], now.ownPublic[6]);
  return former && isSame ? former : now;
}
