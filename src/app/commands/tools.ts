/** The tools of the canvas. */

import { definitionOf, kindNames, type LocalText } from '../../model/index.ts';
import type { Tool } from '../state.ts';
import type { Command } from './_command.ts';

const tool = (name: Exclude<Tool, 'draw'>, label: LocalText, shortcut: string): Command => ({
  id: `tool-${name}`,
  group: 'tools',
  icon: name,
  label,
  shortcuts: [shortcut],
  run: ({ store }) => store.setView({ tool: name, drawing: undefined }),
});

/** Kinds with a key of their own are drawn by hand, like frames. */
const drawing: readonly Command[] = kindNames.flatMap((kind) => {
  const { label, palette } = definitionOf(kind);
  if (palette?.shortcut === undefined) return [];
  return [
    {
      id: `draw-${kind}`,
      group: 'tools' as const,
      adds: kind,
      label: { en: `Draw: ${label.en}`, ja: `描く: ${label.ja}` },
      shortcuts: [palette.shortcut],
      run: ({ store, canvas }) => {
        store.setView({ tool: 'draw', drawing: kind, editing: undefined });
        canvas?.focus();
      },
    },
  ];
});

export const commands: readonly Command[] = [
  tool('select', { en: 'Select tool', ja: '選択ツール' }, 'V'),
  tool('hand', { en: 'Hand tool', ja: '手のひらツール' }, 'H'),
  tool('connect', { en: 'Connect tool', ja: '接続ツール' }, 'C'),
  ...drawing,
];
