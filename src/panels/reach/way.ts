/** From a row to its path, and back to the list when the path is closed. */

import { app, type PathQuestion } from '../../app/index.ts';
import type { ResourceId } from '../../model/index.ts';
import { showWay } from '../exposure/actions.ts';

/** What the list was about is let go while its path is looked at. */
export function openWay(question: PathQuestion, about: ResourceId): void {
  showWay(question);
  const stop = app.api.subscribe(({ view, selection, design }) => {
    if (view.right === 'path') return;
    stop();
    const isFree = view.right === 'inspector' && selection.length === 0;
    if (isFree && Object.hasOwn(design.resources, about)) app.select([about]);
  });
}
