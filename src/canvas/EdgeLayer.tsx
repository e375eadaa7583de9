/** The lines: one layer between containers and cards, each line the same element as long as its way stays. */

import { memo, useMemo } from 'react';
import { useApp } from '../app/index.ts';
import { boundsOf, drawEdge, INTERNET, type RoutedEdge } from '../drawing/index.ts';
import { touches, useDetail } from './detail.ts';
import { Marks } from './Marks.tsx';
import { EDGE_LAYER } from './model.ts';
import { useCanvas } from './view-state.ts';

const Line = memo(function Line({
  routed,
  isGhost,
}: {
  readonly routed: RoutedEdge;
  readonly isGhost: boolean;
}) {
  const { edge } = routed;
  const isDim = useCanvas(
    ({ emphasis }) =>
      emphasis !== undefined &&
      !(emphasis.on.has(edge.from) && (edge.to === undefined || emphasis.on.has(edge.to))),
  );
  const how = useCanvas(({ emphasis }) => emphasis?.how);
  const isMoving = useCanvas(
    ({ dragged }) => dragged.has(edge.from) || (edge.to !== undefined && dragged.has(edge.to)),
  );
  const dim = isDim || how === 'path' ? ` dim dim-${how}` : '';
  return (
    <g className={`line line-${edge.style}${dim}${isGhost ? ' ghost' : ''}${isMoving ? ' moving' : ''}`}>
      <path className="line-reach" d={routed.path} />
      <Marks marks={drawEdge(routed, undefined)} />
    </g>
  );
});

interface EdgeLayerProps {
  readonly edges: readonly RoutedEdge[];
  readonly ghosts: ReadonlySet<string>;
}

/** At most so many lines are there at once. */
const MOST = 300;

/** Of a crowd one line for each container that leads outside; of many lines those near what is seen. */
function useShownEdges(edges: readonly RoutedEdge[]): readonly RoutedEdge[] {
  const isCrowded = useDetail((state) => state.isCrowded || state.isReturning);
  const near = useDetail((state) => state.near);
  const selection = useApp((state) => state.selection);
  const areas = useMemo(
    () =>
      new Map(
        edges.map(({ edge, points }) => [
          edge.id,
          boundsOf(points.map(({ x, y }) => ({ x, y, width: 1, height: 1 }))),
        ]),
      ),
    [edges],
  );
  return useMemo(() => {
    if (!isCrowded && edges.length <= MOST) return edges;
    const selected = new Set(selection);
    return edges
      .filter(({ edge }) => {
        const isSelected = selected.has(edge.from) || (edge.to !== undefined && selected.has(edge.to));
        if (isSelected || !isCrowded) return true;
        return edge.to === INTERNET;
      })
      .filter(({ edge }) => {
        const area = areas.get(edge.id);
        return area !== undefined && touches(area, near);
      })
      .slice(0, MOST);
  }, [edges, areas, isCrowded, near, selection]);
}

export const EdgeLayer = memo(function EdgeLayer({ edges: all, ghosts }: EdgeLayerProps) {
  const edges = useShownEdges(all);
  return (
    <svg className="layer" style={{ zIndex: EDGE_LAYER }} aria-hidden="true">
      {edges.map((routed) => (
        <Line key={routed.edge.id} routed={routed} isGhost={ghosts.has(routed.edge.id)} />
      ))}
    </svg>
  );
});
