/** Where something that floats stands beside what it belongs to: on the wished side if there is room, inside the window always. */

export type FloatSide = 'top' | 'bottom' | 'left' | 'right';
export type FloatAlign = 'start' | 'center' | 'end';

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly side: FloatSide;
  readonly align: FloatAlign;
  readonly gap: number;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Kept free along the window's edges. */
const MARGIN = 8;

const opposite: Readonly<Record<FloatSide, FloatSide>> = {
  top: 'bottom',
  bottom: 'top',
  left: 'right',
  right: 'left',
};

/** The top left corner of the floating box, in window coordinates. */
export function placeBeside(
  anchor: Rect,
  floating: Extent,
  window: Extent,
  { side, align, gap }: Placement,
): { readonly left: number; readonly top: number } {
  const rooms: Readonly<Record<FloatSide, number>> = {
    top: anchor.top,
    bottom: window.height - anchor.top - anchor.height,
    left: anchor.left,
    right: window.width - anchor.left - anchor.width,
  };
  const needed = (side === 'top' || side === 'bottom' ? floating.height : floating.width) + gap + MARGIN;
  const other = opposite[side];
  const chosen = rooms[side] < needed && rooms[other] > rooms[side] ? other : side;
  const along = (start: number, length: number, own: number): number =>
    align === 'start' ? start : align === 'end' ? start + length - own : start + (length - own) / 2;
  const at = {
    top: { left: along(anchor.left, anchor.width, floating.width), top: anchor.top - gap - floating.height },
    bottom: { left: along(anchor.left, anchor.width, floating.width), top: anchor.top + anchor.height + gap },
    left: {
      left: anchor.left - gap - floating.width,
      top: along(anchor.top, anchor.height, floating.height),
    },
    right: { left: anchor.left + anchor.width + gap, top: along(anchor.top, anchor.height, floating.height) },
  }[chosen];
  const within = (value: number, own: number, whole: number): number =>
    Math.max(MARGIN, Math.min(value, whole - MARGIN - own));
  return {
    left: Math.round(within(at.left, floating.width, window.width)),
    top: Math.round(within(at.top, floating.height, window.height)),
  };
}

/** Puts an element beside another; it must be laid out already, so that its size is known. */
export function standBeside(element: HTMLElement, anchor: Element, placement: Placement): void {
  const { width, height } = element.getBoundingClientRect();
  const { left, top } = placeBeside(
    anchor.getBoundingClientRect(),
    { width, height },
    { width: innerWidth, height: innerHeight },
    placement,
  );
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
