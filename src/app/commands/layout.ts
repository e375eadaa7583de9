/** Placing things anew. */

import { definitionOf, kindNames } from '../../model/index.ts';
import { loadFiles } from '../lazily.ts';
import { isDrawn, type Command } from './_command.ts';

const containers = kindNames.filter((kind) => definitionOf(kind).form === 'container');

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
  {
    id: 'fit-to-contents',
    group: 'edit',
    icon: 'fit',
    label: { en: 'Fit to contents', ja: '中身に合わせる' },
    shortcuts: ['Shift R'],
    on: { count: 'some', kinds: containers },
    run: ({ canvas }) => canvas?.fitContainers(),
  },
];
