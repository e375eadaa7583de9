/** Whether a media query holds, followed as it changes. */

import { useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const list = matchMedia(query);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    () => matchMedia(query).matches,
  );
}

const NARROW = '(max-width: 1199px)';
const SMALL = '(max-width: 1099px)';
const TINY = '(max-width: 799px)';

/** The left panel becomes a rail. */
export const useIsNarrow = (): boolean => useMedia(NARROW);
export const isNarrowNow = (): boolean => matchMedia(NARROW).matches;

/** The inspector becomes a line over the drawer, the lenses a menu. */
export const useIsSmall = (): boolean => useMedia(SMALL);
export const isSmallNow = (): boolean => matchMedia(SMALL).matches;

/** Too small to draw on: the design is looked at. */
export const useIsTiny = (): boolean => useMedia(TINY);
