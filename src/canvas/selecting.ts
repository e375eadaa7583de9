/** Selecting by click and by marquee on the empty parts of the canvas. */

import { app, appState, type Point } from '../app/index.ts';
import { containerAt, inMarquee, itemAt } from './hit.ts';
import { followPointer, surface } from './surface.ts';
import { setCanvas } from './view-state.ts';

/** Less than this is a click. */
const DISTANCE = 4;

/** Fills in the end of the path that is being picked; out: whether there was one to fill. */
export function pickEnd(id: string): boolean {
  const { view } = appState();
  const { pickingEnd, path } = view;
  if (pickingEnd === undefined) return false;
  const next = { ...path, [pickingEnd]: id };
  const isLeft = pickingEnd === 'from' ? next.to === '' : next.from === '';
  app.setView({ path: next, pickingEnd: isLeft ? (pickingEnd === 'from' ? 'to' : 'from') : undefined });
  return true;
}

/** A press on the empty part of the canvas or of a container: a click selects what is under it, a drag takes an area. */
export function beginMarquee(at: Point, keeps: 'adds' | 'replaces'): void {
  const canvas = surface();
  if (!canvas) return;
  const start = canvas.toCanvas(at);
  const before = keeps === 'adds' ? appState().selection : [];
  let moved = false;
  const areaTo = (client: Point) => {
    const end = canvas.toCanvas(client);
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x),
      height: Math.abs(end.y - start.y),
    };
  };
  const done = () => setCanvas({ marquee: undefined });
  followPointer({
    move: (event) => {
      const client = { x: event.clientX, y: event.clientY };
      moved ||= Math.hypot(client.x - at.x, client.y - at.y) > DISTANCE;
      if (!moved) return;
      const marquee = areaTo(client);
      setCanvas({ marquee });
      app.select([...new Set([...before, ...inMarquee(canvas.model(), marquee)])]);
    },
    end: () => {
      done();
      if (moved) return;
      const item = itemAt(canvas.model(), start);
      if (item && pickEnd(item.key)) return;
      const { id } = containerAt(canvas.model(), start);
      app.select(id === undefined ? before : [...new Set([...before, id])]);
    },
    cancel: () => {
      done();
      app.select(before);
    },
  });
}
