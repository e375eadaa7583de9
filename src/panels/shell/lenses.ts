/** The lenses that there are. */

import { Globe, Layers, Map as MapIcon, Route, type LucideIcon } from 'lucide-react';
import { runCommand, type Lens } from '../../app/index.ts';
import type { Texts } from '../../i18n/index.ts';
import { closeDialog } from './dialogs.ts';

export interface LensChoice {
  readonly value: Lens;
  readonly label: string;
  readonly icon: LucideIcon;
}

export const lensChoices = ({ shell }: Texts): readonly LensChoice[] => [
  { value: 'topology', label: shell.lensTopology, icon: MapIcon },
  { value: 'tiers', label: shell.lensTiers, icon: Layers },
  { value: 'exposure', label: shell.lensExposure, icon: Globe },
  { value: 'path', label: shell.lensPath, icon: Route },
];

export const chooseLens = (lens: Lens): void => runCommand(`lens-${lens}`);
export const openPath = (): void => runCommand('find-path');
/** Leaves the path, and the sheet that it may stand in. */
export function closePath(): void {
  chooseLens('topology');
  closeDialog();
}
