/** Public faces in the simulator: which public address stands for a private one, and whose it is (AD-3, AD-5, NG-8). */

import type { ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import { inBlock, isPublic, readAddress } from './simulator-blocks.test-support.ts';
import {
  addressValue,
  edgesWithin,
  oneOfEach,
  settledValue,
  type SimNat,
  type SimVpc,
} from './simulator-facts.test-support.ts';
import { interfaceAt, type Header, type World } from './simulator-filters.test-support.ts';
import type { Walk } from './simulator-flow.test-support.ts';

/** One of the public addresses that AWS may choose. */
export function faceOf(world: World, holder: ResourceId): bigint {
  const all = [...world.facts.interfaces.map((one) => one.id), ...world.facts.nats.map((one) => one.id)];
  return readAddress('45.33.0.1').value + BigInt(all.indexOf(holder));
}

export const natAddress = (world: World, nat: SimNat): bigint | undefined =>
  settledValue(world.readings, nat.id, nat.address);

/** IPv6 at a gateway: the source is an interface's, and public (AD-5). */
export function sourceProblem(walk: Walk, vpc: SimVpc, h: Header): string | undefined {
  const { world } = walk;
  const owner = interfaceAt(world, vpc, 6, h.src);
  if (!owner) return 'GATEWAY_REJECTS_SPOOFED_TRAFFIC';
  if (!isPublicV6(vpc, h.src)) return 'IGW_SOURCE_ADDRESS_PRIVATE_IPV6';
  // AD-17: what such an interface sends itself is not settled.
  return owner.denyIgw && world.readings.choose(`${owner.id} sends`, [true, false])
    ? 'ENI_IGW_TRAFFIC_DENIED'
    : undefined;
}

/** AD-5: an address of a block that is marked private is dropped at gateways. */
export const isHidden = (world: World, h: Header): boolean =>
  h.family === 6 &&
  world.facts.vpcs.some((vpc) => vpc.blocks.some((block) => block.isPrivate && inBlock(block, 6, h.dst)));

export const isPublicV6 = (vpc: SimVpc, address: bigint): boolean =>
  vpc.blocks.some((block) => block.family === 6 && !block.isPrivate && inBlock(block, 6, address));

/** AD-3: the public address that stands for a private one at the gateway. */
export function publicFace(walk: Walk, vpc: SimVpc, h: Header): bigint | undefined {
  const { world } = walk;
  // A reply keeps the face that the request was sent to.
  const used = walk.flow.faces.find((one) => one.vpc === vpc.id && one.own === h.src);
  if (used && walk.direction === 'return') return used.face;
  const nat = world.facts.nats.find(
    (one) => one.vpc.id === vpc.id && (natAddress(world, one) ?? faceOf(world, one.id)) === h.src,
  );
  const eni = interfaceAt(world, vpc, 4, h.src);
  const holder = nat?.id ?? eni?.id;
  const mapped = nat
    ? nat.address.mapped
    : eni?.addresses.find((one) => one.family === 4 && settledValue(world.readings, eni.id, one) === h.src)
        ?.mapped;
  if (mapped !== 'some' || holder === undefined) return mapped === 'some' ? undefined : mapped;
  if (!holderOf(world, 4, h.dst)) return faceOf(world, holder);
  // Seen by another interface of the model, it may be any public address.
  const offered = edgesWithin(world.facts, world.facts.named).filter(
    // What something already holds is not AWS's to give.
    (value) => value < 1n << 32n && isPublic(vpc, 4, value) && !holderOf(world, 4, value),
  );
  const options = oneOfEach(world.facts, 4, [faceOf(world, holder), ...offered]);
  return world.readings.choose(`public address of ${holder}`, options);
}

/** The VPC in which a public address has its place. */
export function holderOf(world: World, family: Family, dst: bigint): SimVpc | undefined {
  const { facts } = world;
  if (family === 6) return facts.vpcs.find((vpc) => isPublicV6(vpc, dst));
  return (
    facts.interfaces.find((eni) => eni.addresses.some((address) => address.mapped === dst))?.subnet.vpc ??
    facts.nats.find((nat) => nat.address.mapped === dst)?.vpc
  );
}

export const natHolds = (world: World, nat: SimNat, own: bigint): boolean =>
  (natAddress(world, nat) ?? (nat.subnet ? undefined : faceOf(world, nat.id))) === own;

/** The private address behind a public one. */
export function privateOf(walk: Walk, vpc: SimVpc, face: bigint): bigint | undefined {
  const { facts, readings } = walk.world;
  const used = walk.flow.faces.find((one) => one.vpc === vpc.id && one.face === face);
  if (used) return used.own;
  for (const eni of facts.interfaces) {
    const address =
      eni.subnet.vpc.id === vpc.id ? eni.addresses.find((one) => one.mapped === face) : undefined;
    if (address) return addressValue(facts, readings, eni.id, eni.subnet, address);
  }
  const nat = facts.nats.find((one) => one.vpc.id === vpc.id && one.address.mapped === face);
  if (!nat) return undefined;
  return nat.subnet
    ? addressValue(facts, readings, nat.id, nat.subnet, nat.address)
    : (nat.address.value ?? faceOf(walk.world, nat.id));
}
