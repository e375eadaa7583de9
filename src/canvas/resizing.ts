/** Resizing containers by their edges: never smaller than what stands in them. */

import { app, appState, type Point } from '../app/index.ts';
import { containerSizeOf, snap, type Layout } from '../drawing/index.ts';
import { contentOf, slideAside } from '../layout/index.ts';
import { definitionOf, titleOf, type Box, type Design } from '../model/index.ts';
import type { CanvasModel } from './model.ts';
import { followPointer, surface } from './surface.ts';
import { endGesture, setCanvas } from './view-state.ts';

export const grips = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Grip = (typeof grips)[number];

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

/** The layout with a container resized by a grip; its children stay where they are on the canvas. */
export function resized(design: Design, model: CanvasModel, id: string, grip: Grip, by: Point): Layout {
  const box = design.layout[id];
  if (!box) return design.layout;
  const room = limits(design, model, id, box);
  const dx = snap(by.x);
  const dy = snap(by.y);
  const fromLeft = grip.includes('w') ? Math.min(dx, room.maxLeft) : 0;
  const fromTop = grip.includes('n') ? Math.min(dy, room.maxTop) : 0;
  const width = grip.includes('e') ? Math.max(room.minWidth, box.width + dx) : box.width - fromLeft;
  const height = grip.includes('s') ? Math.max(room.minHeight, box.height + dy) : box.height - fromTop;
  const layout: Record<string, Box> = { ...design.layout };
  layout[id] = { ...box, x: box.x + fromLeft, y: box.y + fromTop, width, height };
  for (const key of model.places.childrenOf.get(id) ?? []) {
    const child = design.layout[key];
    if (!child) continue;
    layout[key] = isGate(design, key)
      ? gateAfter(child, box, { width, height }, fromLeft)
      : { ...child, x: child.x - fromLeft, y: child.y - fromTop };
  }
  return slideAside(design, layout, [id], contentOf(model.facts));
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

export function beginResize(id: string, grip: Grip, at: Point): void {
  const canvas = surface();
  if (!canvas) return;
  const { design } = appState();
  const model = canvas.model();
  const start = canvas.toCanvas(at);
  let layout: Layout = design.layout;
  followPointer({
    move: (event) => {
      const now = canvas.toCanvas({ x: event.clientX, y: event.clientY });
      layout = resized(design, model, id, grip, { x: now.x - start.x, y: now.y - start.y });
      setCanvas({ layout });
    },
    end: () => {
      if (layout !== design.layout) app.edit(label(design, id), (before) => ({ ...before, layout }));
      endGesture();
    },
    cancel: endGesture,
  });
}

/** Resizes the selected container by a step of the keyboard. */
export function resizeBy(by: Point): void {
  const canvas = surface();
  const { design, selection } = appState();
  const [id] = selection;
  if (!canvas || id === undefined || selection.length !== 1) return;
  const resource = design.resources[id];
  if (!resource || definitionOf(resource.kind).form !== 'container') return;
  const layout = resized(design, canvas.model(), id, 'se', by);
  app.edit(label(design, id), (before) => ({ ...before, layout }), 'resize');
}
