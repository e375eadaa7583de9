/** Dragging things that are there: view state until they are let go, then one edit. */

import { app, appState, type Point } from '../../app/index.ts';
import {
  boundsOf,
  factsOf,
  INTERNET,
  isZoneKey,
  overlaps,
  parentKeyOf,
  snap,
  type Layout,
  type Rectangle,
} from '../../drawing/index.ts';
import { contentOf, slideAside, type Content } from '../../layout/index.ts';
import {
  duplicate,
  known,
  resourceOfKind,
  titleOf,
  type Box,
  type Design,
  type LocalText,
} from '../../model/index.ts';
import { placeText } from '../adding.ts';
import { containerAt, outermostOf, withInside } from '../hit.ts';
import type { CanvasModel } from '../model.ts';
import { surface } from '../surface.ts';
import { endGesture, setCanvas } from '../view-state.ts';
import type { Gesture, Held } from './gesture.ts';
import { linedUpWith, type Guide } from './guides.ts';
import { inContainers, landed, rehomed, zoneUnder, type Carried, type Rehomed } from './landing.ts';

/** How near, on the screen, an edge comes to another to line up with it. */
const REACH = 6;

/** What is dragged: the things themselves, or copies that the design has for the time being. */
interface Load {
  readonly design: Design;
  readonly keys: readonly string[];
  readonly boxes: readonly Rectangle[];
}

interface Judged {
  readonly key: string;
  readonly rehomed: Rehomed;
  readonly content: Content;
}

/** What is shown at present: the container, and how far everything went. */
interface Shown {
  readonly spot: string;
  readonly hint: Hint | undefined;
  readonly guides: readonly Guide[];
}

export interface MoveOptions {
  /** What was taken hold of; it keeps to the grid, the others keep their distance to it. */
  readonly pressed: string;
  readonly keys: readonly string[];
  readonly from: Point;
}

/** The things that a drag of one takes along: the selection if it is in it. */
export function draggedWith(model: CanvasModel, pressed: string, selection: readonly string[]): string[] {
  const keys = selection.includes(pressed) ? selection : [pressed];
  return outermostOf(
    model,
    keys.filter((key) => model.places.boxes.has(key)),
  );
}

export function moveGesture({ pressed, keys, from }: MoveOptions): Gesture | undefined {
  const canvas = surface();
  if (!canvas) return undefined;
  const model = canvas.model();
  const { design } = appState();
  const inside = withInside(model, keys);
  const boxes = keys.flatMap((key) => model.places.boxes.get(key) ?? []);
  const anchor = model.places.boxes.get(pressed);
  const whole = boundsOf(boxes);
  if (!anchor || !whole || boxes.length !== keys.length) return undefined;
  const start = canvas.toCanvas(from);
  const content = contentOf(model.facts);
  const own: Load = { design, keys, boxes };
  const taken: ReadonlySet<string> = new Set(keys);
  let copies: Load | { readonly why: LocalText } | undefined;
  let judged: Judged | undefined;
  let last: Shown | undefined;

  /** Copies stand where their originals do, until they are carried away. */
  const copied = (): Load | { readonly why: LocalText } => {
    if (copies) return copies;
    const made = duplicate(design, keys, Math.random);
    if (!made.ok) copies = { why: made.problem.message };
    else {
      const layout: Record<string, Box> = { ...made.value.design.layout };
      for (const [index, id] of made.value.ids.entries()) {
        const original = keys[index];
        const box = original === undefined ? undefined : design.layout[original];
        if (box) layout[id] = box;
      }
      copies = { design: { ...made.value.design, layout }, keys: made.value.ids, boxes };
    }
    return copies;
  };

  const judge = (load: Load, point: Point, held: Held): Judged => {
    const under = held.ctrl ? 'stay' : containerAt(model, point, inside);
    const key = `${held.alt ? 'copy' : 'move'} ${under === 'stay' ? under : `in ${under.id ?? ''}`}`;
    if (judged?.key === key) return judged;
    const result = rehomed(load.design, load.keys, under);
    const isOwn = result.kind === 'refused' || result.design === design;
    judged = { key, rehomed: result, content: isOwn ? content : contentOf(factsOf(result.design)) };
    return judged;
  };

  /** How far everything goes: locked to an axis, lined up with neighbours, else on the grid. */
  const shiftFor = (
    point: Point,
    held: Held,
    container: string | undefined,
  ): { readonly by: Point; readonly guides: readonly Guide[] } => {
    const raw = { x: point.x - start.x, y: point.y - start.y };
    const locked = !held.shift
      ? raw
      : Math.abs(raw.x) >= Math.abs(raw.y)
        ? { x: raw.x, y: 0 }
        : { x: 0, y: raw.y };
    if (held.ctrl) return { by: { x: Math.round(locked.x), y: Math.round(locked.y) }, guides: [] };
    const onGrid = {
      x: snap(anchor.x + locked.x) - anchor.x,
      y: snap(anchor.y + locked.y) - anchor.y,
    };
    const parent = container ?? model.places.parentOf.get(pressed);
    const moved = { ...whole, x: whole.x + locked.x, y: whole.y + locked.y };
    // What it lies over will go aside: there is nothing to line up with.
    const others = neighbours(model, parent, held.alt ? new Set() : inside).filter(
      (other) => !overlaps(other, moved),
    );
    const fit = linedUpWith(moved, others, REACH / appState().view.zoom);
    const isLocked = { x: held.shift && locked.x === 0, y: held.shift && locked.y === 0 };
    return {
      by: {
        x: isLocked.x ? 0 : fit.dx === undefined ? onGrid.x : locked.x + fit.dx,
        y: isLocked.y ? 0 : fit.dy === undefined ? onGrid.y : locked.y + fit.dy,
      },
      guides: fit.guides.filter(({ axis }) => !isLocked[axis]),
    };
  };

  const carriedAt = (load: Load, by: Point): Carried[] =>
    load.keys.flatMap((key, index) => {
      const box = load.boxes[index];
      return box ? [{ key, box: { ...box, x: box.x + by.x, y: box.y + by.y } }] : [];
    });

  const show = (client: Point, held: Held) => {
    const point = canvas.toCanvas(client);
    const load = held.alt ? copied() : own;
    if ('why' in load) {
      last = undefined;
      setCanvas({
        layout: undefined,
        copies: undefined,
        guides: undefined,
        drop: { tone: 'refuses', text: load.why, at: client },
      });
      return;
    }
    const judgement = judge(load, point, held);
    const { rehomed: home, content: inHome } = judgement;
    const { by, guides } = shiftFor(point, held, home.kind === 'taken' ? home.into : undefined);
    const spot = `${judgement.key} ${by.x} ${by.y}`;
    const isSameSpot = last?.spot === spot;
    const carried = isSameSpot ? [] : carriedAt(load, by);
    const hint = isSameSpot ? last?.hint : hintFor(home, model, carried, held);
    const isSameGuides = isSameSpot && JSON.stringify(last?.guides) === JSON.stringify(guides);
    // Between two steps of the grid nothing but the chip at the pointer moves.
    if (isSameGuides && !hint) return;
    last = { spot, hint, guides: isSameGuides && last ? last.guides : guides };
    const common = { guides: last.guides, drop: hint && { ...hint, at: client } };
    if (isSameSpot) {
      setCanvas(common);
      return;
    }
    if (held.alt) {
      // The originals stay; their likenesses follow the hand.
      const shapes = [...inside].flatMap((key) => {
        const box = model.places.boxes.get(key);
        return box ? [{ key, at: { x: box.x + by.x, y: box.y + by.y } }] : [];
      });
      setCanvas({ ...common, layout: undefined, dragged: new Set(), copies: shapes });
      return;
    }
    const layout = home.kind === 'refused' ? undefined : preview(home.design, model, carried, inHome);
    setCanvas({
      ...common,
      copies: undefined,
      layout: inHand(design, layout ?? design.layout, carried),
      dragged: taken,
    });
  };

  return {
    move: show,
    end: (client, held) => {
      const point = canvas.toCanvas(client);
      const load = held.alt ? copied() : own;
      if ('why' in load) {
        app.notify({ tone: 'info', message: load.why });
        endGesture();
        return;
      }
      const { rehomed: home, content: inHome } = judge(load, point, held);
      if (home.kind === 'refused') app.notify({ tone: 'info', message: home.why });
      else {
        const { by } = shiftFor(point, held, home.into);
        const isStill = !held.alt && by.x === 0 && by.y === 0;
        if (!isStill) letGo(landed(home.design, model, carriedAt(load, by), inHome), load, home, held);
      }
      endGesture();
    },
    cancel: endGesture,
  };
}

/** Siblings at the new place make room as they will once this is let go. */
const preview = (design: Design, model: CanvasModel, carried: readonly Carried[], content: Content): Layout =>
  slideAside(design, inContainers(design, model, carried), new Set(carried.map(({ key }) => key)), content);

/** What is carried stands under the hand, whatever container it is still counted to while the others move. */
function inHand(design: Design, layout: Layout, carried: readonly Carried[]): Layout {
  const others: Record<string, Box> = { ...layout };
  for (const { key } of carried) {
    const before = design.layout[key];
    if (before) others[key] = before;
  }
  const hands = carried.flatMap(({ key, box }): [string, Box][] => {
    const before = design.layout[key];
    const { x, y } = originOf(design, others, parentKeyOf(design, design.layout, key));
    return before ? [[key, { ...before, x: box.x - x, y: box.y - y }]] : [];
  });
  return Object.assign(others, Object.fromEntries(hands));
}

/** Where a container begins on the canvas; asked for a few, so without placing everything. */
function originOf(design: Design, layout: Layout, container: string | undefined): Point {
  const origin = { x: 0, y: 0 };
  const passed = new Set<string>();
  for (let key = container; key !== undefined && !passed.has(key); key = parentKeyOf(design, layout, key)) {
    passed.add(key);
    origin.x += layout[key]?.x ?? 0;
    origin.y += layout[key]?.y ?? 0;
  }
  return origin;
}

/** The boxes beside which something is dragged. */
function neighbours(
  model: CanvasModel,
  parent: string | undefined,
  except: ReadonlySet<string>,
): Rectangle[] {
  return (model.places.childrenOf.get(parent) ?? []).flatMap((key) => {
    const box = model.places.boxes.get(key);
    const form = model.items.get(key)?.form;
    return box && !except.has(key) && !isZoneKey(key) && form !== 'gate' ? [box] : [];
  });
}

interface Hint {
  readonly tone: 'takes' | 'refuses';
  readonly text: LocalText;
  readonly container?: string;
}

/** What the chip says: the new container and address, the new zone, or why not. */
function hintFor(
  home: Rehomed,
  model: CanvasModel,
  carried: readonly Carried[],
  held: Held,
): Hint | undefined {
  if (home.kind === 'refused') return { tone: 'refuses', text: home.why };
  const [first] = carried;
  if (!first) return undefined;
  if (home.into !== undefined) {
    return { tone: 'takes', text: placeText(home.design, first.key), container: home.into };
  }
  const zone = zoneAfter(home.design, model, first);
  if (zone !== undefined) return { tone: 'takes', text: { en: `in ${zone}`, ja: `${zone} 内` } };
  if (!held.alt) return undefined;
  const name = titleOf(home.design, first.key);
  return carried.length === 1
    ? { tone: 'takes', text: { en: `copy: ${name}`, ja: `コピー: ${name}` } }
    : { tone: 'takes', text: { en: `${carried.length} copies`, ja: `コピー ${carried.length} 件` } };
}

/** The zone that a subnet would change to within its VPC. */
function zoneAfter(design: Design, model: CanvasModel, carried: Carried): string | undefined {
  const subnet = resourceOfKind(design, carried.key, 'subnet');
  if (!subnet) return undefined;
  const zone = zoneUnder(design, model, carried);
  return zone === known(subnet.availabilityZone) ? undefined : zone;
}

function letGo(
  after: Design,
  load: Load,
  home: Extract<Rehomed, { readonly kind: 'taken' }>,
  held: Held,
): void {
  const [first] = load.keys;
  if (first === undefined) return;
  const name =
    load.keys.length === 1
      ? first === INTERNET
        ? { en: 'Internet', ja: 'インターネット' }
        : { en: titleOf(after, first), ja: titleOf(after, first) }
      : { en: `${load.keys.length} resources`, ja: `${load.keys.length} 件のリソース` };
  const label = held.alt
    ? { en: `Copy ${name.en}`, ja: `${name.ja} のコピー` }
    : { en: `Move ${name.en}`, ja: `${name.ja} の移動` };
  app.edit(label, () => after);
  if (held.alt) app.select(load.keys);
  const place = home.into === undefined ? undefined : placeText(after, first);
  if (place) {
    app.announce({ en: `${name.en} moved ${place.en}`, ja: `${name.ja} を移動しました。${place.ja}` });
  }
  for (const message of home.notes) app.notify({ tone: 'info', message, command: 'undo' });
}
