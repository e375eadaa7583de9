/** What the rows of the exposure do: open on the canvas, and lead to the path. */

import { app, runCommand, type PathQuestion } from '../../app/index.ts';
import type { ResourceId } from '../../model/index.ts';

/** Opens a row with its thing selected and in view; undefined closes it. */
export function openExposed(id: ResourceId | undefined): void {
  app.setView({ exposed: id });
  if (id === undefined) return;
  app.select([id]);
  app.reveal([id], 'pan if hidden');
}

/** The whole way of one open port, in the Path lens. */
export function showWay(question: PathQuestion): void {
  runCommand('find-path');
  app.setView({ path: question, pickingEnd: undefined, hop: undefined });
}
