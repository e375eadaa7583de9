/** Filling in the ends of a path by clicks on the canvas. */

import { app, appState } from '../app/index.ts';

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
