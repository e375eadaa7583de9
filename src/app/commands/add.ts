/** One command for each kind of the palette: puts a new one at the best spot of the selected container. */

import { definitionOf, kindNames } from '../../model/index.ts';
import type { Command } from './_command.ts';

export const commands: readonly Command[] = kindNames.flatMap((kind) => {
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
