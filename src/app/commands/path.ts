/** Finding a path: opening the question, turning it round, stepping through the hops. */

import type { ResourceId } from '../../model/index.ts';
import { shownSteps } from '../path-reading.ts';
import type { AppState } from '../state.ts';
import { isDrawn, type Command, type CommandContext } from './_command.ts';

/** The id of the field that an end is written in. */
export const pathField = (end: 'from' | 'to'): string => `path-${end}`;

const canEnd = ({ design }: AppState, id: ResourceId | undefined): id is ResourceId => {
  const kind = id === undefined ? undefined : design.resources[id]?.kind;
  return kind === 'instance' || kind === 'networkInterface';
};

/** Opens the path panel; what is selected is where the path starts, unless a question is there already. */
export function openPath({ store, state, shell }: CommandContext): void {
  const { view, selection } = state;
  const [first, second] = selection;
  const isAsked = view.path.from !== '' || view.path.to !== '';
  const from = !isAsked && canEnd(state, first) ? first : view.path.from;
  const to = !isAsked && canEnd(state, second) ? second : view.path.to;
  const open = from === '' ? 'from' : to === '' ? 'to' : undefined;
  store.setView({
    lens: 'path',
    right: 'path',
    rightOpen: true,
    path: { ...view.path, from, to },
    pickingEnd: open,
  });
  if (open !== undefined) shell?.writeInto(pathField(open));
  // What became an end is let go, so that the arrows step through the hops.
  if (from !== view.path.from || to !== view.path.to) store.select([]);
}

const hopCount = ({ pathAnswer }: AppState): number => shownSteps(pathAnswer).length;

const step =
  (by: 1 | -1) =>
  ({ store, state }: CommandContext): void => {
    const count = hopCount(state);
    if (count === 0) return;
    const { hop } = state.view;
    const next = hop === undefined ? (by > 0 ? 0 : count - 1) : (hop + by + count) % count;
    store.setView({ hop: next });
    // What is stepped to is what is looked at.
    if (state.selection.length > 0) store.select([]);
  };

const hasPath = (state: AppState): boolean => state.view.lens === 'path' && hopCount(state) > 0;

export const commands: readonly Command[] = [
  {
    id: 'find-path',
    group: 'tools',
    icon: 'path',
    label: { en: 'Find a path', ja: '経路を調べる' },
    shortcuts: ['P'],
    when: isDrawn,
    run: openPath,
  },
  {
    id: 'path-swap',
    group: 'tools',
    icon: 'swap',
    label: { en: 'Swap the ends of the path', ja: '経路の送信元と送信先を入れ替える' },
    when: ({ view }) => view.right === 'path',
    otherwise: { en: 'No path is shown.', ja: '経路が表示されていません。' },
    run: ({ store, state }) => {
      const { from, to } = state.view.path;
      store.setView({
        path: { ...state.view.path, from: to, to: from },
        pathDraft: undefined,
        hop: undefined,
      });
    },
  },
  {
    id: 'path-next-hop',
    group: 'tools',
    icon: 'down',
    label: { en: 'Next hop', ja: '次のホップ' },
    shortcuts: ['ArrowRight'],
    when: hasPath,
    otherwise: { en: 'No path is shown.', ja: '経路が表示されていません。' },
    run: step(1),
  },
  {
    id: 'path-previous-hop',
    group: 'tools',
    icon: 'up',
    label: { en: 'Previous hop', ja: '前のホップ' },
    shortcuts: ['ArrowLeft'],
    when: hasPath,
    otherwise: { en: 'No path is shown.', ja: '経路が表示されていません。' },
    run: step(-1),
  },
];
