/** Small facts about the whole design, counted once for each design and not for each move of the pointer. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import { factsOf, type DrawingFacts } from '../../drawing/index.ts';

/** Whether nothing is drawn; stops at the first resource. */
export const useIsEmpty = (): boolean =>
  useApp(({ design }) => {
    for (const id in design.resources) if (Object.hasOwn(design.resources, id)) return false;
    return true;
  });

export function useResourceCount(): number {
  const resources = useApp(({ design }) => design.resources);
  return useMemo(() => Object.keys(resources).length, [resources]);
}

/** What one pass over the design tells: which card stands for which interface, public addresses, tables. */
export function useFacts(): DrawingFacts {
  const design = useApp((state) => state.design);
  return useMemo(() => factsOf(design), [design]);
}
