/** The parts of the page that F6 goes round, in reading order. */

import { useEffect } from 'react';

export type Region = 'top' | 'left' | 'canvas' | 'right' | 'drawer' | 'status';

const order: readonly Region[] = ['top', 'left', 'canvas', 'right', 'drawer', 'status'];

/** What a region's element carries so that it is found and can hold the focus. */
export const regionProps = (region: Region) => ({ 'data-region': region, tabIndex: -1 }) as const;

const elementOf = (region: Region): HTMLElement | null => document.querySelector(`[data-region="${region}"]`);

/** What takes the focus first within a region: its own stop, else the first control, else the region itself. */
function entryOf(region: HTMLElement): HTMLElement {
  const first = region.querySelector<HTMLElement>(
    '[data-region-entry], [tabindex="0"], button:not([tabindex="-1"]):not(:disabled), input, select, a[href]',
  );
  return first ?? region;
}

export function focusRegion(region: Region): void {
  const element = elementOf(region);
  if (element) entryOf(element).focus();
}

/** F6 and Shift F6 carry the focus from region to region. */
export function useRegionCycling(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const present = order.filter((region) => elementOf(region));
      const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'];
      const index = present.findIndex((region) => region === here);
      const step = event.shiftKey ? -1 : 1;
      const start = index < 0 && event.shiftKey ? 0 : index;
      const next = present[(start + step + present.length) % present.length];
      if (next) focusRegion(next);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
