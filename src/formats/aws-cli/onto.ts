/** Answers read onto a design that is open already: what it knows stands behind what the answers tell. */

import { ancestry, isUnknown, type Design, type Resource, type ResourceId } from '../../model/index.ts';
import type { Place } from './accounts.ts';
import type { MergedResource } from './merge-facts.ts';

const silent = (): void => undefined;

/** No folder is called so: what is open lies in none of those that were dropped. */
const GROUP = '\0';

/** Account and Region of what is open, as far as it says so itself or what it stands in does. */
function placeIn(design: Design, id: ResourceId): Place {
  const around = [id, ...ancestry(design, id)].flatMap((each) => design.resources[each] ?? []);
  const tells = (name: 'ownerId' | 'region'): string | undefined =>
    around
      .map((resource) => (resource as Readonly<Record<string, unknown>>)[name])
      .find((value) => typeof value === 'string') as string | undefined;
  const ownerId = tells('ownerId') ?? design.defaults?.ownerId;
  const region = tells('region') ?? design.defaults?.region;
  return {
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(region === undefined ? {} : { region }),
  };
}

/** What was merged from answers, and behind it everything that the open design holds. */
export function withBackground(
  merged: ReadonlyMap<string, MergedResource>,
  design: Design | undefined,
): ReadonlyMap<string, MergedResource> {
  if (!design) return merged;
  const all = new Map(merged);
  for (const [id, resource] of Object.entries(design.resources)) {
    const vpcId = (resource as { readonly vpcId?: unknown }).vpcId;
    const told = all.get(id);
    const background: MergedResource['facts'][number] = {
      kind: resource.kind,
      id,
      members: {},
      depth: -1,
      ...placeIn(design, id),
      ...(typeof vpcId === 'string' ? { vpcId } : {}),
      file: '',
      pointer: '',
      group: GROUP,
      tellProblem: silent,
      tellNote: silent,
    };
    all.set(
      id,
      told
        ? { ...told, facts: [background, ...told.facts] }
        : { kind: resource.kind, id, members: {}, depths: new Map(), facts: [background] },
    );
  }
  return all;
}

/** Where everything that is open stands, if that is one account and Region. */
export function onlyPlaceOf(design: Design | undefined): Place | 'several' | undefined {
  const places = new Map<string, Place>();
  for (const id of Object.keys(design?.resources ?? {})) {
    const place = design ? placeIn(design, id) : {};
    if (place.region !== undefined) places.set(`${place.ownerId ?? ''}/${place.region}`, place);
  }
  const [only] = places.values();
  return places.size > 1 ? 'several' : only;
}

/** The open resource with what the answers add: a side remark tells only what is unknown. */
export function patched(open: Resource, { members, depths }: MergedResource): Resource {
  const next: Record<string, unknown> = { ...open };
  for (const [name, value] of Object.entries(members)) {
    const isDeep = (depths.get(name) ?? -1) >= 1;
    if (isUnknown(value) ? next[name] === undefined : isDeep || isUnknown(next[name])) next[name] = value;
  }
  // Members of one kind, each checked when it was read.
  return next as unknown as Resource;
}
