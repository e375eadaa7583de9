/** What is looked at and how: zoom, lenses, language, theme, panels. */

import type { Language, LocalText } from '../../model/index.ts';
import type { Lens, LeftTab, Theme } from '../state.ts';
import { hasSelection, isDrawn, type Command, type CommandContext } from './_command.ts';
import { openPath } from './path.ts';

function chooseLens(lens: Lens) {
  return ({ store }: CommandContext): void =>
    store.setView({ lens, right: 'inspector', pickingEnd: undefined, hop: undefined });
}

function showLeft(leftTab: LeftTab, focus?: 'search') {
  return ({ store, shell }: CommandContext): void => {
    store.setView({ leftTab });
    shell?.showLeft(leftTab, focus);
  };
}

/** A language is offered in its own word beside the other's, so that it is found from either. */
const language = (name: Language, en: string, ja: string, words: readonly string[]): Command => ({
  id: `language-${name}`,
  group: 'view',
  icon: 'language',
  label: {
    en: name === 'ja' ? `Language: ${ja} (${en})` : `Language: ${en}`,
    ja: name === 'ja' ? `言語: ${ja}` : `言語: ${en} (${ja})`,
  },
  words,
  when: ({ view }) => view.language !== name,
  otherwise: { en: 'The page is in this language.', ja: 'この言語で表示しています。' },
  run: ({ store }) => store.setView({ language: name }),
});

const theme = (name: Theme, word: LocalText): Command => ({
  id: `theme-${name}`,
  group: 'view',
  icon: name,
  label: { en: `Theme: ${word.en}`, ja: `テーマ: ${word.ja}` },
  when: ({ view }) => view.theme !== name,
  otherwise: { en: 'This theme is chosen.', ja: 'このテーマを使用しています。' },
  run: ({ store }) => store.setView({ theme: name }),
});

export const commands: readonly Command[] = [
  {
    id: 'zoom-in',
    group: 'view',
    icon: 'zoomIn',
    label: { en: 'Zoom in', ja: '拡大' },
    shortcuts: ['Ctrl +', 'Ctrl ='],
    scope: 'canvas',
    when: isDrawn,
    run: ({ canvas }) => canvas?.zoomIn(),
  },
  {
    id: 'zoom-out',
    group: 'view',
    icon: 'zoomOut',
    label: { en: 'Zoom out', ja: '縮小' },
    shortcuts: ['Ctrl -'],
    scope: 'canvas',
    when: isDrawn,
    run: ({ canvas }) => canvas?.zoomOut(),
  },
  {
    id: 'zoom-100',
    group: 'view',
    icon: 'find',
    label: { en: 'Zoom to 100%', ja: '100% で表示' },
    shortcuts: ['Ctrl 0'],
    scope: 'canvas',
    when: isDrawn,
    run: ({ canvas }) => canvas?.zoomTo(1),
  },
  {
    id: 'fit',
    group: 'view',
    icon: 'fit',
    label: { en: 'Fit to view', ja: '全体を表示' },
    shortcuts: ['Shift 1'],
    when: isDrawn,
    run: ({ canvas }) => canvas?.fit(),
  },
  {
    id: 'fit-selection',
    group: 'view',
    icon: 'fit',
    label: { en: 'Zoom to selection', ja: '選択範囲を表示' },
    shortcuts: ['Shift 2'],
    when: hasSelection,
    run: ({ canvas, state }) => canvas?.fit(state.selection),
  },
  {
    id: 'lens-topology',
    group: 'view',
    icon: 'topology',
    label: { en: 'Topology lens', ja: '表示モード: 構成' },
    shortcuts: ['1'],
    when: isDrawn,
    run: chooseLens('topology'),
  },
  {
    id: 'lens-tiers',
    group: 'view',
    icon: 'tiers',
    label: { en: 'Tiers lens', ja: '表示モード: サブネット区分' },
    shortcuts: ['2'],
    when: isDrawn,
    run: chooseLens('tiers'),
  },
  {
    id: 'lens-path',
    group: 'view',
    icon: 'path',
    label: { en: 'Path lens', ja: '表示モード: 経路' },
    shortcuts: ['4'],
    when: isDrawn,
    run: openPath,
  },
  language('en', 'English', '英語', ['English', '英語', 'language', '言語']),
  language('ja', 'Japanese', '日本語', ['日本語', 'Japanese', 'nihongo', 'language', '言語']),
  theme('system', { en: 'as the system', ja: 'システムに合わせる' }),
  theme('light', { en: 'light', ja: 'ライト' }),
  theme('dark', { en: 'dark', ja: 'ダーク' }),
  {
    id: 'panels',
    group: 'view',
    icon: 'panels',
    label: { en: 'Hide or show panels', ja: 'パネルの表示/非表示' },
    shortcuts: ['Ctrl \\'],
    run: ({ shell }) => shell?.togglePanels(),
  },
  {
    id: 'show-palette',
    group: 'view',
    icon: 'add',
    label: { en: 'Show the palette', ja: 'パレットを表示' },
    shortcuts: ['Alt 1'],
    run: showLeft('add'),
  },
  {
    id: 'show-outline',
    group: 'view',
    icon: 'outline',
    label: { en: 'Show the outline', ja: 'アウトラインを表示' },
    shortcuts: ['Alt 2'],
    run: showLeft('outline'),
  },
  {
    id: 'show-drawer',
    group: 'view',
    icon: 'report',
    label: { en: 'Open or close the findings', ja: '指摘の表示/非表示' },
    shortcuts: ['Alt 3'],
    run: ({ store, state, shell }) => {
      store.setView({ drawerOpen: !state.view.drawerOpen });
      if (!state.view.drawerOpen) shell?.focus('drawer');
    },
  },
  {
    id: 'zone-rows',
    group: 'view',
    icon: 'outline',
    label: { en: 'Show or hide zones in the outline', ja: 'アウトラインのゾーンの表示/非表示' },
    words: ['Availability Zone', 'AZ', 'アベイラビリティーゾーン'],
    run: ({ store, state }) =>
      store.setView({ zoneRows: state.view.zoneRows === 'shown' ? 'hidden' : 'shown' }),
  },
  {
    id: 'single-keys',
    group: 'view',
    icon: 'keyboard',
    label: { en: 'Turn single-letter shortcuts on or off', ja: '1 文字のショートカットのオン/オフ' },
    run: ({ store, state }) => {
      const singleKeys = state.view.singleKeys === 'on' ? 'off' : 'on';
      store.setView({ singleKeys });
      store.announce(
        singleKeys === 'on'
          ? { en: 'Single-letter shortcuts are on.', ja: '1 文字のショートカットはオンです。' }
          : { en: 'Single-letter shortcuts are off.', ja: '1 文字のショートカットはオフです。' },
      );
    },
  },
];
