/** Which commands the menu of each thing holds, in this order; `-` is a line between. */

import type { MenuTopic } from '../shell/dialogs.ts';

/** More rows than this are not read but searched. */
export const MOST_ROWS = 12;

export const menus: Readonly<Record<MenuTopic, readonly string[]>> = {
  drawing: [
    'edit',
    'rename',
    'duplicate',
    '-',
    'path-from-here',
    'path-to-here',
    'who-reaches',
    'what-it-reaches',
    'show-rules',
    '-',
    'move-to',
    'tidy',
    'copy-id',
    '-',
    'delete',
  ],
  outline: [
    'edit',
    'rename',
    'duplicate',
    '-',
    'path-from-here',
    'path-to-here',
    'who-reaches',
    'what-it-reaches',
    'show-rules',
    '-',
    'connect-to',
    'move-to',
    'copy-id',
    '-',
    'delete',
  ],
  finding: ['apply-fix', 'edit', 'fit-selection', '-', 'path-from-here', 'path-to-here', '-', 'copy-id'],
  ground: ['paste', 'select-all', 'fit', 'zoom-100', '-', 'tidy', 'find', '-', 'export'],
};
