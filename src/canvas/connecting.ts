/** What can be connected with what, and making the connection. */

import { app, appState } from '../app/index.ts';
import { canConnect, connect, titleOf, type Design } from '../model/index.ts';

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
