/** The compiled network: references resolved, addresses as numbers, rules as header sets. Built once, read by devices. */

import type { Design, ResourceId } from '../../model/index.ts';
import type { AddressSet, Cidr, Family, HeaderSet } from '../../net/index.ts';
import type { MissingFact } from '../answers.ts';

/** A value, or the fact that is missing. */
export type Known<Value> =
  | { readonly value: Value; readonly missing?: never }
  | { readonly missing: MissingFact; readonly value?: never };

export interface VpcNode {
  readonly id: ResourceId;
  readonly ownerId: string | undefined;
  readonly region: string | undefined;
  readonly origin: 'read' | 'drawn';
  readonly blocks: Readonly<Record<Family, AddressSet>>;
  readonly cidrs: Readonly<Record<Family, readonly Cidr[]>>;
  /** The first IPv4 block: the resolver answers at its third address. */
  readonly primary: Cidr | undefined;
  /** A block that the source did not tell. */
  readonly missingBlock: MissingFact | undefined;
  /** IPv6 blocks marked private: dropped at internet gateways (AD-5). */
  readonly privateIpv6: AddressSet;
  readonly dnsSupport: boolean | undefined;
  readonly subnets: SubnetNode[];
  readonly interfaces: InterfaceNode[];
  /** Attached gateway; missing fact when the input does not tell; undefined when there is none. */
  internetGateway: Known<GatewayNode | undefined>;
  egressOnlyGateway: Known<GatewayNode | undefined>;
  readonly natGateways: NatNode[];
  blockPublicAccess: Known<BlockMode>;
  /** Nobody supplied the setting: it is taken as off (V-6). */
  blockAssumed: 'off-by-default' | undefined;
  /** What the VPC as a whole is excluded from Block Public Access for. */
  exclusion: 'none' | 'allow-bidirectional' | 'allow-egress' | 'unknown';
  /** All interfaces of the VPC are in the input: a free address is surely free. */
  readonly interfacesComplete: boolean;
  readonly byAddress: Map<bigint, InterfaceNode>[];
}

export type BlockMode = 'off' | 'bidirectional' | 'ingress';

export interface SubnetNode {
  readonly id: ResourceId;
  readonly vpc: VpcNode;
  readonly zone: string | undefined;
  readonly blocks: Readonly<Record<Family, AddressSet>>;
  readonly cidrs: Readonly<Record<Family, readonly Cidr[]>>;
  readonly interfaces: InterfaceNode[];
  table: Known<TableNode>;
  acl: Known<AclNode>;
  /** Exclusion from Block Public Access that covers it. */
  exclusion: 'none' | 'allow-bidirectional' | 'allow-egress' | 'conflicting' | 'unknown';
}

export interface AddressMapping {
  readonly private: AddressSet;
  /** One address, or all public ones where AWS will choose. */
  readonly public: AddressSet;
  readonly elasticIp: ResourceId | undefined;
  /** Foretold from the subnet's launch default, not seen. */
  readonly predicted: 'stated' | 'predicted';
}

export type InterfaceState =
  | { readonly kind: 'live'; readonly assumed?: 'running' }
  | { readonly kind: 'dead'; readonly state: string; readonly resource: ResourceId }
  | { readonly kind: 'unknown'; readonly missing: MissingFact };

export type Forwarding = 'nat' | 'pass' | 'none' | 'unstated';

export interface InterfaceNode {
  readonly id: ResourceId;
  /** What a person sees as the thing: the instance, the NAT gateway, or the interface itself. */
  readonly owner: ResourceId;
  readonly ownerKind: 'instance' | 'natGateway' | 'networkInterface';
  readonly subnet: SubnetNode;
  readonly vpc: VpcNode;
  /** First is primary. A set of more than one address means: AWS will choose one of these. */
  readonly addresses: Readonly<Record<Family, readonly AddressSet[]>>;
  /** All that counts as its own: addresses and delegated prefixes (AD-2). */
  readonly own: Readonly<Record<Family, AddressSet>>;
  readonly mappings: readonly AddressMapping[];
  /** Mappings could not be read. */
  readonly mappingsMissing: MissingFact | undefined;
  readonly groups: readonly GroupNode[];
  readonly sourceDestCheck: boolean | undefined;
  readonly state: InterfaceState;
  readonly nat: NatNode | undefined;
  readonly forwarding: Forwarding;
  readonly windows: boolean;
  readonly denyAllIgwTraffic: boolean;
  /** AWS runs it for a service that is not modelled: what it does with a packet is not known. */
  readonly service: 'plain' | 'unmodelled';
  /** No security group applies: NAT gateways. */
  readonly filtered: 'groups' | 'none';
  /** The instance's first interface, where this is another one. */
  primaryOfInstance: InterfaceNode | undefined;
  readonly metadata: Readonly<Record<Family, 'on' | 'off' | 'unknown' | 'not-an-instance'>>;
}

export interface GatewayNode {
  readonly id: ResourceId;
  readonly kind: 'internetGateway' | 'egressOnlyInternetGateway';
  /** The VPC it is attached to; undefined when detached. */
  readonly vpc: VpcNode | undefined;
  edgeTable: TableNode | undefined;
}

export interface NatNode {
  readonly id: ResourceId;
  readonly vpc: VpcNode;
  /** Undefined for a regional one. */
  readonly subnet: SubnetNode | undefined;
  readonly connectivity: 'public' | 'private';
  /** `available`, else what it says. */
  readonly state: string;
  interface: InterfaceNode | undefined;
  /** Regional: the zones it has addresses in, when set by hand. */
  readonly manualZones: readonly string[] | undefined;
  readonly tableId: ResourceId | undefined;
  /** Regional: what the internet sees. */
  readonly publicAddresses: AddressSet;
}

export type Target =
  | { readonly kind: 'local' }
  | { readonly kind: 'internetGateway'; readonly gateway: GatewayNode }
  | { readonly kind: 'egressOnlyInternetGateway'; readonly gateway: GatewayNode }
  | { readonly kind: 'natGateway'; readonly nat: NatNode }
  | { readonly kind: 'interface'; readonly interface: InterfaceNode }
  /** It is there and leads nowhere (RT-7). */
  | { readonly kind: 'dead'; readonly id: ResourceId; readonly state: string }
  /** A kind that is not modelled. */
  | { readonly kind: 'unsupported'; readonly id: ResourceId }
  | { readonly kind: 'missing'; readonly missing: MissingFact };

export interface RouteNode {
  readonly table: ResourceId;
  /** Position in the document's list; -1 for an implied local route. */
  readonly index: number;
  readonly cidr: Cidr;
  readonly target: Target;
  /** 0 local, 1 static, 2 prefix list, 3 propagated (RT-3). */
  readonly rank: number;
  /** The destination as written: a block, or a prefix list's id. */
  readonly destination: string;
  /** The target's id as written, `local` for the local route. */
  readonly targetId: string;
}

/** A route that AWS refuses, and why: ignored in lookups (RT-6, RT-10). */
export interface RefusedRoute {
  readonly index: number;
  readonly destination: string;
  readonly targetId: string;
  readonly reason:
    | 'inside-vpc-block'
    | 'reserved-range'
    | 'family'
    | 'edge-target'
    | 'edge-destination'
    | 'propagated-inside-vpc';
}

export interface TableNode {
  readonly id: ResourceId;
  readonly vpc: VpcNode;
  /** Longest prefix first, then rank. */
  readonly routes: Readonly<Record<Family, readonly RouteNode[]>>;
  /** Routes by a prefix list whose entries are unknown: each may match anything of its family. */
  readonly unknownLists: Readonly<Record<Family, readonly RouteNode[]>>;
  readonly refused: readonly RefusedRoute[];
  /** Routes of the table were not supplied or hold an unknown. */
  readonly missing: MissingFact | undefined;
  /** In the document, or AWS's own that nobody wrote down. */
  readonly implied: 'written' | 'implied';
}

export type Peer =
  | { readonly kind: 'addresses'; readonly set: AddressSet }
  | { readonly kind: 'group'; readonly id: ResourceId; readonly standing: 'known' | 'stale' | 'unknown' }
  | { readonly kind: 'missing'; readonly missing: MissingFact; readonly family: Family | undefined };

export interface GroupRule {
  /** Position in the document's list of rules; -1 for an implied one. */
  readonly index: number;
  readonly headers: HeaderSet;
  /** Headers that it may match, where a member is unknown. */
  readonly maybeHeaders: HeaderSet;
  readonly peer: Peer;
  readonly missing: MissingFact | undefined;
}

export interface GroupNode {
  readonly id: ResourceId;
  readonly ingress: readonly GroupRule[];
  readonly egress: readonly GroupRule[];
  /** The group's rules are not in the input. */
  readonly missing: MissingFact | undefined;
  /** Stands for groups that the input does not name: any reference may mean one of them. */
  readonly untold?: true;
}

export interface AclEntry {
  readonly number: number;
  readonly action: 'allow' | 'deny';
  readonly set: AddressSet;
  readonly headers: HeaderSet;
  readonly index: number;
  /** An unknown member: it may or may not match. */
  readonly missing: MissingFact | undefined;
}

export interface AclNode {
  readonly id: ResourceId;
  /** Lowest number first, by direction and family; the final deny is implied. */
  readonly entries: Readonly<Record<'in' | 'out', Readonly<Record<Family, readonly AclEntry[]>>>>;
  readonly missing: MissingFact | undefined;
  readonly implied: 'written' | 'implied';
}

/** A public address of the network: whose it is. */
export interface PublicFace {
  readonly interface: InterfaceNode;
  readonly mapping: AddressMapping;
}

/**
 * What a packet of one part of the network can meet beyond it. While two networks have the same one, an answer about
 * nodes that they share, and about the internet, is the same in both.
 */
export interface Outside {
  /** The blocks of every VPC, by id. */
  readonly blocks: ReadonlyMap<ResourceId, Readonly<Record<Family, AddressSet>>>;
  readonly ownPublic: Readonly<Record<Family, AddressSet>>;
  readonly standing: 'settled' | 'contested';
}

export interface Network {
  readonly design: Design;
  /** `nothing`: assumptions are unknowns like any other. */
  readonly assume: 'stated' | 'nothing';
  readonly vpcs: ReadonlyMap<ResourceId, VpcNode>;
  readonly subnets: ReadonlyMap<ResourceId, SubnetNode>;
  readonly interfaces: ReadonlyMap<ResourceId, InterfaceNode>;
  /** Interfaces by what they belong to: an instance, a NAT gateway, themselves. First is primary. */
  readonly interfacesOf: ReadonlyMap<ResourceId, readonly InterfaceNode[]>;
  readonly tables: ReadonlyMap<ResourceId, TableNode>;
  readonly acls: ReadonlyMap<ResourceId, AclNode>;
  readonly groups: ReadonlyMap<ResourceId, GroupNode>;
  readonly gateways: ReadonlyMap<ResourceId, GatewayNode>;
  readonly nats: ReadonlyMap<ResourceId, NatNode>;
  /** Interfaces that carry a group, for references. */
  readonly publicFaces: ReadonlyMap<bigint, PublicFace>;
  /** Every public address or block that the network itself holds, by family. */
  readonly ownPublic: Readonly<Record<Family, AddressSet>>;
  readonly outside: Outside;
  /** Answers kept for the life of this network; never part of an answer. */
  readonly memo: Map<string, unknown>;
}
