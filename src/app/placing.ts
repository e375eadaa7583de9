/** Gives what an edit added a place on the canvas, so that one undo takes both back. */

import { completeLayout, placeNew } from '../layout/index.ts';
import type { Design, ResourceId } from '../model/index.ts';
import type { Point } from './state.ts';

/** The design with a box for each of these resources; their containers grow and siblings move aside. */
export function placedAll(design: Design, ids: readonly ResourceId[], near?: Point): Design {
  let { layout } = design;
  for (const id of ids) layout = placeNew(design, layout, id, near);
  return layout === design.layout ? design : { ...design, layout };
}

/** The design with a box for everything that is drawn and has none, such as what a fix added. */
export function completed(design: Design): Design {
  const layout = completeLayout(design, design.layout, {});
  return layout === design.layout ? design : { ...design, layout };
}
