/** Undo and redo. */

import type { Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'undo',
    group: 'edit',
    icon: 'undo',
    label: { en: 'Undo', ja: '元に戻す' },
    shortcuts: ['Ctrl Z'],
    when: ({ history }) => history.undo.length > 0,
    otherwise: { en: 'There is nothing to undo.', ja: '元に戻す操作がありません。' },
    run: ({ store }) => store.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    icon: 'redo',
    label: { en: 'Redo', ja: 'やり直す' },
    shortcuts: ['Ctrl Shift Z', 'Ctrl Y'],
    when: ({ history }) => history.redo.length > 0,
    otherwise: { en: 'There is nothing to redo.', ja: 'やり直す操作がありません。' },
    run: ({ store }) => store.redo(),
  },
];
