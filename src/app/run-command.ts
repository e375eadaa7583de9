/** Running commands: by id from buttons and menus, by key from anywhere on the page. */

import { app } from './app.ts';
import { allCommands } from './commands/index.ts';
import type { Command } from './commands/_command.ts';
import { ports } from './ports.ts';
import { commandFor, focusAt, pressedKeys } from './shortcuts.ts';

export const commandById = (id: string): Command | undefined =>
  allCommands.find((command) => command.id === id);

export const canRun = (command: Command): boolean => command.when?.(app.api.getState()) ?? true;

/** Runs a command if it can be run now. */
export function runCommand(command: Command | string): void {
  const found = typeof command === 'string' ? commandById(command) : command;
  if (!found || !canRun(found)) return;
  found.run({
    store: app,
    state: app.api.getState(),
    canvas: ports.canvas,
    shell: ports.shell,
    random: Math.random,
  });
}

const platform = (): 'mac' | 'other' => (/mac/i.test(navigator.userAgent) ? 'mac' : 'other');

/** Listens to the whole page; what a control has handled itself is left alone. */
export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(allCommands, pressedKeys(event, platform()), focusAt(event.target));
    if (!command || !canRun(command)) return;
    event.preventDefault();
    runCommand(command);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
