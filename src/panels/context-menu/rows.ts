/** The rows of a menu for what is selected: only what such a thing can have done to it. */

import { whyNotNow, type AppState, type Command } from '../../app/index.ts';
import type { MenuTopic } from '../shell/dialogs.ts';
import { menus } from './menus.ts';

/** A command, or a line between two groups, named by its place. */
export type MenuRow = Command | `line ${number}`;

/** Whether things of the selected kinds can have this done to them at all. */
function concerns({ on }: Command, { selection, design }: AppState): boolean {
  if (!on) return true;
  if (selection.length === 0 || (on.count === 'one' && selection.length > 1)) return false;
  return selection.every((id) => {
    const kind = design.resources[id]?.kind;
    return kind !== undefined && (on.kinds?.includes(kind) ?? true);
  });
}

export function rowsOfMenu(
  topic: MenuTopic,
  state: AppState,
  commandById: (id: string) => Command | undefined,
): readonly MenuRow[] {
  const rows: MenuRow[] = [];
  menus[topic].forEach((id, index) => {
    if (id === '-') {
      if (rows.length > 0 && typeof rows.at(-1) !== 'string') rows.push(`line ${index}`);
      return;
    }
    const command = commandById(id);
    if (command && concerns(command, state)) rows.push(command);
  });
  if (typeof rows.at(-1) === 'string') rows.pop();
  // A menu in which nothing can be done is none.
  const isIdle = rows.every((row) => typeof row === 'string' || whyNotNow(row, state) !== undefined);
  return isIdle ? [] : rows;
}
