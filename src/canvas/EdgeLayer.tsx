/** The lines: one layer between containers and cards, each line the same element as long as its way stays. */

import { memo } from 'react';
import { drawEdge, type RoutedEdge } from '../drawing/index.ts';
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
  const isPathDim = useCanvas(({ emphasis }) => emphasis?.how === 'path');
  const isMoving = useCanvas(
    ({ dragged }) => dragged.has(edge.from) || (edge.to !== undefined && dragged.has(edge.to)),
  );
  const dim = isDim || isPathDim;
  return (
    <g
      className={`line line-${edge.style}${dim ? ' dim' : ''}${isGhost ? ' ghost' : ''}${isMoving ? ' moving' : ''}`}
    >
      <path className="line-reach" d={routed.path} />
      <Marks marks={drawEdge(routed, undefined)} />
    </g>
  );
});

interface EdgeLayerProps {
  readonly edges: readonly RoutedEdge[];
  readonly ghosts: ReadonlySet<string>;
}

export const EdgeLayer = memo(function EdgeLayer({ edges, ghosts }: EdgeLayerProps) {
  return (
    <svg className="layer" style={{ zIndex: EDGE_LAYER }} aria-hidden="true">
      {edges.map((routed) => (
        <Line key={routed.edge.id} routed={routed} isGhost={ghosts.has(routed.edge.id)} />
      ))}
    </svg>
  );
});
