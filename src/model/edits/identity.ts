/** Ids and names for resources that are made here. */

import { definitionOf, nameOf, type Design, type Kind, type ResourceId } from '../design.ts';

/** A number from 0 up to, not including, 1; passed in so that edits stay pure. */
export type Random = () => number;

const TAIL_LENGTH = 7;

/** D-4: AWS's prefix, then `x` and seven of `[0-9a-z]`: no AWS id has such a tail. */
export function newId(
  design: Design,
  kind: Kind,
  random: Random,
  taken?: ReadonlySet<ResourceId>,
): ResourceId {
  const { idPrefix } = definitionOf(kind);
  for (;;) {
    const tail = Array.from({ length: TAIL_LENGTH }, () => Math.floor(random() * 36).toString(36)).join('');
    const id = `${idPrefix}x${tail}`;
    if (!Object.hasOwn(design.resources, id) && taken?.has(id) !== true) return id;
  }
}

/** Where AWS's prefix reads badly as a name. */
const stems: Readonly<Partial<Record<Kind, string>>> = { instance: 'instance', elasticIp: 'eip' };

export const nameStem = (kind: Kind): string => stems[kind] ?? definitionOf(kind).idPrefix.replace(/-$/, '');

const namesIn = (design: Design): Set<string> =>
  new Set(Object.values(design.resources).flatMap((resource) => nameOf(resource) ?? []));

/** `vpc-1`, `vpc-2`, …: the first that no resource of the design is called. */
export function freeName(design: Design, stem: string): string {
  const names = namesIn(design);
  let number = 1;
  while (names.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** The name itself where it is free, else with the lowest free number behind it. */
export function uniqueName(design: Design, name: string): string {
  return namesIn(design).has(name) ? nextName(design, name) : name;
}

/** `web-1` → `web-2`, `app-a` → `app-a-2`: the next number that is free. */
export function nextName(design: Design, name: string): string {
  const names = namesIn(design);
  const numbered = /^(.*?)-?([0-9]+)$/.exec(name);
  const stem = numbered?.[1] ?? name;
  let number = numbered ? Number(numbered[2]) + 1 : 2;
  while (names.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** What a person reads for a resource: its name, else its id. */
export function titleOf(design: Design, id: ResourceId): string {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  return (resource && nameOf(resource)) ?? id;
}
