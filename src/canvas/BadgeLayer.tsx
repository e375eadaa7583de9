/** The worst finding of each thing, at its corner, of one size whatever the zoom; from afar one badge a container. */

import { memo, useMemo } from 'react';
import { useApp, type Badge } from '../app/index.ts';
import { badgePlace, drawBadge, type Mark, type Places, type TextMark } from '../drawing/index.ts';
import type { Box } from '../model/index.ts';
import { badgesFromAfar, scaledMark } from './badges.ts';
import { touches, useDetail } from './detail.ts';
import { Marks } from './Marks.tsx';
import { OVERLAY_LAYER, type CanvasItem } from './model.ts';
import { useCanvas } from './view-state.ts';

/** From so many on, only those near what is seen are drawn. */
const MANY = 150;

interface OneBadgeProps {
  readonly badge: Badge;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly of: string;
  readonly numberOn: 'left' | 'right';
}

const OneBadge = memo(function OneBadge({ badge, x, y, scale, of, numberOn }: OneBadgeProps) {
  const isDim = useCanvas(({ emphasis }) => emphasis !== undefined && !emphasis.on.has(of));
  const marks: readonly Mark[] = drawBadge(badge, 0, 0, numberOn).map((mark) =>
    scaledMark(mark, { x, y, scale }),
  );
  return (
    <g className={isDim ? 'dim' : undefined} data-badge={of}>
      <Marks marks={marks} />
    </g>
  );
});

interface BadgeLayerProps {
  readonly places: Places;
  readonly items: ReadonlyMap<string, CanvasItem>;
}

/** The middle of a badge. Over a crowd the next VPC's name begins at once: the badge stays inside of its own. */
function placeOf(kind: string, { width }: Box, badge: Badge, crowdScale: number | undefined) {
  if (crowdScale === undefined) return badgePlace(kind, width);
  const x = width - (badge.count > 1 ? 32 : 12) * crowdScale;
  return { x, y: 10 * crowdScale, numberOn: 'right' as const };
}

/** A badge keeps its size down to a zoom of 0.4; the few of a crowd keep it always. */
const scaleAt = (zoom: number, isCrowded: boolean): number =>
  zoom > 1.6 || isCrowded ? 1 / zoom : 1 / Math.min(1, Math.max(0.4, zoom));

export const BadgeLayer = memo(function BadgeLayer({ places, items }: BadgeLayerProps) {
  const badges = useApp(({ answers }) => answers.badges);
  const level = useDetail((state) => state.level);
  const isCrowded = useDetail((state) => state.isCrowded);
  const zoom = useDetail((state) => state.zoom);
  const near = useDetail((state) => state.near);
  const { parentOf } = places;
  const shown = useMemo(
    () => (level === 0 ? badgesFromAfar(badges, items, parentOf, isCrowded ? 'vpc' : 'container') : badges),
    [level, badges, items, parentOf, isCrowded],
  );
  const all = Object.entries(shown);
  const scale = scaleAt(zoom, isCrowded);
  return (
    <svg className="layer badges" style={{ zIndex: OVERLAY_LAYER }} aria-hidden="true">
      {level === 0 && <FarNames places={places} items={items} />}
      {all.map(([id, badge]) => {
        const item = items.get(id);
        const box = places.boxes.get(id);
        if (!item || !box || (all.length > MANY && !touches(box, near))) return null;
        const { x, y, numberOn } = placeOf(item.kind, box, badge, isCrowded ? scale : undefined);
        return (
          <OneBadge
            key={id}
            of={id}
            badge={badge}
            scale={scale}
            x={box.x + x}
            y={box.y + y}
            numberOn={numberOn}
          />
        );
      })}
    </svg>
  );
});

/** Names of VPCs, over the subnets that they would be hidden by. */
function FarNames({ places, items }: BadgeLayerProps) {
  const names = [...items.values()].flatMap(({ key, kind, marks }) => {
    const box = kind === 'vpc' ? places.boxes.get(key) : undefined;
    const title = marks.find((mark): mark is TextMark => mark.mark === 'text' && mark.fit?.from === 'top');
    return box && title
      ? [{ key, mark: { ...title, x: box.x + title.x, y: box.y + title.y, halo: 'panel' as const } }]
      : [];
  });
  return names.map(({ key, mark }) => (
    <g key={key} className="far-name">
      <Marks marks={[mark]} />
    </g>
  ));
}
