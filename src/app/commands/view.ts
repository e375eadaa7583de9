/** What is looked at and how: zoom, lenses, language, theme, panels. */

import type { Lens, LeftTab, Theme } from '../state.ts';
import { hasSelection, isDrawn, type Command, type CommandContext } from './_command.ts';
import { openPath } from './path.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

function chooseLens(lens: Lens) {
  return ({ store }: CommandContext): void =>
    store.setView({ lens, right: 'inspector', pickingEnd: undefined, hop: undefined });
}

function showLeft(leftTab: LeftTab) {
  return ({ store }: CommandContext): void => store.setView({ leftTab, leftOpen: true });
}

export const commands: readonly Command[] = [
  {
    id: 'zoom-in',
    group: 'view',
    label: { en: 'Zoom in', ja: '拡大' },
    shortcuts: ['Ctrl +', 'Ctrl ='],
    scope: 'canvas',
    when: isDrawn,
    run: ({ canvas }) => canvas?.zoomIn(),
  },
  {
    id: 'zoom-out',
    group: 'view',
    label: { en: 'Zoom out', ja: '縮小' },
    shortcuts: ['Ctrl -'],
    scope: 'canvas',
    when: isDrawn,
    run: ({ canvas }) => canvas?.zoomOut(),
  },
  {
    id: 'zoom-100',
    group: 'view',
    label: { en: 'Zoom to 100%', ja: '100% で表示' },
    shortcuts: ['Ctrl 0'],
    scope: 'canvas',
    when: isDrawn,
    run: ({ canvas }) => canvas?.zoomTo(1),
  },
  {
    id: 'fit',
    group: 'view',
    label: { en: 'Fit to view', ja: '全体を表示' },
    shortcuts: ['Shift 1'],
    when: isDrawn,
    run: ({ canvas }) => canvas?.fit(),
  },
  {
    id: 'fit-selection',
    group: 'view',
    label: { en: 'Zoom to selection', ja: '選択範囲を表示' },
    shortcuts: ['Shift 2'],
    when: hasSelection,
    run: ({ canvas, state }) => canvas?.fit(state.selection),
  },
  {
    id: 'lens-topology',
    group: 'view',
    label: { en: 'Topology lens', ja: '表示モード: トポロジー' },
    shortcuts: ['1'],
    when: isDrawn,
    run: chooseLens('topology'),
  },
  {
    id: 'lens-tiers',
    group: 'view',
    label: { en: 'Tiers lens', ja: '表示モード: サブネット区分' },
    shortcuts: ['2'],
    when: isDrawn,
    run: chooseLens('tiers'),
  },
  {
    id: 'lens-path',
    group: 'view',
    label: { en: 'Path lens', ja: '表示モード: 経路' },
    shortcuts: ['4'],
    when: isDrawn,
    run: openPath,
  },
  {
    id: 'language',
    group: 'view',
    label: { en: '日本語', ja: 'English' },
    run: ({ store, state }) => store.setView({ language: state.view.language === 'en' ? 'ja' : 'en' }),
  },
  {
    id: 'theme',
    group: 'view',
    label: { en: 'Next theme', ja: 'テーマを切り替える' },
    run: ({ store, state }) => {
      const next = (themes.indexOf(state.view.theme) + 1) % themes.length;
      store.setView({ theme: themes[next] ?? 'system' });
    },
  },
  {
    id: 'panels',
    group: 'view',
    label: { en: 'Hide or show panels', ja: 'パネルの表示/非表示' },
    shortcuts: ['Ctrl \\'],
    run: ({ shell }) => shell?.togglePanels(),
  },
  {
    id: 'show-palette',
    group: 'view',
    label: { en: 'Show the palette', ja: 'パレットを表示' },
    shortcuts: ['Alt 1'],
    run: showLeft('add'),
  },
  {
    id: 'show-outline',
    group: 'view',
    label: { en: 'Show the outline', ja: 'アウトラインを表示' },
    shortcuts: ['Alt 2'],
    run: showLeft('outline'),
  },
  {
    id: 'show-drawer',
    group: 'view',
    label: { en: 'Open or close the findings', ja: '指摘の表示/非表示' },
    shortcuts: ['Alt 3'],
    run: ({ store, state }) => store.setView({ drawerOpen: !state.view.drawerOpen }),
  },
];
