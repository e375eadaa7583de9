/** The marks of what holds other things: Region and zone frames, VPCs, subnets with their tier. */

import type { Language, LocalText } from '../model/index.ts';
import type { GlyphName } from './glyphs.ts';
import type { Corner, Mark, Size } from './marks.ts';
import { fontSize, pillWidth, SUBNET_TEXT, TITLE_TEXT, TWO_PILL_HEADER } from './sizes.ts';
import { middleEllipsis, textWidth } from './text.ts';
import { tile } from './tile.ts';
import { tierLooks, type ShownTier, type TierLook } from './tiers.ts';
import type { Token } from './tokens.ts';

const TAB = 20;
const GAP = 8;
/** Where the pill beside a subnet's name begins. */
const PILL_TOP = 5;
/** The pill as a glyph alone. */
const FAR_PILL = 24;

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

function spine(look: TierLook, height: number): Mark[] {
  const color = look.color;
  switch (look.spine) {
    case 'none':
      return [];
    case 'solid':
      return [{ mark: 'rect', x: 0, y: 1, width: 5, height: height - 2, radius: 2.5, fill: color }];
    case 'dashes':
      return [{ mark: 'path', d: `M2.5 2V${height - 2}`, stroke: color, strokeWidth: 5, dash: '10 5' }];
    case 'double':
      return [{ mark: 'path', d: `M1 1V${height - 1}M5 1V${height - 1}`, stroke: color, strokeWidth: 2 }];
    case 'dots':
      return [
        {
          mark: 'path',
          d: `M2.5 4V${height - 3}`,
          stroke: color,
          strokeWidth: 5,
          dash: '0 9',
          cap: 'round',
        },
      ];
  }
}

/** The spine alone, as a legend shows it. */
export const drawSpine = (tier: ShownTier, height: number): Mark[] => spine(tierLooks[tier], height);

const ipv6Prefix: LocalText = { en: 'IPv6 ', ja: 'IPv6 ' };

/** The zoom from which on a pill has its word: below, it would take the room of the name. */
const WORD_FROM = 0.64;

/** The corner that a pill's marks hang in: its word stays large enough to be read. */
const pillCorner = (x: number, y: number): Corner => ({
  x,
  y,
  natural: fontSize.small,
  least: 10,
  most: 1.45,
  from: WORD_FROM,
});

/** The same of the pill that is a glyph alone. */
const farCorner = (x: number, height: number): Corner => ({
  x,
  y: 5,
  natural: FAR_PILL,
  least: 14,
  most: Math.max(1, (height - 8) / FAR_PILL),
  below: WORD_FROM,
});

/** The sign in a pill; what cannot be told has the symbol that it has everywhere. */
function sign(tier: ShownTier, x: number, y: number, corner: Corner): Mark {
  const { glyph, text, pill: ground } = tierLooks[tier];
  return tier === 'undetermined'
    ? { mark: 'symbol', symbol: 'undetermined', x: x - 1, y: y - 1, size: 14, ground, level: 1, corner }
    : { mark: 'glyph', glyph, x, y, size: 12, color: text, strokeWidth: 2.2, level: 1, corner };
}

function pill(tier: ShownTier, word: string, right: number, y: number): Mark[] {
  const look = tierLooks[tier];
  const width = pillWidth(word);
  const x = right - width;
  const corner = pillCorner(right, y + 10);
  return [
    { mark: 'rect', x, y, width, height: 20, radius: 10, fill: look.pill, level: 1, corner },
    sign(tier, x + 8, y + 4, corner),
    {
      mark: 'text',
      text: word,
      x: x + 25,
      y: y + 14,
      size: fontSize.small,
      weight: 600,
      color: look.text,
      level: 1,
      corner,
    },
  ];
}

/** A subnet as its drawing needs it. */
export interface SubnetView {
  readonly name: string;
  readonly blocks: readonly string[];
  /** Absent: nobody has worked it out. */
  readonly tiers?: { readonly own: ShownTier; readonly ipv6?: ShownTier };
  /** The only family is IPv6. */
  readonly isIpv6Only: boolean;
  /** The name or a tag claims another tier. */
  readonly isContradicted: boolean;
  /** Where the first card begins; a second pill goes under the first where there is room. */
  readonly contentTop: number;
}

/** A subnet: spine, border and fill by tier, name, block, and the tier in a word. */
export function drawSubnet(view: SubnetView, size: Size, language: Language): Mark[] {
  const { width, height } = size;
  const look = view.tiers && tierLooks[view.tiers.own];
  const marks: Mark[] = [
    {
      mark: 'rect',
      x: 0,
      y: 0,
      width,
      height,
      radius: 5,
      fill: look?.fill ?? 'panel',
      stroke: look?.color ?? 'line-strong',
      strokeWidth: 1.25,
      ...(look?.border === undefined ? {} : { dash: look.border.dash }),
      ...(look?.border?.round ? { cap: 'round' as const } : {}),
    },
    ...(look ? spine(look, height) : []),
  ];
  const hasRoomBelow = view.contentTop >= TWO_PILL_HEADER;
  let right = width - GAP;
  if (view.tiers && look) {
    const word = (view.isIpv6Only ? ipv6Prefix[language] : '') + look.word[language];
    marks.push(...pill(view.tiers.own, word, right, PILL_TOP));
    marks.push({
      mark: 'rect',
      x: right - 22,
      y: 5,
      width: 24,
      height: 24,
      radius: 12,
      fill: look.pill,
      until: 1,
      corner: farCorner(right, height),
    });
    marks.push({
      mark: 'glyph',
      glyph: look.glyph,
      x: right - 18,
      y: 9,
      size: 16,
      color: look.text,
      strokeWidth: 2.4,
      until: 1,
      corner: farCorner(right, height),
    });
    const ownRight = right;
    right -= pillWidth(word);
    if (view.tiers.ipv6 !== undefined) {
      const second = ipv6Prefix[language] + tierLooks[view.tiers.ipv6].word[language];
      marks.push(
        ...pill(
          view.tiers.ipv6,
          second,
          hasRoomBelow ? ownRight : right - 4,
          hasRoomBelow ? PILL_TOP + 24 : PILL_TOP,
        ),
      );
      if (!hasRoomBelow) right -= 4 + pillWidth(second);
      const ipv6Block = view.blocks.find((block) => block.includes(':'));
      const room = ownRight - pillWidth(second) - GAP - SUBNET_TEXT;
      if (hasRoomBelow && ipv6Block !== undefined && textWidth(ipv6Block, fontSize.small) <= room) {
        marks.push({
          mark: 'text',
          text: ipv6Block,
          x: SUBNET_TEXT,
          y: 43,
          size: fontSize.small,
          weight: 400,
          color: 'text-2',
          level: 2,
          fit: { whole: ipv6Block, room, from: 'middle', isWhole: true },
        });
      }
    }
    if (view.isContradicted) {
      right -= 21;
      marks.push({
        mark: 'symbol',
        symbol: 'warning',
        x: right,
        y: 8,
        size: 16,
        ground: look.fill,
        level: 2,
      });
    }
  }
  return [...marks, ...subnetTitle(view, right, size)];
}

/** A title hides its block before it cuts its name. From afar the pill is a glyph and leaves more room. */
function subnetTitle(view: SubnetView, right: number, { width, height }: Size): Mark[] {
  const end = width - GAP;
  const beside = { width: end - right, corner: pillCorner(end, PILL_TOP + 10) };
  const room = right - SUBNET_TEXT - GAP;
  const name = middleEllipsis(view.name, room, fontSize.title, 600);
  const nameWidth = textWidth(name, fontSize.title, 600);
  const block = view.blocks[0];
  const marks: Mark[] = [
    {
      mark: 'text',
      text: name,
      x: SUBNET_TEXT,
      y: 20,
      size: fontSize.title,
      weight: 600,
      color: 'text',
      fit: {
        whole: view.name,
        room,
        from: 'top',
        ...(view.tiers
          ? {
              beside,
              far: {
                below: WORD_FROM,
                room: end - FAR_PILL - SUBNET_TEXT - GAP,
                beside: { width: FAR_PILL, corner: farCorner(end, height) },
              },
            }
          : {}),
      },
    },
  ];
  if (block !== undefined && nameWidth + GAP + textWidth(block, fontSize.detail) <= room) {
    marks.push({
      mark: 'text',
      text: block,
      x: SUBNET_TEXT + nameWidth + GAP,
      y: 20,
      size: fontSize.detail,
      weight: 400,
      color: 'text-2',
      level: 2,
      fit: {
        whole: block,
        room: room - nameWidth - GAP,
        from: 'middle',
        isWhole: true,
        beside,
      },
    });
  }
  return marks;
}
