/** Running commands: by id from buttons and menus, by key from anywhere on the page. */

import type { LocalText } from '../model/index.ts';
import { app } from './app.ts';
import { whyNot, type Command, type CommandPlace } from './commands/_command.ts';
import { allCommands } from './commands/index.ts';
import { ports } from './ports.ts';
import { commandFor, focusAt, pressedKeys, writtenKeys } from './shortcuts.ts';
import type { AppState } from './state.ts';

export const commandById = (id: string): Command | undefined =>
  allCommands.find((command) => command.id === id);

/** Why a command can't be run now, or in another state; undefined when it can. */
export const whyNotNow = (command: Command, state: AppState = app.api.getState()): LocalText | undefined =>
  whyNot(command, state);

export const canRun = (command: Command): boolean => whyNotNow(command) === undefined;

function placeOf(element: Element | null): CommandPlace {
  const focus = focusAt(element);
  return focus.isInOutline ? 'outline' : focus.isInCanvas ? 'canvas' : 'page';
}

/** Runs a command if it can be run now. `place` is where it was given; else where the focus is. */
export function runCommand(command: Command | string, place?: CommandPlace): void {
  const found = typeof command === 'string' ? commandById(command) : command;
  if (!found || !canRun(found)) return;
  found.run({
    store: app,
    state: app.api.getState(),
    canvas: ports.canvas,
    shell: ports.shell,
    random: Math.random,
    place: place ?? placeOf(document.activeElement),
  });
}

const platform = (): 'mac' | 'other' => (/mac/i.test(navigator.userAgent) ? 'mac' : 'other');

/** The command that a key press stands for where it was made. */
export function commandOfKey(event: KeyboardEvent): Command | undefined {
  const { singleKeys } = app.api.getState().view;
  const focus = focusAt(event.target instanceof Element ? event.target : null);
  const named = (keys: string) => commandFor(allCommands, keys, focus, singleKeys);
  return named(pressedKeys(event, platform())) ?? named(writtenKeys(event, platform()));
}

/** Listens to the whole page; what a control has handled itself is left alone. */
export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandOfKey(event);
    if (!command || command.isByBrowser === true || !canRun(command)) return;
    event.preventDefault();
    runCommand(command, placeOf(event.target instanceof Element ? event.target : null));
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
