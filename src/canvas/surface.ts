/** What gestures need of the canvas that is on the page: its model and the way between client and canvas coordinates. */

import type { Point } from '../app/index.ts';
import type { CanvasModel } from './model.ts';

export interface Surface {
  readonly model: () => CanvasModel;
  /** From client to canvas coordinates. */
  readonly toCanvas: (point: Point) => Point;
  readonly toClient: (point: Point) => Point;
  /** Whether a client point lies on the canvas and not on a panel. */
  readonly isOver: (point: Point) => boolean;
  readonly element: HTMLElement;
}

let present: Surface | undefined;

/** The canvas on the page, if there is one. */
export const surface = (): Surface | undefined => present;

export function announceSurface(next: Surface): () => void {
  present = next;
  return () => {
    if (present === next) present = undefined;
  };
}

/** Follows a pointer until it is let go; Escape cancels. */
export function followPointer(handlers: {
  readonly move: (event: PointerEvent) => void;
  readonly end: (event: PointerEvent) => void;
  readonly cancel: () => void;
}): void {
  const stop = () => {
    window.removeEventListener('pointermove', handlers.move, true);
    window.removeEventListener('pointerup', end, true);
    window.removeEventListener('pointercancel', cancel, true);
    window.removeEventListener('keydown', onKey, true);
  };
  const end = (event: PointerEvent) => {
    stop();
    handlers.end(event);
  };
  const cancel = () => {
    stop();
    handlers.cancel();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  window.addEventListener('pointermove', handlers.move, true);
  window.addEventListener('pointerup', end, true);
  window.addEventListener('pointercancel', cancel, true);
  window.addEventListener('keydown', onKey, true);
}
