/** Placing things anew. */

import { loadFiles } from '../lazily.ts';
import { isDrawn, type Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'tidy',
    group: 'edit',
    icon: 'tidy',
    label: { en: 'Tidy', ja: '自動レイアウト' },
    shortcuts: ['Shift T'],
    when: isDrawn,
    run: ({ store }) => void loadFiles().then(({ tidy }) => tidy(store)),
  },
];
