/** Keeps the hop where a packet stops in sight: below the verdict, above the fix, however high either is. */

import { useEffect, type RefObject } from 'react';
import type { ReachAnswer } from '../../engine/index.ts';

/**
 * @param answered what scrolls; the hop in it bears `data-stop`
 * @param reach the answer that is shown
 */
export function useStopInView(answered: RefObject<HTMLElement | null>, reach: ReachAnswer): void {
  useEffect(() => {
    const { current } = answered;
    if (!current || reach.verdict === 'reachable') return undefined;
    // The fix below is told later, and grows when it is looked at. A hand that scrolls is left alone.
    const watch = new ResizeObserver(() => {
      current.querySelector('[data-stop]')?.scrollIntoView({ block: 'nearest' });
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [answered, reach]);
}
