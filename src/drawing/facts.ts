/** What one pass over a document tells its drawing: which card stands for which interface, tables, public addresses. */

import {
  followedValue,
  known,
  type Design,
  type Instance,
  type Kind,
  type NetworkInterface,
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
function sortByKind(design: Design): OfKind {
  const entries: Entries = {};
  const add = <K extends Kind>(kind: K, id: ResourceId, resource: ResourceByKind[K]): void => {
    const list: Entries[K] = entries[kind];
    if (list) list.push([id, resource]);
    else entries[kind] = [[id, resource]] as Entries[K];
  };
  for (const [id, resource] of Object.entries(design.resources)) add(resource.kind, id, resource);
  return (kind) => entries[kind] ?? [];
}

/** The interface that an instance drawn without one has: `eni:<id>`. */
const IMPLIED_INTERFACE = 'eni:';

/** The card that is drawn for a resource: an instance for its interfaces, any other resource for itself. */
export function cardOf(facts: DrawingFacts, id: ResourceId): ResourceId {
  if (id.startsWith(IMPLIED_INTERFACE)) return id.slice(IMPLIED_INTERFACE.length);
  return facts.cardOfInterface.get(id) ?? id;
}

/** Reads what the drawing needs to know of a document, once. */
export function factsOf(design: Design): DrawingFacts {
  const ofKind = sortByKind(design);
  const cardOfInterface = cardsOfInterfaces(design, ofKind);
  const interfacesOfCard = new Map<ResourceId, NetworkInterface[]>();
  for (const [id, eni] of ofKind('networkInterface')) {
    const card = cardOfInterface.get(id) ?? id;
    const list = interfacesOfCard.get(card);
    if (list) list.push(eni);
    else interfacesOfCard.set(card, [eni]);
  }
  return {
    design,
    ofKind,
    cardOfInterface,
    interfacesOfCard,
    publicAddressOfCard: publicAddresses(design, ofKind, cardOfInterface, interfacesOfCard),
    tableOfSubnet: tablesOfSubnets(ofKind),
  };
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
