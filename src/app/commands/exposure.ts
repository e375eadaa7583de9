/** What the internet can open: the lens and its panel. */

import { isDrawn, type Command } from './_command.ts';

export const commands: readonly Command[] = [
  {
    id: 'lens-exposure',
    group: 'view',
    icon: 'lens',
    label: { en: 'Exposure lens', ja: '表示モード: 外部公開' },
    words: ['internet', 'exposed', 'open ports', 'インターネット', '公開'],
    shortcuts: ['3'],
    when: isDrawn,
    run: ({ store }) =>
      store.setView({
        lens: 'exposure',
        right: 'exposure',
        rightOpen: true,
        exposed: undefined,
        pickingEnd: undefined,
        hop: undefined,
      }),
  },
];
