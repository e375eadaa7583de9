/** Opening, saving, exporting, starting anew. */

import { emptyDesign } from '../../model/index.ts';
import { saveToFile } from '../files.ts';
import { isDrawn, type Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'new',
    group: 'file',
    label: { en: 'New design', ja: '新規デザイン' },
    when: isDrawn,
    run: ({ store, state }) => {
      const name = state.view.language === 'ja' ? '無題' : 'Untitled';
      store.openDesign(emptyDesign(name), { name });
    },
  },
  {
    id: 'open',
    group: 'file',
    label: { en: 'Open', ja: '開く' },
    shortcuts: ['Ctrl O'],
    run: ({ shell }) => shell?.openFiles(),
  },
  {
    id: 'save',
    group: 'file',
    label: { en: 'Save', ja: '保存' },
    shortcuts: ['Ctrl S'],
    when: isDrawn,
    run: ({ store }) => void saveToFile(store, 'same file'),
  },
  {
    id: 'save-as',
    group: 'file',
    label: { en: 'Save as', ja: '名前を付けて保存' },
    shortcuts: ['Ctrl Shift S'],
    when: isDrawn,
    run: ({ store }) => void saveToFile(store, 'another file'),
  },
  {
    id: 'export',
    group: 'file',
    label: { en: 'Export', ja: 'エクスポート' },
    shortcuts: ['Ctrl E'],
    when: isDrawn,
    run: ({ shell }) => shell?.openExport(),
  },
];
