import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPress, type Gesture, type Held, type Press } from './gesture.ts';

const nothingHeld: Held = { shift: false, alt: false, ctrl: false };

/** What a gesture was told, in order. */
function recorded(pointerType: 'mouse' | 'touch'): { readonly gesture: Gesture; readonly told: string[] } {
  const told: string[] = [];
  const press: Press = { pointerId: 1, pointerType, at: { x: 0, y: 0 }, held: nothingHeld };
  const gesture = afterPress(press, {
    click: () => told.push('click'),
    drag: () => ({
      move: ({ x, y }) => told.push(`drag ${x},${y}`),
      end: ({ x, y }) => told.push(`drop ${x},${y}`),
      cancel: () => told.push('cancel'),
    }),
    hold: () => told.push('hold'),
  });
  return { gesture, told };
}

/** `move 5,0`, `end 5,0`, `cancel`, `wait 600`. */
function play(gesture: Gesture, script: string): void {
  for (const line of script.split('; ')) {
    const [verb = '', rest = ''] = line.split(' ');
    const [x = 0, y = 0] = rest.split(',').map(Number);
    if (verb === 'move') gesture.move({ x, y }, nothingHeld);
    else if (verb === 'end') gesture.end({ x, y }, nothingHeld);
    else if (verb === 'cancel') gesture.cancel();
    else vi.advanceTimersByTime(x);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  return undefined;
});
afterEach(() => {
  vi.useRealTimers();
  return undefined;
});

describe('a press', () => {
  const cases: readonly (readonly ['mouse' | 'touch', string, readonly string[]])[] = [
    ['mouse', 'end 0,0', ['click']],
    ['mouse', 'move 2,2; end 2,2', ['click']],
    ['mouse', 'move 5,0; move 9,0; end 9,0', ['drag 5,0', 'drag 9,0', 'drop 9,0']],
    ['mouse', 'move 5,0; move 0,0; end 0,0', ['drag 5,0', 'drag 0,0', 'drop 0,0']],
    ['mouse', 'move 5,0; cancel', ['drag 5,0', 'cancel']],
    ['mouse', 'cancel', []],
    ['mouse', 'wait 600; end 0,0', ['click']],
    ['touch', 'move 5,0; end 5,0', ['click']],
    ['touch', 'move 9,0; end 9,0', ['drag 9,0', 'drop 9,0']],
    ['touch', 'wait 600; end 0,0', ['hold']],
    ['touch', 'wait 600; move 20,0; end 20,0', ['hold']],
    ['touch', 'wait 300; move 20,0; wait 600; end 20,0', ['drag 20,0', 'drop 20,0']],
    ['touch', 'wait 300; cancel; wait 600', []],
  ];
  it.each(cases)('of a %s: %s → %j', (pointerType, script, expected) => {
    const { gesture, told } = recorded(pointerType);
    play(gesture, script);
    expect(told).toEqual(expected);
  });
});
