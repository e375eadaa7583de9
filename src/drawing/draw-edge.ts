/** The marks of lines, with what stands on them. */

import { drawBadge, type Badge } from './draw-node.ts';
import type { Side } from './geometry.ts';
import type { Mark } from './marks.ts';
import type { RoutedEdge } from './routes.ts';
import { fontSize } from './sizes.ts';
import { textWidth } from './text.ts';
import type { EdgeStyle } from './edges.ts';

interface LineLook {
  readonly width: number;
  readonly dash?: string;
  readonly cap?: 'round';
}

const lines: Readonly<Record<EdgeStyle, LineLook>> = {
  attachment: { width: 1.4 },
  route: { width: 2 },
  blackhole: { width: 2, dash: '6 4' },
  unknown: { width: 2, dash: '1.5 4', cap: 'round' },
};
const warned: LineLook = { width: 1.6, dash: '5 4' };

/** How a line is drawn: for lines and for the samples in a legend. */
export const lineLookOf = (style: EdgeStyle, hasWarning: boolean): LineLook =>
  hasWarning ? warned : lines[style];

const LENGTH = 8;
const HALF = 4;

/** A triangle with its tip at a point, seen from the side it comes from. */
export function arrowHead(x: number, y: number, side: Side): string {
  switch (side) {
    case 'top':
      return `M${x} ${y}l${-HALF} ${-LENGTH}h${2 * HALF}z`;
    case 'bottom':
      return `M${x} ${y}l${-HALF} ${LENGTH}h${2 * HALF}z`;
    case 'left':
      return `M${x} ${y}l${-LENGTH} ${-HALF}v${2 * HALF}z`;
    case 'right':
      return `M${x} ${y}l${LENGTH} ${-HALF}v${2 * HALF}z`;
  }
}

const symbolOfStub = { blackhole: 'blocked', unknown: 'undetermined' } as const;

/** A line with its arrow, its label where it always shows, and its badge. */
export function drawEdge(routed: RoutedEdge, badge: Badge | undefined): Mark[] {
  const { edge, path, arrow, stub } = routed;
  const look = lineLookOf(edge.style, edge.hasWarning);
  const level = edge.style === 'attachment' ? 0 : 2;
  const marks: Mark[] = [
    {
      mark: 'path',
      d: path,
      stroke: edge.color,
      strokeWidth: look.width,
      level,
      ...(look.dash === undefined ? {} : { dash: look.dash }),
      ...(look.cap === undefined ? {} : { cap: look.cap }),
    },
  ];
  if (arrow)
    marks.push({ mark: 'path', d: arrowHead(arrow.at.x, arrow.at.y, arrow.side), fill: edge.color, level });
  if (stub && (edge.style === 'blackhole' || edge.style === 'unknown')) {
    marks.push({
      mark: 'symbol',
      symbol: symbolOfStub[edge.style],
      x: stub.symbol.x - 8,
      y: stub.symbol.y - 8,
      size: 16,
      ground: 'panel',
      level,
    });
    marks.push({
      mark: 'text',
      text: stub.label,
      ...stub.labelEnd,
      size: fontSize.small,
      weight: 500,
      color: edge.style === 'blackhole' ? 'no-text' : 'unk-text',
      anchor: 'end',
      halo: 'panel',
      level,
    });
  } else if (edge.destinations.length > 0) {
    const label = edge.destinations.join(', ');
    const width = textWidth(label, fontSize.small, 500);
    marks.push({
      mark: 'text',
      text: label,
      x: routed.middle.x - width / 2,
      y: routed.middle.y + 4,
      size: fontSize.small,
      weight: 500,
      color: 'text-2',
      halo: 'panel',
      level: 3,
    });
  }
  return badge ? [...marks, ...drawBadge(badge, routed.middle.x, routed.middle.y)] : marks;
}
