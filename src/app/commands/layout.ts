/** Placing things anew. */

import { tidy } from '../files.ts';
import { isDrawn, type Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'tidy',
    group: 'edit',
    icon: 'tidy',
    label: { en: 'Tidy', ja: '自動レイアウト' },
    shortcuts: ['Shift T'],
    when: isDrawn,
    run: ({ store }) => void tidy(store),
  },
];
