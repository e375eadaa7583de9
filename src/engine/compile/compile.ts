/** The document made a network: in one pass over each kind, references resolved, nothing judged yet. */

import { known, resourcesOfKind, type Design, type ResourceId } from '../../model/index.ts';
import { singleAddress } from '../../net/index.ts';
import { hasAwsDefaults, missingFact } from './coverage.ts';
import { compileGroup, defaultGroup } from './groups.ts';
import { isKeptVpc, keptFrom, keptNode, type Kept } from './kept.ts';
import {
  compileInterface,
  impliedInterface,
  natInterface,
  type ElasticIpUse,
  type InterfaceContext,
} from './interfaces.ts';
import type { GroupNode, InterfaceNode, NatNode, Network, SubnetNode, VpcNode } from './network.ts';
import { compileTables, compileAcls } from './associations.ts';
import { applyBlockPublicAccess } from './block-public-access.ts';
import { compileGateways, compileNats } from './gateways.ts';
import { outsideOf, publicIndex } from './outside.ts';
import { subnetNode, vpcNode } from './vpcs.ts';

export interface CompileOptions {
  /** `nothing`: what a rule would assume becomes an unknown (`--strict`). */
  readonly assume?: 'stated' | 'nothing';
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
            missing: missingFact('group', vpc.id, 'securityGroup'),
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
      missing: missingFact('group', id, 'securityGroup'),
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
