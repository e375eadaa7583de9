/** Dragging things that are there: view state until they are let go, then one edit. */

import { app, appState, type Point } from '../app/index.ts';
import { gate, parentKeyOf, snap, type Layout, type Rectangle } from '../drawing/index.ts';
import { contentOf, slideAside, type Content } from '../layout/index.ts';
import {
  containerOf,
  definitionOf,
  duplicate,
  moveInto,
  setField,
  titleOf,
  type Box,
  type Design,
  type LocalText,
  type ResourceId,
} from '../model/index.ts';
import { placeText } from './adding.ts';
import { berthFor, linedUp } from './columns.ts';
import { containerAt, withInside } from './hit.ts';
import type { CanvasModel } from './model.ts';
import { surface } from './surface.ts';
import { endGesture, setCanvas } from './view-state.ts';

/** A thing under the hand, relative to the container that it started in. */
export interface Carried {
  readonly id: string;
  readonly position: Point;
}

interface Drag {
  readonly design: Design;
  readonly model: CanvasModel;
  readonly inside: ReadonlySet<string>;
  /** What stands in what, read once for the whole gesture. */
  readonly content: Content;
  /** The last judged place, and what was said of it. */
  judged?: { readonly key: string; readonly verdict: Verdict };
}

interface Verdict {
  readonly kind: 'stays' | 'moves' | 'refused';
  readonly text?: LocalText;
  readonly container?: string;
}

let drag: Drag | undefined;

export function beginMove(ids: readonly string[]): void {
  const canvas = surface();
  if (!canvas) return;
  const model = canvas.model();
  const { selection, design } = appState();
  const taken = ids.filter((id) => Object.hasOwn(design.resources, id));
  if (taken.some((id) => !selection.includes(id))) app.select(taken);
  drag = { design, model, inside: withInside(model, ids), content: contentOf(model.facts) };
  window.addEventListener('keydown', cancelByKey, true);
}

/** Escape gives up the move: what is let go later changes nothing. */
function cancelByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  stopMove();
  endGesture();
}

function stopMove(): Drag | undefined {
  const ended = drag;
  drag = undefined;
  window.removeEventListener('keydown', cancelByKey, true);
  return ended;
}

const isGate = (design: Design, id: string): boolean => {
  const resource = design.resources[id];
  return resource !== undefined && definitionOf(resource.kind).form === 'gate';
};

/** The container under the pointer; a gate half outside of its VPC has not left it. */
function underFor({ design, model, inside }: Drag, id: string, point: Point): { id?: string } {
  const found = containerAt(model, point, inside);
  const resource = design.resources[id];
  if (found.id !== undefined || !resource || !isGate(design, id)) return found;
  const own = containerOf(design, resource);
  return own === undefined ? {} : { id: own };
}

function judge(current: Drag, carried: readonly Carried[], point: Point): Verdict {
  const under = containerAt(current.model, point, current.inside);
  const key = under.id ?? '';
  if (current.judged?.key === key) return current.judged.verdict;
  const verdict = judgeAll(current, carried, point);
  current.judged = { key, verdict };
  return verdict;
}

function judgeAll(current: Drag, carried: readonly Carried[], point: Point): Verdict {
  const { design } = current;
  let verdict: Verdict = { kind: 'stays' };
  for (const { id } of carried) {
    const resource = design.resources[id];
    if (!resource) continue;
    const under = underFor(current, id, point);
    const moved = moveInto(design, { id, under: under.id });
    if (!moved.ok) return { kind: 'refused', text: moved.problem.message };
    const before = containerOf(design, resource);
    const after = moved.value.design.resources[id];
    const container = after && containerOf(moved.value.design, after);
    if (container !== before) {
      verdict = {
        kind: 'moves',
        text: placeText(moved.value.design, id),
        ...(container === undefined ? {} : { container }),
      };
    }
  }
  return verdict;
}

/** Shows things where the hand has them; siblings make room while they stay in their container. */
export function showMove(carried: readonly Carried[], client: Point): void {
  const canvas = surface();
  if (!drag || !canvas) return;
  const { design } = drag;
  const verdict = judge(drag, carried, canvas.toCanvas(client));
  const raw: Record<string, Box> = {};
  for (const { id, position } of carried) {
    const box = design.layout[id];
    if (box) raw[id] = { ...box, ...position };
  }
  const under: Layout = { ...design.layout, ...raw };
  const layout =
    verdict.kind === 'stays'
      ? { ...slideAside(design, under, Object.keys(raw), drag.content), ...raw }
      : under;
  setCanvas({
    layout,
    dragged: new Set(Object.keys(raw)),
    drop:
      verdict.kind === 'stays'
        ? undefined
        : {
            tone: verdict.kind === 'refused' ? 'refuses' : 'takes',
            at: client,
            ...(verdict.text ? { text: verdict.text } : {}),
            ...(verdict.container === undefined ? {} : { container: verdict.container }),
          },
  });
}

export interface DropOptions {
  readonly effect: 'move' | 'copy';
}

/** Lets go: one edit that moves, re-parents and makes room, or nothing with the reason. */
export function finishMove(carried: readonly Carried[], client: Point, { effect }: DropOptions): void {
  const canvas = surface();
  const current = stopMove();
  if (!current || !canvas) {
    endGesture();
    return;
  }
  const { design } = current;
  const done = landAll(current, carried, canvas.toCanvas(client), effect);
  if ('refused' in done) app.notify({ tone: 'info', message: done.refused });
  else {
    const [first] = carried;
    const name =
      carried.length === 1 && first
        ? { en: titleOf(design, first.id), ja: titleOf(design, first.id) }
        : { en: `${carried.length} resources`, ja: `${carried.length} 件のリソース` };
    const label =
      effect === 'copy'
        ? { en: `Copy ${name.en}`, ja: `${name.ja}のコピー` }
        : { en: `Move ${name.en}`, ja: `${name.ja}の移動` };
    app.edit(label, () => done.design);
    if (effect === 'copy') app.select(done.ids);
    for (const message of done.notes) app.notify({ tone: 'info', message, command: 'undo' });
  }
  endGesture();
}

type Landed =
  | { readonly design: Design; readonly ids: readonly ResourceId[]; readonly notes: readonly LocalText[] }
  | { readonly refused: LocalText };

function landAll(current: Drag, carried: readonly Carried[], point: Point, effect: 'move' | 'copy'): Landed {
  const { model } = current;
  let { design } = current;
  const ids: ResourceId[] = [];
  const notes: LocalText[] = [];
  for (const { id: original, position } of carried) {
    let id = original;
    if (effect === 'copy') {
      const copied = duplicate(design, [original], Math.random);
      if (!copied.ok) return { refused: copied.problem.message };
      design = copied.value.design;
      id = copied.value.ids[0] ?? original;
    }
    ids.push(id);
    const at = absolute(model, original, position);
    const under = underFor(current, original, point);
    const box = design.layout[original] ?? design.layout[id];
    if (!box) continue;
    let zone: string | undefined;
    if (Object.hasOwn(design.resources, id)) {
      const moved = moveInto(design, { id, under: under.id });
      if (!moved.ok) return { refused: moved.problem.message };
      ({ design } = moved.value);
      notes.push(...moved.value.notes);
    }
    const parent = parentKeyOf(design, design.layout, id);
    const around = parent === undefined ? undefined : model.places.boxes.get(parent);
    let relative = { ...box, x: snap(at.x - (around?.x ?? 0)), y: snap(at.y - (around?.y ?? 0)) };
    if (design.resources[id]?.kind === 'subnet' && parent !== undefined) {
      const berth = berthFor(model, design, parent, relative, id);
      ({ zone } = berth);
      relative = { ...relative, x: snap(berth.x) };
    }
    if (model.items.get(original)?.form === 'card') {
      relative = { ...relative, ...linedUp(model, parent, relative, current.inside) };
    }
    if (zone !== undefined) design = setField(design, id, 'availabilityZone', zone);
    const landed = isGate(design, id) && around ? onEdge(relative, around) : relative;
    design = { ...design, layout: { ...design.layout, [id]: landed } };
  }
  const isSame = ids.every((id) => sameBox(design.layout[id], current.design.layout[id]));
  const isUnmoved = isSame && design.resources === current.design.resources;
  if (isUnmoved) return { design: current.design, ids, notes };
  return { design: { ...design, layout: slideAside(design, design.layout, ids) }, ids, notes };
}

const sameBox = (a: Box | undefined, b: Box | undefined): boolean =>
  a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height;

/** A position relative to the container that a thing started in, as one on the canvas. */
function absolute(model: CanvasModel, id: string, position: Point): Point {
  const parent = model.places.parentOf.get(id);
  const around = parent === undefined ? undefined : model.places.boxes.get(parent);
  return { x: position.x + (around?.x ?? 0), y: position.y + (around?.y ?? 0) };
}

/** A gate stands on the nearest edge of its container, clear of the corners. */
function onEdge(box: Box, around: Rectangle): Box {
  const half = gate.width / 2;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const along = (value: number, length: number) => Math.min(Math.max(value, half + 24), length - half - 8);
  const edges = [
    { distance: Math.abs(middle.y), x: along(middle.x, around.width), y: 0 },
    { distance: Math.abs(middle.x), x: 0, y: along(middle.y, around.height) },
    { distance: Math.abs(around.width - middle.x), x: around.width, y: along(middle.y, around.height) },
    { distance: Math.abs(around.height - middle.y), x: along(middle.x, around.width), y: around.height },
  ];
  const nearest = edges.reduce((best, edge) => (edge.distance < best.distance ? edge : best));
  return { ...box, x: snap(nearest.x) - box.width / 2, y: snap(nearest.y) - box.height / 2 };
}

/** Moves the selection by a step of the keyboard. */
export function nudge(by: Point): void {
  const { design, selection } = appState();
  const layout: Record<string, Box> = { ...design.layout };
  const moved: string[] = [];
  for (const id of selection) {
    const box = layout[id];
    if (!box) continue;
    layout[id] = { ...box, x: box.x + by.x, y: box.y + by.y };
    moved.push(id);
  }
  const [first] = moved;
  if (first === undefined) return;
  const name = moved.length === 1 ? titleOf(design, first) : `${moved.length}`;
  app.edit(
    { en: `Move ${name}`, ja: `${name} の移動` },
    (now) => ({ ...now, layout: slideAside(now, layout, moved) }),
    'nudge',
  );
  const box = appState().design.layout[first];
  if (box) app.announce({ en: `${name}: ${box.x}, ${box.y}`, ja: `${name}: ${box.x}, ${box.y}` });
}
