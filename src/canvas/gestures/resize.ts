/** Resizing containers by their eight handles: never smaller than what stands in them. */

import { app, appState, type Point } from '../../app/index.ts';
import { containerSizeOf, snap, type Layout } from '../../drawing/index.ts';
import { contentOf, slideAside } from '../../layout/index.ts';
import { definitionOf, titleOf, type Box, type Design } from '../../model/index.ts';
import { elementIdOf, type CanvasModel } from '../model.ts';
import { surface } from '../surface.ts';
import { endGesture, setCanvas } from '../view-state.ts';
import type { Gesture } from './gesture.ts';

export const grips = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Grip = (typeof grips)[number];

export const isGrip = (text: string | undefined): text is Grip =>
  text !== undefined && (grips as readonly string[]).includes(text);

const isGate = (design: Design, key: string): boolean => {
  const resource = design.resources[key];
  return resource !== undefined && definitionOf(resource.kind).form === 'gate';
};

/** How far each edge may go in: up to the children with the container's padding. */
function limits(design: Design, model: CanvasModel, id: string, box: Box) {
  const { header, left, padding, minWidth, minHeight } = containerSizeOf(design.resources[id]?.kind ?? '');
  let roomLeft = Infinity;
  let roomTop = Infinity;
  let right = 0;
  let bottom = 0;
  for (const key of model.places.childrenOf.get(id) ?? []) {
    const child = design.layout[key];
    if (!child || isGate(design, key)) continue;
    roomLeft = Math.min(roomLeft, child.x - left);
    roomTop = Math.min(roomTop, child.y - header);
    right = Math.max(right, child.x + child.width + padding);
    bottom = Math.max(bottom, child.y + child.height + padding);
  }
  return {
    minWidth: Math.max(minWidth, right),
    minHeight: Math.max(minHeight, bottom),
    maxLeft: Math.max(0, Math.min(roomLeft, box.width - minWidth)),
    maxTop: Math.max(0, Math.min(roomTop, box.height - minHeight)),
  };
}

export interface Resized {
  readonly layout: Layout;
  /** An edge was asked to go farther in than what stands inside allows. */
  readonly isHeld: boolean;
}

/** The layout with a container resized by a grip; its children stay where they are on the canvas. */
export function resized(design: Design, model: CanvasModel, id: string, grip: Grip, by: Point): Resized {
  const box = design.layout[id];
  if (!box) return { layout: design.layout, isHeld: false };
  const room = limits(design, model, id, box);
  const fromLeft = grip.includes('w') ? Math.min(by.x, room.maxLeft) : 0;
  const fromTop = grip.includes('n') ? Math.min(by.y, room.maxTop) : 0;
  const width = grip.includes('e') ? Math.max(room.minWidth, box.width + by.x) : box.width - fromLeft;
  const height = grip.includes('s') ? Math.max(room.minHeight, box.height + by.y) : box.height - fromTop;
  const isHeld =
    (grip.includes('w') && by.x > room.maxLeft) ||
    (grip.includes('n') && by.y > room.maxTop) ||
    (grip.includes('e') && box.width + by.x < room.minWidth) ||
    (grip.includes('s') && box.height + by.y < room.minHeight);
  const layout: Record<string, Box> = { ...design.layout };
  layout[id] = { ...box, x: box.x + fromLeft, y: box.y + fromTop, width, height };
  for (const key of model.places.childrenOf.get(id) ?? []) {
    const child = design.layout[key];
    if (!child) continue;
    layout[key] = isGate(design, key)
      ? gateAfter(child, box, { width, height }, fromLeft)
      : { ...child, x: child.x - fromLeft, y: child.y - fromTop };
  }
  return { layout: slideAside(design, layout, [id], contentOf(model.facts)), isHeld };
}

/** A gate stays on the edge it stands on. */
function gateAfter(
  child: Box,
  before: Box,
  after: { readonly width: number; readonly height: number },
  fromLeft: number,
): Box {
  const half = child.width / 2;
  const isRight = Math.abs(child.x + half - before.width) < half;
  const isBottom = Math.abs(child.y + half - before.height) < half;
  return {
    ...child,
    x: isRight
      ? after.width - half
      : Math.min(Math.max(child.x - fromLeft, -half), after.width - child.width - 8),
    y: isBottom ? after.height - half : Math.min(child.y, after.height - half),
  };
}

const label = (design: Design, id: string) => ({
  en: `Resize ${titleOf(design, id)}`,
  ja: `${titleOf(design, id)} のサイズ変更`,
});

/** One beat of the container's ring: it goes no smaller. */
function pulse(id: string): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const ring = { outline: '2px solid var(--accent)' };
  document.getElementById(elementIdOf(id))?.animate(
    [
      { ...ring, outlineOffset: '0px' },
      { ...ring, outlineOffset: '10px', outlineColor: 'transparent' },
    ],
    {
      duration: 240,
      easing: 'cubic-bezier(.2,0,0,1)',
    },
  );
}

export function resizeGesture(id: string, grip: Grip, from: Point): Gesture | undefined {
  const canvas = surface();
  if (!canvas) return undefined;
  const { design } = appState();
  const model = canvas.model();
  const start = canvas.toCanvas(from);
  let layout: Layout = design.layout;
  let wasHeld = false;
  let last: Point | undefined;
  return {
    pans: () => true,
    move: (at, held) => {
      const now = canvas.toCanvas(at);
      const round = held.ctrl ? Math.round : snap;
      const by = { x: round(now.x - start.x), y: round(now.y - start.y) };
      if (last?.x === by.x && last.y === by.y) return;
      last = by;
      const made = resized(design, model, id, grip, by);
      ({ layout } = made);
      setCanvas({ layout });
      // Once for each time that it comes to its bounds.
      if (made.isHeld && !wasHeld) pulse(id);
      wasHeld = made.isHeld;
    },
    end: () => {
      const isSame = sameBox(layout[id], design.layout[id]);
      if (!isSame) app.edit(label(design, id), (before) => ({ ...before, layout }));
      endGesture();
    },
    cancel: endGesture,
  };
}

const sameBox = (a: Box | undefined, b: Box | undefined): boolean =>
  a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height;

/** Resizes the selected container by a step of the keyboard. */
export function resizeBy(by: Point): void {
  const canvas = surface();
  const { design, selection } = appState();
  const [id] = selection;
  if (!canvas || id === undefined || selection.length !== 1) return;
  const resource = design.resources[id];
  if (!resource || definitionOf(resource.kind).form !== 'container') return;
  const { layout, isHeld } = resized(design, canvas.model(), id, 'se', by);
  if (isHeld && sameBox(layout[id], design.layout[id])) pulse(id);
  else app.edit(label(design, id), (before) => ({ ...before, layout }), 'resize');
}

/** Farther than any container reaches: an edge goes in until what stands inside holds it. */
const ALL_THE_WAY = 1_000_000;

/** The layout with a container drawn close around what stands in it, which stays where it is. */
export function fittedAround(design: Design, model: CanvasModel, id: string): Layout {
  const isEmpty = !(model.places.childrenOf.get(id) ?? []).some((key) => !isGate(design, key));
  const first = isEmpty
    ? design.layout
    : resized(design, model, id, 'nw', { x: ALL_THE_WAY, y: ALL_THE_WAY }).layout;
  return resized({ ...design, layout: first }, model, id, 'se', { x: -ALL_THE_WAY, y: -ALL_THE_WAY }).layout;
}

/** Draws the selected containers close around what stands in them. */
export function fitSelection(): void {
  const canvas = surface();
  const { design, selection } = appState();
  const containers = selection.filter((id) => {
    const resource = design.resources[id];
    return resource !== undefined && definitionOf(resource.kind).form === 'container';
  });
  const [first] = containers;
  if (!canvas || first === undefined) return;
  const model = canvas.model();
  const name = containers.length === 1 ? titleOf(design, first) : String(containers.length);
  app.edit({ en: `Fit ${name} to its contents`, ja: `${name} を中身に合わせる` }, (before) => {
    let { layout } = before;
    for (const id of containers) layout = fittedAround({ ...before, layout }, model, id);
    return containers.every((id) => sameBox(layout[id], before.layout[id])) ? before : { ...before, layout };
  });
}
