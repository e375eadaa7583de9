/**
 * What the simulator knows of a design: its blocks, interfaces, addresses and who is alive, read straight
 * from the document with plain loops. Written from the rules alone; shares no code with the engine.
 */

import type {
  Design,
  Instance,
  NatGateway,
  NetworkInterface,
  Resource,
  ResourceId,
  Unknown,
} from '../model/index.ts';
import type { Family } from '../net/index.ts';
import {
  type Block,
  readAddress,
  readBlock,
  inBlock,
  inBlocks,
  insideBlock,
  isReserved,
  GLOBAL_UNICAST,
} from './simulator-blocks.test-support.ts';
import type { Readings } from './simulator-readings.test-support.ts';

export interface SimVpc {
  readonly id: ResourceId;
  readonly blocks: readonly (Block & { readonly isPrivate: boolean })[];
  /** Families with a block that is not told (AD-11). */
  readonly untold: readonly Family[];
  readonly ownerId: string | undefined;
  readonly region: string | undefined;
  readonly dns: Told<boolean>;
}

export interface SimSubnet {
  readonly id: ResourceId;
  readonly vpc: SimVpc;
  readonly blocks: readonly Block[];
  readonly zone: string | undefined;
  /** The subnet's own word on Block Public Access. */
  readonly blockMode: string | undefined;
}

/** One address of an interface; without a value, AWS will choose a free one of the subnet. */
export interface SimAddress {
  readonly family: Family;
  readonly value: bigint | undefined;
  /** The public IPv4 mapped to it (AD-3); `some`: mapped, the address is AWS's choice. */
  readonly mapped: bigint | 'some' | undefined;
}

export interface SimInterface {
  readonly id: ResourceId;
  readonly subnet: SimSubnet;
  /** Primary first, family by family (AD-2). */
  readonly addresses: readonly SimAddress[];
  readonly prefixes: readonly Block[];
  /** Absent: the default group of the VPC (SG-1). */
  readonly groups: Told<readonly ResourceId[]> | undefined;
  readonly check: Told<boolean>;
  readonly instance: Told<ResourceId> | undefined;
  /** Its instance's first interface. */
  readonly isPrimary: boolean;
  readonly state: Told<string> | undefined;
  readonly denyIgw: boolean;
  /** AWS runs it for a service; what that does with a packet is not for these rules to say. */
  readonly isService: boolean;
}

export interface SimNat {
  readonly id: ResourceId;
  readonly vpc: SimVpc;
  /** Absent: regional. */
  readonly subnet: SimSubnet | undefined;
  readonly address: SimAddress;
  readonly isPublic: boolean;
  readonly state: Told<string>;
  /** Zones that a manual regional gateway has addresses in; absent: all. */
  readonly zones: readonly string[] | undefined;
}

/** A value, or that it is not told, with all it may be where the source says so. */
export type Told<Value> =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly candidates: readonly Value[] | undefined };

const KNOWN = <Value>(value: Value): Told<Value> => ({ known: true, value });

/** What the design says of a member; undefined when it says nothing. */
export function told<Value>(value: Value | Unknown | undefined): Told<Value> | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null && '$unknown' in value) {
    // What a reader writes under `candidates` are values of the member.
    return { known: false, candidates: value.$unknown.candidates as readonly Value[] | undefined };
  }
  return KNOWN(value as Value);
}

/** The value where it is told. */
export function valueOf<Value>(value: Value | Unknown | undefined): Value | undefined {
  const said = told<Value>(value);
  return said?.known ? said.value : undefined;
}

/** The value in one reading: told, or chosen among what it may be. */
export function readAs<Value>(
  readings: Readings,
  fact: string,
  said: Told<Value>,
  otherwise: readonly Value[],
): Value {
  return said.known ? said.value : readings.choose(fact, said.candidates ?? otherwise);
}

export interface Facts {
  readonly design: Design;
  readonly vpcs: readonly SimVpc[];
  readonly subnets: readonly SimSubnet[];
  readonly interfaces: readonly SimInterface[];
  readonly nats: readonly SimNat[];
  /** Every block that a rule, route, list or subnet names. */
  readonly named: readonly Block[];
}

/** An import from AWS itself; drawn and template designs take AWS's defaults as facts (V-6). */
export const isImport = (design: Design): boolean =>
  (design.coverage ?? []).some((entry) => entry.source === 'awsCli');

/** Whether all resources of a kind are in the design, for an account and Region (V-6). */
export function isSupplied(design: Design, kind: Resource['kind'], vpc: SimVpc | undefined): boolean {
  if (!design.coverage) return true;
  return (design.coverage ?? []).some(
    (entry) =>
      entry.kinds.includes(kind) &&
      (entry.ownerId === undefined || vpc?.ownerId === undefined || entry.ownerId === vpc.ownerId) &&
      (entry.region === undefined || vpc?.region === undefined || entry.region === vpc.region),
  );
}

export function readFacts(design: Design): Facts {
  const vpcs: SimVpc[] = [];
  const subnets: SimSubnet[] = [];
  for (const [id, resource] of Object.entries(design.resources)) {
    if (resource.kind === 'vpc') vpcs.push(readVpc(design, id, resource));
  }
  for (const [id, resource] of Object.entries(design.resources)) {
    if (resource.kind !== 'subnet') continue;
    const vpc = vpcs.find((one) => one.id === valueOf(resource.vpcId));
    if (!vpc) continue;
    const sixth = (valueOf(resource.ipv6CidrBlockAssociationSet) ?? []).map((item) =>
      valueOf(item.ipv6CidrBlock),
    );
    subnets.push({
      id,
      vpc,
      blocks: [valueOf(resource.cidrBlock), ...sixth].flatMap((text) =>
        text === undefined ? [] : [readBlock(text)],
      ),
      zone: valueOf(resource.availabilityZoneId) ?? valueOf(resource.availabilityZone),
      blockMode: valueOf(resource.blockPublicAccessStates)?.internetGatewayBlockMode,
    });
  }
  const interfaces: SimInterface[] = [];
  const nats: SimNat[] = [];
  for (const [id, resource] of Object.entries(design.resources)) {
    if (resource.kind === 'networkInterface') {
      const subnet = subnets.find((one) => one.id === valueOf(resource.subnetId));
      if (subnet) interfaces.push(readInterface(design, id, resource, subnet));
    } else if (resource.kind === 'instance' && (valueOf(resource.networkInterfaceIds) ?? []).length === 0) {
      const subnet = subnets.find((one) => one.id === valueOf(resource.subnetId));
      if (subnet) interfaces.push(readImplied(design, id, resource, subnet));
    } else if (resource.kind === 'natGateway') {
      const nat = readNat(design, id, resource, vpcs, subnets);
      if (nat) nats.push(nat);
    }
  }
  return { design, vpcs, subnets, interfaces, nats, named: namedBlocks(design) };
}

function readVpc(design: Design, id: ResourceId, resource: Extract<Resource, { kind: 'vpc' }>): SimVpc {
  const fourth = [
    resource.cidrBlock,
    ...(valueOf(resource.cidrBlockAssociationSet) ?? []).map((item) => item.cidrBlock),
  ];
  const sixth = valueOf(resource.ipv6CidrBlockAssociationSet) ?? [];
  const blocks = [
    ...fourth.flatMap((said) => {
      const text = valueOf(said);
      return text === undefined ? [] : [{ ...readBlock(text), isPrivate: false }];
    }),
    ...sixth.flatMap((item) => {
      const text = valueOf(item.ipv6CidrBlock);
      if (text === undefined) return [];
      const block = readBlock(text);
      // AD-5: unique local addresses, and global ones that are marked private.
      const isPrivate = item.ipv6AddressAttribute === 'private' || !insideBlock(block, GLOBAL_UNICAST);
      return [{ ...block, isPrivate }];
    }),
  ];
  const isUntold = (said: unknown): boolean => told(said)?.known === false;
  return {
    id,
    blocks,
    untold: [
      ...(fourth.some(isUntold) ? ([4] as const) : []),
      ...(sixth.some((item) => isUntold(item.ipv6CidrBlock)) ? ([6] as const) : []),
    ],
    ownerId: valueOf(resource.ownerId) ?? design.defaults?.ownerId,
    region: valueOf(resource.region) ?? design.defaults?.region,
    dns: told(resource.enableDnsSupport) ?? KNOWN(true),
  };
}

/** The public IPv4 that Elastic IP addresses map to a private one; `private` absent: the primary's. */
function elasticOn(
  design: Design,
  holds: (resource: Extract<Resource, { kind: 'elasticIp' }>) => boolean,
  address: string | undefined,
  isFirst: boolean,
): bigint | 'some' | undefined {
  for (const resource of Object.values(design.resources)) {
    if (resource.kind !== 'elasticIp' || !holds(resource)) continue;
    const to = valueOf(resource.privateIpAddress);
    if (to === undefined ? !isFirst : to !== address) continue;
    const publicIp = valueOf(resource.publicIp);
    return publicIp === undefined ? 'some' : readAddress(publicIp).value;
  }
  return undefined;
}

function publicOfAllocation(design: Design, allocationId: string | undefined): bigint | 'some' | undefined {
  if (allocationId === undefined) return undefined;
  const resource = design.resources[allocationId];
  const publicIp = resource?.kind === 'elasticIp' ? valueOf(resource.publicIp) : undefined;
  return publicIp === undefined ? 'some' : readAddress(publicIp).value;
}

const addressesFrom = (texts: readonly string[] | undefined): SimAddress[] =>
  (texts ?? []).map((text) => ({ family: 6, value: readAddress(text).value, mapped: undefined }));

/** The instance that an interface belongs to, told by either of them. */
function ownerOf(design: Design, id: ResourceId, resource: NetworkInterface): Told<ResourceId> | undefined {
  const said = told(valueOf(resource.attachment)?.instanceId);
  if (said) return said;
  for (const [other, instance] of Object.entries(design.resources)) {
    if (instance.kind === 'instance' && valueOf(instance.networkInterfaceIds)?.includes(id))
      return KNOWN(other);
  }
  return undefined;
}

/** The first interface of an instance: device 0, else the implied one, else the first in its list. */
function isFirstOf(design: Design, id: ResourceId, resource: NetworkInterface, owner: ResourceId): boolean {
  const index = valueOf(resource.attachment)?.deviceIndex;
  if (index !== undefined) return index === 0;
  const instance = design.resources[owner];
  if (instance?.kind !== 'instance') return true;
  const list = valueOf(instance.networkInterfaceIds) ?? [];
  return list.length > 0 ? list[0] === id : valueOf(instance.subnetId) === undefined;
}

const SERVICE_TYPES = /lambda|endpoint$|load_balancer|transit_gateway|global_accelerator/;

function readInterface(
  design: Design,
  id: ResourceId,
  resource: NetworkInterface,
  subnet: SimSubnet,
): SimInterface {
  const instance = ownerOf(design, id, resource);
  const isPrimary = !instance?.known || isFirstOf(design, id, resource, instance.value);
  const listed = [...(valueOf(resource.privateIpAddresses) ?? [])].sort(
    (a, b) => Number(b.primary === true) - Number(a.primary === true),
  );
  const primary = valueOf(resource.privateIpAddress) ?? valueOf(listed[0]?.privateIpAddress);
  const texts = [
    primary,
    ...listed.map((item) => valueOf(item.privateIpAddress)).filter((text) => text !== primary),
  ];
  const hasFourth = subnet.blocks.some((block) => block.family === 4);
  const fourth = texts.flatMap((text, place): SimAddress[] => {
    if (text === undefined && (place > 0 || !hasFourth)) return [];
    const association = listed.find((item) => valueOf(item.privateIpAddress) === text)?.association;
    const publicIp = valueOf(association?.publicIp);
    const elastic = elasticOn(
      design,
      (eip) =>
        valueOf(eip.networkInterfaceId) === id ||
        (isPrimary &&
          instance?.known === true &&
          eip.networkInterfaceId === undefined &&
          valueOf(eip.instanceId) === instance.value),
      text,
      place === 0,
    );
    const mapped =
      publicIp === undefined
        ? (publicOfAllocation(design, valueOf(association?.allocationId)) ?? elastic)
        : readAddress(publicIp).value;
    return [{ family: 4, value: text === undefined ? undefined : readAddress(text).value, mapped }];
  });
  return {
    id,
    subnet,
    addresses: [...fourth, ...addressesFrom(valueOf(resource.ipv6Addresses))],
    prefixes: [...(valueOf(resource.ipv4Prefixes) ?? []), ...(valueOf(resource.ipv6Prefixes) ?? [])].map(
      readBlock,
    ),
    groups: told<readonly ResourceId[]>(resource.securityGroupIds),
    check: told(resource.sourceDestCheck) ?? KNOWN(true),
    instance,
    isPrimary,
    state: told(resource.state),
    denyIgw: valueOf(resource.denyAllIgwTraffic) === true,
    isService: SERVICE_TYPES.test(valueOf(resource.interfaceType) ?? 'interface'),
  };
}

/** The interface that a drawn instance has without saying so. */
function readImplied(design: Design, id: ResourceId, resource: Instance, subnet: SimSubnet): SimInterface {
  const place = design.resources[subnet.id];
  const own = place?.kind === 'subnet' ? place : undefined;
  const text = valueOf(resource.privateIpAddress);
  const publicIp = valueOf(resource.publicIpAddress);
  const elastic = elasticOn(
    design,
    (eip) => valueOf(eip.networkInterfaceId) === `eni:${id}` || valueOf(eip.instanceId) === id,
    text,
    true,
  );
  // AD-4: a launch default, predicted where nothing was launched yet.
  const atLaunch = valueOf(resource.associatePublicIpAddress) ?? valueOf(own?.mapPublicIpOnLaunch) ?? false;
  const predicted = atLaunch && !isImport(design) ? ('some' as const) : undefined;
  const mapped = elastic ?? (publicIp === undefined ? predicted : readAddress(publicIp).value);
  const fourth: SimAddress[] = subnet.blocks.some((block) => block.family === 4)
    ? [{ family: 4, value: text === undefined ? undefined : readAddress(text).value, mapped }]
    : [];
  const listed = addressesFrom(valueOf(resource.ipv6Addresses));
  const count =
    valueOf(resource.ipv6AddressCount) ?? (valueOf(own?.assignIpv6AddressOnCreation) === true ? 1 : 0);
  const chosen: SimAddress[] =
    listed.length === 0 && count > 0 && !isImport(design) && subnet.blocks.some((block) => block.family === 6)
      ? [{ family: 6, value: undefined, mapped: undefined }]
      : [];
  return {
    id: `eni:${id}`,
    subnet,
    addresses: [...fourth, ...listed, ...chosen],
    prefixes: [],
    groups: told<readonly ResourceId[]>(resource.securityGroupIds),
    check: told(resource.sourceDestCheck) ?? KNOWN(true),
    instance: KNOWN(id),
    isPrimary: true,
    state: undefined,
    denyIgw: false,
    isService: false,
  };
}

function readNat(
  design: Design,
  id: ResourceId,
  resource: NatGateway,
  vpcs: readonly SimVpc[],
  subnets: readonly SimSubnet[],
): SimNat | undefined {
  const isRegional = valueOf(resource.availabilityMode) === 'regional';
  const subnet = isRegional ? undefined : subnets.find((one) => one.id === valueOf(resource.subnetId));
  const vpc = isRegional ? vpcs.find((one) => one.id === valueOf(resource.vpcId)) : subnet?.vpc;
  if (!vpc) return undefined;
  const listed = valueOf(resource.natGatewayAddresses) ?? [];
  const first = listed.find((item) => item.isPrimary === true) ?? listed[0];
  const isPublic = valueOf(resource.connectivityType) !== 'private';
  const privateIp = valueOf(first?.privateIp);
  const publicIp = valueOf(first?.publicIp);
  const mapped =
    publicIp === undefined
      ? (publicOfAllocation(design, valueOf(first?.allocationId)) ??
        elasticOn(design, (eip) => valueOf(eip.natGatewayId) === id, privateIp, true))
      : readAddress(publicIp).value;
  const isManual = valueOf(resource.autoProvisionZones) === 'disabled';
  return {
    id,
    vpc,
    subnet,
    address: {
      family: 4,
      value: privateIp === undefined ? undefined : readAddress(privateIp).value,
      // NG-8: a regional gateway is public and brings its own addresses.
      mapped: isPublic ? (mapped ?? (isRegional ? 'some' : undefined)) : undefined,
    },
    isPublic,
    state: told(resource.state) ?? KNOWN('available'),
    zones: isManual ? listed.flatMap((item) => valueOf(item.availabilityZone) ?? []) : undefined,
  };
}

/** Every block written anywhere in the design: where an address may begin to matter. */
function namedBlocks(design: Design): Block[] {
  const texts: (string | undefined)[] = [];
  for (const resource of Object.values(design.resources)) {
    if (resource.kind === 'securityGroup') {
      for (const rule of valueOf(resource.rules) ?? [])
        texts.push(valueOf(rule.cidrIpv4), valueOf(rule.cidrIpv6));
    } else if (resource.kind === 'networkAcl') {
      for (const entry of valueOf(resource.entries) ?? []) {
        texts.push(valueOf(entry.cidrBlock), valueOf(entry.ipv6CidrBlock));
      }
    } else if (resource.kind === 'routeTable') {
      for (const route of valueOf(resource.routes) ?? []) {
        texts.push(valueOf(route.destinationCidrBlock), valueOf(route.destinationIpv6CidrBlock));
      }
    } else if (resource.kind === 'managedPrefixList') {
      for (const entry of valueOf(resource.entries) ?? []) texts.push(entry.cidr);
    } else if (resource.kind === 'subnet') texts.push(valueOf(resource.cidrBlock));
  }
  return texts.flatMap((text) => (text === undefined ? [] : [readBlock(text)]));
}

/** One address of each part, of those offered, that no written block tells apart. */
export function oneOfEach(facts: Facts, family: Family, offered: readonly bigint[]): bigint[] {
  const parts = new Map<string, bigint>();
  for (const value of offered) {
    const part = facts.named.map((block) => (inBlock(block, family, value) ? '1' : '0')).join('');
    if (!parts.has(part)) parts.set(part, value);
  }
  return [...parts.values()];
}

/** Both sides of every edge of a written block, inside some blocks. */
export function edgesWithin(facts: Facts, within: readonly Block[]): bigint[] {
  const found = new Set<bigint>();
  for (const place of within) {
    found.add(place.first + 7n <= place.last ? place.first + 7n : place.first);
    for (const block of [...facts.named.filter((one) => one.family === place.family), place]) {
      for (const value of [block.first - 1n, block.first, block.last, block.last + 1n]) {
        if (inBlock(place, place.family, value)) found.add(value);
      }
    }
  }
  return [...found];
}

const addressFact = (holder: ResourceId, family: Family): string => `address of ${holder} v${family}`;

/** The value of an address in one reading, if it is given or has been chosen. */
export function settledValue(
  readings: Readings,
  holder: ResourceId,
  { family, value }: SimAddress,
): bigint | undefined {
  if (value !== undefined) return value;
  const taken = readings.taken(addressFact(holder, family));
  return typeof taken === 'bigint' ? taken : undefined;
}

/** The value of an address in one reading: given, or any free one of the subnet. */
export function addressValue(
  facts: Facts,
  readings: Readings,
  holder: ResourceId,
  subnet: SimSubnet,
  address: SimAddress,
): bigint {
  const settled = settledValue(readings, holder, address);
  if (settled !== undefined) return settled;
  const { family } = address;
  const blocks = subnet.blocks.filter((block) => block.family === family);
  const holders = [
    ...facts.interfaces.flatMap((eni) => eni.addresses.map((held) => ({ id: eni.id, held }))),
    ...facts.nats.map((nat) => ({ id: nat.id, held: nat.address })),
  ];
  const taken = holders.flatMap(({ id, held }) =>
    held.family === family ? [settledValue(readings, id, held)] : [],
  );
  const isFree = (value: bigint): boolean =>
    inBlocks(blocks, family, value) &&
    !blocks.some((block) => isReserved(block, value)) &&
    !taken.includes(value);
  const near = edgesWithin(facts, blocks).flatMap((value) => [
    value,
    value - 1n,
    value + 4n,
    value + 5n,
    value + 6n,
  ]);
  const options = oneOfEach(facts, family, near.filter(isFree));
  if (options.length === 0) throw new Error(`no free address for ${holder}`);
  return readings.choose(addressFact(holder, family), options);
}

/** Whether an address is one of an interface's own (AD-2). */
export function holds(readings: Readings, eni: SimInterface, family: Family, value: bigint): boolean {
  if (inBlocks(eni.prefixes, family, value)) return true;
  return eni.addresses.some((address) => {
    if (address.family !== family) return false;
    // An address that AWS will choose is nobody's until this reading has chosen it.
    return settledValue(readings, eni.id, address) === value;
  });
}
