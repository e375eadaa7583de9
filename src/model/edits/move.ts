/** Re-parenting: a resource goes to another container, with a new address and without groups that can't follow. */

import { castDraft } from 'immer';
import { failure, success, type Result } from '../../net/index.ts';
import { childrenByContainer, containerOf } from '../containment.ts';
import type { Box, Design, ResourceId } from '../design.ts';
import type { LocalText } from '../text.ts';
import { freeAddress, freeSubnetBlock, isAddressOf, natAddressesAt } from './addresses.ts';
import { draftOf, draftsOfKind, keepItems, revise, told, type DesignDraft } from './draft.ts';
import { titleOf } from './identity.ts';
import { ancestry, defaultGroupOf, foreignGroups, placeFor, standIn, vpcOf } from './place.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface Move {
  readonly id: ResourceId;
  /** The innermost container where it was dropped. */
  readonly under: ResourceId | undefined;
  /** The zone frame where it was dropped; only a subnet takes it. */
  readonly zone?: string;
  readonly box?: Box;
}

export interface Moved {
  readonly design: Design;
  /** What a person should hear of beside the move: groups that were left behind. */
  readonly notes: readonly LocalText[];
}

/**
 * Moves a resource into the container that takes it. Out: the next design with notes, or why it can't stand
 * there. Dropped in its own container and zone it only takes the box.
 */
export function moveInto(design: Design, move: Move): Result<Moved, Refusal> {
  const resource = design.resources[move.id];
  if (!resource) return success({ design, notes: [] });
  if (ancestry(design, move.under).includes(move.id)) {
    return failure(
      refusal('wrong-container', 'A container cannot stand in itself', '自分自身の中には置けません'),
    );
  }
  const place = placeFor(design, resource.kind, move.under, move.id);
  if (!place.ok) return place;
  const before = containerOf(design, resource);
  const to = place.value;
  if (
    resource.kind === 'subnet' &&
    to !== undefined &&
    to !== before &&
    freeSubnetBlock(design, to) === undefined
  ) {
    const name = titleOf(design, to);
    return failure(
      refusal(
        'no-room',
        `${name} has no room for this subnet`,
        `${name} にこのサブネットの空きがありません`,
        to,
      ),
    );
  }
  const notes: LocalText[] = [];
  const next = revise(design, (draft) => {
    if (move.box) draft.layout[move.id] = { ...draft.layout[move.id], ...move.box };
    const own = draftOf(draft, move.id, 'subnet');
    if (own && move.zone !== undefined) own.availabilityZone = move.zone;
    if (to === undefined || to === before) return;
    const moved = draft.resources[move.id];
    if (moved) standIn(moved, to);
    if (resource.kind === 'subnet') moveSubnet(draft, design, move.id, to, notes);
    else settle(draft, design, move.id, to, notes);
  });
  return success({ design: next, notes });
}

/** A subnet in another VPC: a free block there; tables and ACLs of the old VPC no longer speak of it. */
function moveSubnet(
  draft: DesignDraft,
  before: Design,
  id: ResourceId,
  vpcId: ResourceId,
  notes: LocalText[],
): void {
  const subnet = draftOf(draft, id, 'subnet');
  const block = freeSubnetBlock(before, vpcId);
  if (!subnet || block === undefined) return;
  subnet.cidrBlock = block;
  for (const [, table] of draftsOfKind(draft, 'routeTable')) {
    keepItems(table, 'associations', (item) => item.subnetId !== id);
  }
  for (const [, acl] of draftsOfKind(draft, 'networkAcl')) {
    keepItems(acl, 'associations', (item) => item.subnetId !== id);
  }
  const given = new Set<string>();
  for (const child of childrenByContainer(before).get(id) ?? [])
    settle(draft, before, child, id, notes, given);
}

/**
 * Gives an interface an address of the subnet it now stands in, and the groups that may follow it there.
 * `given` holds addresses handed out in the same move.
 */
function settle(
  draft: DesignDraft,
  before: Design,
  id: ResourceId,
  subnetId: ResourceId,
  notes: LocalText[],
  given: Set<string> = new Set(),
): void {
  const now = draft as Design;
  const nat = draftOf(draft, id, 'natGateway');
  const addresses = nat && told(nat.natGatewayAddresses);
  if (nat && addresses?.some(({ privateIp }) => isElsewhere(now, subnetId, told(privateIp)))) {
    const address = freeAddress(now, subnetId, given);
    nat.natGatewayAddresses = castDraft(natAddressesAt(addresses, address));
    if (address !== undefined) given.add(address);
  }
  const holder = draftOf(draft, id, 'instance') ?? draftOf(draft, id, 'networkInterface');
  if (!holder) return;
  const own = told(holder.privateIpAddress);
  if (own !== undefined && !isAddressOf(now, subnetId, own)) {
    const address = freeAddress(now, subnetId, given);
    if (address === undefined) delete holder.privateIpAddress;
    else {
      holder.privateIpAddress = address;
      given.add(address);
    }
  }
  if (holder.kind === 'networkInterface') delete holder.privateIpAddresses;
  if (holder.kind === 'instance') {
    for (const eni of told(holder.networkInterfaceIds) ?? []) {
      const first = draftOf(draft, eni, 'networkInterface');
      if (!first || told(first.attachment)?.deviceIndex !== 0) continue;
      first.subnetId = subnetId;
      settle(draft, before, eni, subnetId, notes, given);
    }
  }
  const vpcId = vpcOf(now, subnetId);
  const groups = told(holder.securityGroupIds) ?? [];
  const lost = vpcId === undefined ? [] : foreignGroups(before, groups, vpcId);
  if (vpcId === undefined || lost.length === 0) return;
  const kept = groups.filter((group) => !lost.includes(group));
  const fallback = defaultGroupOf(before, vpcId);
  holder.securityGroupIds = kept.length > 0 || fallback === undefined ? kept : [fallback];
  const names = lost.map((group) => titleOf(before, group));
  const title = titleOf(before, id);
  const vpc = titleOf(before, vpcId);
  notes.push({
    en: `${title} left ${names.join(', ')}: ${names.length === 1 ? 'it belongs' : 'they belong'} to another VPC than ${vpc}`,
    ja: `${title} から ${names.join('、')} を外しました。${vpc} とは別の VPC のセキュリティグループです`,
  });
}

const isElsewhere = (design: Design, subnetId: ResourceId, address: string | undefined): boolean =>
  address !== undefined && !isAddressOf(design, subnetId, address);

/** Sets where a resource stands in its container. */
export const setBox = (design: Design, id: ResourceId, box: Box): Design => setBoxes(design, { [id]: box });

/** Sets many boxes at once: one gesture that pushes neighbours aside is one edit. */
export function setBoxes(design: Design, boxes: Readonly<Record<string, Box>>): Design {
  return revise(design, (draft) => {
    for (const [id, box] of Object.entries(boxes)) {
      const before = draft.layout[id];
      const same =
        before?.x === box.x &&
        before.y === box.y &&
        before.width === box.width &&
        before.height === box.height;
      if (!same) draft.layout[id] = { ...before, ...box };
    }
  });
}
