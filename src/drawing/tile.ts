/** The coloured square behind a glyph: what says the kind of a thing at first sight. */

import type { GlyphName } from './glyphs.ts';
import type { Mark } from './marks.ts';
import type { Token } from './tokens.ts';

interface TilePlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly radius: number;
  /** The size of the glyph in the middle. */
  readonly inner: number;
}

/** A filled tile with its glyph in white. */
export function tile(glyph: GlyphName, color: Token, { x, y, size, radius, inner }: TilePlace): Mark[] {
  const inset = (size - inner) / 2;
  return [
    { mark: 'rect', x, y, width: size, height: size, radius, fill: color, tileOf: glyph },
    {
      mark: 'glyph',
      glyph,
      x: x + inset,
      y: y + inset,
      size: inner,
      color: 'glyph',
      strokeWidth: 1.9,
      onTile: true,
    },
  ];
}

/** Of something that is there but does not run. */
export const outlinedTile = (glyph: GlyphName, color: Token, x: number, y: number): Mark[] => [
  { mark: 'rect', x, y, width: 26, height: 26, radius: 6, stroke: color, strokeWidth: 1.5 },
  { mark: 'glyph', glyph, x: x + 4.5, y: y + 4.5, size: 17, color, strokeWidth: 1.9 },
];
