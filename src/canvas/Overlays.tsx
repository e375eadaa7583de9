/** What gestures show over the canvas: the ghost of a new thing, the chip of a drop, the marquee, a line being drawn. */

import { ViewportPortal } from '@xyflow/react';
import { useLanguage } from '../ui/index.ts';
import { glyphOf, glyphs } from '../drawing/index.ts';
import { definitionOf } from '../model/index.ts';
import { ghostSize } from './adding.ts';
import { OVERLAY_LAYER } from './model.ts';
import { useCanvas } from './view-state.ts';

/** In client coordinates, over everything. */
export function DragOverlay() {
  const ghost = useCanvas((state) => state.ghost);
  const drop = useCanvas((state) => state.drop);
  const language = useLanguage();
  const text = drop?.text?.[language];
  return (
    <>
      {ghost && <Ghost {...ghost} />}
      {drop && text !== undefined && text !== '' && (
        <div
          className={`drop-chip drop-chip-${drop.tone}`}
          style={{ transform: `translate(${drop.at.x}px, ${drop.at.y}px)` }}
        >
          <span>{text}</span>
        </div>
      )}
    </>
  );
}

type GhostProps = NonNullable<Parameters<Parameters<typeof useCanvas>[0]>[0]['ghost']>;

function Ghost({ kind, at }: GhostProps) {
  const language = useLanguage();
  const { form, label, category } = definitionOf(kind);
  const { width, height } = ghostSize(kind);
  const isOpen = form === 'container';
  const offset = isOpen ? { x: 24, y: 12 } : { x: width / 2, y: height / 2 };
  return (
    <div
      className={`drag-ghost drag-ghost-${form} category-${category} kind-${kind}`}
      style={{ transform: `translate(${at.x - offset.x}px, ${at.y - offset.y}px)`, width, height }}
    >
      <span className="drag-ghost-tile">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={glyphs[glyphOf(kind)]} />
        </svg>
      </span>
      {form !== 'gate' && <span className="drag-ghost-name">{label[language]}</span>}
    </div>
  );
}

/** In canvas coordinates. */
export function GestureLayer() {
  const marquee = useCanvas((state) => state.marquee);
  const connecting = useCanvas((state) => state.connecting);
  return (
    <ViewportPortal>
      <svg className="layer" style={{ zIndex: OVERLAY_LAYER + 1 }} aria-hidden="true">
        {marquee && <rect className="marquee" {...marquee} />}
        {connecting && (
          <>
            <path
              className="connection"
              d={`M${connecting.start.x} ${connecting.start.y}L${connecting.end.x} ${connecting.end.y}`}
            />
            <circle className="connection-end" cx={connecting.end.x} cy={connecting.end.y} r={4} />
          </>
        )}
      </svg>
    </ViewportPortal>
  );
}
