/** Addresses of a subnet that are in use. */

import { factsOf } from '../../drawing/index.ts';
import { known, resourcesOfKind, type Design, type ResourceId } from '../../model/index.ts';
import { parseAddress } from '../../net/index.ts';

/** Who has each private IPv4 address of a subnet; the key is the address as a number. */
export function ownersIn(design: Design, subnetId: ResourceId): ReadonlyMap<bigint, ResourceId> {
  const { cardOfInterface } = factsOf(design);
  const owners = new Map<bigint, ResourceId>();
  const take = (text: string | undefined, owner: ResourceId) => {
    const address = text === undefined ? undefined : parseAddress(text);
    if (address?.ok === true && address.value.family === 4) owners.set(address.value.value, owner);
  };
  for (const [id, instance] of resourcesOfKind(design, 'instance')) {
    if (instance.subnetId === subnetId) take(known(instance.privateIpAddress), id);
  }
  for (const [id, eni] of resourcesOfKind(design, 'networkInterface')) {
    if (eni.subnetId !== subnetId) continue;
    const owner = cardOfInterface.get(id) ?? id;
    take(known(eni.privateIpAddress), owner);
    for (const item of known(eni.privateIpAddresses) ?? []) take(known(item.privateIpAddress), owner);
  }
  for (const [id, nat] of resourcesOfKind(design, 'natGateway')) {
    if (nat.subnetId !== subnetId) continue;
    for (const item of known(nat.natGatewayAddresses) ?? []) take(known(item.privateIp), id);
  }
  return owners;
}

/** How many addresses are in use; a NAT gateway whose address nobody told takes one all the same. */
export function takenIn(design: Design, subnetId: ResourceId): number {
  const untold = resourcesOfKind(design, 'natGateway').filter(
    ([, nat]) =>
      nat.subnetId === subnetId &&
      (known(nat.natGatewayAddresses) ?? []).every((item) => known(item.privateIp) === undefined),
  );
  return ownersIn(design, subnetId).size + untold.length;
}
