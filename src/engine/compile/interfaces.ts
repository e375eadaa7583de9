/** Network interfaces compiled: addresses, public mappings, groups, state (AD-1…AD-5, AD-15, NI-3). */

import {
  followedValue,
  isUnknown,
  known,
  type Design,
  type Instance,
  type NetworkInterface,
  type ResourceId,
} from '../../model/index.ts';
import {
  addressSet,
  addressesOf,
  noAddress,
  oneAddress,
  parseAddress,
  parseCidr,
  sameAddresses,
  unionOfAddresses,
  type AddressSet,
  type Family,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { MissingFact } from '../answers.ts';
import { hasAwsDefaults, missingFact } from './coverage.ts';
import type {
  AddressMapping,
  Forwarding,
  GroupNode,
  InterfaceNode,
  InterfaceState,
  NatNode,
  SubnetNode,
  VpcNode,
} from './network.ts';

/** What interface compilation needs of the rest. */
export interface InterfaceContext {
  readonly design: Design;
  readonly subnets: ReadonlyMap<ResourceId, SubnetNode>;
  readonly groupsOf: (ids: readonly string[] | undefined, vpc: VpcNode) => readonly GroupNode[];
  /** Elastic IP addresses by what they are on. */
  readonly elasticIps: ReadonlyMap<ResourceId, readonly ElasticIpUse[]>;
}

export interface ElasticIpUse {
  readonly id: ResourceId;
  readonly publicIp: string | undefined;
  readonly privateIp: string | undefined;
}

const setOf = (family: Family, text: string): AddressSet | undefined => {
  const parsed = parseAddress(text);
  return parsed.ok && parsed.value.family === family ? oneAddress(family, parsed.value.value) : undefined;
};

const cidrSet = (family: Family, text: string): AddressSet | undefined => {
  const parsed = parseCidr(text);
  return parsed.ok && parsed.value.family === family ? addressesOf(parsed.value) : undefined;
};

/** Any address of a subnet that AWS may choose: all but the five reserved (AD-9, D-7). */
export function freeAddresses(subnet: SubnetNode, family: Family): AddressSet {
  return addressSet(
    family,
    subnet.blocks[family].ranges.map((range) => ({ first: range.first + 4n, last: range.last - 1n })),
  );
}

const present = <Value>(values: readonly (Value | undefined)[]): Value[] =>
  values.flatMap((value) => (value === undefined ? [] : [value]));

function stateOfInterface(
  design: Design,
  id: ResourceId,
  eni: NetworkInterface,
  instanceId: ResourceId | undefined,
): InterfaceState {
  const state = known(eni.state);
  if (state === 'available' || state === 'detaching') return { kind: 'dead', state, resource: id };
  if (instanceId === undefined) return { kind: 'live' };
  const instance = design.resources[instanceId];
  if (instance?.kind === 'instance') return stateOfInstance(instanceId, instance);
  // AD-15: attached to an instance that the input lacks.
  return {
    kind: 'unknown',
    missing: missingFact('state-of', instanceId, 'instance'),
  };
}

function stateOfInstance(id: ResourceId, instance: Instance): InterfaceState {
  if (instance.instanceState !== undefined && known(instance.instanceState) === undefined) {
    return {
      kind: 'unknown',
      missing: missingFact('state-of', id, 'instance'),
    };
  }
  const state = known(instance.instanceState) ?? 'running';
  if (state === 'running') return { kind: 'live' };
  if (state === 'pending') return { kind: 'live', assumed: 'running' };
  return { kind: 'dead', state: 'stopped', resource: id };
}

function metadataOf(design: Design, vpc: VpcNode, instance: Instance | undefined): InterfaceNode['metadata'] {
  if (!instance) return { 4: 'not-an-instance', 6: 'not-an-instance' };
  const drawn = hasAwsDefaults(design, vpc);
  const options = known(instance.metadataOptions);
  if (!options) {
    // AD-12: options lacking in an import: IPv4 delivered, IPv6 cannot be told.
    return drawn && instance.metadataOptions === undefined
      ? { 4: 'on', 6: 'off' }
      : { 4: 'on', 6: 'unknown' };
  }
  const endpoint = options.httpEndpoint === undefined ? 'enabled' : known(options.httpEndpoint);
  const ipv6 = options.httpProtocolIpv6 === undefined ? 'disabled' : known(options.httpProtocolIpv6);
  const four = endpoint === undefined ? 'unknown' : endpoint === 'disabled' ? 'off' : 'on';
  const six =
    four === 'off'
      ? 'off'
      : ipv6 === undefined || four === 'unknown'
        ? 'unknown'
        : ipv6 === 'enabled'
          ? 'on'
          : 'off';
  return { 4: four, 6: six };
}

const forwardingOf = (instance: Instance | undefined): Forwarding => {
  const value = known(instance?.forwarding);
  return value === 'nat' || value === 'pass' || value === 'none' ? value : 'unstated';
};

function mappingsFrom(
  uses: readonly ElasticIpUse[],
  given: readonly AddressMapping[],
  primary: AddressSet | undefined,
): AddressMapping[] {
  const mappings = [...given];
  for (const use of uses) {
    const publicSet = (use.publicIp === undefined ? undefined : setOf(4, use.publicIp)) ?? PUBLIC[4];
    const privateSet = (use.privateIp === undefined ? undefined : setOf(4, use.privateIp)) ?? primary;
    if (!privateSet) continue;
    const same = mappings.findIndex((mapping) => sameAddresses(mapping.private, privateSet));
    const mapping: AddressMapping = {
      private: privateSet,
      public: publicSet,
      elasticIp: use.id,
      predicted: 'stated',
    };
    // The Elastic IP takes the place of what the interface says of the same private address (AD-3).
    if (same >= 0) mappings[same] = mapping;
    else mappings.push(mapping);
  }
  return mappings;
}

const PLAIN_TYPES = new Set([
  'interface',
  'efa',
  'efa-only',
  'trunk',
  'branch',
  'ec2_instance_connect_endpoint',
]);

/** Load balancers, endpoints, transit gateway attachments and functions answer by rules of their own. */
function isPlain(eni: NetworkInterface): boolean {
  const type = known(eni.interfaceType) ?? 'interface';
  const description = known(eni.description) ?? '';
  return PLAIN_TYPES.has(type) && !/^(ELB |VPC Endpoint Interface |AWS Lambda VPC ENI)/.test(description);
}

/** A network interface of the document. */
export function compileInterface(
  context: InterfaceContext,
  id: ResourceId,
  eni: NetworkInterface,
  owner: {
    readonly id: ResourceId;
    readonly instance: Instance | undefined;
    readonly nat: NatNode | undefined;
    /** The instance that holds it, told by either of them; it may be missing from the document. */
    readonly attachedTo: ResourceId | undefined;
    readonly rank: 'first' | 'further';
  },
): InterfaceNode | undefined {
  const subnetId = known(eni.subnetId);
  const subnet = subnetId === undefined ? undefined : context.subnets.get(subnetId);
  if (!subnet) return undefined;
  const listed = known(eni.privateIpAddresses) ?? [];
  const ordered = [...listed].sort((a, b) => Number(b.primary === true) - Number(a.primary === true));
  const texts = [
    ...new Set(
      present([known(eni.privateIpAddress), ...ordered.map((entry) => known(entry.privateIpAddress))]),
    ),
  ];
  const four = present(texts.map((text) => setOf(4, text)));
  const six = present((known(eni.ipv6Addresses) ?? []).map((text) => setOf(6, text)));
  // D-7: an address that nobody stated is any free one of the subnet.
  if (four.length === 0 && subnet.blocks[4].ranges.length > 0 && known(eni.privateIpAddress) === undefined) {
    four.push(freeAddresses(subnet, 4));
  }
  const associations: AddressMapping[] = [];
  for (const entry of listed) {
    if (!entry.association) continue;
    const publicIp = known(entry.association.publicIp);
    const privateText = known(entry.privateIpAddress);
    const privateSet = privateText === undefined ? four[0] : setOf(4, privateText);
    if (!privateSet) continue;
    associations.push({
      private: privateSet,
      public: (publicIp === undefined ? undefined : setOf(4, publicIp)) ?? PUBLIC[4],
      elasticIp: known(entry.association.allocationId),
      predicted: 'stated',
    });
  }
  const uses = [
    ...(context.elasticIps.get(id) ?? []),
    // AD-3: one on the instance is its first interface's.
    ...(owner.instance && owner.rank === 'first' ? (context.elasticIps.get(owner.id) ?? []) : []),
  ];
  const prefixes4 = present((known(eni.ipv4Prefixes) ?? []).map((text) => cidrSet(4, text)));
  const prefixes6 = present((known(eni.ipv6Prefixes) ?? []).map((text) => cidrSet(6, text)));
  const addressesUnknown =
    eni.privateIpAddresses !== undefined && known(eni.privateIpAddresses) === undefined
      ? missingFact('public-address-of', id, 'networkInterface')
      : undefined;
  const ownCheck = known(eni.sourceDestCheck) ?? (eni.sourceDestCheck === undefined ? true : undefined);
  const isNat = owner.nat !== undefined || known(eni.interfaceType) === 'nat_gateway';
  // SG-1's default group is for EC2 interfaces: one that a service runs may have none.
  const unfiltered =
    isNat ||
    ((!isPlain(eni) || known(eni.requesterManaged) === true) &&
      (known(eni.securityGroupIds) ?? []).length === 0);
  return {
    id,
    owner: owner.id,
    ownerKind: owner.nat ? 'natGateway' : owner.instance ? 'instance' : 'networkInterface',
    subnet,
    vpc: subnet.vpc,
    addresses: { 4: four, 6: six },
    own: { 4: unionOfAddresses([...four, ...prefixes4], 4), 6: unionOfAddresses([...six, ...prefixes6], 6) },
    mappings: mappingsFrom(uses, associations, four[0]),
    mappingsMissing: addressesUnknown,
    groups: unfiltered ? [] : groupsOn(context, id, eni.securityGroupIds, subnet.vpc),
    sourceDestCheck: ownCheck,
    state: owner.nat ? { kind: 'live' } : stateOfInterface(context.design, id, eni, owner.attachedTo),
    nat: owner.nat,
    forwarding: forwardingOf(owner.instance),
    windows: known(owner.instance?.platform)?.toLowerCase() === 'windows',
    service: isNat || isPlain(eni) ? 'plain' : 'unmodelled',
    denyAllIgwTraffic: known(eni.denyAllIgwTraffic) === true,
    filtered: unfiltered ? 'none' : 'groups',
    primaryOfInstance: undefined,
    metadata: metadataOf(context.design, subnet.vpc, owner.instance),
  };
}

/** The groups of an interface; which they are may itself be a missing fact. */
function groupsOn(
  context: InterfaceContext,
  id: ResourceId,
  ids: NetworkInterface['securityGroupIds'],
  vpc: VpcNode,
): readonly GroupNode[] {
  if (!isUnknown(ids)) return context.groupsOf(ids, vpc);
  return [
    {
      id,
      ingress: [],
      egress: [],
      untold: true,
      missing: missingFact('groups-of', id, 'networkInterface'),
    },
  ];
}

/** AD-4: whether it gets a public address hangs on a word that the source did not tell. */
function untoldMapping(
  design: Design,
  vpc: VpcNode,
  id: ResourceId,
  instance: Instance,
  primary: AddressSet | undefined,
  uses: readonly ElasticIpUse[],
): MissingFact | undefined {
  if (!primary || uses.length > 0 || known(instance.publicIpAddress) !== undefined) return undefined;
  const subnetId = known(instance.subnetId);
  const subnet = subnetId === undefined ? undefined : design.resources[subnetId];
  const isOpen =
    isUnknown(instance.associatePublicIpAddress) ||
    isUnknown(instance.publicIpAddress) ||
    (instance.associatePublicIpAddress === undefined &&
      subnet?.kind === 'subnet' &&
      isUnknown(subnet.mapPublicIpOnLaunch) &&
      hasAwsDefaults(design, vpc));
  return isOpen ? missingFact('public-address-of', id, 'instance') : undefined;
}

/** The implied interface of an instance that was drawn without one. */
export function impliedInterface(
  context: InterfaceContext,
  instanceId: ResourceId,
  instance: Instance,
): InterfaceNode | undefined {
  const subnetId = known(instance.subnetId);
  const subnet = subnetId === undefined ? undefined : context.subnets.get(subnetId);
  if (!subnet) return undefined;
  const stated = known(instance.privateIpAddress);
  const primary = stated === undefined ? undefined : setOf(4, stated);
  const four = primary ? [primary] : subnet.blocks[4].ranges.length > 0 ? [freeAddresses(subnet, 4)] : [];
  const listed6 = present((known(instance.ipv6Addresses) ?? []).map((text) => setOf(6, text)));
  const wanted = known(instance.ipv6AddressCount) ?? (subnetWantsIpv6(context.design, subnet) ? 1 : 0);
  const six =
    listed6.length > 0 || subnet.blocks[6].ranges.length === 0 || wanted === 0
      ? listed6
      : [freeAddresses(subnet, 6)];
  const mappings: AddressMapping[] = [];
  const uses = [
    ...(context.elasticIps.get(instanceId) ?? []),
    ...(context.elasticIps.get(`eni:${instanceId}`) ?? []),
  ];
  const [first] = four;
  if (first) {
    const fixed = known(instance.publicIpAddress);
    const flag = known(instance.associatePublicIpAddress);
    const inherited =
      instance.associatePublicIpAddress === undefined &&
      followedValue(context.design, instance, 'associatePublicIpAddress') === true;
    if (fixed !== undefined || flag === true || inherited) {
      mappings.push({
        private: first,
        public: (fixed === undefined ? undefined : setOf(4, fixed)) ?? PUBLIC[4],
        elasticIp: undefined,
        // AD-4: the launch default foretells the address of a drawn instance; it says nothing of a seen one.
        predicted: inherited && fixed === undefined ? 'predicted' : 'stated',
      });
    }
  }
  const ownCheck =
    known(instance.sourceDestCheck) ?? (instance.sourceDestCheck === undefined ? true : undefined);
  return {
    id: `eni:${instanceId}`,
    owner: instanceId,
    ownerKind: 'instance',
    subnet,
    vpc: subnet.vpc,
    addresses: { 4: four, 6: six },
    own: { 4: unionOfAddresses(four, 4), 6: unionOfAddresses(six, 6) },
    mappings: mappingsFrom(uses, mappings, first),
    mappingsMissing: untoldMapping(context.design, subnet.vpc, instanceId, instance, first, uses),
    groups: groupsOn(context, instanceId, instance.securityGroupIds, subnet.vpc),
    sourceDestCheck: ownCheck,
    state: stateOfInstance(instanceId, instance),
    nat: undefined,
    forwarding: forwardingOf(instance),
    windows: known(instance.platform)?.toLowerCase() === 'windows',
    service: 'plain',
    denyAllIgwTraffic: false,
    filtered: 'groups',
    primaryOfInstance: undefined,
    metadata: metadataOf(context.design, subnet.vpc, instance),
  };
}

function subnetWantsIpv6(design: Design, subnet: SubnetNode): boolean {
  const resource = design.resources[subnet.id];
  return (
    resource?.kind === 'subnet' &&
    (known(resource.assignIpv6AddressOnCreation) === true || known(resource.ipv6Native) === true)
  );
}

/** The interface of a NAT gateway that was drawn without one. */
export function natInterface(context: InterfaceContext, nat: NatNode, subnet: SubnetNode): InterfaceNode {
  const resource = context.design.resources[nat.id];
  const entries = resource?.kind === 'natGateway' ? (known(resource.natGatewayAddresses) ?? []) : [];
  const mappings: AddressMapping[] = [];
  const four: AddressSet[] = [];
  for (const entry of entries) {
    const privateIp = known(entry.privateIp);
    const own = (privateIp === undefined ? undefined : setOf(4, privateIp)) ?? freeAddresses(subnet, 4);
    four.push(own);
    const publicIp = known(entry.publicIp) ?? publicIpOf(context.design, known(entry.allocationId));
    if (publicIp !== undefined || entry.allocationId !== undefined) {
      mappings.push({
        private: own,
        public: (publicIp === undefined ? undefined : setOf(4, publicIp)) ?? PUBLIC[4],
        elasticIp: known(entry.allocationId),
        predicted: 'stated',
      });
    }
  }
  if (four.length === 0 && subnet.blocks[4].ranges.length > 0) four.push(freeAddresses(subnet, 4));
  return {
    id: `eni:${nat.id}`,
    owner: nat.id,
    ownerKind: 'natGateway',
    subnet,
    vpc: subnet.vpc,
    addresses: { 4: four, 6: [] },
    own: { 4: unionOfAddresses(four, 4), 6: noAddress(6) },
    mappings: mappingsFrom(context.elasticIps.get(nat.id) ?? [], mappings, four[0]),
    mappingsMissing: undefined,
    groups: [],
    sourceDestCheck: false,
    state: { kind: 'live' },
    nat,
    forwarding: 'none',
    windows: false,
    service: 'plain',
    denyAllIgwTraffic: false,
    filtered: 'none',
    primaryOfInstance: undefined,
    metadata: { 4: 'not-an-instance', 6: 'not-an-instance' },
  };
}

export function publicIpOf(design: Design, allocationId: string | undefined): string | undefined {
  const address = allocationId === undefined ? undefined : design.resources[allocationId];
  return address?.kind === 'elasticIp' ? known(address.publicIp) : undefined;
}
