/** What gestures show over the canvas: the ghost of a new thing, the chip of a drop, the marquee, a line being drawn. */

import { ViewportPortal } from '@xyflow/react';
import { useLanguage } from '../ui/index.ts';
import { glyphOf, glyphs } from '../drawing/index.ts';
import { definitionOf } from '../model/index.ts';
import { ghostSize } from './ghost-size.ts';
import { Marks } from './Marks.tsx';
import { OVERLAY_LAYER, type CanvasModel } from './model.ts';
import type { Guide } from './gestures/guides.ts';
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
          className={`drop-chip drop-chip-${drop.tone}${drop.at.x > window.innerWidth / 2 ? ' drop-chip-left' : ''}`}
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

/** A line through what lines up, or a gap that is equal to another. */
function GuideLine({ guide }: { readonly guide: Guide }) {
  const { kind, axis, at, from, to } = guide;
  const isUpright = (axis === 'x') === (kind === 'line');
  const line = isUpright ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`;
  if (kind === 'line') return <path className="guide" d={line} />;
  const ticks = [from, to].map((end) => (axis === 'x' ? `M${end} ${at - 4}v8` : `M${at - 4} ${end}h8`));
  return <path className="guide guide-gap" d={`${line}${ticks.join('')}`} />;
}

interface GestureLayerProps {
  readonly items: CanvasModel['items'];
}

/** In canvas coordinates. */
export function GestureLayer({ items }: GestureLayerProps) {
  const marquee = useCanvas((state) => state.marquee);
  const frame = useCanvas((state) => state.frame);
  const copies = useCanvas((state) => state.copies);
  const guides = useCanvas((state) => state.guides);
  const connecting = useCanvas((state) => state.connecting);
  return (
    <ViewportPortal>
      <svg className="layer" style={{ zIndex: OVERLAY_LAYER + 1 }} aria-hidden="true">
        {copies?.map(({ key, at }) => (
          <g key={key} className="copy" transform={`translate(${at.x} ${at.y})`}>
            <Marks marks={items.get(key)?.marks ?? []} />
          </g>
        ))}
        {frame && <rect className={`new-frame kind-${frame.kind}`} {...frame.box} />}
        {guides?.map((guide) => (
          <GuideLine key={JSON.stringify(guide)} guide={guide} />
        ))}
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
