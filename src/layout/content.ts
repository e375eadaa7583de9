/** What is drawn in each container: resources with a form of their own, without the interfaces that a card stands for. */

import { cardOf, formOf, type DrawingFacts } from '../drawing/index.ts';
import { childrenByContainer, type ResourceId } from '../model/index.ts';

/** The drawn children of each container; what stands free is under `undefined`. */
export type Content = ReadonlyMap<ResourceId | undefined, readonly ResourceId[]>;

export function contentOf(facts: DrawingFacts): Content {
  const { design } = facts;
  const content = new Map<ResourceId | undefined, ResourceId[]>();
  for (const [container, children] of childrenByContainer(design)) {
    const drawn = children.filter((id) => {
      const resource = design.resources[id];
      return resource !== undefined && formOf(resource) !== 'none' && cardOf(facts, id) === id;
    });
    if (drawn.length > 0) content.set(container, drawn);
  }
  return content;
}
