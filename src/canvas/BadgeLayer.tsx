/** The worst finding of each thing, at its corner, of one size whatever the zoom. */

import { memo } from 'react';
import { useApp, type Badge } from '../app/index.ts';
import { drawBadge, type Places } from '../drawing/index.ts';
import { Marks } from './Marks.tsx';
import { OVERLAY_LAYER, type CanvasItem } from './model.ts';
import { useCanvas } from './view-state.ts';

interface OneBadgeProps {
  readonly badge: Badge;
  readonly x: number;
  readonly y: number;
  readonly of: string;
}

const OneBadge = memo(function OneBadge({ badge, x, y, of }: OneBadgeProps) {
  const isDim = useCanvas(({ emphasis }) => emphasis !== undefined && !emphasis.on.has(of));
  return (
    <g transform={`translate(${x} ${y})`} className={isDim ? 'dim' : undefined} data-badge={of}>
      <g className="badge">
        <Marks marks={drawBadge(badge, 0, 0)} />
      </g>
    </g>
  );
});

interface BadgeLayerProps {
  readonly places: Places;
  readonly items: ReadonlyMap<string, CanvasItem>;
}

export const BadgeLayer = memo(function BadgeLayer({ places, items }: BadgeLayerProps) {
  const badges = useApp(({ answers }) => answers.badges);
  return (
    <svg className="layer badges" style={{ zIndex: OVERLAY_LAYER }} aria-hidden="true">
      {Object.entries(badges).map(([id, badge]) => {
        const item = items.get(id);
        const box = places.boxes.get(id);
        if (!item || !box) return null;
        const corner = item.kind === 'subnet' ? { x: 3, y: 1 } : { x: box.width - 3, y: 3 };
        return <OneBadge key={id} of={id} badge={badge} x={box.x + corner.x} y={box.y + corner.y} />;
      })}
    </svg>
  );
});
