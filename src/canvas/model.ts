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
  type Severity,
  type Tiers,
} from '../drawing/index.ts';
import type { Box, Design, Language } from '../model/index.ts';
import { CROWD } from './camera.ts';
import { summariesOf, type Summary } from './summary.ts';

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
  /** What stands in for its leaves where they are too many to be drawn. */
  readonly summary?: Summary;
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
  readonly badges: Readonly<Record<string, { readonly severity?: Severity }>>;
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

/** What a model was built from, and what the next one may take over. */
interface Built {
  readonly input: ModelInput;
  readonly facts: DrawingFacts;
  readonly places: Places;
  readonly drawn: Map<string, Drawn>;
  readonly names: Map<string, Named>;
  readonly summaries: ReadonlyMap<string, Summary>;
  /** Where each node stands in the list, and how deep. */
  readonly order: ReadonlyMap<string, { readonly index: number; readonly depth: number }>;
  readonly model: CanvasModel;
}

/** Makes models one after another; each reuses what it can of the one before. */
export function createModelBuilder(): (input: ModelInput) => CanvasModel {
  let built: Built | undefined;
  return (input) => {
    built = (built && patched(built, input)) ?? buildAll(input, built);
    return built.model;
  };
}

const contextOf = (input: ModelInput, facts: DrawingFacts, places: Places): DrawContext => ({
  facts,
  places,
  tiers: input.tiers,
  options: { language: input.language, contradicted: input.contradicted },
});

function buildAll(input: ModelInput, before: Built | undefined): Built {
  const { design, layout } = input;
  const facts = before?.facts.design === design ? before.facts : factsOf(design);
  const isPlaced = before?.input.design === design && before.input.layout === layout;
  const places = isPlaced ? before.places : placesOf(design, layout);
  const context = contextOf(input, facts, places);
  const summaries = places.boxes.size > CROWD ? summariesOf(facts, places, input.badges) : noSummaries;
  const drawn = new Map<string, Drawn>();
  const names = new Map<string, Named>();
  const items = new Map<string, CanvasItem>();
  const order = new Map<string, { readonly index: number; readonly depth: number }>();
  const nodes: ItemNode[] = [];
  for (const { key, box, depth } of outermostFirst(places)) {
    const one = drawOne(context, input, summaries.get(key), key, box, before?.drawn.get(key));
    if (!one) continue;
    drawn.set(key, one);
    items.set(key, one.item);
    const name = nameOne(input, facts, places, one.item, before?.names.get(key));
    names.set(key, name);
    order.set(key, { index: nodes.length, depth });
    nodes.push(nodeOf(input, places, one.item, name.label, depth, nodeAt(before, key)));
  }
  const list = before && isSame(nodes, before.model.nodes) ? before.model.nodes : nodes;
  const model = { facts, places, items, nodes: list };
  return { input, facts, places, drawn, names, summaries, order, model };
}

const noSummaries: ReadonlyMap<string, Summary> = new Map();

const nodeAt = (built: Built | undefined, key: string): ItemNode | undefined =>
  built?.model.nodes[built.order.get(key)?.index ?? -1];

/** More moved boxes than this are no gesture. */
const MOST_MOVED = 200;

/** The keys whose box is another one; undefined where boxes came or went, or where too many moved. */
function movedKeys(before: Layout, after: Layout): string[] | undefined {
  if (before === after) return [];
  const moved: string[] = [];
  let count = 0;
  for (const key in after) {
    count += 1;
    if (after[key] === before[key]) continue;
    const [one, other] = [before[key], after[key]];
    const isMuch = moved.length === MOST_MOVED || one?.pinned !== other?.pinned;
    if (!one || isMuch || one.collapsed !== other?.collapsed) return undefined;
    moved.push(key);
  }
  return Object.keys(before).length === count ? moved : undefined;
}

/** While things are carried, only they and what looks at them is made anew; undefined where more has changed. */
function patched(before: Built, input: ModelInput): Built | undefined {
  const { input: old, facts, names, drawn } = before;
  const isSameOtherwise =
    old.design === input.design &&
    old.tiers === input.tiers &&
    old.contradicted === input.contradicted &&
    old.language === input.language &&
    old.ghosts === input.ghosts &&
    old.badges === input.badges;
  const moved = isSameOtherwise ? movedKeys(old.layout, input.layout) : undefined;
  if (!moved) return undefined;
  const resized = moved.filter((key) => {
    const [one, other] = [old.layout[key], input.layout[key]];
    return one?.width !== other?.width || one?.height !== other?.height;
  });
  // A gate stands in the middle of whatever box it is given.
  if (resized.some((key) => before.model.items.get(key)?.form === 'gate')) return undefined;
  const places =
    moved.length === 0 ? before.places : placesAfter(before.places, old.layout, input.layout, moved);
  const { parentOf, childrenOf } = places;
  const changed = new Set([
    ...moved.flatMap((key) => [key, parentOf.get(key) ?? key]),
    // Gates look to the edges of what they stand on.
    ...resized.flatMap((key) => childrenOf.get(key) ?? []),
  ]);
  for (const sets of [
    [old.selection, input.selection],
    [old.dragged, input.dragged],
  ] as const) {
    const [one, other] = sets;
    if (one === other) continue;
    for (const key of one) if (!other.has(key)) changed.add(key);
    for (const key of other) if (!one.has(key)) changed.add(key);
  }
  const context = contextOf(input, facts, places);
  let { items } = before.model;
  let nodes: ItemNode[] | undefined;
  for (const key of changed) {
    const at = before.order.get(key);
    const box = places.boxes.get(key);
    const node = nodeAt(before, key);
    if (!at || !box || !node) continue;
    const one = drawOne(context, input, before.summaries.get(key), key, box, drawn.get(key));
    if (!one) return undefined;
    if (one.item !== items.get(key)) items = new Map(items).set(key, one.item);
    drawn.set(key, one);
    const name = nameOne(input, facts, places, one.item, names.get(key));
    names.set(key, name);
    const fresh = nodeOf(input, places, one.item, name.label, at.depth, node);
    if (fresh === node) continue;
    nodes ??= [...before.model.nodes];
    nodes[at.index] = fresh;
  }
  const model = { facts, places, items, nodes: nodes ?? before.model.nodes };
  return { ...before, input, places, model };
}

/** What moves takes along what stands in it. */
function placesAfter(places: Places, before: Layout, after: Layout, moved: readonly string[]): Places {
  const boxes = new Map(places.boxes);
  const shift = (key: string, x: number, y: number): void => {
    const box = boxes.get(key);
    if (!box) return;
    boxes.set(key, { ...box, x: box.x + x, y: box.y + y });
    for (const child of places.childrenOf.get(key) ?? []) shift(child, x, y);
  };
  for (const key of moved) {
    const [from, to] = [before[key], after[key]];
    if (!from || !to) continue;
    if (to.x !== from.x || to.y !== from.y) shift(key, to.x - from.x, to.y - from.y);
    const box = boxes.get(key);
    const isResized = to.width !== from.width || to.height !== from.height;
    if (box && isResized) boxes.set(key, { ...box, width: to.width, height: to.height });
  }
  return { ...places, boxes };
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
  summary: Summary | undefined,
  key: string,
  box: Box,
  before: Drawn | undefined,
): Drawn | undefined {
  const sources = [...sourcesOf(context, input, key, box), ...(summary ? Object.values({ ...summary }) : [])];
  if (before && isSame(before.sources, sources)) return before;
  const drawing = drawItem(context, key, box);
  if (!drawing) return undefined;
  const { kind, name, marks } = drawing.item;
  const form = formOfItem(context.facts, key);
  const isGhost = input.ghosts.has(key);
  const signature = JSON.stringify([kind, form, name, marks, isGhost, summary]);
  const item: CanvasItem =
    before?.signature === signature
      ? before.item
      : {
          key,
          kind,
          form,
          name,
          marks,
          ...(isGhost ? { ghost: true } : {}),
          ...(summary ? { summary } : {}),
        };
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
    style: {
      // All padding, no content: what React Flow observes has no size of its own, so nothing is measured.
      padding: `0 ${box.width}px ${box.height}px 0`,
      // A container's empty area belongs to the canvas until it is selected: a marquee starts there.
      ...(item.form === 'frame' || (item.form === 'container' && !selected) ? { pointerEvents: 'none' } : {}),
    },
    domAttributes: { 'aria-roledescription': undefined },
  };
}

/** The id of a thing's element, for the keyboard's cursor. */
export const elementIdOf = (key: string): string => `on-canvas-${key}`;
