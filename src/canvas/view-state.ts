/** What only the canvas knows: gestures under way, what lights up and what dims. Nothing of it is saved. */

import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { Layout, Rectangle } from '../drawing/index.ts';
import type { Guide } from './gestures/guides.ts';
import type { Kind, LocalText } from '../model/index.ts';
import type { Point } from '../app/index.ts';

/** What the chip beside the pointer says of a drop, and the container that would take it. */
export interface DropHint {
  readonly tone: 'takes' | 'refuses';
  readonly text?: LocalText;
  /** The container that lights up. */
  readonly container?: string;
  /** In client coordinates. */
  readonly at: Point;
}

/** A connection being drawn. */
export interface Connecting {
  readonly from: string;
  /** Where the line starts and ends, in canvas coordinates. */
  readonly start: Point;
  readonly end: Point;
  readonly valid: ReadonlySet<string>;
  /** The valid target under the pointer. */
  readonly over?: string;
}

/** Everything else dims. */
export interface Emphasis {
  readonly on: ReadonlySet<string>;
  readonly how: 'path' | 'finding' | 'connect';
}

export interface CanvasState {
  /** Boxes as a gesture has them; the design's own when absent. */
  readonly layout?: Layout;
  readonly dragged: ReadonlySet<string>;
  readonly drop?: DropHint;
  readonly ghost?: { readonly kind: Kind; readonly at: Point };
  /** A new container as it is being drawn. */
  readonly frame?: { readonly kind: Kind; readonly box: Rectangle };
  /** Likenesses of what is being copied, where they would stand. */
  readonly copies?: readonly { readonly key: string; readonly at: Point }[];
  readonly guides?: readonly Guide[];
  readonly marquee?: Rectangle;
  readonly connecting?: Connecting;
  readonly emphasis?: Emphasis;
  /** What the shown path goes through. */
  readonly path?: ReadonlySet<string>;
  /** Round the numbers, symbols and words of the shown path, as they are at a zoom. */
  readonly pathExtent?: (zoom: number) => Rectangle | undefined;
  /** What keeps its colours in the Exposure lens. */
  readonly exposed?: ReadonlySet<string>;
  /** Where the keyboard is. */
  readonly cursor?: string;
  /** Under the pointer. */
  readonly hovered?: string;
}

const nothing: ReadonlySet<string> = new Set();

export const canvas = createStore<CanvasState>(() => ({ dragged: nothing }));

export const useCanvas = <Part>(selector: (state: CanvasState) => Part): Part => useStore(canvas, selector);

/** Changes a part; a member given as undefined is cleared. */
export function setCanvas(change: {
  readonly [Name in keyof CanvasState]?: CanvasState[Name] | undefined;
}): void {
  canvas.setState((state) => {
    const next = { ...state, ...change };
    for (const [name, value] of Object.entries(next)) {
      if (value === undefined) Reflect.deleteProperty(next, name);
    }
    return next as CanvasState;
  }, true);
}

/** Ends whatever gesture is under way. */
export const endGesture = (): void =>
  setCanvas({
    layout: undefined,
    dragged: nothing,
    drop: undefined,
    ghost: undefined,
    frame: undefined,
    copies: undefined,
    guides: undefined,
    marquee: undefined,
    connecting: undefined,
  });
