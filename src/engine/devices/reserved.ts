/** Addresses that no interface of a subnet can hold: one that is said to hold one holds another in truth, or none (AD-9). */

import { singleAddress, type AddressSet, type Family } from '../../net/index.ts';
import type { InterfaceNode } from '../compile/network.ts';
import { doubt, type Walk } from './walk.ts';

/** Doubts what an interface is said to hold where AWS would not give it: outside its subnet, the first four of a block, its last. */
export function doubtReserved(walk: Walk, node: InterfaceNode, family: Family, held: AddressSet): void {
  const value = singleAddress(held);
  if (value === undefined) return;
  const blocks = node.subnet.cidrs[family];
  const canHold = blocks.some(({ first, last }) => value >= first + 4n && value < last);
  if (blocks.length > 0 && !canHold)
    doubt(walk, {
      fact: 'address-of',
      resource: node.owner,
      obtain: 'aws ec2 describe-network-interfaces',
    });
}
