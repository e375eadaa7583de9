/** Drawing a connection: valid targets light up, the rest dims, and each pair has one meaning. */

import { app, appState, makeConnection, partnersOf, type Point } from '../../app/index.ts';
import { canConnect } from '../../model/index.ts';
import { itemAt } from '../hit.ts';
import { surface } from '../surface.ts';
import { endGesture, setCanvas } from '../view-state.ts';
import type { Gesture } from './gesture.ts';

/** Starts at a handle, or anywhere on a thing with the connect tool. */
export function connectGesture(from: string, at: Point): Gesture | undefined {
  const canvas = surface();
  if (!canvas) return undefined;
  const { design } = appState();
  const valid = new Set(partnersOf(design, from));
  const start = canvas.toCanvas(at);
  const base = { from, start, valid } as const;
  setCanvas({ connecting: { ...base, end: start } });
  const targetAt = (point: Point): string | undefined => {
    const item = itemAt(canvas.model(), point);
    return item && valid.has(item.key) ? item.key : undefined;
  };
  return {
    pans: true,
    move: (client) => {
      const end = canvas.toCanvas(client);
      const over = targetAt(end);
      const under = itemAt(canvas.model(), end)?.key;
      const refused =
        under !== undefined && under !== from && over === undefined
          ? canConnect(design, from, under)
          : undefined;
      setCanvas({
        connecting: { ...base, end, ...(over === undefined ? {} : { over }) },
        drop:
          refused && !refused.ok ? { tone: 'refuses', text: refused.problem.message, at: client } : undefined,
      });
    },
    end: (client) => {
      const target = targetAt(canvas.toCanvas(client));
      endGesture();
      if (target !== undefined && makeConnection(app, from, target)) app.setView({ tool: 'select' });
    },
    cancel: endGesture,
  };
}
