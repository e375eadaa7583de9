/** The tools of the canvas. */

import type { LocalText } from '../../model/index.ts';
import type { Tool } from '../state.ts';
import type { Command } from './_command.ts';

const tool = (name: Tool, label: LocalText, shortcut: string): Command => ({
  id: `tool-${name}`,
  group: 'tools',
  label,
  shortcuts: [shortcut],
  run: ({ store }) => store.setView({ tool: name }),
});

export const commands: readonly Command[] = [
  tool('select', { en: 'Select', ja: '選択' }, 'V'),
  tool('hand', { en: 'Hand', ja: '手のひら' }, 'H'),
  tool('connect', { en: 'Connect', ja: '接続' }, 'C'),
];
