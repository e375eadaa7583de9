/** Gives what an edit added a place on the canvas, so that one undo takes both back. */

import { cardOf, factsOf } from '../drawing/index.ts';
import { placeNew } from '../layout/index.ts';
import { ancestry, definitionOf, type Design, type ResourceId } from '../model/index.ts';
import type { Point } from './state.ts';

/** The design with a box for each of these resources; their containers grow and siblings move aside. */
export function placedAll(design: Design, ids: readonly ResourceId[], near?: Point): Design {
  let { layout } = design;
  for (const id of ids) layout = placeNew(design, layout, id, near);
  return layout === design.layout ? design : { ...design, layout };
}

/** The design with a box for everything that is drawn and has none, such as what a fix added. */
export function completed(design: Design): Design {
  const missing = Object.entries(design.resources).filter(
    ([id, { kind }]) => definitionOf(kind).form !== 'none' && !Object.hasOwn(design.layout, id),
  );
  if (missing.length === 0) return design;
  const facts = factsOf(design);
  const ids = missing.map(([id]) => id).filter((id) => cardOf(facts, id) === id);
  // Containers first: what stands in them is placed relative to them.
  const depth = new Map(ids.map((id) => [id, ancestry(design, id).length]));
  return placedAll(
    design,
    ids.toSorted((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0)),
  );
}
