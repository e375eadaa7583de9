/** The marks of the frames around other things: Regions, zones, VPCs. */

import type { GlyphName } from './glyphs.ts';
import type { Mark, Size } from './marks.ts';
import { fontSize, TITLE_TEXT } from './sizes.ts';
import { middleEllipsis, textWidth } from './text.ts';
import { tile } from './tile.ts';
import type { Token } from './tokens.ts';

const TAB = 20;
const GAP = 8;

interface FrameLook {
  readonly color: Token;
  readonly text: Token;
  readonly glyph: GlyphName;
  readonly strokeWidth: number;
  readonly dash?: string;
  readonly fill?: Token;
}

export const vpcFrame: FrameLook = {
  color: 'vpc',
  text: 'vpc-text',
  glyph: 'vpc',
  strokeWidth: 1.5,
  fill: 'panel',
};
export const regionFrame: FrameLook = {
  color: 'region',
  text: 'region-text',
  glyph: 'region',
  strokeWidth: 1.25,
  dash: '2 4',
};
/** For a container of a kind that has no frame of its own. */
export const plainFrame = (glyph: GlyphName): FrameLook => ({
  color: 'onprem',
  text: 'onprem-text',
  glyph,
  strokeWidth: 1.25,
  fill: 'panel',
});

/** The address blocks that fit, the others as `+n`; nothing where not even the first fits. */
function blocksIn(room: number, blocks: readonly string[]): string {
  for (let shown = blocks.length; shown > 0; shown -= 1) {
    const rest = blocks.length - shown;
    const text = blocks.slice(0, shown).join('  ') + (rest > 0 ? `  +${rest}` : '');
    if (textWidth(text, fontSize.detail) <= room) return text;
  }
  return '';
}

/** A frame with its title in a tab; `titleRoom` ends where something else stands on the upper edge. */
export function drawTitledFrame(
  look: FrameLook,
  title: { readonly name: string; readonly blocks: readonly string[]; readonly weight: 500 | 600 },
  size: Size,
  titleRoom: number,
): Mark[] {
  const room = titleRoom - TITLE_TEXT;
  const name = middleEllipsis(title.name, room, fontSize.title, title.weight);
  const nameWidth = textWidth(name, fontSize.title, title.weight);
  const blocks = blocksIn(room - nameWidth - GAP, title.blocks);
  return [
    {
      mark: 'rect',
      x: 0,
      y: 0,
      width: size.width,
      height: size.height,
      radius: 4,
      stroke: look.color,
      strokeWidth: look.strokeWidth,
      ...(look.fill === undefined ? {} : { fill: look.fill }),
      ...(look.dash === undefined ? {} : { dash: look.dash }),
    },
    ...tile(look.glyph, look.color, { x: 0, y: 0, size: TAB, radius: 2, inner: 14 }),
    {
      mark: 'text',
      text: name,
      x: TITLE_TEXT,
      y: 15,
      size: fontSize.title,
      weight: title.weight,
      color: look.text,
      fit: { whole: title.name, room, from: 'top' },
      ...(look.fill === undefined ? { halo: 'canvas' as const } : {}),
    },
    ...(blocks === ''
      ? []
      : [
          {
            mark: 'text' as const,
            text: blocks,
            x: TITLE_TEXT + nameWidth + GAP,
            y: 15,
            size: fontSize.detail,
            weight: 400 as const,
            color: 'text-2' as const,
            level: 2 as const,
            fit: {
              whole: blocks,
              room: room - nameWidth - GAP,
              from: 'middle' as const,
              isWhole: true as const,
            },
          },
        ]),
  ];
}

/** An Availability Zone: a column without a fill. */
export const drawZone = (name: string, size: Size): Mark[] => [
  {
    mark: 'rect',
    x: 0,
    y: 0,
    width: size.width,
    height: size.height,
    radius: 4,
    stroke: 'az',
    strokeWidth: 1.1,
    dash: '6 4',
  },
  {
    mark: 'text',
    text: middleEllipsis(name, size.width - 24, fontSize.small, 500),
    x: 12,
    y: 14,
    size: fontSize.small,
    weight: 500,
    color: 'az-text',
    halo: 'panel',
    fit: { whole: name, room: size.width - 24, from: 'middle' },
  },
];
