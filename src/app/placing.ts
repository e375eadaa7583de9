/** Gives what an edit added a place on the canvas, so that one undo takes both back. */

import { cardOf, factsAfter, factsOf, formOf, nodeSizeOf, type DrawingFacts } from '../drawing/index.ts';
import { placeNew, slideAside } from '../layout/index.ts';
import {
  ancestry,
  changedKeys,
  containerOf,
  definitionOf,
  known,
  type Box,
  type Design,
  type Resource,
  type ResourceId,
} from '../model/index.ts';
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

/** The cards whose lines a changed resource may have made longer. */
function cardsBeside(facts: DrawingFacts, id: ResourceId, resource: Resource): ResourceId[] {
  switch (resource.kind) {
    case 'elasticIp': {
      const holder =
        known(resource.instanceId) ?? known(resource.natGatewayId) ?? known(resource.networkInterfaceId);
      return holder === undefined ? [] : [cardOf(facts, holder)];
    }
    case 'subnet': {
      const { resources } = facts.design;
      return Object.keys(resources).filter((key) => {
        const other = resources[key];
        return other !== undefined && containerOf(facts.design, other) === id;
      });
    }
    default:
      return [cardOf(facts, id)];
  }
}

/** After an edit: cards that a longer name or a new mark made too narrow grow, and their neighbours make room. */
export function refitted(before: Design, after: Design): Design {
  if (before.resources === after.resources) return after;
  const changed: [ResourceId, Resource][] = [];
  for (const id of changedKeys(before.resources, after.resources)) {
    const resource = after.resources[id];
    if (!resource) continue;
    // Rules and tables are on no card; an address is.
    const isOnCard = definitionOf(resource.kind).form !== 'none' || resource.kind === 'elasticIp';
    if (isOnCard) changed.push([id, resource]);
  }
  if (changed.length === 0) return after;
  const facts = factsAfter(before, after);
  const grown: Record<string, Box> = {};
  for (const card of new Set(changed.flatMap(([id, resource]) => cardsBeside(facts, id, resource)))) {
    const resource = after.resources[card];
    const box = Object.hasOwn(after.layout, card) ? after.layout[card] : undefined;
    if (!resource || !box || formOf(resource) !== 'card') continue;
    const { width } = nodeSizeOf(facts, card);
    if (width > box.width) grown[card] = { ...box, width };
  }
  const ids = Object.keys(grown);
  if (ids.length === 0) return after;
  return { ...after, layout: slideAside(after, { ...after.layout, ...grown }, ids) };
}
