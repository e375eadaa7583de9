/** Who reaches the selected thing, and what it reaches: the lists in its details. */

import type { Kind } from '../../model/index.ts';
import type { Command, CommandContext } from './_command.ts';

const ends: readonly Kind[] = ['instance', 'networkInterface', 'subnet'];

const list =
  (reachDirection: 'to' | 'from') =>
  ({ store, shell }: CommandContext): void => {
    store.setView({ right: 'inspector', rightOpen: true, detailsTab: 'reach', reachDirection });
    shell?.focus('right');
  };

export const commands: readonly Command[] = [
  {
    id: 'who-reaches',
    group: 'tools',
    icon: 'to',
    label: { en: 'Who reaches it', ja: 'ここに到達できるもの' },
    about: (name) => ({ en: `Who reaches ${name}`, ja: `${name} に到達できるもの` }),
    words: ['reach', 'inbound', 'sources', '到達', '送信元'],
    on: { count: 'one', kinds: [...ends, 'natGateway'] },
    run: list('to'),
  },
  {
    id: 'what-it-reaches',
    group: 'tools',
    icon: 'from',
    label: { en: 'What it reaches', ja: 'ここから到達できるもの' },
    about: (name) => ({ en: `What ${name} reaches`, ja: `${name} から到達できるもの` }),
    words: ['reach', 'outbound', 'destinations', '到達', '送信先'],
    on: { count: 'one', kinds: ends },
    run: list('from'),
  },
];
