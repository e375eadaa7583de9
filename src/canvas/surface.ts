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
  /** Shifts the view, in client pixels. */
  readonly pan: (by: Point) => void;
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
