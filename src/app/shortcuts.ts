/** From a key press to a command. */

import type { Command } from './commands/_command.ts';

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What is typed without shift on the digit keys, whatever the layout prints there. */
const digitOf = (code: string): string | undefined => /^Digit([0-9])$/.exec(code)?.[1];

/** A key press as shortcuts are written: `Ctrl Shift Z`. Ctrl is ⌘ on macOS. */
export function pressedKeys(press: KeyPress, platform: 'mac' | 'other'): string {
  const ctrl = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const digit = press.shiftKey || press.altKey ? digitOf(press.code) : undefined;
  // With Alt some keyboards write a sign where the letter is.
  const letter = press.altKey ? /^Key([A-Z])$/.exec(press.code)?.[1] : undefined;
  const key = digit ?? letter ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
  // `+` is shift and another key on many layouts: the sign itself is what was meant.
  const shift = press.shiftKey && !(key.length === 1 && /[^A-Z0-9]/.test(key));
  return [ctrl ? 'Ctrl' : '', press.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join(' ');
}

/** The sign that a key writes on this keyboard, wherever it is: `/` is a shifted digit on some. */
export const writtenKeys = (press: KeyPress, platform: 'mac' | 'other'): string =>
  (platform === 'mac' ? press.metaKey : press.ctrlKey) ? `Ctrl ${press.key}` : press.key;

export interface Focus {
  /** Text is being typed: single keys belong to the field, and so do the keys that edit text. */
  readonly isInField: boolean;
  /** A dialog or menu is open and has keys of its own. */
  readonly isInPopup: boolean;
  readonly isInCanvas: boolean;
  readonly isInOutline: boolean;
}

/** Keys that a text field needs for itself, beside all that come without Ctrl or Alt. */
const fieldKeys: readonly string[] = [
  'Ctrl Z',
  'Ctrl Shift Z',
  'Ctrl Y',
  'Ctrl A',
  'Ctrl D',
  'Ctrl C',
  'Ctrl X',
  'Ctrl V',
  'Ctrl Shift V',
  'Ctrl +',
  'Ctrl -',
  'Ctrl =',
  'Ctrl 0',
];

/** Keys that write a letter or a sign: these can be switched off. */
export const isSingleKey = (keys: string): boolean => /^(Shift )?.$/u.test(keys);

/** The outline goes to a row by the letters of its name; these few are commands there all the same. */
const outlineLetters = /^([CJKM0-9/?]|Shift \d)$/;

function countsIn(scope: Command['scope'], { isInCanvas, isInOutline }: Focus): boolean {
  switch (scope) {
    case 'canvas':
      return isInCanvas;
    case 'outline':
      return isInOutline;
    case 'drawing':
      return isInCanvas || isInOutline;
    case undefined:
      return true;
  }
}

/** The command that these keys stand for, if it counts where the focus is. */
export function commandFor(
  commands: readonly Command[],
  keys: string,
  focus: Focus,
  singleKeys: 'on' | 'off' = 'on',
): Command | undefined {
  if (focus.isInPopup) return undefined;
  if (focus.isInField && (!/^(Ctrl |Alt |(Shift )?F6$)/.test(keys) || fieldKeys.includes(keys)))
    return undefined;
  if (isSingleKey(keys)) {
    if (singleKeys === 'off') return undefined;
    if (focus.isInOutline && !outlineLetters.test(keys)) return undefined;
  }
  const meant = commands.filter(
    ({ shortcuts, scope }) => shortcuts?.includes(keys) === true && countsIn(scope, focus),
  );
  // What belongs to a place comes before what counts everywhere.
  return meant.find(({ scope }) => scope !== undefined) ?? meant[0];
}

/** Where the focus is, told from the element that the key went to. */
export function focusAt(target: EventTarget | null): Focus {
  const element = target instanceof Element ? target : undefined;
  return {
    isInField:
      element?.closest('input, textarea, select, [contenteditable="true"]') !== null && element !== undefined,
    // A sheet is a panel on a small page: the page beside it can be worked with.
    isInPopup:
      element?.closest('[role="dialog"]:not([data-sheet]), [role="menu"], [role="listbox"]') !== null &&
      element !== undefined,
    isInCanvas: element?.closest('[data-region="canvas"]') !== null && element !== undefined,
    isInOutline: element?.closest('[role="tree"]') !== null && element !== undefined,
  };
}
