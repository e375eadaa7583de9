/** Taking resources along: what the clipboard holds of a design, for this document or for another one. */

import { containerOf, valuesAt } from '../containment.ts';
import {
  DESIGN_SCHEMA,
  definitionOf,
  nameOf,
  type Design,
  type Resource,
  type ResourceId,
} from '../design.ts';
import { referencesOf } from '../kind.ts';
import { known } from '../unknown.ts';
import { withContents } from './copying.ts';
import { ancestry } from './place.ts';
import { removeResources, type Removed } from './remove.ts';

export const CLIP_SCHEMA = 'vpc-designer/clip@1';

/** Something that was not taken along, as it can be found again elsewhere. */
export interface Outside {
  readonly kind: string;
  readonly name?: string;
}

/** What a resource said of those that were cut, before and after they went. */
export interface Torn {
  readonly id: ResourceId;
  readonly before: Resource;
  readonly after: Resource;
}

export interface Clip {
  readonly schema: typeof CLIP_SCHEMA;
  /** The resources themselves with all that stands in them, and their boxes as they were. */
  readonly design: Design;
  /** Those that were selected, without what stands in another of them. */
  readonly roots: readonly ResourceId[];
  /** The containers of the roots, and all else that what was taken refers to. */
  readonly outside: Readonly<Record<ResourceId, Outside>>;
  /** The table and the network ACL of each subnet, which speak of the subnet and not the other way round. */
  readonly follows: Readonly<Record<ResourceId, readonly ResourceId[]>>;
  /** Set where the resources were cut: pasting puts them back as they were. */
  readonly cut?: { readonly torn: readonly Torn[] };
}

/** The selected resources that do not stand in another of them. */
export const rootsOf = (design: Design, ids: readonly ResourceId[]): ResourceId[] =>
  ids.filter(
    (id) =>
      Object.hasOwn(design.resources, id) &&
      !ancestry(design, id)
        .slice(1)
        .some((outer) => ids.includes(outer)),
  );

/** Every id that a resource refers to by its kind's declaration, and its container. */
function targetsOf(resource: Resource): ResourceId[] {
  return referencesOf(definitionOf(resource.kind)).flatMap(({ path }) =>
    valuesAt(resource, path).filter((value): value is string => typeof value === 'string'),
  );
}

/** The tables and network ACLs that name a subnet. */
function followedBy(design: Design, subnetId: ResourceId): ResourceId[] {
  return Object.entries(design.resources).flatMap(([id, resource]) => {
    if (resource.kind !== 'routeTable' && resource.kind !== 'networkAcl') return [];
    const associations: readonly { readonly subnetId?: unknown }[] = known(resource.associations) ?? [];
    return associations.some((item) => item.subnetId === subnetId) ? [id] : [];
  });
}

function clipOf(design: Design, roots: readonly ResourceId[], ids: readonly ResourceId[]): Clip {
  const taken = new Set(ids);
  const resources: Record<ResourceId, Resource> = {};
  const layout: Record<string, Design['layout'][string]> = {};
  const follows: Record<ResourceId, readonly ResourceId[]> = {};
  const wanted = new Set<ResourceId>();
  for (const id of ids) {
    const resource = design.resources[id];
    if (!resource) continue;
    resources[id] = resource;
    const box = design.layout[id];
    if (box) layout[id] = box;
    for (const target of targetsOf(resource)) wanted.add(target);
    const container = containerOf(design, resource);
    if (container !== undefined) wanted.add(container);
    if (resource.kind !== 'subnet') continue;
    const followed = followedBy(design, id).filter((other) => !taken.has(other));
    if (followed.length > 0) follows[id] = followed;
    for (const other of followed) wanted.add(other);
  }
  const outside: Record<ResourceId, Outside> = {};
  for (const id of wanted) {
    const resource = design.resources[id];
    if (taken.has(id) || !resource) continue;
    const name = nameOf(resource);
    outside[id] = { kind: resource.kind, ...(name === undefined ? {} : { name }) };
  }
  return {
    schema: CLIP_SCHEMA,
    design: {
      schema: DESIGN_SCHEMA,
      name: design.name,
      resources,
      layout,
      intents: {},
      notes: {},
    },
    roots,
    outside,
    follows,
  };
}

/** What the clipboard holds of some resources; undefined where none of them is there. */
export function copyOut(design: Design, ids: readonly ResourceId[]): Clip | undefined {
  const roots = rootsOf(design, ids);
  return roots.length === 0 ? undefined : clipOf(design, roots, withContents(design, roots));
}

/** Takes resources out of a design, with all that goes with them, so that they can be put back as they were. */
export function cutOut(
  design: Design,
  ids: readonly ResourceId[],
): { readonly clip: Clip | undefined; readonly removed: Removed } {
  const removed = removeResources(design, ids);
  const gone = new Set(removed.ids);
  const roots = rootsOf(design, ids).filter((id) => gone.has(id));
  if (roots.length === 0) return { clip: undefined, removed };
  const torn = Object.entries(removed.design.resources).flatMap(([id, after]): Torn[] => {
    const before = design.resources[id];
    return before && before !== after ? [{ id, before, after }] : [];
  });
  return { clip: { ...clipOf(design, roots, removed.ids), cut: { torn } }, removed };
}
