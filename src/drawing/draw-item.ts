/** One thing of a picture as data: the marks of its box, and what is written beside it. */

import { definitionOf, known, type Box, type Language, type Resource, type Subnet } from '../model/index.ts';
import { drawTitledFrame, drawZone, plainFrame, regionFrame, vpcFrame } from './draw-container.ts';
import {
  badgePlace,
  drawBadge,
  drawCard,
  drawGate,
  drawInternet,
  drawSpan,
  gateLabelBox,
  type Badge,
  type Edge,
} from './draw-node.ts';
import { drawSubnet, type SubnetView } from './draw-subnet.ts';
import { cardOf, type DrawingFacts } from './facts.ts';
import type { Rectangle } from './geometry.ts';
import { glyphOf } from './glyphs.ts';
import { labelOf, lookOf } from './looks.ts';
import type { Mark } from './marks.ts';
import { INTERNET, readRegionKey, readZoneKey, type Places } from './places.ts';
import { regionLabel, regionTitle } from './region-title.ts';
import { blocksOf, fontSize, gate, vpcTitleWidth } from './sizes.ts';
import { textWidth, visibleText } from './text.ts';
import { shownTiers, type ShownTier, type Tiers } from './tiers.ts';
import { words } from './words.ts';

export interface SceneOptions {
  readonly language: Language;
  /** The worst finding of a resource or line, by its id. */
  readonly badges?: ReadonlyMap<string, Badge>;
  /** Ids of lines that a finding warns of. */
  readonly warnings?: ReadonlySet<string>;
  /** Subnets whose name or tag claims another tier. */
  readonly contradicted?: ReadonlySet<string>;
}

/** A thing in the picture; its marks are relative to its box. */
export interface SceneItem {
  /** The key of its box: a resource's id, `internet`, or an implied frame's key. */
  readonly key: string;
  /** The resource's kind; `internet`, `region`, `zone` for what is none. */
  readonly kind: string;
  /** The whole name, unshortened. */
  readonly name: string;
  readonly box: Box;
  readonly marks: readonly Mark[];
  /** The key of what it stands in. */
  readonly parent?: string;
  /** Address blocks of a VPC or subnet. */
  readonly blocks: readonly string[];
  /** Of a subnet, where somebody has worked it out. */
  readonly tiers?: { readonly own: ShownTier; readonly ipv6?: ShownTier };
  /** In its own coordinates, above all lines. */
  readonly badge?: readonly Mark[];
}

/** What one item is drawn from. */
export interface DrawContext {
  readonly facts: DrawingFacts;
  readonly places: Places;
  readonly tiers: Tiers;
  readonly options: SceneOptions;
}

/** The marks of one box, for a canvas that paints each on its own; undefined for what has no drawing. */
export function drawItem(
  context: DrawContext,
  key: string,
  box: Box,
): { readonly item: SceneItem; readonly isContainer: boolean } | undefined {
  const { facts, options } = context;
  const { language } = options;
  const region = readRegionKey(key);
  if (region) {
    const name = `${words.region[language]} ${visibleText(region.region)}`;
    const account = visibleText(region.ownerId);
    const { room, aside } = regionTitle(facts, context.places, key, { box, name, account });
    const blocks = account === '' ? [] : [account];
    const marks = [...drawTitledFrame(regionFrame, { name, blocks, weight: 500 }, box, room), ...aside];
    return { item: { key, kind: 'region', name, box, marks, blocks: [] }, isContainer: true };
  }
  const zone = readZoneKey(key);
  if (zone) {
    const name = visibleText(zone.zone);
    const marks = drawZone(name, box);
    return { item: { key, kind: 'zone', name, box, marks, blocks: [] }, isContainer: true };
  }
  if (key === INTERNET) {
    const name = words.internet[language];
    const marks = drawInternet(box, language);
    return { item: { key, kind: 'internet', name, box, marks, blocks: [] }, isContainer: false };
  }
  const resource = facts.design.resources[key];
  // What another card stands for has no drawing of its own, even if a file gives it a box.
  if (resource === undefined || cardOf(facts, key) !== key) return undefined;
  const badge = options.badges?.get(key);
  const look = lookOf(facts, key, resource);
  if (look.form === 'none') return undefined;
  const marks =
    look.form === 'container'
      ? drawContainer(context, key, resource, box)
      : look.form === 'gate'
        ? drawGate(look, box, edgeOfGate(context.places, key, box))
        : look.form === 'span'
          ? drawSpan(look, box, language)
          : drawCard(look, box, language);
  const parent = context.places.parentOf.get(key);
  const pair = Object.hasOwn(context.tiers, key) ? context.tiers[key] : undefined;
  const { x, y, numberOn } = badgePlace(resource.kind, box.width);
  return {
    item: {
      key,
      kind: resource.kind,
      name: look.name,
      box,
      marks,
      blocks: resource.kind === 'vpc' || resource.kind === 'subnet' ? blocksOf(resource) : [],
      ...(parent === undefined ? {} : { parent }),
      ...(resource.kind === 'subnet' && pair ? { tiers: shownTiers(resource, pair) } : {}),
      ...(badge ? { badge: drawBadge(badge, x, y, numberOn) } : {}),
    },
    isContainer: look.form === 'container',
  };
}

function drawContainer(context: DrawContext, key: string, resource: Resource, box: Box): readonly Mark[] {
  if (resource.kind === 'subnet') {
    return drawSubnet(subnetViewOf(context, key, resource), box, context.options.language);
  }
  const name = labelOf(key, resource);
  const blocks = resource.kind === 'vpc' ? blocksOf(resource) : [];
  const frame = resource.kind === 'vpc' ? vpcFrame : plainFrame(glyphOf(resource.kind));
  return drawTitledFrame(frame, { name, blocks, weight: 600 }, box, titleRoomOf(context.places, key, box));
}

/** A title ends before the first gate on the upper edge. */
function titleRoomOf(places: Places, key: string, box: Box): number {
  let room = box.width - 12;
  for (const child of places.childrenOf.get(key) ?? []) {
    const other = places.boxes.get(child);
    const isOnEdge = other && other.y < box.y && other.y + other.height > box.y;
    if (isOnEdge && other.x > box.x + gate.width) room = Math.min(room, other.x - box.x - 8);
  }
  return room;
}

/** What a subnet's drawing says, as canvas and picture both show it. */
function subnetViewOf(context: DrawContext, key: string, subnet: Subnet): SubnetView {
  const { places, tiers, options } = context;
  const pair = Object.hasOwn(tiers, key) ? tiers[key] : undefined;
  const around = places.boxes.get(key);
  const tops = (places.childrenOf.get(key) ?? []).flatMap((child) => places.boxes.get(child)?.y ?? []);
  return {
    name: labelOf(key, subnet),
    blocks: blocksOf(subnet),
    ...(pair ? { tiers: shownTiers(subnet, pair) } : {}),
    isIpv6Only: known(subnet.ipv6Native) === true,
    isContradicted: options.contradicted?.has(key) === true,
    contentTop: Math.min(...tops) - (around?.y ?? 0),
  };
}

/** The edge of its container that a gate's middle lies on. */
function edgeOfGate(places: Places, key: string, box: Box): Edge {
  const parent = places.parentOf.get(key);
  const around = parent === undefined ? undefined : places.boxes.get(parent);
  if (around === undefined) return 'none';
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const reach = box.height / 2;
  if (Math.abs(y - around.y) < reach) return 'top';
  if (Math.abs(x - around.x) < reach) return 'left';
  if (Math.abs(x - around.x - around.width) < reach) return 'right';
  if (Math.abs(y - around.y - around.height) < reach) return 'bottom';
  return 'none';
}

/** Where titles and labels outside of cards lie, for lines to keep away from. */
export function labelsOf(facts: DrawingFacts, places: Places): Rectangle[] {
  const labels: Rectangle[] = [];
  for (const [key, box] of places.boxes) {
    const zone = readZoneKey(key);
    const region = readRegionKey(key);
    const resource = facts.design.resources[key];
    if (zone) {
      const width = textWidth(visibleText(zone.zone), fontSize.small, 500);
      labels.push({ x: box.x + 12, y: box.y + 6, width: Math.min(width, box.width - 24), height: 14 });
    } else if (region) {
      const names = Object.values(words.region).map((word) => `${word} ${visibleText(region.region)}`);
      labels.push(regionLabel(facts, places, key, { box, names }));
    } else if (resource?.kind === 'vpc') {
      labels.push({
        x: box.x,
        y: box.y,
        width: Math.min(vpcTitleWidth(key, resource), box.width),
        height: 20,
      });
    } else if (resource && definitionOf(resource.kind).form === 'gate') {
      const label = gateLabelBox(lookOf(facts, key, resource), box, edgeOfGate(places, key, box));
      labels.push({ ...label, x: box.x + label.x, y: box.y + label.y });
    }
  }
  return labels;
}
