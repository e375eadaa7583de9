/** The dots of the canvas: one picture that is shifted and, while the view zooms, scaled. */

import { useStoreApi } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import { levelOf } from './camera.ts';
import { settling } from './settle.ts';

const GAP = 24;
/** How far the dots are scaled before they are painted anew; their picture is so much larger than the canvas. */
const MOST_SCALED = 2;
/** Of its picture, what lies left of and above the canvas; never less than a step. */
const BEFORE = 192;

/** The rest of a division that is never negative. */
const rest = (value: number, by: number): number => ((value % by) + by) % by;

export const Grid = memo(function Grid() {
  const dots = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    const { style } = dots.current ?? {};
    if (!style) return undefined;
    let painted = 0;
    const paint = (zoom: number) => {
      painted = zoom;
      const step = GAP * zoom;
      style.backgroundSize = `${step}px ${step}px`;
      // A dot stands in the middle of its tile.
      style.backgroundPosition = `${BEFORE - step / 2}px ${BEFORE - step / 2}px`;
    };
    const show = () => {
      const [x, y, zoom] = store.getState().transform;
      // Small dots far away are noise.
      const isFar = levelOf(zoom) === 0;
      style.visibility = isFar ? 'hidden' : '';
      if (isFar) return;
      const scale = zoom / painted;
      if (scale > MOST_SCALED || scale < 1 / MOST_SCALED) paint(zoom);
      const step = GAP * zoom;
      const place = `translate(${rest(x, step)}px, ${rest(y, step)}px)`;
      style.transform = zoom === painted ? place : `${place} scale(${zoom / painted})`;
    };
    const settled = () => {
      paint(store.getState().transform[2]);
      show();
    };
    // At rest the dots are painted at their own size.
    const still = settling(settled);
    settled();
    const stop = store.subscribe((now, before) => {
      if (now.transform === before.transform) return;
      show();
      if (now.transform[2] === painted) still.stop();
      else still.step();
    });
    return () => {
      still.stop();
      stop();
    };
  }, [store]);
  return <div ref={dots} className="grid" aria-hidden="true" />;
});
