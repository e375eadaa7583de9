/** Selecting: by click, through containers, by a second click into them, and by a marquee. */

import { app, appState, type Point } from '../../app/index.ts';
import { fontSize, labelOf, textWidth } from '../../drawing/index.ts';
import { definitionOf, type ResourceId } from '../../model/index.ts';
import { containerAt, inMarquee, itemAt, stackAt } from '../hit.ts';
import type { CanvasModel } from '../model.ts';
import { pickEnd } from '../picking.ts';
import { surface } from '../surface.ts';
import { setCanvas } from '../view-state.ts';
import type { Gesture, Held } from './gesture.ts';

const isResource = (id: string): boolean => Object.hasOwn(appState().design.resources, id);

/** Adds a resource to the selection, or takes it out. */
export function toggle(id: ResourceId): void {
  const { selection } = appState();
  app.select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]);
}

/** A click on a thing. Ctrl goes through: from what is on top to the container under it, and so on around. */
export function clickThing(model: CanvasModel, id: string, at: Point, held: Held): void {
  setCanvas({ cursor: id });
  if (pickEnd(id)) return;
  if (held.ctrl) {
    const stack = stackAt(model, at).filter(isResource);
    const [only] = appState().selection;
    const next = stack[(only === undefined ? -1 : stack.indexOf(only)) + 1] ?? stack[0];
    if (next !== undefined) {
      setCanvas({ cursor: next });
      app.select([next]);
    }
    return;
  }
  if (!isResource(id)) {
    if (!held.shift) app.select([]);
    return;
  }
  if (held.shift) toggle(id);
  else app.select([id]);
}

/** A click on the canvas or on a container's empty area selects the container there, or nothing. */
export function clickGround(model: CanvasModel, at: Point, held: Held): void {
  const item = itemAt(model, at);
  if (item && pickEnd(item.key)) return;
  const { id } = containerAt(model, at);
  if (id !== undefined) {
    clickThing(model, id, at, held);
    return;
  }
  setCanvas({ cursor: undefined });
  if (!held.shift) app.select([]);
}

/** Where a title's text begins, and how high its line is; cards have a tile before their name. */
const titles = { container: { left: 0, height: 28 }, card: { left: 36, height: 26 } } as const;
const TITLE_TEXT = 28;
const ROOM = 10;

/** What of a thing lies at a point that can be written anew. */
export function fieldAt(model: CanvasModel, id: string, point: Point): 'name' | 'cidrBlock' | undefined {
  const box = model.places.boxes.get(id);
  const resource = model.facts.design.resources[id];
  if (!box || !resource) return undefined;
  const { form } = definitionOf(resource.kind);
  const at = { x: point.x - box.x, y: point.y - box.y };
  if (form === 'gate') return 'name';
  if (form === 'card') return at.x >= titles.card.left && at.y <= titles.card.height ? 'name' : undefined;
  if (form !== 'container' || at.y > titles.container.height) return undefined;
  const end = TITLE_TEXT + Math.min(240, textWidth(labelOf(id, resource), fontSize.title, 600)) + ROOM;
  if (at.x <= end) return 'name';
  const hasBlock = resource.kind === 'vpc' || resource.kind === 'subnet';
  return hasBlock && at.x <= end + 110 ? 'cidrBlock' : undefined;
}

/** A second click: writes what is under it, else goes into a container, else opens a card's details. */
export function clickAgain(model: CanvasModel, id: string, at: Point): void {
  if (!isResource(id)) return;
  const field = fieldAt(model, id, at);
  if (field) {
    app.select([id]);
    app.setView({ editing: { id, field } });
    return;
  }
  const [inside] = (model.places.childrenOf.get(id) ?? []).filter(isResource);
  if (inside !== undefined) {
    setCanvas({ cursor: inside });
    app.select([inside]);
    return;
  }
  if (model.items.get(id)?.form === 'card') app.setView({ right: 'inspector', rightOpen: true });
}

/** Takes what an area touches, and containers that lie fully inside of it. */
export function marqueeGesture(from: Point, keeps: 'adds' | 'replaces'): Gesture | undefined {
  const canvas = surface();
  if (!canvas) return undefined;
  const start = canvas.toCanvas(from);
  const before = appState().selection;
  const kept = keeps === 'adds' ? before : [];
  const done = () => setCanvas({ marquee: undefined });
  return {
    pans: () => true,
    move: (at) => {
      const end = canvas.toCanvas(at);
      const marquee = {
        x: Math.min(start.x, end.x),
        y: Math.min(start.y, end.y),
        width: Math.abs(end.x - start.x),
        height: Math.abs(end.y - start.y),
      };
      setCanvas({ marquee });
      app.select([...new Set([...kept, ...inMarquee(canvas.model(), marquee)])]);
    },
    end: done,
    cancel: () => {
      done();
      app.select(before);
    },
  };
}
