/** Who uses a resource: everything that refers to it, except what stands in it. */

import { definitionOf, referencesOf, valuesAt, type Design, type ResourceId } from '../../model/index.ts';

/** Ids of the resources that refer to this one, in the order of the document. */
export function referrersOf(design: Design, id: ResourceId): readonly ResourceId[] {
  return Object.entries(design.resources).flatMap(([other, resource]) => {
    if (other === id) return [];
    const definition = definitionOf(resource.kind);
    const place = definition.standsIn?.member.join('.');
    const refers = referencesOf(definition).some(
      ({ path }) => path.join('.') !== place && valuesAt(resource, path).includes(id),
    );
    return refers ? [other] : [];
  });
}
