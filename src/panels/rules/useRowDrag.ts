/** Rows dragged by their grip: a line shows where the row would come to stand. Alt and the arrows do the same. */

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';

interface RowDragOptions {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly canMove: boolean;
  readonly onMove: (row: string, by: number) => void;
}

interface Drag {
  readonly row: string;
  /** How many places up or down. */
  readonly by: number;
}

export function useRowDrag({ table, canMove, onMove }: RowDragOptions) {
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  /** The rows that can be moved, as they stand. */
  const movable = (): readonly HTMLElement[] => [
    ...(table.current?.querySelectorAll<HTMLElement>('[data-movable]') ?? []),
  ];

  const start = (row: string, event: PointerEvent<HTMLElement>) => {
    if (!canMove || event.button !== 0) return;
    event.preventDefault();
    const rows = movable();
    const from = rows.findIndex((element) => element.dataset['movable'] === row);
    if (from < 0) return;
    let by = 0;
    const follow = (moved: globalThis.PointerEvent) => {
      const middles = rows.map((element) => {
        const { top, height } = element.getBoundingClientRect();
        return top + height / 2;
      });
      const above = middles.filter((middle, at) => at !== from && middle < moved.clientY).length;
      by = above - from;
      setDrag({ row, by });
    };
    const end = (how: 'dropped' | 'given up') => {
      stop.current?.();
      setDrag(undefined);
      if (how === 'dropped' && by !== 0) onMove(row, by);
    };
    const drop = () => end('dropped');
    const giveUp = () => end('given up');
    const onKey = (pressed: globalThis.KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      giveUp();
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('keydown', onKey, true);
    stop.current = () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', onKey, true);
      stop.current = undefined;
    };
    setDrag({ row, by: 0 });
  };

  /** Where the line stands, for a row that it touches. */
  const dropMark = (row: string): 'above' | 'below' | 'carried' | undefined => {
    if (!drag) return undefined;
    if (drag.row === row) return 'carried';
    const keys = movable().map((element) => element.dataset['movable']);
    const from = keys.indexOf(drag.row);
    if (drag.by === 0 || keys[from + drag.by] !== row) return undefined;
    return drag.by < 0 ? 'above' : 'below';
  };

  return { start, dropMark };
}
