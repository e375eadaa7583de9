/** Undo and redo. */

import type { Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'undo',
    group: 'edit',
    label: { en: 'Undo', ja: '元に戻す' },
    shortcuts: ['Ctrl Z'],
    when: ({ history }) => history.undo.length > 0,
    run: ({ store }) => store.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    label: { en: 'Redo', ja: 'やり直す' },
    shortcuts: ['Ctrl Shift Z', 'Ctrl Y'],
    when: ({ history }) => history.redo.length > 0,
    run: ({ store }) => store.redo(),
  },
];
