/** The dots behind everything: one tile that the compositor shifts, painted anew only when the zoom changes. */

import { useStoreApi } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';

const GAP = 24;

/** The rest of a division that is never negative. */
const rest = (value: number, by: number): number => ((value % by) + by) % by;

export const Grid = memo(function Grid() {
  const dots = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    const { style } = dots.current ?? {};
    if (!style) return undefined;
    let drawn = 0;
    const show = () => {
      const [x, y, zoom] = store.getState().transform;
      const step = GAP * zoom;
      if (zoom !== drawn) style.backgroundSize = `${step}px ${step}px`;
      drawn = zoom;
      style.transform = `translate(${rest(x + step / 2, step)}px, ${rest(y + step / 2, step)}px)`;
    };
    show();
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform) show();
    });
  }, [store]);
  return <div ref={dots} className="grid" aria-hidden="true" />;
});
