/** Opening, saving, exporting, starting anew. */

import { emptyDesign } from '../../model/index.ts';
import { takeOver } from '../keeper.ts';
import { loadFiles, loadPrinting } from '../lazily.ts';
import { isDrawn, type Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'new',
    group: 'file',
    icon: 'new',
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
    icon: 'open',
    label: { en: 'Open', ja: '開く' },
    shortcuts: ['Ctrl O'],
    run: ({ shell }) => shell?.openFiles(),
  },
  {
    id: 'open-folder',
    group: 'file',
    icon: 'folder',
    label: { en: 'Open a folder', ja: 'フォルダーを開く' },
    run: ({ shell }) => shell?.openFolder(),
  },
  {
    id: 'show-report',
    group: 'file',
    icon: 'report',
    label: { en: 'What was read', ja: '読み取り結果' },
    when: ({ report }) => report !== undefined,
    otherwise: { en: 'Nothing has been read.', ja: 'まだ何も読み取っていません。' },
    run: ({ shell }) => shell?.openReport(),
  },
  {
    id: 'save',
    group: 'file',
    icon: 'save',
    label: { en: 'Save', ja: '保存' },
    shortcuts: ['Ctrl S'],
    when: isDrawn,
    run: ({ store }) => void loadFiles().then(({ saveToFile }) => saveToFile(store, 'same file')),
  },
  {
    id: 'save-as',
    group: 'file',
    icon: 'save',
    label: { en: 'Save as', ja: '名前を付けて保存' },
    shortcuts: ['Ctrl Shift S'],
    when: isDrawn,
    run: ({ store }) => void loadFiles().then(({ saveToFile }) => saveToFile(store, 'another file')),
  },
  {
    id: 'download',
    group: 'file',
    icon: 'export',
    label: { en: 'Download', ja: 'ダウンロード' },
    words: ['design file', 'デザインファイル', '.vpcd.json'],
    when: isDrawn,
    run: ({ store }) => void loadFiles().then(({ downloadDesign }) => downloadDesign(store)),
  },
  {
    id: 'take-over',
    group: 'file',
    label: { en: 'Take over', ja: '引き継ぐ' },
    when: ({ file }) => file.elsewhere === true,
    otherwise: {
      en: 'No other tab has this design open.',
      ja: 'このデザインを開いているタブはほかにありません。',
    },
    run: () => void takeOver(),
  },
  {
    id: 'export',
    group: 'file',
    icon: 'export',
    label: { en: 'Export', ja: 'エクスポート' },
    shortcuts: ['Ctrl E'],
    when: isDrawn,
    run: ({ shell }) => shell?.openExport(),
  },
  {
    id: 'print',
    group: 'file',
    icon: 'print',
    label: { en: 'Print', ja: '印刷' },
    shortcuts: ['Ctrl P'],
    when: isDrawn,
    run: ({ store }) => void loadPrinting().then(({ printDesign }) => printDesign(store)),
  },
];
