/** Duplicating: copies with new ids, the next free block or address, and the next number in the name. */

import { castDraft } from 'immer';
import { parseCidr, success, type Result } from '../../net/index.ts';
import { containerOf } from '../containment.ts';
import { nameOf, type Design, type ResourceId } from '../design.ts';
import { known } from '../unknown.ts';
import { freeAddress, freeSubnetBlock, freeVpcBlock, natAddressesAt } from './addresses.ts';
import { copyOf, withContents, type BlockMove } from './copying.ts';
import { revise, told } from './draft.ts';
import { newId, nextName, type Random } from './identity.ts';
import { rename } from './members.ts';
import { ancestry, placeFor } from './place.ts';
import type { Refusal } from './refusal.ts';

export interface Duplicated {
  readonly design: Design;
  /** The copies of the asked resources, in their order. */
  readonly ids: readonly ResourceId[];
}

/** How far a copy stands from its original until the canvas finds it a better place. */
const STEP = 24;

/** Copies resources with all that stands in them; what a VPC takes one of is refused. */
export function duplicate(
  design: Design,
  wanted: readonly ResourceId[],
  random: Random,
): Result<Duplicated, Refusal> {
  const roots = wanted.filter(
    (id) =>
      Object.hasOwn(design.resources, id) &&
      !ancestry(design, id)
        .slice(1)
        .some((outer) => wanted.includes(outer)),
  );
  let current = design;
  const ids: ResourceId[] = [];
  for (const root of roots) {
    const resource = current.resources[root];
    const place = resource && placeFor(current, resource.kind, containerOf(current, resource));
    if (!place) continue;
    if (!place.ok) return place;
    const copied = duplicateOne(current, root, random);
    current = copied.design;
    ids.push(copied.id);
  }
  return success({ design: current, ids });
}

function duplicateOne(design: Design, root: ResourceId, random: Random): { design: Design; id: ResourceId } {
  const members = withContents(design, [root]);
  const taken = new Set<ResourceId>();
  const newIds = new Map<ResourceId, ResourceId>();
  for (const id of members) {
    const resource = design.resources[id];
    if (!resource) continue;
    const made = newId(design, resource.kind, random, taken);
    taken.add(made);
    newIds.set(id, made);
  }
  const move = blockMove(design, root);
  const id = newIds.get(root) ?? root;
  const copies = revise(design, (draft) => {
    for (const [from, to] of newIds) {
      const resource = design.resources[from];
      if (resource)
        draft.resources[to] = castDraft(
          copyOf(
            resource,
            (old) => newIds.get(old),
            (old) => newIds.has(old),
            move,
          ),
        );
      const box = design.layout[from];
      if (box) draft.layout[to] = from === root ? { ...box, x: box.x + STEP, y: box.y + STEP } : box;
    }
    if (design.resources[root]?.kind === 'subnet') followTables(draft.resources, root, id);
  });
  return { design: named(readdressed(copies, id), design, newIds), id };
}

/** From the block of what is copied to the next free one of its size. */
function blockMove(design: Design, root: ResourceId): BlockMove | undefined {
  const resource = design.resources[root];
  if (resource?.kind !== 'vpc' && resource?.kind !== 'subnet') return undefined;
  const before = known(resource.cidrBlock);
  const vpcId = resource.kind === 'subnet' ? known(resource.vpcId) : undefined;
  const after = vpcId === undefined ? freeVpcBlock(design) : freeSubnetBlock(design, vpcId);
  const from = before === undefined ? undefined : parseCidr(before);
  const to = after === undefined ? undefined : parseCidr(after);
  return from?.ok && to?.ok ? { from: from.value, to: to.value } : undefined;
}

/** A copied subnet follows the same table and ACL as its original. */
function followTables(resources: Record<ResourceId, object>, from: ResourceId, to: ResourceId): void {
  for (const resource of Object.values(resources)) {
    const associations: unknown = 'associations' in resource ? resource.associations : undefined;
    if (!Array.isArray(associations)) continue;
    const follows = associations.some(
      (item: unknown) =>
        typeof item === 'object' && item !== null && 'subnetId' in item && item.subnetId === from,
    );
    if (follows) associations.push({ subnetId: to });
  }
}

/** A copied interface in the same subnet gets the next free address. */
function readdressed(design: Design, id: ResourceId): Design {
  const copy = design.resources[id];
  if (copy?.kind !== 'instance' && copy?.kind !== 'networkInterface' && copy?.kind !== 'natGateway')
    return design;
  const subnetId = known(copy.subnetId);
  const address = subnetId === undefined ? undefined : freeAddress(design, subnetId);
  return revise(design, (draft) => {
    const target = draft.resources[id];
    if (target?.kind === 'natGateway')
      target.natGatewayAddresses = castDraft(natAddressesAt(told(target.natGatewayAddresses) ?? [], address));
    if (target?.kind !== 'instance' && target?.kind !== 'networkInterface') return;
    if (address === undefined) delete target.privateIpAddress;
    else target.privateIpAddress = address;
    if (target.kind === 'instance') delete target.networkInterfaceIds;
    else {
      delete target.privateIpAddresses;
      delete target.attachment;
    }
  });
}

/** Gives every copy that has a name of its own the next free one. */
function named(copies: Design, before: Design, newIds: ReadonlyMap<ResourceId, ResourceId>): Design {
  let design = copies;
  for (const [from, to] of newIds) {
    const original = before.resources[from];
    const name = original && nameOf(original);
    if (original === undefined || name === undefined || name === 'default') continue;
    design = rename(design, to, nextName(design, name));
  }
  return design;
}
