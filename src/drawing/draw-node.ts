/** The marks of what stands on its own: cards, gates, spans, the internet, and badges. */

import type { Language } from '../model/index.ts';
import type { NodeLook } from './looks.ts';
import type { Mark, Size, TextMark } from './marks.ts';
import { CARD_TEXT, cardMarksWidth, fontSize, gate, gateLabelOf, WIDEST_GATE_LABEL } from './sizes.ts';
import type { Severity } from './symbols.ts';
import { middleEllipsis, textWidth } from './text.ts';
import { outlinedTile, tile } from './tile.ts';
import { words } from './words.ts';

/** From this zoom on a card has marks beside its name: below, the name takes all of the room. */
const MARKS_FROM = 0.64;

/** Below this a card shows its tile with the name under it. */
const NARROW_CARD = 96;

const secondLineOf = ({ secondLine }: NodeLook, language: Language): string | undefined =>
  typeof secondLine === 'object' ? secondLine[language] : secondLine;

const LEAST_TEXT = 10;
/** As far away as second lines are ever shown. */
const SECOND_FROM = 0.78;

/** The zooms at which a second line fits its room in letters that can be read; undefined: all that show it. */
function zoomsOfSecond(text: string, room: number): { readonly from: number } | undefined {
  // In its natural size it is shown even where it had to be shortened.
  const share = Math.min(1, textWidth(text, fontSize.small) / room);
  const from = (share * LEAST_TEXT) / fontSize.small;
  return from > SECOND_FROM ? { from } : undefined;
}

/** A resource in a subnet: tile, name, second line, and marks for a public address and for IPv6. */
export function drawCard(look: NodeLook, size: Size, language: Language): Mark[] {
  const { width, height } = size;
  if (width < NARROW_CARD) return drawNarrowCard(look, size);
  const tileTop = height / 2 - 13;
  const room = width - CARD_TEXT - 8;
  const second = middleEllipsis(secondLineOf(look, language) ?? '', room, fontSize.small);
  const middle = height / 2;
  const nameMark = (y: number, limits: Pick<TextMark, 'level' | 'until' | 'zooms'>): Mark => ({
    mark: 'text',
    text: middleEllipsis(look.name, room - cardMarksWidth(look), fontSize.name, 600),
    x: CARD_TEXT,
    y,
    size: fontSize.name,
    weight: 600,
    color: 'text',
    fit: {
      whole: look.name,
      room: room - cardMarksWidth(look),
      from: 'middle',
      far: { below: MARKS_FROM, room },
    },
    ...limits,
  });
  const marks: Mark[] = [
    {
      mark: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius: 8,
      fill: 'panel',
      stroke: 'line-2',
      strokeWidth: 1,
      level: 1,
      ...(look.isStopped ? { dash: '4 3' } : {}),
    },
    ...(look.isStopped
      ? outlinedTile(look.glyph, look.tile, 8, tileTop)
      : tile(look.glyph, look.tile, { x: 8, y: tileTop, size: 26, radius: 6, inner: 17 })),
  ];
  if (second === '') marks.push(nameMark(middle + 4, { level: 1 }));
  else {
    // Where the second line has no room, the name stands in the middle.
    const zooms = zoomsOfSecond(secondLineOf(look, language) ?? '', room);
    marks.push(
      nameMark(
        middle + 4,
        zooms ? { level: 1, until: 2, zooms: { below: zooms.from } } : { level: 1, until: 1 },
      ),
      nameMark(middle - 2, { level: 2, ...(zooms ? { zooms } : {}) }),
    );
    marks.push({
      mark: 'text',
      text: second,
      x: CARD_TEXT,
      y: middle + 13,
      size: fontSize.small,
      weight: 400,
      color: 'text-2',
      level: 2,
      fit: { whole: secondLineOf(look, language) ?? '', room, from: 'middle', isWhole: true },
    });
  }
  let right = width - 8;
  if (look.isPublic) {
    right -= 12;
    marks.push({
      mark: 'glyph',
      glyph: 'globe',
      x: right,
      y: middle - 14,
      size: 12,
      color: 'pub-text',
      strokeWidth: 2.2,
      level: 1,
      corner: { x: right, y: middle - 14, natural: 12, least: 0, most: 1, from: MARKS_FROM },
    });
    right -= 4;
  }
  if (look.hasIpv6) {
    marks.push({
      mark: 'text',
      text: '6',
      x: right,
      y: middle - 3,
      size: fontSize.small,
      weight: 600,
      color: 'pub-text',
      anchor: 'end',
      level: 1,
      corner: { x: right, y: middle - 3, natural: fontSize.small, least: 0, most: 1, from: MARKS_FROM },
    });
  }
  return marks;
}

function drawNarrowCard(look: NodeLook, { width, height }: Size): Mark[] {
  const hasName = height >= 44;
  const y = hasName ? 4 : height / 2 - 13;
  return [
    {
      mark: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius: 8,
      fill: 'panel',
      stroke: 'line-2',
      strokeWidth: 1,
      level: 1,
    },
    ...tile(look.glyph, look.tile, { x: width / 2 - 13, y, size: 26, radius: 6, inner: 17 }),
    ...(hasName
      ? [
          {
            mark: 'text' as const,
            text: middleEllipsis(look.name, width - 8, 10, 600),
            x: width / 2,
            y: height - 6,
            size: 10,
            weight: 600 as const,
            color: 'text' as const,
            anchor: 'middle' as const,
            level: 1 as const,
            fit: { whole: look.name, room: width - 8, from: 'middle' as const },
          },
        ]
      : []),
  ];
}

/** The edge of its container that a gate stands on. */
export type Edge = 'top' | 'left' | 'right' | 'bottom' | 'none';

const gateLabels: Readonly<
  Record<Edge, (size: Size) => { readonly x: number; readonly y: number; readonly anchor?: 'end' }>
> = {
  // Clear of the edge by as much as its ring stands off when it is selected.
  top: ({ width, height }) => ({ x: width / 2 + gate.width / 2 + 8, y: height / 2 - 10 }),
  bottom: ({ width, height }) => ({ x: width / 2 + gate.width / 2 + 8, y: height / 2 + 19 }),
  left: ({ width, height }) => ({ x: width / 2 - 6, y: height / 2 - gate.height / 2 - 6, anchor: 'end' }),
  right: ({ width, height }) => ({ x: width / 2 + 6, y: height / 2 + gate.height / 2 + 14 }),
  none: ({ width, height }) => ({ x: width / 2 + gate.width / 2 + 8, y: height / 2 + 4 }),
};

/** A gateway on the edge of its container, its label beside it where no line runs. */
export function drawGate(look: NodeLook, size: Size, edge: Edge): Mark[] {
  const x = size.width / 2 - gate.width / 2;
  const y = size.height / 2 - gate.height / 2;
  return [
    {
      mark: 'rect',
      x: x - 2,
      y: y - 2,
      width: gate.width + 4,
      height: gate.height + 4,
      radius: 9,
      fill: 'panel',
    },
    ...tile(look.glyph, look.tile, { x, y, size: gate.width, radius: 7, inner: 20 }),
    {
      mark: 'text',
      text: gateLabelOf(look),
      size: fontSize.small,
      weight: 500,
      color: 'text',
      halo: 'canvas',
      level: 1,
      fit: { whole: look.name, room: WIDEST_GATE_LABEL, from: 'middle' },
      ...gateLabels[edge](size),
    },
  ];
}

/** Where a gate's label lies, for lines to keep away from. */
export function gateLabelBox(look: NodeLook, size: Size, edge: Edge): { x: number; y: number } & Size {
  const { x, y, anchor } = gateLabels[edge](size);
  const width = textWidth(gateLabelOf(look), fontSize.small, 500);
  return { x: anchor === 'end' ? x - width : x, y: y - 10, width, height: 13 };
}

/** A bar over what it serves. */
export function drawSpan(look: NodeLook, { width, height }: Size, language: Language): Mark[] {
  const second = secondLineOf(look, language);
  const name = middleEllipsis(look.name, width - 37 - 12, fontSize.name, 600);
  const nameWidth = textWidth(name, fontSize.name, 600);
  const room = width - 37 - nameWidth - 12 - 12;
  return [
    {
      mark: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius: (height - 1) / 2,
      fill: 'panel',
      stroke: 'line-2',
      strokeWidth: 1,
    },
    ...tile(look.glyph, look.tile, { x: 4, y: height / 2 - 12, size: 24, radius: 12, inner: 16 }),
    {
      mark: 'text',
      text: name,
      x: 37,
      y: height / 2 + 4.5,
      size: fontSize.name,
      weight: 600,
      color: 'text',
      level: 1,
      fit: { whole: look.name, room: width - 37 - 12, from: 'middle' },
    },
    ...(second !== undefined && textWidth(second, fontSize.small) <= room
      ? [
          {
            mark: 'text' as const,
            text: second,
            x: 37 + nameWidth + 12,
            y: height / 2 + 4.5,
            size: fontSize.small,
            weight: 400 as const,
            color: 'text-2' as const,
            level: 2 as const,
          },
        ]
      : []),
  ];
}

/** The internet, above everything. */
export const drawInternet = ({ width, height }: Size, language: Language): Mark[] => [
  {
    mark: 'rect',
    x: 0,
    y: 0,
    width,
    height,
    radius: height / 2,
    fill: 'panel',
    stroke: 'line-strong',
    strokeWidth: 1.25,
  },
  ...tile('globe', 'c-gen', { x: 4, y: height / 2 - 12, size: 24, radius: 12, inner: 16 }),
  {
    mark: 'text',
    text: middleEllipsis(words.internet[language], width - 36 - 8, fontSize.title, 600),
    x: 36,
    y: height / 2 + 4.5,
    size: fontSize.title,
    weight: 600,
    color: 'text',
    fit: { whole: words.internet[language], room: width - 36 - 8, from: 'middle' },
  },
];

/** The worst finding of a thing, how many it has, and the number it bears in a printed list. */
export interface Badge {
  readonly severity: Severity;
  readonly count: number;
  readonly number?: number;
}

const badgeColors = { error: 'no', warning: 'warn', note: 'note' } as const;

type Side = 'left' | 'right';

/** Where a thing wears its badge: on its right corner, a subnet on its spine, clear of the name beside it. */
export const badgePlace = (kind: string, width: number): { x: number; y: number; numberOn: Side } =>
  kind === 'subnet' ? { x: 1, y: 0, numberOn: 'left' } : { x: width - 3, y: 5, numberOn: 'right' };

/** A badge around a point, its number on the side where nothing is written. */
export function drawBadge(badge: Badge, x: number, y: number, numberOn: Side = 'right'): Mark[] {
  const disc: Mark = { mark: 'rect', x: x - 10, y: y - 10, width: 20, height: 20, radius: 10, fill: 'panel' };
  const text = badge.number ?? (badge.count > 1 ? badge.count : undefined);
  const symbol: Mark = {
    mark: 'symbol',
    symbol: badge.severity,
    x: x - 8,
    y: y - 8,
    size: 16,
    ground: 'panel',
  };
  if (text === undefined) return [disc, symbol];
  const width = Math.max(16, Math.ceil(textWidth(String(text), fontSize.small, 600)) + 8);
  const isLeft = numberOn === 'left';
  return [
    // Left of a subnet run the frames of its zone and VPC: a ground would cut them, a rim does.
    ...(isLeft
      ? []
      : [
          {
            mark: 'rect' as const,
            x: x + 3,
            y: y - 10,
            width: width + 9,
            height: 20,
            radius: 10,
            fill: 'panel' as const,
          },
        ]),
    disc,
    symbol,
    {
      mark: 'text',
      text: String(text),
      x: isLeft ? x - 10 : x + 10,
      y: y + 4,
      size: fontSize.small,
      weight: 600,
      color: `${badgeColors[badge.severity]}-text`,
      ...(isLeft ? { anchor: 'end' as const, halo: 'panel' as const } : {}),
    },
  ];
}
