/** The words beside what stops a path, each where they hide the least. */

import type { Blocker } from '../engine/index.ts';
import { labelsOf, textWidth, visibleText, type Point, type Rectangle } from '../drawing/index.ts';
import { kindToTell, titleOf, type Design, type Language } from '../model/index.ts';
import type { CanvasModel } from './model.ts';
import { MARK, WIDE_MARK, type HopMark } from './path-marks.ts';
import { APART, BLOCK_RADIUS, placePill, type Obstacle, type Pill } from './path-pill.ts';
import { withTitles } from './titled-places.ts';

export interface BlockMark {
  readonly at: Point;
  readonly resource: string;
  readonly direction: Blocker['direction'];
  readonly symbol: 'blocked' | 'undetermined';
  /** The first on the way is the headline. */
  readonly rank: 'first' | 'later';
  readonly text: string;
  /** Absent for a later one whose words would hide something. */
  readonly pill?: Pill;
  /** The hop that stops here, counted over request and reply. */
  readonly step?: number;
}

/** A blocker before its words have a place. */
export type BareBlock = Omit<BlockMark, 'text' | 'pill' | 'rank'>;

const words: Readonly<
  Record<BareBlock['symbol'] | 'reply', Readonly<Record<Language, (name: string) => string>>>
> = {
  blocked: { en: (name) => `Blocked: ${name}`, ja: (name) => `遮断: ${name}` },
  reply: { en: (name) => `Reply dropped: ${name}`, ja: (name) => `応答を破棄: ${name}` },
  undetermined: {
    en: (name) => (name === '' ? 'Cannot tell' : `Cannot tell: ${name}`),
    ja: (name) => (name === '' ? '判定できない' : `判定できない: ${name}`),
  },
};

/** A box of a size with its middle at a point. */
export const around = ({ x, y }: Point, width: number, height: number): Rectangle => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/** With the room that words keep to it. */
const grown = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x - APART,
  y: y - APART,
  width: width + 2 * APART,
  height: height + 2 * APART,
});

/** A name, with its kind where it could be mistaken. */
function calledIn(design: Design, id: string, language: Language): string {
  const kind = kindToTell(design, id)?.[language];
  const name = visibleText(titleOf(design, id));
  return kind === undefined ? name : `${kind} ${name}`;
}

/** What words beside a blocker should not hide: cards, names, hops, and a little the lines. */
export function obstaclesOf(
  model: CanvasModel,
  marks: readonly HopMark[],
  ways: readonly (readonly Point[])[],
): Obstacle[] {
  const { boxes } = withTitles(model);
  const things = [...boxes].flatMap(([key, box]): Obstacle[] => {
    const form = model.items.get(key)?.form;
    return form === 'container' || form === 'frame' ? [] : [{ ...grown(box), weight: 3 }];
  });
  const lines = ways.flatMap((points) =>
    points.slice(1).map((point, index): Obstacle => {
      const from = points[index] ?? point;
      return {
        x: Math.min(from.x, point.x) - 3,
        y: Math.min(from.y, point.y) - 3,
        width: Math.abs(from.x - point.x) + 6,
        height: Math.abs(from.y - point.y) + 6,
        weight: 1,
      };
    }),
  );
  return [
    ...things,
    ...labelsOf(model.facts, model.places).map((label): Obstacle => ({ ...label, weight: 2 })),
    ...marks.map(({ at }): Obstacle => ({ ...around(at, WIDE_MARK + 4, MARK + 4), weight: 4 })),
    ...lines,
  ];
}

/** Gives blockers their words, each where it hides the least. */
export function worded(
  model: CanvasModel,
  blocks: readonly BareBlock[],
  obstacles: readonly Obstacle[],
  language: Language,
): BlockMark[] {
  const placed: BlockMark[] = [];
  blocks.forEach((block, index) => {
    const { symbol, direction, resource, at } = block;
    const say = words[symbol === 'blocked' && direction === 'return' ? 'reply' : symbol][language];
    const text = say(resource === '' ? '' : calledIn(model.facts.design, resource, language));
    const others = placed.flatMap(({ pill }): Obstacle[] => (pill ? [{ ...grown(pill), weight: 4 }] : []));
    const symbols = blocks
      .filter((other) => other !== block)
      .map((other): Obstacle => ({
        ...grown(around(other.at, 2 * BLOCK_RADIUS, 2 * BLOCK_RADIUS)),
        weight: 4,
      }));
    const pill = placePill(at, Math.ceil(textWidth(text, 12, 600)), [...obstacles, ...others, ...symbols]);
    const isFirst = index === 0;
    placed.push({
      ...block,
      rank: isFirst ? 'first' : 'later',
      text,
      ...(isFirst || pill.hides === 0 ? { pill } : {}),
    });
  });
  return placed;
}
