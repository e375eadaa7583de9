/** The marks of a subnet: spine, border and fill by tier, name and block, the tier in a word. */

import type { Language, LocalText } from '../model/index.ts';
import type { Corner, Mark, Size, TextFit, TextMark } from './marks.ts';
import { fontSize, pillWidth, SUBNET_TEXT, TWO_PILL_HEADER } from './sizes.ts';
import { middleEllipsis, textWidth } from './text.ts';
import { tierLooks, type ShownTier, type TierLook } from './tiers.ts';

const GAP = 8;
/** Where the pill beside a subnet's name begins. */
const PILL_TOP = 5;
/** The pill as a glyph alone. */
const FAR_PILL = 24;
const WARNING = 21;

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

/** Zooms from which on the words of pills may stand: at the lowest they are as large as the header lets them be. */
const WORD_ZOOMS = [0.64, 0.7, 0.76, 0.82, 0.88, 0.94, 1] as const;
const LEAST_TEXT = 10;

/**
 * The zoom from which on a name and the words of pills stand side by side, as large as each has to be there; below it a
 * pill is a glyph, since the name comes first. Infinity where they never do.
 */
function wordsFrom(name: string, pills: number, width: number): number {
  const grown = (size: number, zoom: number): number => Math.max(1, LEAST_TEXT / (size * zoom));
  const nameWidth = textWidth(name, fontSize.title, 600);
  return (
    WORD_ZOOMS.find(
      (zoom) =>
        SUBNET_TEXT + nameWidth * grown(fontSize.title, zoom) + GAP + pills * grown(fontSize.small, zoom) <=
        width - GAP,
    ) ?? Number.POSITIVE_INFINITY
  );
}

/** The corner that a pill's marks hang in: its word stays large enough to be read. */
const pillCorner = (x: number, y: number, from: number): Corner => ({
  x,
  y,
  natural: fontSize.small,
  least: LEAST_TEXT,
  most: 1.45,
  from,
});

/** The same of the pill that is a glyph alone. */
const farCorner = (x: number, height: number, below: number): Corner => ({
  x,
  y: 5,
  natural: FAR_PILL,
  least: 14,
  most: Math.max(1, (height - 8) / FAR_PILL),
  below,
});

/** The sign in a pill; what cannot be told has the symbol that it has everywhere. */
function sign(tier: ShownTier, x: number, y: number, corner: Corner): Mark {
  const { glyph, text, pill: ground } = tierLooks[tier];
  return tier === 'undetermined'
    ? { mark: 'symbol', symbol: 'undetermined', x: x - 1, y: y - 1, size: 14, ground, level: 1, corner }
    : { mark: 'glyph', glyph, x, y, size: 12, color: text, strokeWidth: 2.2, level: 1, corner };
}

interface Pill {
  readonly tier: ShownTier;
  readonly word: string;
  readonly right: number;
  readonly y: number;
}

function drawPill({ tier, word, right, y }: Pill, from: number): Mark[] {
  const look = tierLooks[tier];
  const width = pillWidth(word);
  const x = right - width;
  const corner = pillCorner(right, y + 10, from);
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

/** A pill that is a glyph alone: from afar, and where its word would take the room of the name. */
function drawFarPill({ tier, right }: Pill, height: number, below: number): Mark[] {
  const look = tierLooks[tier];
  const corner = farCorner(right, height, below);
  return [
    { mark: 'rect', x: right - 22, y: 5, width: 24, height: 24, radius: 12, fill: look.pill, corner },
    {
      mark: 'glyph',
      glyph: look.glyph,
      x: right - 18,
      y: 9,
      size: 16,
      color: look.text,
      strokeWidth: 2.4,
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
  const row = rowOf(view, width, language);
  marks.push(...row.pills.flatMap((pill) => drawPill(pill, row.wordsFrom)));
  const [own] = row.pills;
  if (own) marks.push(...drawFarPill(own, height, row.wordsFrom));
  if (look && row.warning !== undefined) {
    marks.push({
      mark: 'symbol',
      symbol: 'warning',
      x: row.warning,
      y: 8,
      size: 16,
      ground: look.fill,
      level: 2,
    });
  }
  return [...marks, ...ipv6Line(view, row), ...subnetTitle(view, row, size)];
}

/** What stands right of a subnet's name. */
interface TitleRow {
  /** The subnet's own first; that of IPv6 beside it or, where there is room, below. */
  readonly pills: readonly Pill[];
  readonly warning: number | undefined;
  /** Where the room of the name ends, with words in the pills. */
  readonly right: number;
  readonly wordsFrom: number;
}

const hasRoomBelow = ({ contentTop }: SubnetView): boolean => contentTop >= TWO_PILL_HEADER;

function rowOf(view: SubnetView, width: number, language: Language): TitleRow {
  const end = width - GAP;
  const { tiers } = view;
  if (!tiers) return { pills: [], warning: undefined, right: end, wordsFrom: 0 };
  const word = (view.isIpv6Only ? ipv6Prefix[language] : '') + tierLooks[tiers.own].word[language];
  const pills: Pill[] = [{ tier: tiers.own, word, right: end, y: PILL_TOP }];
  let right = end - pillWidth(word);
  if (tiers.ipv6 !== undefined) {
    const second = ipv6Prefix[language] + tierLooks[tiers.ipv6].word[language];
    if (hasRoomBelow(view)) pills.push({ tier: tiers.ipv6, word: second, right: end, y: PILL_TOP + 24 });
    else {
      pills.push({ tier: tiers.ipv6, word: second, right: right - 4, y: PILL_TOP });
      right -= 4 + pillWidth(second);
    }
  }
  if (view.isContradicted) right -= WARNING;
  return {
    pills,
    warning: view.isContradicted ? right : undefined,
    right,
    wordsFrom: wordsFrom(view.name, end - right, width),
  };
}

/** The IPv6 block, beside the pill of its tier. */
function ipv6Line(view: SubnetView, { pills }: TitleRow): Mark[] {
  const [, second] = pills;
  const block = view.blocks.find((each) => each.includes(':'));
  if (!second || block === undefined || !hasRoomBelow(view)) return [];
  const room = second.right - pillWidth(second.word) - GAP - SUBNET_TEXT;
  if (textWidth(block, fontSize.small) > room) return [];
  return [
    {
      mark: 'text',
      text: block,
      x: SUBNET_TEXT,
      y: 43,
      size: fontSize.small,
      weight: 400,
      color: 'text-2',
      level: 2,
      fit: { whole: block, room, from: 'middle', isWhole: true },
    },
  ];
}

/** A title hides its block before it cuts its name. */
function subnetTitle(
  view: SubnetView,
  { right, wordsFrom: from }: TitleRow,
  { width, height }: Size,
): Mark[] {
  const end = width - GAP;
  const far = {
    below: from,
    room: end - (view.tiers ? FAR_PILL + GAP : 0) - SUBNET_TEXT,
    beside: { width: FAR_PILL, corner: farCorner(end, height, from) },
  };
  const near = {
    room: right - SUBNET_TEXT - GAP,
    beside: { width: end - right, corner: pillCorner(end, PILL_TOP + 10, from) },
  };
  const title: TextMark = {
    mark: 'text',
    text: middleEllipsis(view.name, (from > 1 ? far : near).room, fontSize.title, 600),
    x: SUBNET_TEXT,
    y: 20,
    size: fontSize.title,
    weight: 600,
    color: 'text',
    fit: { whole: view.name, from: 'top', ...near, ...(view.tiers ? { far } : {}) },
  };
  const block = view.blocks[0];
  const { x, y, fit, room } = besideTitle(title);
  if (block === undefined || textWidth(block, fontSize.detail) > room) return [title];
  return [
    title,
    {
      mark: 'text',
      text: block,
      x,
      y,
      size: fontSize.detail,
      weight: 400,
      color: 'text-2',
      level: 2,
      fit: { ...fit, whole: block },
    },
  ];
}

/** Where something may stand in the row of a title, between it and what ends its room. */
export function besideTitle({ text, x, y, size, weight, fit }: TextMark): {
  readonly x: number;
  readonly y: number;
  /** The room in the natural size. */
  readonly room: number;
  readonly fit: Omit<TextFit, 'whole'>;
} {
  const taken = textWidth(text, size, weight) + GAP;
  const near = { from: 'middle', isWhole: true, room: (fit?.room ?? 0) - taken } as const;
  const far = fit?.far && { ...fit.far, room: fit.far.room - taken };
  return {
    x: x + taken,
    y,
    room: far && far.below > 1 ? far.room : near.room,
    fit: { ...near, ...(fit?.beside ? { beside: fit.beside } : {}), ...(far ? { far } : {}) },
  };
}
