/** After a fix was made: the new verdict is what is looked at, wherever the panel was scrolled to. */

import { useEffect, useRef, type RefObject } from 'react';
import type { ReachAnswer } from '../../engine/index.ts';
import { app, appState } from '../../app/index.ts';

/**
 * @param answered what scrolls, with the verdict in it
 * @param reach the answer, once it is about the present design
 */
export function useVerdictAfterFix(
  answered: RefObject<HTMLElement | null>,
  reach: ReachAnswer | undefined,
): void {
  const isFixed = useRef(false);

  // By its button or by key: the step that was taken is the fix that was weighed.
  useEffect(
    () =>
      app.onDesignChange(() => {
        const { history, view } = appState();
        const { weighed } = view;
        if (weighed && history.undo.at(-1)?.label === weighed.title) isFixed.current = true;
      }),
    [],
  );

  useEffect(() => {
    const { current } = answered;
    if (!reach || !current || !isFixed.current) return;
    isFixed.current = false;
    current.scrollTo({ top: 0 });
    // The button that was pressed is gone, or stands for another fix by now.
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (isLost || current.parentElement?.contains(activeElement) === true) {
      current.querySelector<HTMLElement>('[role="status"]')?.focus({ preventScroll: true });
    }
  }, [answered, reach]);
}
