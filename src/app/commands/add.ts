/** One command for each kind of the palette: puts a new one at the best spot of the selected container. */

import { definitionOf, kindNames } from '../../model/index.ts';
import type { Command } from './_command.ts';

const moreRoom = () => import('../more-room.ts');

const blocks: readonly Command[] = [
  {
    id: 'add-block',
    group: 'edit',
    icon: 'add',
    label: { en: 'Add another CIDR block', ja: 'CIDR ブロックを追加' },
    words: ['secondary', 'セカンダリ', 'cidr'],
    on: { count: 'one', kinds: ['vpc'] },
    run: ({ store, state }) => {
      const [vpc] = state.selection;
      if (vpc !== undefined) void moreRoom().then(({ addBlock }) => addBlock(store, vpc));
    },
  },
  {
    id: 'add-subnet-in-new-block',
    group: 'edit',
    icon: 'add',
    label: { en: 'Add another CIDR block for it', ja: 'CIDR ブロックを追加して配置' },
    when: ({ view, design }) =>
      view.crowded !== undefined && Object.hasOwn(design.resources, view.crowded.vpc),
    otherwise: { en: 'No subnet is waiting for room.', ja: '空きを待っているサブネットはありません。' },
    run: ({ store, state, random }) => {
      const { crowded } = state.view;
      if (crowded) void moreRoom().then((room) => room.addSubnetInNewBlock(store, crowded, random));
    },
  },
];

const kinds: readonly Command[] = kindNames.flatMap((kind) => {
  const { label, palette } = definitionOf(kind);
  if (!palette) return [];
  return [
    {
      id: `add-${kind}`,
      group: 'add' as const,
      adds: kind,
      label: { en: `Add: ${label.en}`, ja: `追加: ${label.ja}` },
      run: ({ canvas }) => canvas?.place(kind),
    },
  ];
});

export const commands: readonly Command[] = [...kinds, ...blocks];
