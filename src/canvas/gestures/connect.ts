/** Drawing a connection: valid targets light up, the rest dims, and each pair has one meaning. */

import {
  app,
  appState,
  connectionText,
  makeConnection,
  partnersOf,
  whyNotConnected,
  type Point,
} from '../../app/index.ts';
import type { LocalText } from '../../model/index.ts';
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
  // What a target would mean is worked out when it is come to, not with every step.
  let hint: { readonly target: string; readonly text: LocalText | undefined } | undefined;
  const hintFor = (target: string): LocalText | undefined => {
    if (hint?.target !== target) hint = { target, text: connectionText(design, from, target) };
    return hint.text;
  };
  return {
    pans: () => true,
    move: (client) => {
      const end = canvas.toCanvas(client);
      const over = targetAt(end);
      const under = itemAt(canvas.model(), end)?.key;
      const isStranger = under !== undefined && under !== from && over === undefined;
      const refused = isStranger ? whyNotConnected(design, from, under) : undefined;
      const text = over === undefined ? refused : hintFor(over);
      setCanvas({
        connecting: { ...base, end, ...(over === undefined ? {} : { over }) },
        drop: text && { tone: over === undefined ? 'refuses' : 'takes', text, at: client },
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
