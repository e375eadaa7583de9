/** Moving resources to another container without dragging them. */

import { placedAll, type Store } from '../../app/index.ts';
import { slideAside } from '../../layout/index.ts';
import {
  ancestry,
  containerOf,
  definitionOf,
  moveInto,
  titleOf,
  type Design,
  type LocalText,
  type ResourceId,
} from '../../model/index.ts';

/** A container that resources could be moved to, and why not where it can't take them. */
export interface MoveTarget {
  readonly id: ResourceId;
  /** `here`: all of them stand there. */
  readonly problem?: LocalText | 'here';
}

type Tried =
  | { readonly design: Design; readonly notes: readonly LocalText[] }
  | { readonly problem: LocalText };

/** All of them in the container, without their old places on the canvas. */
function tried(design: Design, ids: readonly ResourceId[], container: ResourceId): Tried {
  let next = design;
  const notes: LocalText[] = [];
  for (const id of outermost(design, ids)) {
    const moved = moveInto(next, { id, under: container });
    if (!moved.ok) return { problem: moved.problem.message };
    next = moved.value.design;
    notes.push(...moved.value.notes);
  }
  return { design: next, notes };
}

/** What stands in another of these goes along with it. */
const outermost = (design: Design, ids: readonly ResourceId[]): readonly ResourceId[] =>
  ids.filter(
    (id) =>
      !ancestry(design, id)
        .slice(1)
        .some((outer) => ids.includes(outer)),
  );

const standsIn = (design: Design, id: ResourceId, container: ResourceId): boolean => {
  const resource = design.resources[id];
  return resource !== undefined && containerOf(design, resource) === container;
};

/** Every container of the kind that these stand in, with the reason where it can't take them. */
export function moveTargets(design: Design, ids: readonly ResourceId[]): readonly MoveTarget[] {
  const wanted = new Set(
    outermost(design, ids).map((id) => {
      const kind = design.resources[id]?.kind;
      return kind === undefined ? undefined : definitionOf(kind).standsIn?.kind;
    }),
  );
  const containers = Object.entries(design.resources).flatMap(([id, { kind }]) =>
    wanted.size === 1 && wanted.has(kind) ? [id] : [],
  );
  return containers.map((id): MoveTarget => {
    if (ids.every((moved) => standsIn(design, moved, id))) return { id, problem: 'here' };
    const outcome = tried(design, ids, id);
    return 'problem' in outcome ? { id, problem: outcome.problem } : { id };
  });
}

/** Moves them as one step and says so; out: whether it was done. */
export function moveTo(store: Store, ids: readonly ResourceId[], container: ResourceId): boolean {
  const { design } = store.api.getState();
  const outcome = tried(design, ids, container);
  if ('problem' in outcome) {
    store.notify({ tone: 'info', message: outcome.problem });
    return false;
  }
  const changed = ids.filter((id) => {
    const resource = outcome.design.resources[id];
    return resource !== undefined && containerOf(outcome.design, resource) !== containerBefore(design, id);
  });
  if (changed.length === 0) return false;
  const [first = ''] = ids;
  const place = titleOf(design, container);
  const what =
    ids.length === 1
      ? { en: titleOf(design, first), ja: titleOf(design, first) }
      : { en: `${ids.length} resources`, ja: `${ids.length} 件のリソース` };
  store.edit({ en: `Move ${what.en} to ${place}`, ja: `${what.ja} を ${place} へ移動` }, () =>
    replaced(outcome.design, changed),
  );
  store.select(ids);
  store.reveal(ids, 'pan if hidden');
  store.announce({ en: `${what.en} moved to ${place}`, ja: `${what.ja} を ${place} へ移動しました` });
  for (const message of outcome.notes) store.notify({ tone: 'info', message, command: 'undo' });
  return true;
}

const containerBefore = (design: Design, id: ResourceId): ResourceId | undefined => {
  const resource = design.resources[id];
  return resource && containerOf(design, resource);
};

/** Gives what changed its container a free place in the new one; a container keeps its size. */
function replaced(design: Design, ids: readonly ResourceId[]): Design {
  const layout = Object.fromEntries(Object.entries(design.layout).filter(([id]) => !ids.includes(id)));
  const placed = placedAll({ ...design, layout }, ids);
  const sized = Object.fromEntries(
    ids.flatMap((id) => {
      const [before, now] = [design.layout[id], placed.layout[id]];
      const isContainer = definitionOf(design.resources[id]?.kind ?? 'instance').form === 'container';
      return isContainer && before && now
        ? [[id, { ...now, width: before.width, height: before.height }] as const]
        : [];
    }),
  );
  const moved = Object.keys(sized);
  if (moved.length === 0) return placed;
  return { ...placed, layout: slideAside(placed, { ...placed.layout, ...sized }, moved) };
}
