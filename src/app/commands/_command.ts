/** What a command is. Menus, tool bars, the command palette and shortcuts are views of one list of these. */

import { definitionOf, type Kind, type LocalText } from '../../model/index.ts';
import type { CanvasPort, ShellPort } from '../ports.ts';
import type { AppState } from '../state.ts';
import type { Store } from '../store.ts';
import type { CommandIcon } from './_icons.ts';

export type CommandGroup = 'edit' | 'view' | 'tools' | 'file' | 'findings' | 'add';

/** Where the person was when the command was given. */
export type CommandPlace = 'canvas' | 'outline' | 'page';

export interface CommandContext {
  readonly store: Store;
  readonly state: AppState;
  readonly canvas: CanvasPort | undefined;
  readonly shell: ShellPort | undefined;
  readonly random: () => number;
  readonly place: CommandPlace;
}

/** What a command takes from the selection. */
export interface Subject {
  readonly count: 'one' | 'some';
  /** Absent: resources of any kind. */
  readonly kinds?: readonly Kind[];
}

export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: LocalText;
  readonly icon?: CommandIcon;
  /** The kind that it makes: its tile stands for the command. */
  readonly adds?: Kind;
  /** Other words that people look for it by, in any language. */
  readonly words?: readonly string[];
  /** As people write them: `Ctrl Shift Z`. Ctrl is ⌘ on macOS. */
  readonly shortcuts?: readonly string[];
  /** By key the browser does it, with an event of its own. */
  readonly isByBrowser?: true;
  /** The shortcut counts only while the focus is there, so that lists keep their own keys; `drawing` is canvas or outline. */
  readonly scope?: 'canvas' | 'outline' | 'drawing';
  readonly on?: Subject;
  /** The label with the name of the one resource that it would be done to. */
  readonly about?: (name: string) => LocalText;
  /** Whether it can be run now; absent: always. */
  readonly when?: (state: AppState) => boolean;
  /** Why it can't be run while `when` is false. */
  readonly otherwise?: LocalText;
  readonly run: (context: CommandContext) => void;
}

export const isDrawn = ({ design }: AppState): boolean => {
  for (const id in design.resources) if (Object.hasOwn(design.resources, id)) return true;
  return false;
};

export const hasSelection = ({ selection }: AppState): boolean => selection.length > 0;

const onlyLooking: LocalText = {
  en: 'The window is too small to draw in.',
  ja: 'ウィンドウが編集には小さすぎます。',
};
const notDrawn: LocalText = { en: 'Nothing is drawn yet.', ja: 'まだ何も描かれていません。' };
const notSelected: LocalText = { en: 'Select a resource first.', ja: '先にリソースを選択してください。' };
const notOne: LocalText = { en: 'Select one resource alone.', ja: 'リソースを 1 つだけ選択してください。' };
const notNow: LocalText = { en: 'Not at the moment.', ja: '今は実行できません。' };

function notOfKind(kinds: readonly Kind[]): LocalText {
  const labels = kinds.map((kind) => definitionOf(kind).label);
  return {
    en: `Select one of these first: ${labels.map(({ en }) => en).join(', ')}.`,
    ja: `先に次のいずれかを選択してください: ${labels.map(({ ja }) => ja).join('、')}。`,
  };
}

function whyNotOn({ count, kinds }: Subject, { selection, design }: AppState): LocalText | undefined {
  if (selection.length === 0) return kinds ? notOfKind(kinds) : notSelected;
  if (count === 'one' && selection.length > 1) return notOne;
  const fits = selection.every((id) => {
    const kind = Object.hasOwn(design.resources, id) ? design.resources[id]?.kind : undefined;
    return kind !== undefined && (kinds?.includes(kind) ?? true);
  });
  return fits ? undefined : kinds ? notOfKind(kinds) : notSelected;
}

/** Why a command can't be run in this state; undefined when it can. */
export function whyNot({ group, on, when, otherwise }: Command, state: AppState): LocalText | undefined {
  if (state.view.looking === 'on' && (group === 'edit' || group === 'add')) return onlyLooking;
  const subject = on && whyNotOn(on, state);
  if (subject) return subject;
  if (when?.(state) !== false) return undefined;
  if (otherwise) return otherwise;
  if (!isDrawn(state)) return notDrawn;
  return when === hasSelection ? notSelected : notNow;
}
