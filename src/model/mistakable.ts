/** Names that several kinds of things share: a sentence says then which kind it means. */

import { nameOf, type Design, type Resource, type ResourceId } from './design.ts';
import { kindWord } from './kind-word.ts';
import type { Language, LocalText } from './text.ts';

type KindsOfNames = ReadonlyMap<string, ReadonlySet<string>>;

const found = new WeakMap<Design['resources'], KindsOfNames>();

const readAs = (id: ResourceId, resource: Resource): string => nameOf(resource) ?? id;

function kindsOfNames({ resources }: Design): KindsOfNames {
  const before = found.get(resources);
  if (before) return before;
  const kinds = new Map<string, Set<string>>();
  for (const [id, resource] of Object.entries(resources)) {
    const name = readAs(id, resource);
    const sharing = kinds.get(name);
    if (sharing) sharing.add(resource.kind);
    else kinds.set(name, new Set([resource.kind]));
  }
  found.set(resources, kinds);
  return kinds;
}

/** The word to say before a resource's name; undefined where no other kind of thing is called the same. */
export function kindToTell(design: Design, id: ResourceId): LocalText | undefined {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (!resource) return undefined;
  const kinds = kindsOfNames(design).get(readAs(id, resource));
  return kinds && kinds.size > 1 ? kindWord(resource.kind) : undefined;
}

/** `network ACL db (acl-1)`: a resource's name with its id, for text in which names lead nowhere. */
export function nameWithId(design: Design, id: ResourceId, language: Language): string {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  const name = resource && nameOf(resource);
  const kind = kindToTell(design, id)?.[language];
  const called = name === undefined || name === id ? id : `${name} (${id})`;
  return kind === undefined ? called : `${kind} ${called}`;
}
