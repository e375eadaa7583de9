/** Drawing a connection: valid targets light up, the rest dims, and each pair has one meaning. */

import { app, appState, type Point } from '../app/index.ts';
import { canConnect, connect, titleOf, type Design } from '../model/index.ts';
import { itemAt } from './hit.ts';
import { followPointer, surface } from './surface.ts';
import { endGesture, setCanvas } from './view-state.ts';

/** A pair may be drawn from either end: the meaning has one direction. */
function directed(design: Design, from: string, to: string): readonly [string, string] | undefined {
  if (canConnect(design, from, to).ok) return [from, to];
  return canConnect(design, to, from).ok ? [to, from] : undefined;
}

/** Everything that can be connected with a thing. */
export const partnersOf = (design: Design, id: string): string[] =>
  Object.keys(design.resources).filter((other) => directed(design, id, other) !== undefined);

/** Makes the connection as one step; out: whether it was made. */
export function makeConnection(one: string, other: string): boolean {
  const { design } = appState();
  const pair = directed(design, one, other);
  if (!pair) {
    const refused = canConnect(design, one, other);
    if (!refused.ok) app.notify({ tone: 'info', message: refused.problem.message });
    return false;
  }
  const made = connect(design, { from: pair[0], to: pair[1] }, Math.random);
  if (!made.ok) {
    app.notify({ tone: 'info', message: made.problem.message });
    return false;
  }
  const names = [titleOf(design, pair[0]), titleOf(design, pair[1])] as const;
  app.edit(
    { en: `Connect ${names[0]} to ${names[1]}`, ja: `${names[0]} と ${names[1]} の接続` },
    () => made.value.design,
  );
  app.announce(made.value.message);
  return true;
}

/** Starts at a handle, or anywhere on a thing with the connect tool. */
export function beginConnecting(from: string, at: Point): void {
  const canvas = surface();
  if (!canvas) return;
  const { design } = appState();
  const valid = new Set(partnersOf(design, from));
  const start = canvas.toCanvas(at);
  const base = { from, start, valid } as const;
  setCanvas({ connecting: { ...base, end: start } });
  const targetAt = (point: Point): string | undefined => {
    const item = itemAt(canvas.model(), point);
    return item && valid.has(item.key) ? item.key : undefined;
  };
  followPointer({
    move: (event) => {
      const client = { x: event.clientX, y: event.clientY };
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
    end: (event) => {
      const target = targetAt(canvas.toCanvas({ x: event.clientX, y: event.clientY }));
      endGesture();
      if (target !== undefined && makeConnection(from, target)) app.setView({ tool: 'select' });
    },
    cancel: endGesture,
  });
}

/** A key and the containers around it: what is lit must not stand in the dark. */
export function withAncestors(parentOf: ReadonlyMap<string, string | undefined>, key: string): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = key; at !== undefined && !chain.includes(at); at = parentOf.get(at))
    chain.push(at);
  return chain;
}
