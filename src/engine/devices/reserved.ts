/** Addresses that a subnet keeps for AWS: an interface that is said to hold one holds another in truth, or none (AD-9). */

import { singleAddress, type AddressSet, type Family } from '../../net/index.ts';
import type { InterfaceNode } from '../compile/network.ts';
import { doubt, type Walk } from './walk.ts';

/** Doubts what an interface is said to hold where AWS would not give it: the first four of a block, or its last. */
export function doubtReserved(walk: Walk, node: InterfaceNode, family: Family, held: AddressSet): void {
  const value = singleAddress(held);
  if (value === undefined) return;
  const isReserved = node.subnet.cidrs[family].some(
    ({ first, last }) => value >= first && value <= last && (value < first + 4n || value === last),
  );
  if (isReserved)
    doubt(walk, {
      fact: 'address-of',
      resource: node.owner,
      obtain: 'aws ec2 describe-network-interfaces',
    });
}
