/** New rows in which nothing was typed go when their table is left. */

import { useEffect, useRef, type RefObject } from 'react';
import { dropBlankRows } from './editing.ts';
import type { Sheet } from './sheet.ts';

/** Returns what is called when the focus leaves the table. */
export function useBlankRows(
  table: RefObject<HTMLTableElement | null>,
  sheet: Sheet | undefined,
): () => void {
  const present = useRef(sheet);
  useEffect(() => {
    present.current = sheet;
  });

  const key = sheet?.key;
  useEffect(
    () => () => {
      const { current } = present;
      if (current && current.key === key) dropBlankRows(current);
    },
    [key],
  );

  return () => {
    // Once the press or the key that led away is over: what is pressed stays where it is until then.
    const end = (): void => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('keyup', end);
      setTimeout(() => {
        const isBack = table.current?.contains(document.activeElement) === true;
        if (present.current && !isBack) dropBlankRows(present.current);
      });
    };
    window.addEventListener('pointerup', end);
    window.addEventListener('keyup', end);
  };
}
