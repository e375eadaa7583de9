/** Moving the selection by steps of the keyboard. */

import { app, appState, type Point } from '../../app/index.ts';
import { slideAside } from '../../layout/index.ts';
import { titleOf, type Box } from '../../model/index.ts';

export function nudge(by: Point): void {
  const { design, selection } = appState();
  const layout: Record<string, Box> = { ...design.layout };
  const moved: string[] = [];
  for (const id of selection) {
    const box = layout[id];
    if (!box) continue;
    layout[id] = { ...box, x: box.x + by.x, y: box.y + by.y };
    moved.push(id);
  }
  const [first] = moved;
  if (first === undefined) return;
  const name = moved.length === 1 ? titleOf(design, first) : `${moved.length}`;
  app.edit(
    { en: `Move ${name}`, ja: `${name} の移動` },
    (now) => ({ ...now, layout: slideAside(now, layout, moved) }),
    'nudge',
  );
  const box = appState().design.layout[first];
  if (box) app.announce({ en: `${name}: ${box.x}, ${box.y}`, ja: `${name}: ${box.x}, ${box.y}` });
}
