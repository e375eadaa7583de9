/** The parts of the page that F6 goes round, in reading order. */

import type { PageRegion } from '../../app/index.ts';

const order: readonly PageRegion[] = ['top', 'left', 'canvas', 'right', 'drawer', 'status'];

/** What a region's element carries so that it is found and can hold the focus. */
export const regionProps = (region: PageRegion) => ({ 'data-region': region, tabIndex: -1 }) as const;

const elementOf = (region: PageRegion): HTMLElement | null =>
  document.querySelector(`[data-region="${region}"]`);

/** What takes the focus first within a region: its own stop, else the first control but its edge, else the region itself. */
function entryOf(region: HTMLElement): HTMLElement {
  return (
    region.querySelector<HTMLElement>('[data-region-entry]') ??
    region.querySelector<HTMLElement>(
      '[tabindex="0"]:not([role="separator"]), button:not([tabindex="-1"]):not(:disabled), input, select, a[href]',
    ) ??
    region
  );
}

/** What takes the focus in a region, once something stands in it. */
export function entryIn(region: PageRegion): HTMLElement | undefined {
  const element = elementOf(region);
  return element && element.childElementCount > 0 ? entryOf(element) : undefined;
}

export function focusRegion(region: PageRegion): void {
  const element = elementOf(region);
  if (element) entryOf(element).focus();
}

/** Carries the focus to the next region or back. */
export function cycleRegion(step: 1 | -1): void {
  const present = order.filter((region) => elementOf(region));
  const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'];
  const index = present.findIndex((region) => region === here);
  const start = index < 0 && step < 0 ? 0 : index;
  const next = present[(start + step + present.length) % present.length];
  if (next) focusRegion(next);
}

/** Frames that are waited for what a panel that is fetched first will show. */
const FRAMES = 120;

/** Puts the focus on an element as soon as it is on the page. */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  let left = FRAMES;
  const look = () => {
    const element = find();
    left -= 1;
    if (element) element.focus();
    else if (left > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
