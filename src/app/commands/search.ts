/** Going about the page by words and by keys: command palette, find, shortcut sheet, regions, menu, status. */

import { statusSentence } from '../status.ts';
import { isDrawn, type Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'command-palette',
    group: 'view',
    icon: 'command',
    label: { en: 'Command palette', ja: 'コマンドパレット' },
    shortcuts: ['Ctrl K', 'Ctrl /'],
    run: ({ shell }) => shell?.show('commands'),
  },
  {
    id: 'find',
    group: 'view',
    icon: 'find',
    label: { en: 'Find in the design', ja: 'デザイン内を検索' },
    words: ['search', '検索'],
    shortcuts: ['Ctrl F'],
    when: isDrawn,
    run: ({ shell }) => shell?.show('find'),
  },
  {
    id: 'search-palette',
    group: 'add',
    icon: 'find',
    label: { en: 'Find a resource to add', ja: '追加するリソースを検索' },
    shortcuts: ['/'],
    run: ({ store, shell }) => {
      store.setView({ leftTab: 'add' });
      shell?.showLeft('add', 'search');
    },
  },
  {
    id: 'shortcuts',
    group: 'view',
    icon: 'keyboard',
    label: { en: 'Keyboard shortcuts', ja: 'キーボードショートカット' },
    words: ['keys', 'help', 'ヘルプ'],
    shortcuts: ['?'],
    run: ({ shell }) => shell?.show('shortcuts'),
  },
  {
    id: 'next-region',
    group: 'view',
    icon: 'region',
    label: { en: 'Go to the next region', ja: '次の領域へ移動' },
    shortcuts: ['F6'],
    run: ({ shell }) => shell?.cycleRegion(1),
  },
  {
    id: 'previous-region',
    group: 'view',
    icon: 'region',
    label: { en: 'Go to the previous region', ja: '前の領域へ移動' },
    shortcuts: ['Shift F6'],
    run: ({ shell }) => shell?.cycleRegion(-1),
  },
  {
    id: 'open-menu',
    group: 'view',
    icon: 'command',
    label: { en: 'Open the menu of what has the focus', ja: 'フォーカス中の項目のメニューを開く' },
    shortcuts: ['Shift F10', 'ContextMenu'],
    when: isDrawn,
    run: ({ shell }) => shell?.openMenu(),
  },
  {
    id: 'read-status',
    group: 'view',
    icon: 'status',
    label: { en: 'Read the status', ja: 'ステータスを読み上げる' },
    shortcuts: ['Alt S'],
    run: ({ store, state }) => store.announce(statusSentence(state)),
  },
];
