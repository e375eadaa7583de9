/** What a command is. Menus, tool bars, the command palette and shortcuts are views of one list of these. */

import type { LocalText } from '../../model/index.ts';
import type { CanvasPort, ShellPort } from '../ports.ts';
import type { AppState } from '../state.ts';
import type { Store } from '../store.ts';

export type CommandGroup = 'edit' | 'view' | 'tools' | 'file' | 'findings' | 'add';

export interface CommandContext {
  readonly store: Store;
  readonly state: AppState;
  readonly canvas: CanvasPort | undefined;
  readonly shell: ShellPort | undefined;
  readonly random: () => number;
}

export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: LocalText;
  /** As people write them: `Ctrl Shift Z`. Ctrl is ⌘ on macOS. */
  readonly shortcuts?: readonly string[];
  /** `canvas`: the shortcut counts only while the focus is in the canvas, so that lists keep their own keys. */
  readonly scope?: 'canvas';
  /** Whether it can be run now; absent: always. */
  readonly when?: (state: AppState) => boolean;
  readonly run: (context: CommandContext) => void;
}

export const isDrawn = ({ design }: AppState): boolean => Object.keys(design.resources).length > 0;

export const hasSelection = ({ selection }: AppState): boolean => selection.length > 0;
