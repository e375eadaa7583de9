/** A NAT gateway that a fix would make, in place of one that does not serve. */

import { PUBLIC } from '../addresses.ts';
import { freeAddresses } from '../compile/interfaces.ts';
import type { InterfaceNode, NatNode, SubnetNode } from '../compile/network.ts';

/** A public one in a subnet, its addresses AWS's choice. */
export function newNatGateway(like: NatNode, subnet: SubnetNode): NatNode {
  const id = `${subnet.id}.natGateway`;
  const address = freeAddresses(subnet, 4);
  const made: NatNode = {
    ...like,
    id,
    subnet,
    state: 'available',
    connectivity: 'public',
    interface: undefined,
  };
  if (like.interface) {
    const node: InterfaceNode = {
      ...like.interface,
      id: `eni:${id}`,
      owner: id,
      subnet,
      addresses: { 4: [address], 6: [] },
      own: { ...like.interface.own, 4: address },
      mappings: [{ private: address, public: PUBLIC[4], elasticIp: undefined, predicted: 'stated' }],
      nat: made,
    };
    made.interface = node;
  }
  return made;
}
