/** The edge between two panels: dragged, moved with the arrow keys, put back by a double click. */

import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { classes } from './classes.ts';
import styles from './Splitter.module.css';

interface SplitterProps {
  readonly label: string;
  /** The side of the panel that this edge is on: it grows away from it. */
  readonly edge: 'left' | 'right' | 'top';
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly normal: number;
  readonly onResize: (size: number) => void;
}

const STEP = 16;

export function Splitter({ label, edge, size, min, max, normal, onResize }: SplitterProps) {
  const start = useRef<{ readonly at: number; readonly size: number } | undefined>(undefined);
  const vertical = edge !== 'top';
  const along = (event: PointerEvent) => (vertical ? event.clientX : event.clientY);
  const grows = edge === 'right' ? 1 : -1;
  const set = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))));

  const onKeyDown = (event: KeyboardEvent) => {
    const forward = vertical ? 'ArrowRight' : 'ArrowDown';
    const backward = vertical ? 'ArrowLeft' : 'ArrowUp';
    if (event.key === forward) set(size + STEP * grows);
    else if (event.key === backward) set(size - STEP * grows);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else if (event.key === 'Enter') set(normal);
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={classes(styles.splitter, styles[edge])}
      onKeyDown={onKeyDown}
      onDoubleClick={() => set(normal)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (start.current) set(start.current.size + (along(event) - start.current.at) * grows);
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onPointerCancel={() => {
        start.current = undefined;
      }}
    />
  );
}
