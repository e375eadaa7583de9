/** Who stands in whom: read from the members, never stored twice. */

import { definitionOf, type Design, type Resource, type ResourceId } from './design.ts';

/** The values at a path; `*` walks every item of a list. Unknown values are skipped. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (step === '*') return Array.isArray(value) ? value.flatMap((item: unknown) => valuesAt(item, rest)) : [];
  return Object.hasOwn(value, step) ? valuesAt((value as Record<string, unknown>)[step], rest) : [];
}

/**
 * The resource that another stands in: a subnet's VPC, an instance's subnet (or that of its first
 * interface), a gateway's VPC. Undefined when it stands free or its container is not in the document.
 */
export function containerOf(design: Design, resource: Resource): ResourceId | undefined {
  const place = definitionOf(resource.kind).standsIn;
  if (!place) return undefined;
  const candidates = valuesAt(resource, place.member);
  if (resource.kind === 'natGateway') candidates.push(resource.vpcId);
  if (resource.kind === 'instance' && candidates.length === 0) {
    for (const eni of valuesAt(resource, ['networkInterfaceIds', '*'])) {
      const target = typeof eni === 'string' ? design.resources[eni] : undefined;
      if (target?.kind === 'networkInterface') candidates.push(target.subnetId);
    }
  }
  for (const id of candidates) {
    if (typeof id === 'string' && Object.hasOwn(design.resources, id)) return id;
  }
  return undefined;
}

/** Every resource that stands in each container; what stands free is under `undefined`. */
export function childrenByContainer(design: Design): Map<ResourceId | undefined, ResourceId[]> {
  const children = new Map<ResourceId | undefined, ResourceId[]>();
  for (const [id, resource] of Object.entries(design.resources)) {
    const container = containerOf(design, resource);
    const list = children.get(container);
    if (list) list.push(id);
    else children.set(container, [id]);
  }
  return children;
}
