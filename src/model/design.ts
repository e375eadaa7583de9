/** The document: one immutable value that holds a whole network, its drawing, and what the person expects of it. */

import { bucketed, flat } from './buckets.ts';
import type { KindDefinition, ResourceOf } from './kind.ts';
import { kinds, type KindDefinitions } from './kinds/index.ts';

export type Kind = keyof KindDefinitions;

/** The shape of each kind, by its name. */
export type ResourceByKind = { readonly [K in Kind]: ResourceOf<KindDefinitions[K]> };

export type Resource = ResourceByKind[Kind];
export type Vpc = ResourceByKind['vpc'];
export type Subnet = ResourceByKind['subnet'];
export type RouteTable = ResourceByKind['routeTable'];
export type InternetGateway = ResourceByKind['internetGateway'];
export type EgressOnlyInternetGateway = ResourceByKind['egressOnlyInternetGateway'];
export type NatGateway = ResourceByKind['natGateway'];
export type NetworkInterface = ResourceByKind['networkInterface'];
export type Instance = ResourceByKind['instance'];
export type ElasticIp = ResourceByKind['elasticIp'];
export type SecurityGroup = ResourceByKind['securityGroup'];
export type NetworkAcl = ResourceByKind['networkAcl'];
export type ManagedPrefixList = ResourceByKind['managedPrefixList'];

export type Route = Extract<NonNullable<RouteTable['routes']>, readonly unknown[]>[number];
export type SecurityGroupRule = Extract<NonNullable<SecurityGroup['rules']>, readonly unknown[]>[number];
export type NetworkAclEntry = Extract<NonNullable<NetworkAcl['entries']>, readonly unknown[]>[number];

export type ResourceId = string;

/** Where a resource stands, relative to its container, in whole canvas units. Nothing the engine reads. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly collapsed?: boolean;
  readonly pinned?: boolean;
}

/** What the person expects to hold. */
export interface Intent {
  readonly from?: string;
  readonly to?: string;
  readonly protocol?: string;
  readonly port?: string;
  readonly ipVersion?: string;
  readonly expect?: string;
  /** What the traffic must go by. */
  readonly through?: readonly ResourceId[];
  readonly because?: string;
}

export interface Note {
  readonly kind: 'text' | 'area';
  readonly text: string;
  readonly color?: string;
}

/** A finding that the person has accepted. */
export interface Mute {
  readonly finding: string;
  readonly resource: string;
  readonly reason: string;
  readonly until?: string;
  /** The state that was accepted, as the check told it. Absent: whatever state. */
  readonly inputs?: string;
}

export interface Settings {
  /** Ports that may be open to the internet. */
  readonly agreedPorts?: readonly number[];
}

export interface Defaults {
  readonly ownerId?: string;
  readonly region?: string;
}

/** What a source was asked for: kinds listed are complete for that account and Region, others are unknown. */
export interface Coverage {
  readonly ownerId?: string;
  readonly region?: string;
  readonly kinds: readonly string[];
  readonly source: 'awsCli' | 'cloudFormation' | 'terraform';
}

export const DESIGN_SCHEMA = 'vpc-designer/design@1';

export interface Design {
  readonly schema: typeof DESIGN_SCHEMA;
  readonly name: string;
  readonly resources: Readonly<Record<ResourceId, Resource>>;
  readonly layout: Readonly<Record<string, Box>>;
  readonly intents: Readonly<Record<string, Intent>>;
  readonly notes: Readonly<Record<string, Note>>;
  readonly muted?: readonly Mute[];
  readonly settings?: Settings;
  readonly defaults?: Defaults;
  /** Absent: drawn by hand, what is not there does not exist. */
  readonly coverage?: readonly Coverage[];
  /** Resources of kinds that this version does not know, kept as they came. */
  readonly foreign?: Readonly<Record<ResourceId, unknown>>;
  /** Top-level members that this version does not know, kept as they came. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export const emptyDesign = (name: string): Design => ({
  schema: DESIGN_SCHEMA,
  name,
  resources: {},
  layout: {},
  intents: {},
  notes: {},
});

/** The same design, kept so that an edit of one resource does not copy all of them. */
export function held(design: Design): Design {
  const resources = bucketed(design.resources);
  return resources === design.resources ? design : { ...design, resources };
}

/** The same design as plain objects, which can be posted to a worker and put into storage. */
export function portable(design: Design): Design {
  const resources = flat(design.resources);
  return resources === design.resources ? design : { ...design, resources };
}

export const kindNames = Object.keys(kinds) as readonly Kind[];

export const definitionOf = (kind: Kind): KindDefinition => kinds[kind];

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);

/** The resource with that id, if it is of that kind. */
export function resourceOfKind<K extends Kind>(
  design: Design,
  id: ResourceId,
  kind: K,
): ResourceByKind[K] | undefined {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  return resource?.kind === kind ? (resource as ResourceByKind[K]) : undefined;
}

const sorted = new WeakMap<Design['resources'], ReadonlyMap<Kind, [ResourceId, Resource][]>>();

function byKind(resources: Design['resources']): ReadonlyMap<Kind, [ResourceId, Resource][]> {
  const known = sorted.get(resources);
  if (known) return known;
  const kinds = new Map<Kind, [ResourceId, Resource][]>();
  for (const entry of Object.entries(resources)) {
    const list = kinds.get(entry[1].kind);
    if (list) list.push(entry);
    else kinds.set(entry[1].kind, [entry]);
  }
  sorted.set(resources, kinds);
  return kinds;
}

/** Every resource of a kind with its id, in the order of ids in the document. */
export const resourcesOfKind = <K extends Kind>(design: Design, kind: K): [ResourceId, ResourceByKind[K]][] =>
  (byKind(design.resources).get(kind) ?? []).slice() as [ResourceId, ResourceByKind[K]][];

/** What a person calls it: the Name tag, else a group's or list's own name, else nothing. */
export function nameOf(resource: Resource): string | undefined {
  const tag = resource.tags?.['Name'];
  if (tag !== undefined && tag !== '') return tag;
  if (resource.kind === 'securityGroup' && typeof resource.groupName === 'string') return resource.groupName;
  if (resource.kind === 'managedPrefixList' && typeof resource.prefixListName === 'string') {
    return resource.prefixListName;
  }
  return undefined;
}
