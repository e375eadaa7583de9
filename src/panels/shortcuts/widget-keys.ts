/** Keys that canvas and outline answer to themselves, as such widgets do everywhere: told in the list of shortcuts. */

import type { LocalText } from '../../model/index.ts';

export interface WidgetKey {
  readonly where: 'canvas' | 'outline';
  /** As shortcuts are written; together in one row. */
  readonly keys: readonly string[];
  /** How the row writes them where that is not one by one. */
  readonly written?: string;
  readonly label: LocalText;
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const held = (modifier: string): readonly string[] => arrows.map((key) => `${modifier} ${key}`);

export const widgetKeys: readonly WidgetKey[] = [
  {
    where: 'canvas',
    keys: arrows,
    written: '← → ↑ ↓',
    label: {
      en: 'Nothing selected: walk to the nearest thing that way. Selected: move it by 8 px',
      ja: '未選択時: その方向の最も近いものへ移動。選択時: 8 px 移動',
    },
  },
  {
    where: 'canvas',
    keys: held('Shift'),
    written: 'Shift ← → ↑ ↓',
    label: { en: 'Move the selection by 40 px', ja: '選択したものを 40 px 移動' },
  },
  {
    where: 'canvas',
    keys: held('Ctrl'),
    written: 'Ctrl ← → ↑ ↓',
    label: { en: 'Resize the selected container', ja: '選択したコンテナのサイズを変更' },
  },
  {
    where: 'canvas',
    keys: ['Space'],
    label: {
      en: 'Select what the keyboard is on (Shift adds)',
      ja: 'カーソル位置のものを選択 (Shift で追加)',
    },
  },
  {
    where: 'canvas',
    keys: ['Enter'],
    label: { en: 'Go in, or edit', ja: '中に入る、または編集' },
  },
  {
    where: 'canvas',
    keys: ['Shift Enter'],
    label: { en: 'Go out to the container', ja: '外側のコンテナへ移動' },
  },
  {
    where: 'outline',
    keys: ['ArrowUp', 'ArrowDown', 'Home', 'End'],
    written: '↑ ↓ Home End',
    label: { en: 'Go from row to row', ja: '行を移動' },
  },
  {
    where: 'outline',
    keys: ['ArrowRight', 'ArrowLeft'],
    written: '→ ←',
    label: { en: 'Open or close a row, go in or out', ja: '行を開く/閉じる、内側/外側へ移動' },
  },
  {
    where: 'outline',
    keys: ['Space', 'Shift Space', 'Ctrl Space'],
    written: 'Space',
    label: { en: 'Select the row (Shift or Ctrl adds)', ja: '行を選択 (Shift または Ctrl で追加)' },
  },
  {
    where: 'outline',
    keys: ['Shift ArrowUp', 'Shift ArrowDown'],
    written: 'Shift ↑ ↓',
    label: { en: 'Select on from row to row', ja: '選択範囲を広げる' },
  },
  {
    where: 'outline',
    keys: ['Enter'],
    label: { en: 'Edit what the row is', ja: '行のリソースを編集' },
  },
];
