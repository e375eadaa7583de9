/** The tools of the canvas. */

import type { LocalText } from '../../model/index.ts';
import type { Tool } from '../state.ts';
import type { Command } from './_command.ts';

const tool = (name: Tool, label: LocalText, shortcut: string): Command => ({
  id: `tool-${name}`,
  group: 'tools',
  icon: name,
  label,
  shortcuts: [shortcut],
  run: ({ store }) => store.setView({ tool: name }),
});

export const commands: readonly Command[] = [
  tool('select', { en: 'Select tool', ja: '選択ツール' }, 'V'),
  tool('hand', { en: 'Hand tool', ja: '手のひらツール' }, 'H'),
  tool('connect', { en: 'Connect tool', ja: '接続ツール' }, 'C'),
];
