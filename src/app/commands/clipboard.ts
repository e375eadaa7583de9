/** Copy, cut and paste. By key the browser's own events do it, see clipboard-events.ts. */

import { copyByMenu, pasteByMenu } from '../clipboard-events.ts';
import type { Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'copy',
    group: 'edit',
    icon: 'copy',
    label: { en: 'Copy', ja: 'コピー' },
    shortcuts: ['Ctrl C'],
    isByBrowser: true,
    on: { count: 'some' },
    run: ({ store }) => void copyByMenu(store, 'copy'),
  },
  {
    id: 'cut',
    group: 'edit',
    icon: 'cut',
    label: { en: 'Cut', ja: '切り取り' },
    shortcuts: ['Ctrl X'],
    isByBrowser: true,
    on: { count: 'some' },
    run: ({ store }) => void copyByMenu(store, 'cut'),
  },
  {
    id: 'paste',
    group: 'edit',
    icon: 'paste',
    label: { en: 'Paste', ja: '貼り付け' },
    shortcuts: ['Ctrl V'],
    isByBrowser: true,
    run: ({ store, place }) => void pasteByMenu(store, 'here', place === 'canvas' ? 'menu' : 'outline'),
  },
  {
    id: 'paste-in-place',
    group: 'edit',
    icon: 'paste',
    label: { en: 'Paste in place', ja: '同じ位置に貼り付け' },
    shortcuts: ['Ctrl Shift V'],
    isByBrowser: true,
    run: ({ store }) => void pasteByMenu(store, 'in place', 'menu'),
  },
];
