/** The document as things on the canvas: marks, boxes and nodes, each the same object as before where nothing changed. */

import type { Node } from '@xyflow/react';
import {
  drawItem,
  factsOf,
  formOf,
  INTERNET,
  isRegionKey,
  isZoneKey,
  placesOf,
  type DrawContext,
  type DrawingFacts,
  type Layout,
  type Mark,
  type Places,
  type Tiers,
} from '../drawing/index.ts';
import type { Box, Design, Language } from '../model/index.ts';

export type ItemForm = 'container' | 'frame' | 'card' | 'gate' | 'span' | 'internet';

/** One thing as it is painted; marks are relative to its box. */
export interface CanvasItem {
  readonly key: string;
  readonly kind: string;
  readonly form: ItemForm;
  readonly name: string;
  readonly marks: readonly Mark[];
  /** A part of a previewed fix, not of the design. */
  readonly ghost?: true;
}

export interface ItemData extends Record<string, unknown> {
  readonly item: CanvasItem;
  /** What assistive technology calls it. */
  readonly label: string;
}

export type ItemNode = Node<ItemData, 'item'>;

export interface ModelInput {
  readonly design: Design;
  readonly layout: Layout;
  readonly tiers: Tiers;
  readonly contradicted: ReadonlySet<string>;
  readonly language: Language;
  /** Resources that only a previewed fix has. */
  readonly ghosts: ReadonlySet<string>;
  readonly selection: ReadonlySet<string>;
  readonly dragged: ReadonlySet<string>;
  readonly badges: Readonly<Record<string, unknown>>;
  /** The accessible name of a resource; made from the resource, its container, their tiers and its badge. */
  readonly nameOf: (facts: DrawingFacts, key: string) => string;
}

export interface CanvasModel {
  readonly facts: DrawingFacts;
  readonly places: Places;
  readonly items: ReadonlyMap<string, CanvasItem>;
  readonly nodes: readonly ItemNode[];
}

/** Frames and containers under the lines, everything else over them. */
export const EDGE_LAYER = 1000;
const LEAF_LAYER = 2000;
export const OVERLAY_LAYER = 3000;

interface Drawn {
  /** All that the drawing was made from: the same things again give the same drawing. */
  readonly sources: readonly unknown[];
  readonly signature: string;
  readonly item: CanvasItem;
}

/** What a thing is called, and what that was made from. */
interface Named {
  readonly sources: readonly unknown[];
  readonly label: string;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** Makes models one after another; each reuses what it can of the one before. */
export function createModelBuilder(): (input: ModelInput) => CanvasModel {
  let facts: DrawingFacts | undefined;
  let places: Places | undefined;
  let placed: { readonly design: Design; readonly layout: Layout } | undefined;
  let drawn = new Map<string, Drawn>();
  let names = new Map<string, Named>();
  let nodes = new Map<string, ItemNode>();
  let list: readonly ItemNode[] = [];

  return (input) => {
    const { design, layout } = input;
    facts = facts?.design === design ? facts : factsOf(design);
    if (!places || placed?.design !== design || placed.layout !== layout) places = placesOf(design, layout);
    placed = { design, layout };
    const context: DrawContext = {
      facts,
      places,
      tiers: input.tiers,
      options: { language: input.language, contradicted: input.contradicted },
    };
    const nextDrawn = new Map<string, Drawn>();
    const nextNames = new Map<string, Named>();
    const nextNodes = new Map<string, ItemNode>();
    const items = new Map<string, CanvasItem>();
    for (const { key, box, depth } of outermostFirst(places)) {
      const one = drawOne(context, input, key, box, drawn.get(key));
      if (!one) continue;
      nextDrawn.set(key, one);
      items.set(key, one.item);
      const name = nameOne(input, facts, places, one.item, names.get(key));
      nextNames.set(key, name);
      nextNodes.set(key, nodeOf(input, places, one.item, name.label, depth, nodes.get(key)));
    }
    drawn = nextDrawn;
    names = nextNames;
    nodes = nextNodes;
    const fresh = [...nextNodes.values()];
    if (!isSame(fresh, list)) list = fresh;
    return { facts, places, items, nodes: list };
  };
}

interface Placed {
  readonly key: string;
  readonly box: Box;
  readonly depth: number;
}

/** Parents before children, and zone frames before the subnets that stand in them. */
function outermostFirst(places: Places): Placed[] {
  const ordered: Placed[] = [];
  const visit = (parent: string | undefined, depth: number): void => {
    const children = places.childrenOf.get(parent) ?? [];
    const frames = children.filter(isZoneKey);
    for (const key of [...frames, ...children.filter((child) => !isZoneKey(child))]) {
      const box = places.boxes.get(key);
      if (box) ordered.push({ key, box, depth });
      visit(key, depth + 1);
    }
  };
  visit(undefined, 0);
  return ordered;
}

/** What of the surroundings a drawing depends on: gates look to their edge, containers to what stands in them. */
function surroundingsOf(places: Places, key: string, box: Box): string {
  const parent = places.parentOf.get(key);
  const around = parent === undefined ? undefined : places.boxes.get(parent);
  const inside = (places.childrenOf.get(key) ?? []).map((child) => {
    const at = places.boxes.get(child);
    return at ? `${at.x - box.x},${at.y - box.y}` : '';
  });
  const outside = around ? `${box.x - around.x},${box.y - around.y},${around.width},${around.height}` : '';
  return `${box.width}x${box.height}|${outside}|${inside.join(' ')}`;
}

/** The parts of the document and of the answers that a drawing looks at; without looking at all of it. */
function sourcesOf(context: DrawContext, input: ModelInput, key: string, box: Box): unknown[] {
  const { facts, places } = context;
  const parent = places.parentOf.get(key);
  return [
    facts.design.resources[key],
    parent === undefined ? undefined : facts.design.resources[parent],
    facts.design.coverage,
    facts.publicAddressOfCard.get(key),
    ...(facts.interfacesOfCard.get(key) ?? []),
    input.language,
    Object.hasOwn(input.tiers, key) ? input.tiers[key] : undefined,
    input.contradicted.has(key),
    input.ghosts.has(key),
    surroundingsOf(places, key, box),
  ];
}

function drawOne(
  context: DrawContext,
  input: ModelInput,
  key: string,
  box: Box,
  before: Drawn | undefined,
): Drawn | undefined {
  const sources = sourcesOf(context, input, key, box);
  if (before && isSame(before.sources, sources)) return before;
  const drawing = drawItem(context, key, box);
  if (!drawing) return undefined;
  const { kind, name, marks } = drawing.item;
  const form = formOfItem(context.facts, key);
  const isGhost = input.ghosts.has(key);
  const signature = JSON.stringify([kind, form, name, marks, isGhost]);
  const item: CanvasItem =
    before?.signature === signature
      ? before.item
      : { key, kind, form, name, marks, ...(isGhost ? { ghost: true } : {}) };
  return { sources, signature, item };
}

function nameOne(
  input: ModelInput,
  facts: DrawingFacts,
  places: Places,
  item: CanvasItem,
  before: Named | undefined,
): Named {
  const { key } = item;
  if (item.form === 'frame' || item.form === 'internet') return { sources: [], label: item.name };
  const { resources } = facts.design;
  const parent = places.parentOf.get(key);
  const sources = [
    item,
    resources[key],
    parent === undefined ? undefined : resources[parent],
    input.language,
    Object.hasOwn(input.tiers, key) ? input.tiers[key] : undefined,
    parent === undefined || !Object.hasOwn(input.tiers, parent) ? undefined : input.tiers[parent],
    Object.hasOwn(input.badges, key) ? input.badges[key] : undefined,
  ];
  if (before && isSame(before.sources, sources)) return before;
  return { sources, label: input.nameOf(facts, key) };
}

function formOfItem(facts: DrawingFacts, key: string): ItemForm {
  if (key === INTERNET) return 'internet';
  if (isRegionKey(key) || isZoneKey(key)) return 'frame';
  const resource = facts.design.resources[key];
  const form = resource ? formOf(resource) : 'card';
  return form === 'none' ? 'card' : form;
}

/** What stands alone: cards, gates, spans, the internet. */
export const isLeaf = ({ form }: CanvasItem): boolean => form !== 'container' && form !== 'frame';

function nodeOf(
  input: ModelInput,
  places: Places,
  item: CanvasItem,
  label: string,
  depth: number,
  before: ItemNode | undefined,
): ItemNode {
  const { key } = item;
  const box = input.layout[key] ?? { x: 0, y: 0, width: 0, height: 0 };
  const parentId = places.parentOf.get(key);
  const selected = input.selection.has(key);
  const dragging = input.dragged.has(key);
  if (
    before?.data.item === item &&
    before.data.label === label &&
    before.position.x === box.x &&
    before.position.y === box.y &&
    before.width === box.width &&
    before.height === box.height &&
    before.parentId === parentId &&
    before.selected === selected &&
    before.dragging === dragging
  ) {
    return before;
  }
  return {
    id: key,
    type: 'item',
    data: before?.data.item === item && before.data.label === label ? before.data : { item, label },
    position: { x: box.x, y: box.y },
    // Sizes and handles are given as data: nothing is mounted only to be measured.
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: [],
    ...(parentId === undefined ? {} : { parentId }),
    zIndex: isLeaf(item) ? LEAF_LAYER + depth : depth * 2 + (item.form === 'frame' ? 0 : 1),
    selected,
    selectable: false,
    draggable: false,
    dragging,
    connectable: false,
    focusable: false,
    ariaRole: 'presentation',
    // A container's empty area belongs to the canvas until it is selected: a marquee starts there.
    ...(item.form === 'frame' || (item.form === 'container' && !selected)
      ? { style: { pointerEvents: 'none' } }
      : {}),
    domAttributes: { 'aria-roledescription': undefined },
  };
}

/** The id of a thing's element, for the keyboard's cursor. */
export const elementIdOf = (key: string): string => `on-canvas-${key}`;
