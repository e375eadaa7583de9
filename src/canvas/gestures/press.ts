/** What a press on the canvas begins: told from the tool, and from what is under the pointer. */

import { app, appState, type Point } from '../../app/index.ts';
import { containerAt, itemAt } from '../hit.ts';
import { surface } from '../surface.ts';
import { connectGesture } from './connect.ts';
import { drawGesture } from './draw.ts';
import { afterPress, cancelGesture, capture, follow, pressOf, type Gesture, type Press } from './gesture.ts';
import { draggedWith, moveGesture } from './move.ts';
import { isGrip, resizeGesture } from './resize.ts';
import { clickAgain, clickGround, clickThing, marqueeGesture } from './select.ts';

/** What of the canvas was pressed. */
type Target =
  | { readonly on: 'handle' | 'thing'; readonly id: string }
  | { readonly on: 'grip'; readonly id: string; readonly grip: string }
  | { readonly on: 'ground' };

function targetOf(element: EventTarget | null): Target | undefined {
  if (!(element instanceof Element)) return undefined;
  const id = element.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  if (id === undefined) return element.classList.contains('react-flow__pane') ? { on: 'ground' } : undefined;
  const part = element.closest<HTMLElement>('[data-grip], [data-handle]')?.dataset;
  if (part?.['grip'] !== undefined) return { on: 'grip', id, grip: part['grip'] };
  return part?.['handle'] === undefined ? { on: 'thing', id } : { on: 'handle', id };
}

/** A second press so soon and so near is a double click, or a double tap. */
const AGAIN = { milliseconds: 400, distance: 8 } as const;

let last: { readonly id: string; readonly at: Point; readonly time: number } | undefined;

function isAgain(id: string, { at, held }: Press, time: number): boolean {
  const before = last;
  // With a key held a click means something else, however soon it comes.
  last = held.ctrl || held.shift || held.alt ? undefined : { id, at, time };
  if (last === undefined) return false;
  const isSecond =
    before?.id === id &&
    time - before.time < AGAIN.milliseconds &&
    Math.hypot(at.x - before.at.x, at.y - before.at.y) < AGAIN.distance;
  // A third click begins anew.
  if (isSecond) last = undefined;
  return isSecond;
}

/** A finger that rested: what is there is selected and its menu opens. */
function openMenu(target: EventTarget | null, at: Point): void {
  const event = { bubbles: true, cancelable: true, clientX: at.x, clientY: at.y, button: 2 };
  target?.dispatchEvent(new MouseEvent('contextmenu', event));
}

const fingers = new Set<number>();

/** Two fingers move the view: whatever one of them had begun is given up. */
function isSecondFinger(event: PointerEvent): boolean {
  if (event.pointerType !== 'touch') return false;
  fingers.add(event.pointerId);
  const lift = (up: PointerEvent) => {
    if (up.pointerId !== event.pointerId) return;
    fingers.delete(event.pointerId);
    window.removeEventListener('pointerup', lift, true);
    window.removeEventListener('pointercancel', lift, true);
  };
  window.addEventListener('pointerup', lift, true);
  window.addEventListener('pointercancel', lift, true);
  if (fingers.size < 2) return false;
  cancelGesture();
  return true;
}

/** Begins what a press means; out: whether the canvas has taken it. */
export function press(event: PointerEvent): boolean {
  if (isSecondFinger(event) || event.button !== 0) return false;
  const target = targetOf(event.target);
  const { tool, drawing } = appState().view;
  if (!target || tool === 'hand') return false;
  const pressed = pressOf(event);
  const gesture =
    tool === 'draw' && drawing !== undefined
      ? drawGesture(drawing, pressed)
      : tool === 'connect'
        ? connecting(pressed)
        : selecting(target, pressed, event);
  if (!gesture) return false;
  // The mouse events that follow a tap would take the focus from a field that it opens.
  if (event.pointerType === 'touch') event.preventDefault();
  surface()?.element.focus({ preventScroll: true });
  follow(gesture, pressed);
  return true;
}

function connecting(pressed: Press): Gesture | undefined {
  const canvas = surface();
  const item = canvas && itemAt(canvas.model(), canvas.toCanvas(pressed.at));
  return item && connectGesture(item.key, pressed.at);
}

function selecting(target: Target, pressed: Press, event: PointerEvent): Gesture | undefined {
  const canvas = surface();
  if (!canvas) return undefined;
  const { at } = pressed;
  if (target.on === 'grip') {
    if (!isGrip(target.grip)) return undefined;
    capture(pressed);
    return resizeGesture(target.id, target.grip, at);
  }
  const model = canvas.model();
  const point = canvas.toCanvas(at);
  if (target.on === 'handle') {
    const { id } = target;
    return afterPress(pressed, {
      click: (held) => clickThing(model, id, point, held),
      drag: () => connectGesture(id, at),
    });
  }
  const hold = () => {
    if (key !== '' && !appState().selection.includes(key)) clickThing(model, key, point, pressed.held);
    openMenu(event.target, at);
  };
  // A selected container takes presses all over; those on what stands in it are not for it.
  const isInner =
    target.on === 'thing' &&
    model.items.get(target.id)?.form === 'container' &&
    !(event.target instanceof Element && event.target.classList.contains('grip')) &&
    containerAt(model, point).id !== target.id;
  const onGround = target.on === 'ground' || isInner;
  const key = onGround ? (itemAt(model, point)?.key ?? '') : target.id;
  const isSecond = isAgain(key, pressed, event.timeStamp);
  if (onGround) {
    return afterPress(pressed, {
      click: (held) => {
        if (isSecond && key !== '') clickAgain(model, key, point);
        else clickGround(model, point, held);
      },
      drag: (held) => marqueeGesture(at, held.shift ? 'adds' : 'replaces'),
      hold,
    });
  }
  const { id } = target;
  const isMovable = model.items.get(id)?.form !== 'frame' && model.items.get(id)?.ghost !== true;
  return afterPress(pressed, {
    click: (held) => {
      if (isSecond) clickAgain(model, id, point);
      else clickThing(model, id, point, held);
    },
    ...(isMovable
      ? {
          drag: () => {
            const { selection, design } = appState();
            const keys = draggedWith(model, id, selection);
            const resources = keys.filter((other) => Object.hasOwn(design.resources, other));
            if (!selection.includes(id)) app.select(resources);
            return moveGesture({ pressed: id, keys, from: at });
          },
        }
      : {}),
    hold,
  });
}
