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

/** The left panel becomes a rail. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 1199px)');

/** The inspector becomes a line over the drawer, the lenses a menu. */
export const useIsSmall = (): boolean => useMedia('(max-width: 1099px)');
