/** Putting in what the clipboard holds: new ids, blocks and addresses, and links to what is called the same here. */

import { castDraft } from 'immer';
import { parseCidr, success, type Result } from '../../net/index.ts';
import { containerOf, valuesAt } from '../containment.ts';
import { definitionOf, nameOf, type Box, type Design, type Resource, type ResourceId } from '../design.ts';
import { referencesOf } from '../kind.ts';
import type { LocalText } from '../text.ts';
import { known } from '../unknown.ts';
import { zoneForSubnet, zonesOf } from './add.ts';
import { freeAddress, freeSubnetBlock, freeVpcBlock, natAddressesAt } from './addresses.ts';
import type { Clip } from './clip.ts';
import { copyOf, type BlockMove } from './copying.ts';
import { openList, revise, told } from './draft.ts';
import { newId, uniqueName, type Random } from './identity.ts';
import { rename } from './members.ts';
import { moveInto } from './move.ts';
import { defaultGroupOf, placeFor, standIn, vpcOf } from './place.ts';
import type { Refusal } from './refusal.ts';
import { clearAt, dropItems } from './remove.ts';

export interface PasteOptions {
  /** The innermost container where it is pasted; the one that takes each root is found from there. */
  readonly under?: ResourceId;
}

export interface Pasted {
  readonly design: Design;
  readonly ids: readonly ResourceId[];
  /** Names of what the pasted resources referred to and what is not here, or is here more than once. */
  readonly missing: readonly string[];
  readonly notes: readonly LocalText[];
}

/** Pastes a clip. Out: the next design with the pasted roots, or why they can't stand there. */
export function paste(
  design: Design,
  clip: Clip,
  options: PasteOptions,
  random: Random,
): Result<Pasted, Refusal> {
  return putBack(design, clip, options) ?? pasteCopies(design, clip, options, random);
}

/** What was cut in this design comes back as itself, and then goes where it is pasted. */
function putBack(design: Design, clip: Clip, { under }: PasteOptions): Result<Pasted, Refusal> | undefined {
  const { resources, layout } = clip.design;
  const isHere =
    clip.cut !== undefined &&
    Object.keys(resources).every((id) => !Object.hasOwn(design.resources, id)) &&
    clip.roots.every((id) => {
      const container = definitionOf(resources[id]?.kind ?? 'vpc').standsIn && originOf(clip, id);
      return container === undefined || Object.hasOwn(design.resources, container);
    });
  if (!isHere || !clip.cut) return undefined;
  let current: Design = {
    ...design,
    resources: { ...design.resources, ...resources },
    layout: { ...design.layout, ...layout },
  };
  const mended: Record<ResourceId, Resource> = {};
  for (const { id, before, after } of clip.cut.torn) {
    // Only where nobody has changed it since.
    if (isEqual(design.resources[id], after)) mended[id] = before;
  }
  current = { ...current, resources: { ...current.resources, ...mended } };
  const notes: LocalText[] = [];
  for (const id of clip.roots) {
    const moved = moveInto(current, { id, under: under ?? originOf(clip, id) });
    if (!moved.ok) return moved;
    current = moved.value.design;
    notes.push(...moved.value.notes);
  }
  return success({ design: current, ids: clip.roots, missing: [], notes });
}

/** The container that a root of a clip stood in. */
function originOf(clip: Clip, id: ResourceId): ResourceId | undefined {
  const resource = clip.design.resources[id];
  if (!resource) return undefined;
  const stand = definitionOf(resource.kind).standsIn;
  if (!stand) return undefined;
  const outside = Object.fromEntries(
    Object.entries(clip.outside).map(([other, { kind }]) => [other, { kind } as Resource]),
  );
  return containerOf({ ...clip.design, resources: { ...outside, ...clip.design.resources } }, resource);
}

const isEqual = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function pasteCopies(
  design: Design,
  clip: Clip,
  { under }: PasteOptions,
  random: Random,
): Result<Pasted, Refusal> {
  let current = design;
  const ids: ResourceId[] = [];
  const newIds = idsFor(design, clip, random);
  const missing = new Set<string>();
  for (const root of clip.roots) {
    const resource = clip.design.resources[root];
    if (!resource) continue;
    const place = placeFor(current, resource.kind, under ?? here(design, originOf(clip, root)));
    if (!place.ok) return place;
    const id = newIds.get(root) ?? root;
    const members = partsOf(clip, root);
    const move = blockMove(current, resource, place.value);
    if (!move.ok) return move;
    current = graft(
      { design: current, clip, newIds, missing },
      members,
      { id, into: place.value },
      move.value,
    );
    current = inZone(readdressed(current, id), id, place.value);
    current = followed({ design: current, clip, newIds, missing }, members);
    current = named(current, design, members, newIds);
    ids.push(id);
  }
  return success({ design: current, ids, missing: [...missing], notes: [] });
}

const here = (design: Design, id: ResourceId | undefined): ResourceId | undefined =>
  id !== undefined && Object.hasOwn(design.resources, id) ? id : undefined;

function idsFor(design: Design, clip: Clip, random: Random): Map<ResourceId, ResourceId> {
  const taken = new Set<ResourceId>();
  const newIds = new Map<ResourceId, ResourceId>();
  for (const [id, { kind }] of Object.entries(clip.design.resources)) {
    const made = newId(design, kind, random, taken);
    taken.add(made);
    newIds.set(id, made);
  }
  return newIds;
}

/** A root with what stands in it, and the addresses that are its own. */
function partsOf(clip: Clip, root: ResourceId): ResourceId[] {
  const { resources } = clip.design;
  return Object.keys(resources).filter((id) => {
    let at: ResourceId | undefined = id;
    for (let steps = 0; at !== undefined && steps < 8; steps += 1) {
      if (at === root) return true;
      const resource: Resource | undefined = resources[at];
      at = resource && (holderOf(resource) ?? containerOf(clip.design, resource));
    }
    return false;
  });
}

/** What an Elastic IP address is drawn for. */
const holderOf = (resource: Resource): ResourceId | undefined =>
  resource.kind === 'elasticIp'
    ? (known(resource.natGatewayId) ?? known(resource.instanceId) ?? known(resource.networkInterfaceId))
    : undefined;

function blockMove(
  design: Design,
  root: Resource,
  into: ResourceId | undefined,
): Result<BlockMove | undefined, Refusal> {
  if (root.kind !== 'vpc' && root.kind !== 'subnet') return success(undefined);
  const before = known(root.cidrBlock);
  const after = root.kind === 'vpc' ? freeVpcBlock(design) : into && freeSubnetBlock(design, into);
  const from = before === undefined ? undefined : parseCidr(before);
  const to = after === undefined ? undefined : parseCidr(after);
  if (from?.ok && from.value.family === 4 && !to?.ok) return noRoom(design, root, into);
  return success(from?.ok && to?.ok ? { from: from.value, to: to.value } : undefined);
}

function noRoom(design: Design, root: Resource, into: ResourceId | undefined): Result<never, Refusal> {
  const name = (into === undefined ? undefined : nameOf(design.resources[into] ?? root)) ?? into ?? '';
  return {
    ok: false,
    problem: {
      code: 'no-room',
      message:
        root.kind === 'vpc'
          ? { en: 'No /16 of 10.0.0.0/8 is free', ja: '10.0.0.0/8 に空いている /16 がありません' }
          : { en: `${name} has no room for this subnet`, ja: `${name} にこのサブネットの空きがありません` },
      ...(into === undefined ? {} : { resource: into }),
    },
  };
}

interface Site {
  readonly design: Design;
  readonly clip: Clip;
  readonly newIds: ReadonlyMap<ResourceId, ResourceId>;
  readonly missing: Set<string>;
}

/** What stands for something outside of the clip here: itself, else the only one of its kind and name. */
function counterpart(
  { design, clip }: Site,
  id: ResourceId,
  vpcId: ResourceId | undefined,
): ResourceId | undefined {
  const isOfVpc = (other: ResourceId): boolean => {
    const vpc = vpcOf(design, other);
    return vpcId === undefined || vpc === undefined || vpc === vpcId;
  };
  const outside = clip.outside[id];
  const present = design.resources[id];
  if (present && present.kind === outside?.kind && isOfVpc(id)) return id;
  if (outside?.name === undefined) return undefined;
  const called = Object.entries(design.resources).filter(
    ([other, resource]) =>
      resource.kind === outside.kind && nameOf(resource) === outside.name && isOfVpc(other),
  );
  const [only] = called;
  return called.length === 1 ? only?.[0] : undefined;
}

/** Puts copies into the design: the root in its container, references put through or let go. */
function graft(
  site: Site,
  members: readonly ResourceId[],
  root: { readonly id: ResourceId; readonly into: ResourceId | undefined },
  move: BlockMove | undefined,
): Design {
  const { design, clip, newIds, missing } = site;
  const vpcId = root.into === undefined ? undefined : vpcOf(design, root.into);
  const resources: Record<ResourceId, Resource> = {};
  const layout: Record<string, Box> = {};
  for (const from of members) {
    const to = newIds.get(from);
    const resource = clip.design.resources[from];
    if (to === undefined || !resource) continue;
    const idFor = (id: string): string | undefined =>
      newIds.get(id) ?? (Object.hasOwn(clip.outside, id) ? counterpart(site, id, vpcId) : undefined);
    const copy = copyOf(resource, idFor, (id) => newIds.has(id), move);
    const standing = to === root.id && root.into !== undefined ? standingIn(copy, root.into) : copy;
    resources[to] = withoutLost(standing, (id) => {
      const isLost = Object.hasOwn(clip.outside, id) && counterpart(site, id, vpcId) !== id;
      if (isLost) missing.add(clip.outside[id]?.name ?? id);
      return isLost;
    });
    const box = clip.design.layout[from];
    if (box) layout[to] = box;
  }
  const grafted: Design = {
    ...design,
    resources: { ...design.resources, ...resources },
    layout: { ...design.layout, ...layout },
  };
  return withGroups(grafted, Object.keys(resources));
}

function standingIn(resource: Resource, container: ResourceId): Resource {
  const draft = { ...resource };
  standIn(castDraft(draft), container);
  return draft;
}

/** Without references to what is not here: a list loses the item, a member goes, a route leads nowhere. */
function withoutLost(resource: Resource, isLost: (id: string) => boolean): Resource {
  const stand = definitionOf(resource.kind).standsIn?.member ?? [];
  const copy = { ...resource } as unknown as Record<string, unknown>;
  const matches = (value: unknown): boolean => typeof value === 'string' && isLost(value);
  for (const { path, onTargetRemoved } of referencesOf(definitionOf(resource.kind))) {
    const isContainer = path.length === stand.length && path.every((step, index) => step === stand[index]);
    if (isContainer) continue;
    if (onTargetRemoved === 'removeItem') dropItems(copy, path, matches);
    // A route stays and leads nowhere; it is only told of.
    else if (onTargetRemoved === 'dangle') valuesAt(copy, path).forEach(matches);
    else clearAt(copy, path, matches);
  }
  return copy as unknown as Resource;
}

/** SG-1: what is left without any group gets the default one of its VPC. */
function withGroups(design: Design, ids: readonly ResourceId[]): Design {
  return revise(design, (draft) => {
    for (const id of ids) {
      const holder = draft.resources[id];
      if (holder?.kind !== 'instance' && holder?.kind !== 'networkInterface') continue;
      if (!Array.isArray(holder.securityGroupIds) || holder.securityGroupIds.length > 0) continue;
      const vpcId = vpcOf(draft as Design, id);
      const group = vpcId === undefined ? undefined : defaultGroupOf(draft as Design, vpcId);
      if (group !== undefined) holder.securityGroupIds = [group];
    }
  });
}

/** A pasted instance or interface gets the next free address, and no interfaces of its original. */
function readdressed(design: Design, id: ResourceId): Design {
  const copy = design.resources[id];
  if (copy?.kind !== 'instance' && copy?.kind !== 'networkInterface' && copy?.kind !== 'natGateway')
    return design;
  const subnetId = known(copy.subnetId);
  const without = revise(design, (draft) => {
    const target = draft.resources[id];
    if (target?.kind === 'instance') {
      delete target.privateIpAddress;
      delete target.networkInterfaceIds;
    } else if (target?.kind === 'networkInterface') {
      delete target.privateIpAddress;
      delete target.privateIpAddresses;
      delete target.attachment;
    } else if (target?.kind === 'natGateway') {
      target.natGatewayAddresses = castDraft(
        natAddressesAt(told(target.natGatewayAddresses) ?? [], undefined),
      );
    }
  });
  const address = subnetId === undefined ? undefined : freeAddress(without, subnetId);
  if (address === undefined) return without;
  return revise(without, (draft) => {
    const target = draft.resources[id];
    if (target?.kind === 'instance' || target?.kind === 'networkInterface') target.privateIpAddress = address;
    else if (target?.kind === 'natGateway')
      target.natGatewayAddresses = castDraft(natAddressesAt(told(target.natGatewayAddresses) ?? [], address));
  });
}

/** A subnet from another Region takes a zone of this one. */
function inZone(design: Design, id: ResourceId, vpcId: ResourceId | undefined): Design {
  const subnet = design.resources[id];
  if (subnet?.kind !== 'subnet' || vpcId === undefined) return design;
  const others = revise(design, (draft) => {
    delete draft.resources[id];
  });
  const zone = known(subnet.availabilityZone);
  if (zone === undefined || zonesOf(others, vpcId).includes(zone)) return design;
  return revise(design, (draft) => {
    const pasted = draft.resources[id];
    if (pasted?.kind !== 'subnet') return;
    pasted.availabilityZone = zoneForSubnet(others, vpcId);
    delete pasted.availabilityZoneId;
  });
}

/** Pasted subnets follow the table and the network ACL that their originals did, where these are here. */
function followed(site: Site, members: readonly ResourceId[]): Design {
  const { clip, newIds, missing } = site;
  let { design } = site;
  for (const from of members) {
    const subnetId = newIds.get(from);
    if (subnetId === undefined) continue;
    const vpcId = vpcOf(design, subnetId);
    for (const wanted of clip.follows[from] ?? []) {
      const id = counterpart({ ...site, design }, wanted, vpcId);
      if (id === undefined) {
        missing.add(clip.outside[wanted]?.name ?? wanted);
        continue;
      }
      design = revise(design, (draft) => {
        const owner = draft.resources[id];
        if (owner?.kind !== 'routeTable' && owner?.kind !== 'networkAcl') return;
        openList<{ associations?: unknown }, 'associations'>(owner, 'associations');
        if (Array.isArray(owner.associations)) owner.associations.push({ subnetId });
      });
    }
  }
  return design;
}

/** Names that are taken here get the next number; what AWS calls `default` stays so. */
function named(
  design: Design,
  before: Design,
  members: readonly ResourceId[],
  newIds: ReadonlyMap<ResourceId, ResourceId>,
): Design {
  let current = design;
  const taken = new Set(Object.values(before.resources).map((resource) => nameOf(resource)));
  for (const from of members) {
    const id = newIds.get(from);
    const resource = id === undefined ? undefined : current.resources[id];
    const name = resource && nameOf(resource);
    if (id === undefined || name === undefined || name === 'default' || !taken.has(name)) continue;
    current = rename(current, id, uniqueName(current, name));
  }
  return current;
}
