/** Which hint of a first visit comes now: one at a time, none twice, none for what a person has found already. */

import type { AppState } from '../../app/index.ts';

export const hintNames = ['vpc', 'tier', 'path', 'findings'] as const;
export type HintName = (typeof hintNames)[number];

type Told = Pick<AppState, 'design' | 'selection' | 'view' | 'answers'>;

interface Hint {
  /** Its turn has come. */
  readonly isDue: (state: Told) => boolean;
  /** The person does what it would say. */
  readonly isDone: (state: Told) => boolean;
}

const count = ({ design }: Told, kind: string): number => {
  let found = 0;
  for (const resource of Object.values(design.resources)) if (resource.kind === kind) found += 1;
  return found;
};

const hasSubnet = ({ design, selection }: Told): boolean =>
  selection.some((id) => design.resources[id]?.kind === 'subnet');

export const hintList: Readonly<Record<HintName, Hint>> = {
  vpc: {
    isDue: () => true,
    isDone: (state) => count(state, 'vpc') > 0,
  },
  tier: {
    isDue: (state) => count(state, 'subnet') > 0 && Object.keys(state.answers.tiers).length > 0,
    isDone: hasSubnet,
  },
  path: {
    isDue: (state) => count(state, 'instance') > 1,
    isDone: ({ view }) => view.right === 'path',
  },
  findings: {
    isDue: ({ answers }) => answers.findings.some(({ muted }) => !muted),
    isDone: ({ view }) =>
      view.openFinding !== undefined || (view.drawerOpen && view.drawerTab === 'findings'),
  },
};

/** Hints that need not be given any more: those that were, and those whose thing is done now. */
export const settled = (given: readonly HintName[], state: Told): readonly HintName[] =>
  hintNames.filter((name) => given.includes(name) || hintList[name].isDone(state));

/** The hint whose turn it is; one that finds no room beside its thing holds no other back. */
export const hintNow = (
  given: readonly HintName[],
  state: Told,
  withoutRoom: readonly HintName[] = [],
): HintName | undefined => {
  const done = [...settled(given, state), ...withoutRoom];
  return hintNames.find((name) => !done.includes(name) && hintList[name].isDue(state));
};

const KEY = 'vpc-designer:hints';

/** Hints that were given on this browser; all of them where it remembers nothing: nobody wants them again and again. */
export function readGiven(): readonly HintName[] {
  try {
    const kept = localStorage.getItem(KEY) ?? '';
    return hintNames.filter((name) => kept.split(' ').includes(name));
  } catch {
    return hintNames;
  }
}

export function keepGiven(given: readonly HintName[]): void {
  try {
    localStorage.setItem(KEY, given.join(' '));
  } catch {
    // They are not given again while the page is open.
  }
}
