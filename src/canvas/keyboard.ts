/** The canvas by keyboard: one stop, a cursor that walks between things, and a selection that moves. */

import { app, appState, runCommand } from '../app/index.ts';
import type { CanvasModel } from './model.ts';
import { placeInSelection } from './adding.ts';
import { nudge } from './gestures/nudge.ts';
import { resizeBy } from './gestures/resize.ts';
import { pickEnd } from './picking.ts';
import { canvas, setCanvas } from './view-state.ts';

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const STEP = 8;
const LONG_STEP = 40;

const ways = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const;

type Arrow = keyof typeof ways;

const isArrow = (key: string): key is Arrow => Object.hasOwn(ways, key);

/** Things that the cursor stops at: all but frames. */
const stops = (model: CanvasModel): string[] =>
  [...model.items.values()].filter(({ form }) => form !== 'frame').map(({ key }) => key);

/** The nearest thing in a direction; beside the way counts double. */
export function nearest(model: CanvasModel, from: string | undefined, arrow: Arrow): string | undefined {
  const all = stops(model);
  const start = from === undefined ? undefined : model.places.boxes.get(from);
  if (!start) return all[0];
  const way = ways[arrow];
  const here = { x: start.x + start.width / 2, y: start.y + start.height / 2 };
  let best: { readonly key: string; readonly cost: number } | undefined;
  const parent = from === undefined ? undefined : model.places.parentOf.get(from);
  for (const key of all) {
    const box = model.places.boxes.get(key);
    if (!box || key === from) continue;
    const dx = box.x + box.width / 2 - here.x;
    const dy = box.y + box.height / 2 - here.y;
    const along = dx * way.x + dy * way.y;
    if (along <= 0) continue;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    // Walking stays among siblings while there is one that way.
    const stranger = model.places.parentOf.get(key) === parent ? 0 : 600;
    const cost = along + 2 * aside + stranger;
    if (!best || cost < best.cost) best = { key, cost };
  }
  return best?.key;
}

/** The first thing inside a container. */
function firstInside(model: CanvasModel, key: string): string | undefined {
  return (model.places.childrenOf.get(key) ?? []).find((child) => {
    const form = model.items.get(child)?.form;
    return form !== undefined && form !== 'frame';
  });
}

/** Handles a key that went to the canvas; out: whether it was for the canvas. */
export function canvasKey(model: CanvasModel, press: Key): boolean {
  const { selection, view, design } = appState();
  const { cursor } = canvas.getState();
  const isPlain = !press.ctrlKey && !press.metaKey && !press.altKey;
  const isControl = press.ctrlKey || press.metaKey;
  if (isArrow(press.key)) {
    const way = ways[press.key];
    if (view.lens === 'path' && selection.length === 0 && way.x !== 0) return false;
    const step = press.shiftKey ? LONG_STEP : STEP;
    const by = { x: way.x * step, y: way.y * step };
    if (selection.length > 0 && isControl) resizeBy(by);
    else if (selection.length > 0 && isPlain) nudge(by);
    else if (isPlain) walk(nearest(model, cursor, press.key));
    else return false;
    return true;
  }
  if (!isPlain) return false;
  if (press.key === ' ' && cursor !== undefined) {
    if (!pickEnd(cursor)) choose(cursor, press.shiftKey ? 'adds' : 'replaces');
    return true;
  }
  if (press.key === 'Enter' && view.tool === 'draw' && view.drawing !== undefined) {
    app.setView({ tool: 'select', drawing: undefined });
    placeInSelection(view.drawing);
    return true;
  }
  if (press.key === 'Enter' && view.tool === 'connect') {
    // The list of what it can be connected with, for who draws no line.
    const from = selection[0] ?? cursor;
    if (from === undefined) return false;
    choose(from, 'replaces');
    app.setView({ tool: 'select' });
    runCommand('connect-to', 'canvas');
    return true;
  }
  if (press.key === 'Enter') {
    const at = cursor ?? selection[0];
    if (at === undefined) return false;
    if (press.shiftKey) {
      walk(model.places.parentOf.get(at));
      return true;
    }
    const inside = firstInside(model, at);
    if (inside !== undefined) {
      app.select([]);
      walk(inside);
    } else if (Object.hasOwn(design.resources, at)) {
      choose(at, 'replaces');
      app.setView({ right: 'inspector', rightOpen: true });
    }
    return true;
  }
  const goesOut = selection.length === 0 && view.tool === 'select' && view.right !== 'path';
  if (press.key === 'Escape' && goesOut && cursor !== undefined) {
    const outer = model.places.parentOf.get(cursor);
    setCanvas({
      cursor: outer !== undefined && model.items.get(outer)?.form !== 'frame' ? outer : undefined,
    });
    return true;
  }
  return false;
}

function choose(key: string, how: 'adds' | 'replaces'): void {
  const { selection, design } = appState();
  if (!Object.hasOwn(design.resources, key)) return;
  if (how === 'replaces') app.select([key]);
  else app.select(selection.includes(key) ? selection.filter((id) => id !== key) : [...selection, key]);
}

function walk(key: string | undefined): void {
  if (key === undefined) return;
  setCanvas({ cursor: key });
  app.reveal([key], 'pan if hidden');
}
