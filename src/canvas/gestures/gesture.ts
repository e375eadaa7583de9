/** How a gesture runs: from a press to its end, with a way out by Escape at every moment. */

import type { Point } from '../../app/index.ts';
import { surface } from '../surface.ts';

/** The modifier keys; Ctrl is ⌘ on macOS. */
export interface Held {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
}

/** What a pointer does after its press, in client coordinates. Exactly one of `end` and `cancel` is called. */
export interface Gesture {
  readonly move: (at: Point, held: Held) => void;
  readonly end: (at: Point, held: Held) => void;
  readonly cancel: () => void;
  /** Whether the view follows at present where the pointer comes near the rim of the canvas. */
  readonly pans?: () => boolean;
}

export interface Press {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly at: Point;
  readonly held: Held;
}

type Modifiers = Pick<PointerEvent, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

export const heldIn = ({ shiftKey, altKey, ctrlKey, metaKey }: Modifiers): Held => ({
  shift: shiftKey,
  alt: altKey,
  ctrl: ctrlKey || metaKey,
});

export const pressOf = (event: Modifiers & PointerEvent): Press => ({
  pointerId: event.pointerId,
  pointerType: event.pointerType,
  at: { x: event.clientX, y: event.clientY },
  held: heldIn(event),
});

/** How near to the rim the view begins to follow, and how far it goes in one frame. */
const RIM = 28;
const PAN_STEP = 10;

const pushAt = (value: number, from: number, to: number): number =>
  value < from + RIM ? -PAN_STEP : value > to - RIM ? PAN_STEP : 0;

let running: (() => void) | undefined;

/** Gives up the gesture that is under way, such as when a second finger comes down. */
export const cancelGesture = (): void => running?.();

/** Follows one pointer until it is let go, or until the gesture is given up. */
export function follow(gesture: Gesture, press: Press): void {
  cancelGesture();
  let { at, held } = press;
  let frame: number | undefined;

  const panAtRim = () => {
    frame = undefined;
    const canvas = surface();
    if (!canvas || gesture.pans?.() !== true) return;
    const rim = canvas.element.getBoundingClientRect();
    const by = { x: pushAt(at.x, rim.left, rim.right), y: pushAt(at.y, rim.top, rim.bottom) };
    const isInside = rim.left < at.x && at.x < rim.right && rim.top < at.y && at.y < rim.bottom;
    if (!isInside || (by.x === 0 && by.y === 0)) return;
    canvas.pan(by);
    gesture.move(at, held);
    frame = requestAnimationFrame(panAtRim);
  };

  const isOwn = (event: PointerEvent) => event.pointerId === press.pointerId;
  const onMove = (event: PointerEvent) => {
    if (!isOwn(event)) return;
    at = { x: event.clientX, y: event.clientY };
    held = heldIn(event);
    gesture.move(at, held);
    if (gesture.pans?.() === true) frame ??= requestAnimationFrame(panAtRim);
  };
  const onUp = (event: PointerEvent) => {
    if (!isOwn(event)) return;
    stop();
    gesture.end({ x: event.clientX, y: event.clientY }, heldIn(event));
  };
  const onCancel = (event: PointerEvent) => {
    if (isOwn(event)) giveUp();
  };
  const giveUp = () => {
    stop();
    gesture.cancel();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault();
      event.stopPropagation();
      giveUp();
      return;
    }
    // Alt alone would open the browser's menu.
    if (event.key === 'Alt') event.preventDefault();
    const next = heldIn(event);
    if (next.shift === held.shift && next.alt === held.alt && next.ctrl === held.ctrl) return;
    held = next;
    gesture.move(at, held);
  };
  const stop = () => {
    running = undefined;
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    window.removeEventListener('pointermove', onMove, true);
    window.removeEventListener('pointerup', onUp, true);
    window.removeEventListener('pointercancel', onCancel, true);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('keyup', onKey, true);
    window.removeEventListener('blur', giveUp);
  };

  running = giveUp;
  window.addEventListener('pointermove', onMove, true);
  window.addEventListener('pointerup', onUp, true);
  window.addEventListener('pointercancel', onCancel, true);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('keyup', onKey, true);
  window.addEventListener('blur', giveUp);
}

/** Keeps the pointer for the canvas, so that it is followed over panels and out of the window. */
export function capture({ pointerId }: Press): void {
  const element = surface()?.element;
  try {
    element?.setPointerCapture(pointerId);
  } catch {
    // The pointer has been let go meanwhile: there is nothing left to follow.
  }
}

/** Farther than this from its press a pointer drags; a finger is less steady than a mouse. */
const DISTANCE = 3;
const FINGER_DISTANCE = 8;
/** A finger that rests so long asks for the menu. */
const LONG_PRESS = 500;

export interface AfterPress {
  readonly click: (held: Held) => void;
  /** The gesture that a drag from here is; absent where there is none. */
  readonly drag?: (held: Held) => Gesture | undefined;
  /** A finger rested. */
  readonly hold?: () => void;
}

/** A press that becomes a click, a drag, or a long press: whichever comes first. */
export function afterPress(press: Press, { click, drag, hold }: AfterPress): Gesture {
  const isFinger = press.pointerType === 'touch';
  let state: 'waiting' | 'dragging' | 'over' = 'waiting';
  let dragging: Gesture | undefined;
  const timer =
    isFinger && hold
      ? setTimeout(() => {
          if (state !== 'waiting') return;
          state = 'over';
          hold();
        }, LONG_PRESS)
      : undefined;

  return {
    pans: () => state === 'dragging',
    move: (at, held) => {
      if (state === 'waiting') {
        const distance = Math.hypot(at.x - press.at.x, at.y - press.at.y);
        if (distance <= (isFinger ? FINGER_DISTANCE : DISTANCE)) return;
        clearTimeout(timer);
        dragging = drag?.(held);
        state = dragging ? 'dragging' : 'over';
        if (dragging) capture(press);
      }
      if (state === 'dragging') dragging?.move(at, held);
    },
    end: (at, held) => {
      clearTimeout(timer);
      if (state === 'waiting') click(held);
      else if (state === 'dragging') dragging?.end(at, held);
      state = 'over';
    },
    cancel: () => {
      clearTimeout(timer);
      if (state === 'dragging') dragging?.cancel();
      state = 'over';
    },
  };
}
