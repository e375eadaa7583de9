/** The forms that `convert` writes. */

import { sceneOf, type Theme, type Tiers } from '../drawing/index.ts';
import { askTiers, type Network } from '../engine/index.ts';
import { writeDesign, writeSvg } from '../formats/index.ts';
import { completeLayout } from '../layout/index.ts';
import type { Language } from '../model/index.ts';
import type { InputDesign } from './input.ts';

export interface OutputOptions {
  readonly language: Language;
  readonly theme: Theme;
}

export interface OutputFormat {
  readonly name: string;
  /** A file that ends so is meant to have this form. */
  readonly endings: readonly string[];
  readonly write: (input: InputDesign, options: OutputOptions) => string;
}

export const outputFormats: readonly OutputFormat[] = [
  { name: 'design', endings: ['.vpcd.json', '.json'], write: ({ design }) => writeDesign(design) },
  { name: 'svg', endings: ['.svg'], write: drawSvg },
];

/** Things that have no place yet are given one; the picture carries the design with these places. */
function drawSvg({ design, network }: InputDesign, { language, theme }: OutputOptions): string {
  const tiers = tiersOf(network);
  const placed = { ...design, layout: completeLayout(design, design.layout, tiers) };
  const scene = sceneOf(placed, placed.layout, tiers, { language });
  return writeSvg(scene, { title: design.name, theme, language, embedDesign: writeDesign(placed) });
}

function tiersOf(network: Network): Tiers {
  return Object.fromEntries(
    askTiers(network).map(({ id, families }) => [
      id,
      {
        4: families[4].tier,
        6: families[6].tier,
        undetermined: ([4, 6] as const).filter((family) => families[family].undetermined),
      },
    ]),
  );
}
