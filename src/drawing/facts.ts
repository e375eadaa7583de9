/** What one pass over a document tells its drawing: which card stands for which interface, tables, public addresses. */

import {
  changedKeys,
  followedValue,
  known,
  type Design,
  type Instance,
  type Kind,
  type NetworkInterface,
  type Resource,
  type ResourceByKind,
  type ResourceId,
} from '../model/index.ts';

export interface DrawingFacts {
  readonly design: Design;
  /** Every resource of a kind with its id, in the order of the document. */
  readonly ofKind: OfKind;
  /** Interfaces that are not drawn on their own, and the card that stands for each. */
  readonly cardOfInterface: ReadonlyMap<ResourceId, ResourceId>;
  readonly interfacesOfCard: ReadonlyMap<ResourceId, readonly NetworkInterface[]>;
  /** A public IPv4 address of a card; empty where it has one that nobody has told. */
  readonly publicAddressOfCard: ReadonlyMap<ResourceId, string>;
  /** The route table of a subnet: its own, else the main one. */
  readonly tableOfSubnet: ReadonlyMap<ResourceId, ResourceId>;
}

type OfKind = <K extends Kind>(kind: K) => readonly (readonly [ResourceId, ResourceByKind[K]])[];

type Entries = { [K in Kind]?: (readonly [ResourceId, ResourceByKind[K]])[] };

/** One pass over the document instead of one for each kind. */
function sortByKind(design: Design): Entries {
  const entries: Entries = {};
  const add = <K extends Kind>(kind: K, id: ResourceId, resource: ResourceByKind[K]): void => {
    const list: Entries[K] = entries[kind];
    if (list) list.push([id, resource]);
    else entries[kind] = [[id, resource]] as Entries[K];
  };
  for (const [id, resource] of Object.entries(design.resources)) add(resource.kind, id, resource);
  return entries;
}

type Changed = ReadonlyMap<ResourceId, Resource>;

/** The lists with what has changed since in its place: each is made anew when somebody asks for it. */
function lookUp(entries: Entries, changed: Changed): OfKind {
  const kinds = new Set([...changed.values()].map(({ kind }) => kind));
  return (kind) => {
    if (kinds.delete(kind)) {
      const list: readonly (readonly [ResourceId, Resource])[] = entries[kind] ?? [];
      const fresh = list.map((entry) => [entry[0], changed.get(entry[0]) ?? entry[1]]);
      Object.assign(entries, { [kind]: fresh });
    }
    return entries[kind] ?? [];
  };
}

/** The interface that an instance drawn without one has: `eni:<id>`. */
const IMPLIED_INTERFACE = 'eni:';

/** The card that is drawn for a resource: an instance for its interfaces, any other resource for itself. */
export function cardOf(facts: DrawingFacts, id: ResourceId): ResourceId {
  if (id.startsWith(IMPLIED_INTERFACE)) return id.slice(IMPLIED_INTERFACE.length);
  return facts.cardOfInterface.get(id) ?? id;
}

/** All but the document itself: the same for every document with these resources, wherever they are drawn. */
interface Read extends Omit<DrawingFacts, 'design'> {
  /** Every resource as it was when the facts were read, and those that an edit has changed since. */
  readonly entries: Entries;
  readonly changed: Changed;
}

const reads = new WeakMap<Design['resources'], Read>();

/** What the drawing needs to know of a document, read once for its resources. */
export function factsOf(design: Design): DrawingFacts {
  let facts = reads.get(design.resources);
  if (!facts) {
    facts = readFacts(design);
    reads.set(design.resources, facts);
  }
  return { design, ...facts };
}

function readFacts(design: Design): Read {
  const entries = sortByKind(design);
  const changed: Changed = new Map();
  const ofKind = lookUp(entries, changed);
  const cardOfInterface = cardsOfInterfaces(design, ofKind);
  const interfacesOfCard = new Map<ResourceId, NetworkInterface[]>();
  for (const [id, eni] of ofKind('networkInterface')) {
    const card = cardOfInterface.get(id) ?? id;
    const list = interfacesOfCard.get(card);
    if (list) list.push(eni);
    else interfacesOfCard.set(card, [eni]);
  }
  return {
    entries,
    changed,
    ofKind,
    cardOfInterface,
    interfacesOfCard,
    publicAddressOfCard: publicAddresses(design, ofKind, cardOfInterface, interfacesOfCard),
    tableOfSubnet: tablesOfSubnets(ofKind),
  };
}

/** Members that decide some fact; of a kind that is not listed every member may. */
const decisive: { readonly [K in Kind]?: readonly (keyof ResourceByKind[K])[] } = {
  vpc: [],
  securityGroup: [],
  networkAcl: [],
  managedPrefixList: [],
  internetGateway: [],
  egressOnlyInternetGateway: [],
  instance: ['networkInterfaceIds', 'subnetId', 'publicIpAddress', 'associatePublicIpAddress'],
  natGateway: ['natGatewayAddresses'],
  subnet: ['vpcId', 'mapPublicIpOnLaunch'],
  routeTable: ['vpcId', 'associations'],
};

/** After so many changes the lists are made anew, so that a long evening of edits carries nothing along. */
const MOST_CHANGED = 64;

/** Whether all facts but the resource itself are as before. */
function decidesAlike(before: Resource | undefined, after: Resource | undefined): boolean {
  if (!before || !after || before.kind !== after.kind) return false;
  const members: readonly string[] | undefined = decisive[after.kind];
  const [old, fresh] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ];
  return members?.every((member) => old.get(member) === fresh.get(member)) ?? false;
}

/** The facts of a document that came from another by an edit: read anew only if the edit touches what decides them. */
export function factsAfter(before: Design, after: Design): DrawingFacts {
  const former = reads.get(before.resources);
  if (!former || reads.has(after.resources)) return factsOf(after);
  const changed = new Map(former.changed);
  for (const id of changedKeys(before.resources, after.resources)) {
    const resource = after.resources[id];
    if (!resource || !decidesAlike(before.resources[id], resource)) return factsOf(after);
    changed.set(id, resource);
  }
  if (changed.size > MOST_CHANGED) return factsOf(after);
  reads.set(after.resources, { ...former, changed, ofKind: lookUp({ ...former.entries }, changed) });
  return factsOf(after);
}

function cardsOfInterfaces(design: Design, ofKind: OfKind): Map<ResourceId, ResourceId> {
  const cards = new Map<ResourceId, ResourceId>();
  for (const [id, eni] of ofKind('networkInterface')) {
    const instance = known(known(eni.attachment)?.instanceId);
    if (instance !== undefined && Object.hasOwn(design.resources, instance)) cards.set(id, instance);
  }
  for (const [id, instance] of ofKind('instance')) {
    for (const eni of known(instance.networkInterfaceIds) ?? []) cards.set(eni, id);
  }
  for (const [id, nat] of ofKind('natGateway')) {
    for (const address of known(nat.natGatewayAddresses) ?? []) {
      const eni = known(address.networkInterfaceId);
      if (eni !== undefined) cards.set(eni, id);
    }
  }
  return cards;
}

function publicAddresses(
  design: Design,
  ofKind: OfKind,
  cardOfInterface: ReadonlyMap<ResourceId, ResourceId>,
  interfacesOfCard: ReadonlyMap<ResourceId, readonly NetworkInterface[]>,
): Map<ResourceId, string> {
  const addresses = new Map<ResourceId, string>();
  const note = (card: ResourceId, address: string): void => {
    if (!addresses.get(card)) addresses.set(card, address);
  };
  for (const [id, nat] of ofKind('natGateway')) {
    for (const address of known(nat.natGatewayAddresses) ?? []) {
      const publicIp = known(address.publicIp);
      const allocation = known(address.allocationId);
      const eip = allocation === undefined ? undefined : design.resources[allocation];
      if (publicIp !== undefined) note(id, publicIp);
      else if (eip?.kind === 'elasticIp') note(id, known(eip.publicIp) ?? '');
      else if (allocation !== undefined) note(id, '');
    }
  }
  for (const [card, interfaces] of interfacesOfCard) {
    for (const eni of interfaces) {
      for (const { association } of known(eni.privateIpAddresses) ?? []) {
        if (association) note(card, known(association.publicIp) ?? '');
      }
    }
  }
  for (const [, eip] of ofKind('elasticIp')) {
    const eni = known(eip.networkInterfaceId);
    const holder =
      known(eip.instanceId) ??
      known(eip.natGatewayId) ??
      (eni === undefined ? undefined : (cardOfInterface.get(eni) ?? eni));
    if (holder !== undefined) note(holder, known(eip.publicIp) ?? '');
  }
  for (const [id, instance] of ofKind('instance')) {
    const publicIp = known(instance.publicIpAddress);
    if (publicIp !== undefined) note(id, publicIp);
    else if (launchesWithPublicAddress(design, instance)) note(id, '');
  }
  return addresses;
}

/** AD-4: told by the launch flag or predicted from the subnet's, but only where nobody read the real addresses. */
const launchesWithPublicAddress = (design: Design, instance: Instance): boolean => {
  const flag = instance.associatePublicIpAddress;
  return flag === undefined
    ? followedValue(design, instance, 'associatePublicIpAddress') === true
    : flag === true;
};

function tablesOfSubnets(ofKind: OfKind): Map<ResourceId, ResourceId> {
  const tables = new Map<ResourceId, ResourceId>();
  const mainOfVpc = new Map<ResourceId, ResourceId>();
  for (const [id, table] of ofKind('routeTable')) {
    for (const { main, subnetId } of known(table.associations) ?? []) {
      const subnet = known(subnetId);
      const vpc = known(table.vpcId);
      if (subnet !== undefined) tables.set(subnet, id);
      if (main === true && vpc !== undefined) mainOfVpc.set(vpc, id);
    }
  }
  for (const [id, subnet] of ofKind('subnet')) {
    const vpc = known(subnet.vpcId);
    const main = vpc === undefined ? undefined : mainOfVpc.get(vpc);
    if (main !== undefined && !tables.has(id)) tables.set(id, main);
  }
  return tables;
}
