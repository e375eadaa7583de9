/**
 * What of a compiled network still holds after an edit. Resources that name each other, directly or through others,
 * make a part; nothing in a part is compiled from anything outside of it, but for what the whole document says. So the
 * parts that an edit does not touch are taken over node by node, and a node that is the same object as before has
 * everything around it as before.
 */

import { changedKeys, type Design, type Resource, type ResourceId } from '../../model/index.ts';
import type { Network, VpcNode } from './network.ts';

/** Members that no compiled node is made from. */
const INERT = new Set(['kind', 'tags']);

const mentions = new WeakMap<Resource, readonly string[]>();

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    // The interface that a drawn instance implies is named by its instance.
    found.add(value.startsWith('eni:') ? value.slice('eni:'.length) : value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collect(item, found);
  }
}

/** Every text in a resource: ids of others are among them. */
function mentionsOf(resource: Resource): readonly string[] {
  let known = mentions.get(resource);
  if (!known) {
    const found = new Set<string>();
    for (const [member, value] of Object.entries(resource)) if (!INERT.has(member)) collect(value, found);
    known = [...found];
    mentions.set(resource, known);
  }
  return known;
}

/** Read by value by whoever names them, and joining nobody: else one list would make one part of everything. */
const isShared = (resource: Resource | undefined): boolean =>
  resource?.kind === 'managedPrefixList' || resource?.kind === 'vpcBlockPublicAccess';

/** The part of each resource, told by one of its members. */
type Parts = (id: ResourceId) => ResourceId;

const partsOfDesign = new WeakMap<Design['resources'], Parts>();

function partsOf(resources: Design['resources']): Parts {
  const known = partsOfDesign.get(resources);
  if (known) return known;
  const parents = new Map<ResourceId, ResourceId>();
  const find = (id: ResourceId): ResourceId => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    for (let each = id; each !== root;) {
      const next = parents.get(each) ?? root;
      parents.set(each, root);
      each = next;
    }
    return root;
  };
  for (const [id, resource] of Object.entries(resources)) {
    if (isShared(resource)) continue;
    for (const mention of mentionsOf(resource)) {
      if (mention === id || !Object.hasOwn(resources, mention) || isShared(resources[mention])) continue;
      const [a, b] = [find(id), find(mention)];
      if (a !== b) parents.set(a, b);
    }
  }
  partsOfDesign.set(resources, find);
  return find;
}

/** Alike in all that a node is made from. */
function isAlike(before: Resource, after: Resource): boolean {
  if (before === after) return true;
  const former = new Map<string, unknown>(Object.entries(before));
  const members = Object.entries(after);
  return (
    before.kind === after.kind &&
    members.every(([member, value]) => INERT.has(member) || former.get(member) === value) &&
    members.filter(([member]) => !INERT.has(member)).length ===
      [...former.keys()].filter((member) => !INERT.has(member)).length
  );
}

const at = (resources: Design['resources'], id: ResourceId): Resource | undefined =>
  Object.hasOwn(resources, id) ? resources[id] : undefined;

/** Resources that are new, gone, or other than before in what nodes are made from. */
const changedIds = (before: Design['resources'], after: Design['resources']): ResourceId[] =>
  changedKeys(before, after).filter((id) => {
    const [former, resource] = [at(before, id), at(after, id)];
    return !resource || !former || !isAlike(former, resource);
  });

/** What both hold stands in one order: nodes list each other in the document's. */
function isInOrder(before: Design['resources'], after: Design['resources']): boolean {
  if (before === after) return true;
  const former = Object.keys(before);
  let place = 0;
  for (const id of Object.keys(after)) {
    if (!Object.hasOwn(before, id)) continue;
    while (place < former.length && !Object.hasOwn(after, former[place] ?? '')) place += 1;
    if (former[place] !== id) return false;
    place += 1;
  }
  return true;
}

/** Where a subnet tells what blocks it, it may tell of the whole account (V-6). */
const tellsOfAccount = (resource: Resource | undefined): boolean =>
  resource?.kind === 'vpcBlockPublicAccess' ||
  (resource?.kind === 'subnet' && resource.blockPublicAccessStates !== undefined);

/** What a new network takes over from a former one. */
export interface Kept {
  readonly former: Network;
  /** Whether all that is compiled from this resource is as it was. */
  readonly has: (id: ResourceId) => boolean;
}

/** Undefined where something that concerns every node has changed. */
export function keptFrom(former: Network, design: Design): Kept | undefined {
  const { design: before } = former;
  if (before.coverage !== design.coverage || before.defaults !== design.defaults) return undefined;
  if (!isInOrder(before.resources, design.resources)) return undefined;
  const changed = changedIds(before.resources, design.resources);
  if (changed.length === 0) return { former, has: (id) => Object.hasOwn(design.resources, id) };
  const whole = changed.some(
    (id) => tellsOfAccount(at(before.resources, id)) || tellsOfAccount(at(design.resources, id)),
  );
  if (whole) return undefined;
  const partOf = partsOf(before.resources);
  const touched = new Set<ResourceId>();
  const gone = new Set(changed);
  const named = new Set<ResourceId>();
  for (const id of changed) {
    const [was, is] = [at(before.resources, id), at(design.resources, id)];
    if (was && !isShared(was)) touched.add(partOf(id));
    // Whoever named it while it was not there, or reads it by value.
    if (!was || !is || isShared(was) || isShared(is)) named.add(id);
    for (const mention of is ? mentionsOf(is) : []) {
      const other = at(before.resources, mention);
      if (other && !isShared(other)) touched.add(partOf(mention));
    }
  }
  // A gateway that stands detached could be any VPC's that has none.
  const isGateway = (id: ResourceId): boolean =>
    at(before.resources, id)?.kind === 'internetGateway' ||
    at(design.resources, id)?.kind === 'internetGateway';
  if (changed.some(isGateway)) {
    for (const vpc of former.vpcs.values()) if (!vpc.internetGateway.value) touched.add(partOf(vpc.id));
  }
  if (named.size > 0) {
    for (const [id, resource] of Object.entries(before.resources)) {
      if (!isShared(resource) && mentionsOf(resource).some((mention) => named.has(mention)))
        touched.add(partOf(id));
    }
  }
  return {
    former,
    has: (id) =>
      Object.hasOwn(before.resources, id) &&
      Object.hasOwn(design.resources, id) &&
      !gone.has(id) &&
      !touched.has(partOf(id)),
  };
}

/** The node of an untouched part, as it was; undefined where it must be made. */
export const keptNode = <Node>(
  kept: Kept | undefined,
  id: ResourceId,
  nodes: (former: Network) => ReadonlyMap<ResourceId, Node>,
): Node | undefined => (kept?.has(id) === true ? nodes(kept.former).get(id) : undefined);

export const isKeptVpc = (kept: Kept | undefined, vpc: VpcNode): boolean => kept?.has(vpc.id) === true;
