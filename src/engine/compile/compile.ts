/** The document made a network: in one pass over each kind, references resolved, nothing judged yet. */

import {
  isUnknown,
  known,
  resourcesOfKind,
  type Design,
  type ResourceId,
  type Subnet,
  type Vpc,
} from '../../model/index.ts';
import {
  addressesOf,
  commonAddresses,
  countAddresses,
  oneAddress,
  parseAddress,
  parseCidr,
  sameAddresses,
  singleAddress,
  unionOfAddresses,
  type AddressSet,
  type Cidr,
  type Family,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { MissingFact } from '../answers.ts';
import { compileAcl, defaultAcl } from './acls.ts';
import { commandFor, hasAwsDefaults, isComplete, type Place } from './coverage.ts';
import { compileGroup, defaultGroup } from './groups.ts';
import { isKeptVpc, keptFrom, keptNode, type Kept } from './kept.ts';
import {
  compileInterface,
  impliedInterface,
  natInterface,
  publicIpOf,
  type ElasticIpUse,
  type InterfaceContext,
} from './interfaces.ts';
import type {
  AclNode,
  BlockMode,
  GatewayNode,
  GroupNode,
  InterfaceNode,
  Known,
  NatNode,
  Network,
  Outside,
  PublicFace,
  SubnetNode,
  TableNode,
  VpcNode,
} from './network.ts';
import { compileTable, type TargetIndex } from './routes.ts';

export interface CompileOptions {
  /** `nothing`: what a rule would assume becomes an unknown (`--strict`). */
  readonly assume?: 'stated' | 'nothing';
}

const fact = (name: string, resource: ResourceId, kind: string): MissingFact => {
  const obtain = commandFor(kind);
  return obtain === undefined ? { fact: name, resource } : { fact: name, resource, obtain };
};

function cidrsOf(texts: readonly (string | undefined)[], family: Family): Cidr[] {
  const cidrs: Cidr[] = [];
  for (const text of texts) {
    const parsed = text === undefined ? undefined : parseCidr(text);
    if (parsed?.ok && parsed.value.family === family) cidrs.push(parsed.value);
  }
  return cidrs;
}

const union = (cidrs: readonly Cidr[], family: Family): AddressSet =>
  unionOfAddresses(cidrs.map(addressesOf), family);

function vpcNode(design: Design, id: ResourceId, vpc: Vpc): VpcNode {
  const secondary = known(vpc.cidrBlockAssociationSet) ?? [];
  const sixes = known(vpc.ipv6CidrBlockAssociationSet) ?? [];
  const four = cidrsOf([known(vpc.cidrBlock), ...secondary.map((entry) => known(entry.cidrBlock))], 4);
  const six = cidrsOf(
    sixes.map((entry) => known(entry.ipv6CidrBlock)),
    6,
  );
  const unknownBlock =
    (vpc.cidrBlock !== undefined && known(vpc.cidrBlock) === undefined) ||
    (vpc.cidrBlockAssociationSet !== undefined && known(vpc.cidrBlockAssociationSet) === undefined) ||
    secondary.some((entry) => known(entry.cidrBlock) === undefined) ||
    sixes.some((entry) => known(entry.ipv6CidrBlock) === undefined) ||
    (vpc.ipv6CidrBlockAssociationSet !== undefined && known(vpc.ipv6CidrBlockAssociationSet) === undefined);
  const place: Place = {
    ownerId: known(vpc.ownerId) ?? design.defaults?.ownerId,
    region: known(vpc.region) ?? design.defaults?.region,
    origin: vpc.provenance === undefined ? 'drawn' : 'read',
  };
  return {
    id,
    ...place,
    blocks: { 4: union(four, 4), 6: union(six, 6) },
    cidrs: { 4: four, 6: six },
    primary: four[0],
    missingBlock: unknownBlock ? fact('cidr-of', id, 'vpc') : undefined,
    privateIpv6: union(
      cidrsOf(
        sixes
          .filter((entry) => entry.ipv6AddressAttribute === 'private')
          .map((entry) => known(entry.ipv6CidrBlock)),
        6,
      ),
      6,
    ),
    dnsSupport: vpc.enableDnsSupport === undefined ? true : known(vpc.enableDnsSupport),
    subnets: [],
    interfaces: [],
    internetGateway: { value: undefined },
    egressOnlyGateway: { value: undefined },
    natGateways: [],
    blockPublicAccess: { value: 'off' },
    blockAssumed: undefined,
    exclusion: 'none',
    interfacesComplete: isComplete(design, 'networkInterface', place),
    byAddress: [],
  };
}

function subnetNode(id: ResourceId, subnet: Subnet, vpc: VpcNode): SubnetNode {
  const four = cidrsOf([known(subnet.cidrBlock)], 4);
  const six = cidrsOf(
    (known(subnet.ipv6CidrBlockAssociationSet) ?? []).map((entry) => known(entry.ipv6CidrBlock)),
    6,
  );
  return {
    id,
    vpc,
    zone: known(subnet.availabilityZoneId) ?? known(subnet.availabilityZone),
    blocks: { 4: union(four, 4), 6: union(six, 6) },
    cidrs: { 4: four, 6: six },
    interfaces: [],
    table: { missing: fact('route-table-of', id, 'routeTable') },
    acl: { missing: fact('acl-of', id, 'networkAcl') },
    exclusion: 'none',
  };
}

function elasticIpUses(design: Design): Map<ResourceId, ElasticIpUse[]> {
  const uses = new Map<ResourceId, ElasticIpUse[]>();
  for (const [id, address] of resourcesOfKind(design, 'elasticIp')) {
    const target =
      known(address.networkInterfaceId) ?? known(address.natGatewayId) ?? known(address.instanceId);
    if (target === undefined) continue;
    const use: ElasticIpUse = {
      id,
      publicIp: known(address.publicIp),
      privateIp: known(address.privateIpAddress),
    };
    const list = uses.get(target);
    if (list) list.push(use);
    else uses.set(target, [use]);
  }
  return uses;
}

function compileGateways(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  kept: Kept | undefined,
): Map<ResourceId, GatewayNode> {
  const gateways = new Map<ResourceId, GatewayNode>();
  for (const kind of ['internetGateway', 'egressOnlyInternetGateway'] as const) {
    const attachedTo = new Map<VpcNode, GatewayNode>();
    for (const [id, gateway] of resourcesOfKind(design, kind)) {
      const former = keptNode(kept, id, (network) => network.gateways);
      if (former) {
        gateways.set(id, former);
        continue;
      }
      const attachment = (known(gateway.attachments) ?? []).find(
        (entry) =>
          entry.vpcId !== undefined &&
          !['detaching', 'detached', 'attaching'].includes(entry.state ?? 'attached'),
      );
      const vpc = attachment?.vpcId === undefined ? undefined : vpcs.get(attachment.vpcId);
      const node: GatewayNode = { id, kind, vpc, edgeTable: undefined };
      gateways.set(id, node);
      if (vpc && !attachedTo.has(vpc)) attachedTo.set(vpc, node);
    }
    for (const vpc of vpcs.values()) {
      if (isKeptVpc(kept, vpc)) continue;
      const attached = attachedTo.get(vpc);
      const answer: Known<GatewayNode | undefined> =
        attached || isComplete(design, kind, vpc)
          ? { value: attached }
          : {
              missing: fact(
                kind === 'internetGateway' ? 'internet-gateways-of' : 'egress-only-gateways-of',
                vpc.id,
                kind,
              ),
            };
      if (kind === 'internetGateway') vpc.internetGateway = answer;
      else vpc.egressOnlyGateway = answer;
    }
  }
  return gateways;
}

function compileNats(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  kept: Kept | undefined,
): Map<ResourceId, NatNode> {
  const nats = new Map<ResourceId, NatNode>();
  for (const [id, nat] of resourcesOfKind(design, 'natGateway')) {
    const former = keptNode(kept, id, (network) => network.nats);
    if (former) {
      nats.set(id, former);
      continue;
    }
    const regional = known(nat.availabilityMode) === 'regional';
    const subnet = regional ? undefined : subnets.get(known(nat.subnetId) ?? '');
    const vpc = subnet?.vpc ?? vpcs.get(known(nat.vpcId) ?? '');
    if (!vpc || (!regional && !subnet)) continue;
    const addresses = known(nat.natGatewayAddresses) ?? [];
    const publics = addresses.map(
      (entry) => known(entry.publicIp) ?? publicIpOf(design, known(entry.allocationId)),
    );
    const sets = publics.map((text) => {
      const parsed = text === undefined ? undefined : parseAddress(text);
      return parsed?.ok && parsed.value.family === 4 ? oneAddress(4, parsed.value.value) : PUBLIC[4];
    });
    const zones = addresses.flatMap((entry) => known(entry.availabilityZone) ?? []);
    nats.set(id, {
      id,
      vpc,
      subnet,
      connectivity: known(nat.connectivityType) === 'private' ? 'private' : 'public',
      state: known(nat.state) ?? 'available',
      interface: undefined,
      manualZones: regional && known(nat.autoProvisionZones) === 'disabled' ? zones : undefined,
      tableId: known(nat.routeTableId),
      publicAddresses: sets.length > 0 ? unionOfAddresses(sets, 4) : PUBLIC[4],
    });
    vpc.natGateways.push(nats.get(id) ?? fail());
  }
  return nats;
}

function fail(): never {
  throw new Error('a value that was just set is gone');
}

interface OwnedInterfaces {
  readonly interfaces: Map<ResourceId, InterfaceNode>;
  readonly interfacesOf: Map<ResourceId, InterfaceNode[]>;
}

function compileInterfaces(
  context: InterfaceContext,
  nats: ReadonlyMap<ResourceId, NatNode>,
  kept: Kept | undefined,
  recall: (group: GroupNode) => void,
): OwnedInterfaces {
  const { design } = context;
  const interfaces = new Map<ResourceId, InterfaceNode>();
  const interfacesOf = new Map<ResourceId, InterfaceNode[]>();
  const natOf = new Map<ResourceId, NatNode>();
  for (const [id, nat] of resourcesOfKind(design, 'natGateway')) {
    const node = nats.get(id);
    for (const entry of known(nat.natGatewayAddresses) ?? []) {
      const eni = known(entry.networkInterfaceId);
      if (eni !== undefined && node) natOf.set(eni, node);
    }
  }
  const listedBy = new Map<ResourceId, { readonly instance: ResourceId; readonly place: number }>();
  for (const [id, instance] of resourcesOfKind(design, 'instance')) {
    (known(instance.networkInterfaceIds) ?? []).forEach((eni, place) =>
      listedBy.set(eni, { instance: id, place }),
    );
  }
  const add = (node: InterfaceNode): void => {
    interfaces.set(node.id, node);
    const list = interfacesOf.get(node.owner);
    if (list) list.push(node);
    else interfacesOf.set(node.owner, [node]);
    if (node.owner !== node.id) interfacesOf.set(node.id, [node]);
  };
  const order = (id: ResourceId): number => {
    const eni = design.resources[id];
    const index = eni?.kind === 'networkInterface' ? known(eni.attachment)?.deviceIndex : undefined;
    return index ?? listedBy.get(id)?.place ?? 0;
  };
  const sorted = resourcesOfKind(design, 'networkInterface').sort(([a], [b]) => order(a) - order(b));
  const keptInterface = (id: ResourceId, of: ResourceId): InterfaceNode | 'none' | undefined =>
    kept?.has(of) === true ? (kept.former.interfaces.get(id) ?? 'none') : undefined;
  const take = (node: InterfaceNode): void => {
    // Its groups that the input lacks are known to the network by it alone.
    for (const group of node.groups) recall(group);
    add(node);
  };
  for (const [id, eni] of sorted) {
    const former = keptInterface(id, id);
    if (former) {
      if (former !== 'none') take(former);
      continue;
    }
    const attachedTo = known(known(eni.attachment)?.instanceId) ?? listedBy.get(id)?.instance;
    const instance = attachedTo === undefined ? undefined : design.resources[attachedTo];
    const nat = natOf.get(id);
    const node = compileInterface(context, id, eni, {
      id: nat?.id ?? (instance?.kind === 'instance' ? (attachedTo ?? id) : id),
      instance: instance?.kind === 'instance' ? instance : undefined,
      nat,
      attachedTo,
      rank: order(id) === 0 ? 'first' : 'further',
    });
    if (!node) continue;
    if (nat) nat.interface ??= node;
    add(node);
  }
  for (const [id, instance] of resourcesOfKind(design, 'instance')) {
    const attached = interfacesOf.get(id) ?? [];
    // A second interface stands beside the implied first one, not in its stead.
    const onlyFurther = attached.every((node) => order(node.id) > 0);
    if (!onlyFurther || (known(instance.networkInterfaceIds) ?? []).length > 0) continue;
    const former = keptInterface(`eni:${id}`, id);
    const node = former === undefined ? impliedInterface(context, id, instance) : former;
    if (!node || node === 'none') continue;
    if (former === undefined) add(node);
    else take(node);
    if (attached.length > 0) interfacesOf.set(id, [node, ...attached.filter((each) => each !== node)]);
  }
  for (const nat of nats.values()) {
    if (nat.interface && !interfaces.has(nat.interface.id)) add(nat.interface);
    if (nat.interface || !nat.subnet) continue;
    nat.interface = natInterface(context, nat, nat.subnet);
    add(nat.interface);
  }
  for (const [owner, list] of interfacesOf) {
    const [primary, ...others] = list;
    if (primary && primary.owner === owner)
      for (const other of others) if (!isKeptVpc(kept, other.vpc)) other.primaryOfInstance = primary;
  }
  return { interfaces, interfacesOf };
}

function placeInterfaces(interfaces: ReadonlyMap<ResourceId, InterfaceNode>, kept: Kept | undefined): void {
  for (const node of interfaces.values()) {
    if (isKeptVpc(kept, node.vpc)) continue;
    node.subnet.interfaces.push(node);
    node.vpc.interfaces.push(node);
    for (const family of [4, 6] as const) {
      for (const set of node.addresses[family]) {
        const value = singleAddress(set);
        if (value === undefined) continue;
        const index = (node.vpc.byAddress[family] ??= new Map<bigint, InterfaceNode>());
        if (!index.has(value)) index.set(value, node);
      }
    }
  }
}

function compileTables(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  index: TargetIndex,
  kept: Kept | undefined,
): Map<ResourceId, TableNode> {
  const tables = new Map<ResourceId, TableNode>();
  const mains = new Map<VpcNode, TableNode[]>();
  const explicit = new Map<SubnetNode, TableNode[]>();
  /** VPCs with a table whose subnets are not all told: any subnet may be one of them. */
  const openTables = new Set<VpcNode>();
  for (const [id, table] of resourcesOfKind(design, 'routeTable')) {
    const vpc = vpcs.get(known(table.vpcId) ?? '');
    if (!vpc) continue;
    const former = keptNode(kept, id, (network) => network.tables);
    if (former) {
      tables.set(id, former);
      continue;
    }
    const associations = known(table.associations) ?? [];
    const edgeOf = associations.flatMap((entry) => index.gateways.get(known(entry.gatewayId) ?? '') ?? []);
    const node = compileTable(design, id, table, vpc, index, edgeOf.length > 0 ? 'edge' : 'subnet');
    tables.set(id, node);
    for (const gateway of edgeOf) gateway.edgeTable = node;
    if (isUnknown(table.associations) || associations.some((entry) => isUnknown(entry.subnetId)))
      openTables.add(vpc);
    for (const entry of associations) {
      if (entry.main === true) mains.set(vpc, [...(mains.get(vpc) ?? []), node]);
      const subnet = subnets.get(known(entry.subnetId) ?? '');
      // AWS associates a table with subnets of its own VPC alone.
      if (subnet?.vpc === vpc) explicit.set(subnet, [...(explicit.get(subnet) ?? []), node]);
    }
  }
  for (const vpc of vpcs.values()) {
    if (isKeptVpc(kept, vpc)) continue;
    const [main, second] = mains.get(vpc) ?? [];
    let effective: Known<TableNode>;
    if (main && !second) effective = { value: main };
    else if (!main && hasAwsDefaults(design, vpc) && isComplete(design, 'routeTable', vpc)) {
      // V-6: in a drawing, an unstated main table is AWS's own, with local routes alone.
      effective = { value: compileTable(design, `${vpc.id}.main`, undefined, vpc, index, 'subnet') };
    } else effective = { missing: fact('main-route-table-of', vpc.id, 'routeTable') };
    for (const subnet of vpc.subnets) {
      const [own, other] = explicit.get(subnet) ?? [];
      // RT-1; two associations contradict each other (B-18).
      if (other) subnet.table = { missing: fact('route-table-of', subnet.id, 'routeTable') };
      else if (own) subnet.table = { value: own };
      else if (isComplete(design, 'routeTable', vpc) && !openTables.has(vpc)) subnet.table = effective;
    }
  }
  return tables;
}

function compileAcls(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  kept: Kept | undefined,
): Map<ResourceId, AclNode> {
  const acls = new Map<ResourceId, AclNode>();
  const explicit = new Map<SubnetNode, AclNode[]>();
  const defaults = new Map<VpcNode, AclNode>();
  const openAcls = new Set<VpcNode>();
  for (const [id, acl] of resourcesOfKind(design, 'networkAcl')) {
    const former = keptNode(kept, id, (network) => network.acls);
    if (former) {
      acls.set(id, former);
      continue;
    }
    const node = compileAcl(id, acl);
    acls.set(id, node);
    const vpc = vpcs.get(known(acl.vpcId) ?? '');
    if (vpc && isUnknown(acl.associations)) openAcls.add(vpc);
    if (vpc && known(acl.isDefault) === true) defaults.set(vpc, node);
    for (const entry of known(acl.associations) ?? []) {
      const subnet = subnets.get(entry.subnetId);
      // Nor does an ACL serve a subnet of another VPC.
      if (subnet && subnet.vpc === vpc) explicit.set(subnet, [...(explicit.get(subnet) ?? []), node]);
    }
  }
  for (const vpc of vpcs.values()) {
    if (isKeptVpc(kept, vpc)) continue;
    // Another ACL that was not supplied may hold the subnet (D-8).
    const told = isComplete(design, 'networkAcl', vpc) ? defaults.get(vpc) : undefined;
    const implied =
      told ??
      (hasAwsDefaults(design, vpc) && isComplete(design, 'networkAcl', vpc) ? defaultAcl(vpc.id) : undefined);
    for (const subnet of vpc.subnets) {
      const [own, other] = explicit.get(subnet) ?? [];
      if (other) continue;
      const effective = own ?? (openAcls.has(vpc) ? undefined : implied);
      if (effective) subnet.acl = { value: effective };
    }
  }
  return acls;
}

function applyBlockPublicAccess(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  kept: Kept | undefined,
): void {
  for (const [, setting] of resourcesOfKind(design, 'vpcBlockPublicAccess')) {
    const ownerId = known(setting.ownerId) ?? design.defaults?.ownerId;
    const region = known(setting.region) ?? design.defaults?.region;
    const text = known(setting.internetGatewayBlockMode);
    const mode: BlockMode | undefined =
      text === 'block-bidirectional'
        ? 'bidirectional'
        : text === 'block-ingress'
          ? 'ingress'
          : text === 'off' || setting.internetGatewayBlockMode === undefined
            ? 'off'
            : undefined;
    const untold = setting.exclusions !== undefined && known(setting.exclusions) === undefined;
    const exclusions = new Map(
      (known(setting.exclusions) ?? []).map((entry) => [
        entry.resourceId,
        entry.internetGatewayExclusionMode,
      ]),
    );
    for (const vpc of vpcs.values()) {
      if (isKeptVpc(kept, vpc)) continue;
      const same = (a: string | undefined, b: string | undefined): boolean =>
        a === undefined || b === undefined || a === b;
      if (!same(vpc.ownerId, ownerId) || !same(vpc.region, region)) continue;
      vpc.blockPublicAccess =
        mode === undefined
          ? { missing: fact('block-public-access', vpc.id, 'vpcBlockPublicAccess') }
          : { value: mode };
      const wholeMode = exclusions.get(vpc.id);
      vpc.exclusion = untold
        ? 'unknown'
        : wholeMode === 'allow-bidirectional' || wholeMode === 'allow-egress'
          ? wholeMode
          : 'none';
      for (const subnet of vpc.subnets) {
        const own = exclusions.get(subnet.id);
        const whole = exclusions.get(vpc.id);
        // BP-4: exclusions of different modes on VPC and subnet are not settled.
        if (untold) subnet.exclusion = 'unknown';
        else if (own !== undefined && whole !== undefined && own !== whole) subnet.exclusion = 'conflicting';
        else {
          const chosen = own ?? whole;
          subnet.exclusion = chosen === 'allow-bidirectional' || chosen === 'allow-egress' ? chosen : 'none';
        }
      }
    }
  }
  // V-6: without the account's setting, the subnets' own captured states stand.
  if (resourcesOfKind(design, 'vpcBlockPublicAccess').length > 0) return;
  const states = resourcesOfKind(design, 'subnet').some(
    ([, subnet]) => subnet.blockPublicAccessStates !== undefined,
  );
  if (!states) {
    for (const vpc of vpcs.values()) {
      if (isKeptVpc(kept, vpc) || hasAwsDefaults(design, vpc)) continue;
      if (!isComplete(design, 'vpcBlockPublicAccess', vpc)) vpc.blockAssumed = 'off-by-default';
    }
  }
  for (const [id, subnet] of resourcesOfKind(design, 'subnet')) {
    const node = subnets.get(id);
    const state = known(subnet.blockPublicAccessStates)?.internetGatewayBlockMode;
    if (!node || state === undefined || state === 'off' || isKeptVpc(kept, node.vpc)) continue;
    node.vpc.blockPublicAccess = { value: state === 'block-ingress' ? 'ingress' : 'bidirectional' };
  }
  for (const [id, subnet] of resourcesOfKind(design, 'subnet')) {
    const node = subnets.get(id);
    const state = known(subnet.blockPublicAccessStates)?.internetGatewayBlockMode;
    if (node && state === 'off' && !isKeptVpc(kept, node.vpc)) node.exclusion = 'allow-bidirectional';
  }
}

interface PublicIndex extends Pick<Network, 'publicFaces' | 'ownPublic'> {
  /** `contested`: something public has two holders, of which the first in the document counts. */
  readonly standing: 'settled' | 'contested';
}

function publicIndex(
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
function outsideOf(former: Outside | undefined, now: Outside): Outside {
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

/** SG-8: AWS puts no group of another VPC on an interface, unless it is associated with this one. */
function isOfOtherVpc(design: Design, id: ResourceId, vpc: VpcNode): boolean {
  const group = design.resources[id];
  const home = group?.kind === 'securityGroup' ? known(group.vpcId) : undefined;
  if (group?.kind !== 'securityGroup' || home === undefined || home === vpc.id) return false;
  const others = known(group.vpcAssociations);
  return group.vpcAssociations === undefined || others?.every((each) => each.vpcId !== vpc.id) === true;
}

const withoutRules = (id: ResourceId): GroupNode => ({ id, ingress: [], egress: [], missing: undefined });

/**
 * Compiles a document. Never fails: what does not resolve becomes a missing fact or a dead target of
 * whatever needs it.
 */
export const compile = (design: Design, options: CompileOptions = {}): Network =>
  build(design, options.assume ?? 'stated', undefined);

/**
 * The same as `compile` of the design, where most of it was compiled before: nodes of parts that did not change are
 * the former network's own.
 */
export const compileAfter = (former: Network, design: Design): Network =>
  build(design, former.assume, keptFrom(former, design));

function build(design: Design, assumed: Network['assume'], kept: Kept | undefined): Network {
  const vpcs = new Map(
    resourcesOfKind(design, 'vpc').map(([id, vpc]) => [
      id,
      keptNode(kept, id, (network) => network.vpcs) ?? vpcNode(design, id, vpc),
    ]),
  );
  const subnets = new Map<ResourceId, SubnetNode>();
  for (const [id, subnet] of resourcesOfKind(design, 'subnet')) {
    const vpc = vpcs.get(known(subnet.vpcId) ?? '');
    if (!vpc) continue;
    const former = keptNode(kept, id, (network) => network.subnets);
    const node = former ?? subnetNode(id, subnet, vpc);
    subnets.set(id, node);
    if (!former) vpc.subnets.push(node);
  }
  const groups = new Map<ResourceId, GroupNode>();
  const defaultGroups = new Map<ResourceId, GroupNode>();
  for (const [id, group] of resourcesOfKind(design, 'securityGroup')) {
    const vpc = vpcs.get(known(group.vpcId) ?? '');
    const node =
      keptNode(kept, id, (network) => network.groups) ??
      compileGroup(
        design,
        id,
        group,
        vpc ?? { ownerId: undefined, region: undefined, origin: group.provenance ? 'read' : 'drawn' },
      );
    groups.set(id, node);
    if (vpc && known(group.groupName) === 'default') defaultGroups.set(vpc.id, node);
  }
  const defaultOf = (vpc: VpcNode): GroupNode => {
    let node = defaultGroups.get(vpc.id);
    if (!node) {
      // V-6, SG-1: AWS's own default group in a drawing; a missing fact in a capture.
      node = hasAwsDefaults(design, vpc)
        ? defaultGroup(vpc.id)
        : {
            id: `${vpc.id}.DefaultSecurityGroup`,
            ingress: [],
            egress: [],
            untold: true,
            missing: fact('group', vpc.id, 'securityGroup'),
          };
      defaultGroups.set(vpc.id, node);
    }
    return node;
  };
  const unknownGroup = (id: ResourceId): GroupNode => {
    const known_ = groups.get(id);
    if (known_) return known_;
    const former =
      kept && !Object.hasOwn(kept.former.design.resources, id) ? kept.former.groups.get(id) : undefined;
    const node: GroupNode = former ?? {
      id,
      ingress: [],
      egress: [],
      missing: fact('group', id, 'securityGroup'),
    };
    groups.set(id, node);
    return node;
  };
  /** A group that the input lacks is known by the interfaces that carry it. */
  const recall = (group: GroupNode): void => {
    if (group.missing && group.untold !== true && !groups.has(group.id)) groups.set(group.id, group);
  };
  const context: InterfaceContext = {
    design,
    subnets,
    elasticIps: elasticIpUses(design),
    groupsOf: (ids, vpc) =>
      ids && ids.length > 0
        ? [...new Set(ids)].map((id) => (isOfOtherVpc(design, id, vpc) ? withoutRules(id) : unknownGroup(id)))
        : [defaultOf(vpc)],
  };
  const gateways = compileGateways(design, vpcs, kept);
  const nats = compileNats(design, vpcs, subnets, kept);
  const { interfaces, interfacesOf } = compileInterfaces(context, nats, kept, recall);
  placeInterfaces(interfaces, kept);
  const tables = compileTables(design, vpcs, subnets, { gateways, nats, interfaces, interfacesOf }, kept);
  const acls = compileAcls(design, vpcs, subnets, kept);
  applyBlockPublicAccess(design, vpcs, subnets, kept);
  const index = publicIndex(interfaces, nats, vpcs);
  const outside = outsideOf(kept?.former.outside, {
    blocks: new Map([...vpcs].map(([id, { blocks }]) => [id, blocks])),
    ownPublic: index.ownPublic,
    standing: index.standing,
  });
  return {
    design,
    assume: assumed,
    vpcs,
    subnets,
    interfaces,
    interfacesOf,
    tables,
    acls,
    groups,
    gateways,
    nats,
    publicFaces: index.publicFaces,
    ownPublic: outside.ownPublic,
    outside,
    memo: new Map(),
  };
}
