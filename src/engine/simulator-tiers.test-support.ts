/** The simulator's tiers (4.3, TI) by trying every address that could matter, and what an appliance does (NI-3). */

import type { Design, ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { Tier } from './answers.ts';
import { inBlock, isPublic, NAT64, PUBLIC_EDGES } from './simulator-blocks.test-support.ts';
import {
  readFacts,
  type Facts,
  told,
  type SimInterface,
  type SimNat,
  type SimSubnet,
  type SimVpc,
} from './simulator-facts.test-support.ts';
import {
  publicAccessAllows,
  publicAccessMode,
  type Assume,
  type World,
} from './simulator-filters.test-support.ts';
import { everyReading } from './simulator-readings.test-support.ts';
import {
  edgeHop,
  internetGatewayOf,
  isEdgeTarget,
  nextHop,
  tableOf,
  type NextHop,
} from './simulator-routes.test-support.ts';

export interface TierSimulation {
  readonly tier: Tier;
  /** Another reading of what is not known gives another tier (TI-8). */
  readonly undetermined: boolean;
}

const ASCENDING: readonly Tier[] = ['isolated', 'private', 'egress', 'public'];

/** The tier of a subnet for one family: the lowest that any reading gives. */
export function simulateTier(
  design: Design,
  subnetId: ResourceId,
  family: Family,
  assume: Assume = 'stated',
): TierSimulation {
  return simulateTierWith(readFacts(design), subnetId, family, assume);
}

/** The same, for many subnets of one design. */
export function simulateTierWith(
  facts: Facts,
  subnetId: ResourceId,
  family: Family,
  assume: Assume = 'stated',
): TierSimulation {
  const subnet = facts.subnets.find((one) => one.id === subnetId);
  if (!subnet) throw new Error(`no subnet ${subnetId}`);
  const judged = everyReading(
    (readings) =>
      tierOf({ facts, readings, assume, apart: () => 'any', forwarding: new Map() }, subnet, family, []),
    (tiers) => tiers.includes('isolated') && new Set(tiers).size > 1,
  );
  const tier = ASCENDING.find((one) => judged.outcomes.includes(one)) ?? 'isolated';
  return { tier, undetermined: judged.cut || new Set(judged.outcomes).size > 1 };
}

/** What a device at the end of a path looks like to a gateway. */
interface Meeting {
  readonly vpc: SimVpc;
  readonly subnet: SimSubnet | undefined;
  readonly isNat: boolean;
}

function tierOf(world: World, subnet: SimSubnet, family: Family, asking: readonly ResourceId[]): Tier {
  if (!subnet.blocks.some((block) => block.family === family)) return 'isolated';
  const table = tableOf(world, subnet);
  const isTold = typeof table === 'object' && told(table.resource.routes)?.known !== false;
  if (!isTold && table !== 'the local routes')
    return world.readings.choose(`tier of ${subnet.id} v${family}`, ASCENDING);
  const destinations = interesting(world, family);
  const isOut = (dst: bigint): boolean =>
    isPublic(subnet.vpc, family, dst) || (family === 6 && inBlock(NAT64, 6, dst));
  const out = destinations.filter(isOut);
  if (isPublicSubnet(world, subnet, family, asking)) return 'public';
  const isHidden = !hasPublicSource(subnet, family);
  for (const dst of out) {
    const hop = nextHop(world, subnet, family, dst);
    if (leadsOut(world, hop, { subnet, isHidden, asking }, undefined, family, dst, [])) return 'egress';
  }
  for (const dst of destinations) {
    const hop = nextHop(world, subnet, family, dst);
    if (leadsBeyond(world, hop, family, dst, 'directly', asking, [])) return 'private';
  }
  return 'isolated';
}

/** TI-0: a subnet whose IPv6 is all private has no source that an internet gateway takes. */
function hasPublicSource(subnet: SimSubnet, family: Family): boolean {
  if (family === 4) return true;
  return subnet.blocks.some(
    (block) =>
      block.family === 6 &&
      !subnet.vpc.blocks.some((own) => own.family === 6 && own.isPrivate && inBlock(own, 6, block.first)),
  );
}

/** One address of each part of the space that no route can tell apart, and a few more. */
function interesting(world: World, family: Family): bigint[] {
  const last = family === 4 ? (1n << 32n) - 1n : (1n << 128n) - 1n;
  const edgesOf = (of: Family): bigint[] =>
    [...world.facts.named, ...PUBLIC_EDGES]
      .filter((block) => block.family === of)
      .flatMap((block) => [block.first - 1n, block.first, block.last, block.last + 1n]);
  const found = new Set(edgesOf(family));
  if (family === 6) for (const fourth of edgesOf(4)) found.add(NAT64.first + (fourth & 0xffff_ffffn));
  return [...found]
    .filter((value) => value >= 0n && value <= last)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Some public destination goes to an internet gateway, straight or through what passes it on. */
const isPublicSubnet = (
  world: World,
  subnet: SimSubnet,
  family: Family,
  asking: readonly ResourceId[],
): boolean => interesting(world, family).some((dst) => isPublicBy(world, subnet, family, dst, asking));

function isPublicBy(
  world: World,
  subnet: SimSubnet,
  family: Family,
  dst: bigint,
  asking: readonly ResourceId[],
): boolean {
  if (!isPublic(subnet.vpc, family, dst) || !hasPublicSource(subnet, family)) return false;
  const block = subnet.blocks.find((one) => one.family === family);
  const passed: SimInterface[] = [];
  let place = subnet;
  for (let step = 0; step < 20; step += 1) {
    const hop = nextHop(world, place, family, dst);
    if (hop.kind === 'internetGateway') {
      if (publicAccessMode(world, place.vpc, place) !== 'off') return false; // TI-7
      const [last] = passed.slice(-1);
      if (!last) return true;
      // TI-5: the edge table must lead the subnet back through the same devices, the last one first.
      return (
        block !== undefined && leadsBack(world, hop.id, subnet, family, block.first, [...passed].reverse())
      );
    }
    if (hop.kind === 'beyond') {
      return (
        mayBeInternet(hop.id) &&
        passed.length === 0 &&
        world.readings.choose(`${hop.id} is public`, [false, true])
      );
    }
    if (hop.kind !== 'interface' || !isForwarding(world, hop.eni) || passed.includes(hop.eni)) return false;
    if (forwardingOf(world, hop.eni, asking) !== 'pass') return false;
    passed.push(hop.eni);
    place = hop.eni.subnet;
  }
  return false;
}

function leadsBack(
  world: World,
  gateway: ResourceId,
  subnet: SimSubnet,
  family: Family,
  dst: bigint,
  devices: readonly SimInterface[],
): boolean {
  let hop = edgeHop(world, gateway, subnet.vpc, family, dst);
  for (const device of devices) {
    if (hop.kind !== 'interface' || hop.eni.id !== device.id) return false;
    hop = nextHop(world, device.subnet, family, dst);
  }
  return true;
}

const mayBeInternet = (id: string): boolean => id === '?' || id.startsWith('igw-');

/** NI-1: an interface passes on what is not its own with the check off. (It lives: its route would be dead else.) */
const isForwarding = (world: World, eni: SimInterface): boolean =>
  eni.check.known ? !eni.check.value : !world.readings.choose(`check of ${eni.id}`, [true, false]);

interface Start {
  readonly subnet: SimSubnet;
  /** No address of the start is taken by an internet gateway (TI-0). */
  readonly isHidden: boolean;
  readonly asking: readonly ResourceId[];
}

function leadsOut(
  world: World,
  hop: NextHop,
  start: Start,
  device: Meeting | undefined,
  family: Family,
  dst: bigint,
  visited: readonly string[],
): boolean {
  switch (hop.kind) {
    case 'internetGateway':
      if (!device || (start.isHidden && family === 6) || !isPublic(device.vpc, family, dst)) return false;
      return publicAccessAllows(world, 'internet', device, 'inside');
    case 'egressOnlyInternetGateway': {
      const at = device ?? { vpc: start.subnet.vpc, subnet: start.subnet, isNat: false };
      if (family !== 6 || start.isHidden || !isPublic(at.vpc, 6, dst)) return false;
      return publicAccessAllows(world, 'egress only', at, 'inside');
    }
    case 'natGateway': {
      const { nat } = hop;
      const to = natDestination(nat, family, dst);
      if (to === undefined) return false;
      const at: Meeting = { vpc: nat.vpc, subnet: nat.subnet, isNat: true };
      if (!nat.subnet) {
        const gateway = internetGatewayOf(world, nat.vpc);
        return (
          gateway !== undefined &&
          isPublic(nat.vpc, 4, to) &&
          publicAccessAllows(world, 'internet', at, 'inside')
        );
      }
      if (nat.isPublic && nat.address.mapped === undefined) return false;
      const next = nextHop(world, nat.subnet, 4, to);
      const key = `${nat.id} ${to}`;
      if (visited.includes(key)) return false; // NG-6
      if (!nat.isPublic && next.kind === 'internetGateway') return false; // NG-5
      return leadsOut(world, next, start, at, 4, to, [...visited, key]);
    }
    case 'interface': {
      const { eni } = hop;
      const key = `${eni.id} ${dst}`;
      if (visited.includes(key) || !isForwarding(world, eni)) return false;
      const forwarding = forwardingOf(world, eni, start.asking);
      if (forwarding === 'none' || (forwarding === 'nat' && !hasPublicAddress(eni))) return false;
      const next = nextHop(world, eni.subnet, family, dst);
      const at: Meeting = { vpc: eni.subnet.vpc, subnet: eni.subnet, isNat: false };
      const from = forwarding === 'nat' ? { ...start, isHidden: false } : start;
      return leadsOut(world, next, from, at, family, dst, [...visited, key]);
    }
    case 'beyond':
      return !hop.id.startsWith('pcx-') && world.readings.choose(`${hop.id} leads out`, [false, true]);
    case 'local':
    case 'none':
    case 'dead':
      return false;
    default:
      return hop satisfies never;
  }
}

function leadsBeyond(
  world: World,
  hop: NextHop,
  family: Family,
  dst: bigint,
  way: 'directly' | 'by NAT gateway',
  asking: readonly ResourceId[],
  visited: readonly string[],
): boolean {
  if (hop.kind === 'beyond') {
    if (way === 'by NAT gateway' && hop.id.startsWith('vpce-')) return false; // NG-10
    return world.readings.choose(`${hop.id} leads beyond`, [false, true]);
  }
  if (hop.kind === 'natGateway') {
    const to = natDestination(hop.nat, family, dst);
    const key = `${hop.nat.id} ${dst}`;
    if (to === undefined || !hop.nat.subnet || visited.includes(key)) return false;
    if (hop.nat.isPublic && hop.nat.address.mapped === undefined) return false;
    const next = nextHop(world, hop.nat.subnet, 4, to);
    return leadsBeyond(world, next, 4, to, 'by NAT gateway', asking, [...visited, key]);
  }
  if (hop.kind !== 'interface') return false;
  const key = `${hop.eni.id} ${dst}`;
  if (visited.includes(key) || !isForwarding(world, hop.eni)) return false;
  const forwarding = forwardingOf(world, hop.eni, asking);
  if (forwarding === 'none' || (forwarding === 'nat' && !hasPublicAddress(hop.eni))) return false;
  return leadsBeyond(world, nextHop(world, hop.eni.subnet, family, dst), family, dst, way, asking, [
    ...visited,
    key,
  ]);
}

/** NG-9: the IPv4 destination behind a NAT gateway; none for IPv6 outside 64:ff9b::/96. */
export function natDestination(nat: SimNat, family: Family, dst: bigint): bigint | undefined {
  if (family === 4) return dst;
  return inBlock(NAT64, 6, dst) && nat.address.family === 4 ? dst - NAT64.first : undefined;
}

export const hasPublicAddress = (eni: SimInterface): boolean =>
  eni.addresses.some((address) => address.mapped !== undefined);

export type Forwarding = 'nat' | 'pass' | 'none';
const isForwardingWord = (word: string | undefined): word is Forwarding =>
  word === 'nat' || word === 'pass' || word === 'none';

/** NI-3: what an appliance does with packets that are not its own. `asking`: subnets whose tier hangs on this. */
export function forwardingOf(world: World, eni: SimInterface, asking: readonly ResourceId[]): Forwarding {
  const owner = eni.instance?.known === true ? world.facts.design.resources[eni.instance.value] : undefined;
  if (owner?.kind === 'instance') {
    const said = told<string>(owner.forwarding);
    if (said?.known === false) {
      return world.readings.choose(`forwarding of ${eni.id}`, ['nat', 'pass', 'none'] as const);
    }
    if (isForwardingWord(said?.value)) return said.value;
  }
  if (world.assume === 'nothing') {
    return world.readings.choose(`forwarding of ${eni.id}`, ['nat', 'pass', 'none'] as const);
  }
  if (isEdgeTarget(world, eni) || !hasPublicAddress(eni) || asking.includes(eni.subnet.id)) return 'pass';
  const key = [eni.id, ...asking].join(' ');
  const whole: World = { ...world, apart: () => 'any' };
  const found =
    world.forwarding.get(key) ??
    (isPublicSubnet(whole, eni.subnet, 4, [...asking, eni.subnet.id]) ? 'nat' : 'pass');
  world.forwarding.set(key, found);
  return found;
}
