/** One tab stop for a list: arrows, Home and End move within, found by an attribute of its items. */

import { useCallback, type KeyboardEvent } from 'react';

/** A key handler for the element that holds the items; items carry `data-roving` and their own tabIndex. */
export function useRovingFocus(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
    const present = items.findIndex((item) => item === document.activeElement);
    if (present < 0) return;
    const target = targetOf(event.key, present, items.length);
    if (target === undefined) return;
    event.preventDefault();
    items[target]?.focus();
  }, []);
}

function targetOf(key: string, present: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(present + 1, count - 1);
    case 'ArrowUp':
      return Math.max(present - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
