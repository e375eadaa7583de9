/** The lenses that there are, and what changes beside the paint when one is chosen. */

import { Layers, Map as MapIcon, Route, type LucideIcon } from 'lucide-react';
import { app, appState, type Lens } from '../../app/index.ts';
import type { Texts } from '../../i18n/index.ts';

export interface LensChoice {
  readonly value: Lens;
  readonly label: string;
  readonly icon: LucideIcon;
}

export const lensChoices = ({ shell }: Texts): readonly LensChoice[] => [
  { value: 'topology', label: shell.lensTopology, icon: MapIcon },
  { value: 'tiers', label: shell.lensTiers, icon: Layers },
  { value: 'path', label: shell.lensPath, icon: Route },
];

/** Chooses a lens. The Path lens brings its panel along; leaving it brings the inspector back. */
export function chooseLens(lens: Lens): void {
  if (lens === 'path') openPath();
  else app.setView({ lens, right: 'inspector', pickingEnd: undefined, hop: undefined });
}

/** Opens the path panel; what is selected is where the path starts, unless a question is there already. */
export function openPath(): void {
  const { view, selection, design } = appState();
  const [first, second] = selection;
  const { path } = view;
  const isAsked = path.from !== '' || path.to !== '';
  const canStart = (id: string | undefined): id is string =>
    id !== undefined && ['instance', 'networkInterface'].includes(design.resources[id]?.kind ?? '');
  const from = !isAsked && canStart(first) ? first : path.from;
  const to = !isAsked && canStart(second) ? second : path.to;
  app.setView({
    lens: 'path',
    right: 'path',
    rightOpen: true,
    path: { ...path, from, to },
    pickingEnd: from === '' ? 'from' : to === '' ? 'to' : undefined,
  });
}

export const closePath = (): void => chooseLens('topology');
