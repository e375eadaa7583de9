/** Which rows of a long list are on the page: those in sight and some around them. */

import { useEffect, useState, type RefObject } from 'react';

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Shorter lists stand on the page whole. */
const WHOLE = 200;
/** Rows kept ready above and below. */
const SPARE = 20;

export const rowWindow = (count: number, rowHeight: number, top: number, height: number): RowWindow => {
  if (count <= WHOLE) return { first: 0, end: count };
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE);
  return { first: Math.min(first, end), end };
};

/** The window of a list that scrolls in `list`; rows are all of one height. */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [{ top, height }, setExtent] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const read = () => setExtent({ top: element.scrollTop, height: element.clientHeight });
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [list]);
  return rowWindow(count, rowHeight, top, height);
}
