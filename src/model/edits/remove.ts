/** Removing resources: what goes along, which references are cleaned and which lead nowhere, by each kind's rules. */

import { childrenByContainer, containerOf, valuesAt } from '../containment.ts';
import { definitionOf, type Design, type Resource, type ResourceId } from '../design.ts';
import { referencesOf } from '../kind.ts';
import type { LocalText } from '../text.ts';
import { known } from '../unknown.ts';
import { revise, type DesignDraft } from './draft.ts';
import { titleOf } from './identity.ts';

export interface Removed {
  readonly design: Design;
  /** Everything that went, the asked ones first. */
  readonly ids: readonly ResourceId[];
  /** What a person should hear of: what else went, and what now leads nowhere. Undefined when nothing. */
  readonly also?: LocalText;
  /** What AWS keeps as long as its VPC is there, each with the reason. */
  readonly kept: readonly LocalText[];
}

/** The main table, the default ACL and the default group go with their VPC and not before. */
function staysWith(resource: Resource): ResourceId | undefined {
  const vpcId = 'vpcId' in resource && typeof resource.vpcId === 'string' ? resource.vpcId : undefined;
  switch (resource.kind) {
    case 'routeTable':
      return (known(resource.associations) ?? []).some((item) => item.main === true) ? vpcId : undefined;
    case 'networkAcl':
      return resource.isDefault === true ? vpcId : undefined;
    case 'securityGroup':
      return resource.groupName === 'default' ? vpcId : undefined;
    default:
      return undefined;
  }
}

/** Removes resources with what depends on them. */
export function removeResources(design: Design, wanted: readonly ResourceId[]): Removed {
  const asked = wanted.filter((id) => Object.hasOwn(design.resources, id));
  const kept: LocalText[] = [];
  const roots = asked.filter((id) => {
    const resource = design.resources[id];
    const vpc = resource && staysWith(resource);
    if (vpc === undefined || asked.includes(vpc) || !Object.hasOwn(design.resources, vpc)) return true;
    const names = [titleOf(design, id), titleOf(design, vpc)] as const;
    kept.push({
      en: `${names[0]} goes only with ${names[1]}`,
      ja: `${names[0]} は ${names[1]} を削除するまで削除できません`,
    });
    return false;
  });
  if (roots.length === 0) return { design, ids: [], kept };
  const gone = withDependents(design, new Set(roots));
  const ids = [...gone];
  const dangling = new Map<ResourceId, number>();
  const next = revise(design, (draft) => {
    for (const id of ids) {
      delete draft.resources[id];
      delete draft.layout[id];
    }
    for (const key of Object.keys(draft.layout)) {
      const vpc = /^az:(.+)\/[^/]+$/.exec(key)?.[1];
      if (vpc !== undefined && gone.has(vpc)) delete draft.layout[key];
    }
    for (const resource of Object.values(draft.resources)) cleanReferences(resource, gone, dangling);
    keepInPlace(draft, design, gone);
  });
  const also = toldOf(design, gone, ids.slice(roots.length), dangling);
  return { design: next, ids, kept, ...(also ? { also } : {}) };
}

/** The closure over references that say `removeSelf`, and over what came along with what goes. */
function withDependents(design: Design, gone: Set<ResourceId>): Set<ResourceId> {
  for (let grown = true; grown;) {
    grown = false;
    for (const [id, resource] of Object.entries(design.resources)) {
      if (gone.has(id) || !dependsOn(resource, id, design, gone)) continue;
      gone.add(id);
      grown = true;
    }
  }
  return gone;
}

function dependsOn(
  resource: Resource,
  id: ResourceId,
  design: Design,
  gone: ReadonlySet<ResourceId>,
): boolean {
  const owned = referencesOf(definitionOf(resource.kind)).some(
    ({ path, onTargetRemoved }) =>
      onTargetRemoved === 'removeSelf' &&
      valuesAt(resource, path).some((target) => typeof target === 'string' && gone.has(target)),
  );
  if (owned) return true;
  // The first interface is deleted with its instance; an address drawn for one holder has no other use.
  if (resource.kind === 'networkInterface') {
    const attachment = known(resource.attachment);
    const instance = known(attachment?.instanceId);
    return attachment?.deviceIndex === 0 && instance !== undefined && gone.has(instance);
  }
  if (resource.kind !== 'elasticIp' || resource.publicIp !== undefined || !id.startsWith('eipalloc-x'))
    return false;
  const holder =
    known(resource.natGatewayId) ?? known(resource.instanceId) ?? known(resource.networkInterfaceId);
  return holder !== undefined && Object.hasOwn(design.resources, holder) && gone.has(holder);
}

type Members = Record<string, unknown>;

/** Applies each reference's rule to what points at something that went; counts what now dangles. */
function cleanReferences(
  resource: Resource | Members,
  gone: ReadonlySet<ResourceId>,
  dangling: Map<ResourceId, number>,
): void {
  const definition = definitionOf((resource as Resource).kind);
  const pointsAtGone = (value: unknown) => typeof value === 'string' && gone.has(value);
  for (const { path, onTargetRemoved } of referencesOf(definition)) {
    const found = valuesAt(resource, path).filter(pointsAtGone);
    if (found.length === 0) continue;
    if (onTargetRemoved === 'dangle') {
      for (const target of found) dangling.set(String(target), (dangling.get(String(target)) ?? 0) + 1);
    } else if (onTargetRemoved === 'removeItem') {
      dropItems(resource as Members, path, pointsAtGone);
    } else if (onTargetRemoved === 'clear') {
      clearAt(resource as Members, path, pointsAtGone);
    }
  }
}

/** Drops the items of the list at the first `*` whose rest of the path leads to a match. */
export function dropItems(
  owner: Members,
  path: readonly string[],
  matches: (value: unknown) => boolean,
): void {
  const star = path.indexOf('*');
  const holder = valuesAt(owner, path.slice(0, Math.max(0, star - 1)))[0];
  const name = path[star - 1];
  if (name === undefined || typeof holder !== 'object' || holder === null) return;
  const list = (holder as Members)[name];
  if (!Array.isArray(list)) return;
  const rest = path.slice(star + 1);
  (holder as Members)[name] = list.filter((item: unknown) => !valuesAt(item, rest).some(matches));
}

export function clearAt(owner: Members, path: readonly string[], matches: (value: unknown) => boolean): void {
  const name = path.at(-1);
  if (name === undefined) return;
  for (const holder of valuesAt(owner, path.slice(0, -1))) {
    if (typeof holder === 'object' && holder !== null && matches((holder as Members)[name])) {
      delete (holder as Members)[name];
    }
  }
}

/** What loses its container but stays, such as a gateway, keeps its place on the canvas. */
function keepInPlace(draft: DesignDraft, before: Design, gone: ReadonlySet<ResourceId>): void {
  for (const [container, children] of childrenByContainer(before)) {
    if (container === undefined || !gone.has(container)) continue;
    for (const child of children) {
      const box = draft.layout[child];
      if (!box) continue;
      for (let at: ResourceId | undefined = container; at !== undefined;) {
        const outer: Resource | undefined = before.resources[at];
        const { x = 0, y = 0 } = before.layout[at] ?? {};
        box.x += x;
        box.y += y;
        at = outer && containerOf(before, outer);
      }
    }
  }
}

/** An instance's interface goes with its instance: people see one thing. */
function isPartOf(resource: Resource, gone: ReadonlySet<ResourceId>): boolean {
  if (resource.kind !== 'networkInterface') return false;
  const { instanceId } = known(resource.attachment) ?? {};
  return instanceId !== undefined && gone.has(known(instanceId) ?? '');
}

function toldOf(
  design: Design,
  gone: ReadonlySet<ResourceId>,
  along: readonly ResourceId[],
  dangling: ReadonlyMap<ResourceId, number>,
): LocalText | undefined {
  const parts: LocalText[] = [];
  const drawn = along.filter((id) => {
    const resource = design.resources[id];
    return resource && definitionOf(resource.kind).form !== 'none' && !isPartOf(resource, gone);
  });
  if (drawn.length > 0) {
    const names = drawn.slice(0, 3).map((id) => titleOf(design, id));
    const more = drawn.length - names.length;
    parts.push({
      en: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} went too`,
      ja: `${names.join('、')}${more > 0 ? ` ほか ${more} 件` : ''}も削除しました`,
    });
  }
  for (const [target, count] of dangling) {
    const name = titleOf(design, target);
    parts.push({
      en:
        count === 1 ? `1 route to ${name} now leads nowhere` : `${count} routes to ${name} now lead nowhere`,
      ja: `${name} への ${count} 件のルートはブラックホールになりました`,
    });
  }
  if (parts.length === 0) return undefined;
  return { en: parts.map(({ en }) => en).join('; '), ja: parts.map(({ ja }) => ja).join('。') };
}
