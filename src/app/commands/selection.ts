/** What is done to and with the selection. */

import {
  ancestry,
  containerOf,
  definitionOf,
  duplicate,
  removeResources,
  titleOf,
  type LocalText,
  type ResourceId,
} from '../../model/index.ts';
import { placedAll } from '../placing.ts';
import type { AppState } from '../state.ts';
import { hasSelection, isDrawn, type Command, type CommandContext } from './_command.ts';

function describe({ design }: AppState, ids: readonly ResourceId[]): LocalText {
  const [first] = ids;
  if (first !== undefined && ids.length === 1)
    return { en: titleOf(design, first), ja: `${titleOf(design, first)} ` };
  return { en: `${ids.length} resources`, ja: `${ids.length} 件のリソース` };
}

function remove({ store, state }: CommandContext): void {
  const removed = removeResources(state.design, state.selection);
  for (const reason of removed.kept) store.notify({ tone: 'info', message: reason });
  if (removed.ids.length === 0) return;
  const what = describe(state, state.selection);
  store.edit({ en: `Delete ${what.en}`, ja: `${what.ja}の削除` }, () => removed.design);
  store.announce({ en: `${what.en} deleted`, ja: `${what.ja}を削除しました` });
  if (removed.also) {
    store.notify({
      tone: 'info',
      message: {
        en: `${what.en} deleted. Also: ${removed.also.en}.`,
        ja: `${what.ja}を削除しました。${removed.also.ja}。`,
      },
      command: 'undo',
    });
  }
}

function copyBeside({ store, state, random }: CommandContext): void {
  const made = duplicate(state.design, state.selection, random);
  if (!made.ok) {
    store.notify({ tone: 'info', message: made.problem.message });
    return;
  }
  const what = describe(state, state.selection);
  store.edit({ en: `Duplicate ${what.en}`, ja: `${what.ja}の複製` }, () =>
    placedAll(made.value.design, made.value.ids),
  );
  store.select(made.value.ids);
}

/** The siblings of what is selected, and everything when they are selected already. */
function selectAll({ store, state: { design, selection } }: CommandContext): void {
  const drawn = Object.entries(design.resources).filter(
    ([, resource]) => definitionOf(resource.kind).form !== 'none',
  );
  const [first] = selection;
  const one = first === undefined ? undefined : design.resources[first];
  const container = one && containerOf(design, one);
  const siblings = drawn
    .filter(([, resource]) => containerOf(design, resource) === container)
    .map(([id]) => id);
  const hasAll = siblings.every((id) => selection.includes(id));
  store.select(hasAll ? drawn.map(([id]) => id) : siblings);
}

const leaveLens = (store: CommandContext['store']): void =>
  store.setView({ lens: 'topology', right: 'inspector', hop: undefined });

/** Leaves what is open, innermost first, and the path; then goes up one container, then selects nothing. */
function escape({ store, state }: CommandContext): void {
  const { view, selection, design } = state;
  if (view.paletteDrag) store.setView({ paletteDrag: undefined });
  else if (view.preview) store.previewFix(undefined);
  else if (view.pickingEnd) store.setView({ pickingEnd: undefined });
  else if (view.tool !== 'select') store.setView({ tool: 'select', drawing: undefined });
  else if (view.right === 'path') leaveLens(store);
  else if (selection.length > 0) {
    const [only] = selection;
    const outer = selection.length === 1 && only !== undefined ? ancestry(design, only)[1] : undefined;
    store.select(outer === undefined ? [] : [outer]);
  } else if (view.right !== 'inspector') leaveLens(store);
}

/** Opens the name where the person looks: on the canvas, or in the outline for what has no place on it. */
function rename({ store, state, shell, place }: CommandContext): void {
  const [id] = state.selection;
  const resource = id === undefined ? undefined : state.design.resources[id];
  if (id === undefined || !resource) return;
  const isDrawnThing = definitionOf(resource.kind).form !== 'none' && Object.hasOwn(state.design.layout, id);
  if (place !== 'outline' && isDrawnThing) {
    store.setView({ editing: { id, field: 'name' } });
    return;
  }
  store.setView({ leftTab: 'outline', editing: { id, field: 'name', place: 'outline' } });
  if (place !== 'outline') shell?.showLeft('outline');
}

export const commands: readonly Command[] = [
  {
    id: 'delete',
    group: 'edit',
    icon: 'delete',
    label: { en: 'Delete', ja: '削除' },
    shortcuts: ['Delete', 'Backspace'],
    when: hasSelection,
    run: remove,
  },
  {
    id: 'duplicate',
    group: 'edit',
    icon: 'duplicate',
    label: { en: 'Duplicate', ja: '複製' },
    shortcuts: ['Ctrl D'],
    when: hasSelection,
    run: copyBeside,
  },
  {
    id: 'rename',
    group: 'edit',
    icon: 'rename',
    label: { en: 'Rename', ja: '名前の変更' },
    shortcuts: ['F2'],
    scope: 'drawing',
    on: { count: 'one' },
    run: rename,
  },
  {
    id: 'select-all',
    group: 'edit',
    icon: 'select',
    label: { en: 'Select all', ja: 'すべて選択' },
    shortcuts: ['Ctrl A'],
    when: isDrawn,
    run: selectAll,
  },
  {
    id: 'escape',
    group: 'view',
    icon: 'cancel',
    label: { en: 'Cancel or go up one', ja: '取り消す、または 1 つ外側を選択' },
    shortcuts: ['Escape'],
    run: escape,
  },
];
