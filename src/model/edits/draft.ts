/** Drafts of a design for edits: typed access to resources and to lists that may be absent or unknown. */

import { Immer, type Draft } from 'immer';
import { bucketsOf, recordOf, writable } from '../buckets.ts';
import type { Design, Kind, Resource, ResourceByKind, ResourceId } from '../design.ts';
import { isUnknown, type Unknown } from '../unknown.ts';

export type DesignDraft = Draft<Design>;
export type ResourceDraft = Draft<Resource>;

const editor = new Immer({ autoFreeze: false });

/** From now on nobody can write to what an edit made: finds faults while developing, and takes its time. */
export const freezeEdits = (): void => editor.setAutoFreeze(true);

/** The next design, sharing all that the recipe does not touch. */
export function revise(design: Design, recipe: (draft: DesignDraft) => void): Design {
  const { resources, ...rest } = design;
  const former = bucketsOf(resources);
  if (!former) return editor.produce(design, (draft: DesignDraft) => recipe(draft));
  let { order } = former;
  const after = editor.produce({ rest, buckets: former.buckets }, (draft) => {
    const opened = writable(draft.buckets, order);
    const whole = new Proxy(draft.rest, {
      get: (target, name) => (name === 'resources' ? opened.record : (Reflect.get(target, name) as unknown)),
    });
    recipe(whole as DesignDraft);
    order = opened.order();
  });
  if (after.rest === rest && after.buckets === former.buckets) return design;
  return {
    ...after.rest,
    resources: after.buckets === former.buckets ? resources : recordOf({ buckets: after.buckets, order }),
  };
}

/** The draft of a resource, if it is there and of that kind. */
export function draftOf<K extends Kind>(
  draft: DesignDraft,
  id: ResourceId,
  kind: K,
): Draft<ResourceByKind[K]> | undefined {
  const resource = Object.hasOwn(draft.resources, id) ? draft.resources[id] : undefined;
  return resource?.kind === kind ? (resource as Draft<ResourceByKind[K]>) : undefined;
}

/** The drafts of all resources of a kind, with their ids. */
export function draftsOfKind<K extends Kind>(
  draft: DesignDraft,
  kind: K,
): [ResourceId, Draft<ResourceByKind[K]>][] {
  const found: [ResourceId, Draft<ResourceByKind[K]>][] = [];
  for (const [id, resource] of Object.entries(draft.resources)) {
    if (resource.kind === kind) found.push([id, resource as Draft<ResourceByKind[K]>]);
  }
  return found;
}

type ItemOf<Owner, Name extends keyof Owner> = Extract<NonNullable<Owner[Name]>, readonly unknown[]>[number];

/**
 * The list to be changed: made when absent, undefined when its source did not tell it. What is unknown
 * can't be added to: the sum would look complete.
 */
export function openList<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
): ItemOf<Owner, Name>[] | undefined {
  if (owner[name] === undefined) owner[name] = [] as Owner[Name];
  const list: unknown = owner[name];
  return Array.isArray(list) ? (list as ItemOf<Owner, Name>[]) : undefined;
}

/** Keeps the items that pass; an absent or unknown list stays as it is. */
export function keepItems<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  keep: (item: ItemOf<Owner, Name>) => boolean,
): void {
  const list: unknown = owner[name];
  if (!Array.isArray(list)) return;
  const items = list as ItemOf<Owner, Name>[];
  if (!items.every(keep)) owner[name] = items.filter(keep) as Owner[Name];
}

/** The drafted value where it is known; undefined where it is absent or unknown. */
export const told = <Value>(value: Value): Exclude<Value, Draft<Unknown> | undefined> | undefined =>
  value === undefined || isUnknown(value) ? undefined : (value as Exclude<Value, Draft<Unknown> | undefined>);
