import { beforeEach, describe, expect, it, vi } from 'vitest';
import { beginTypeAhead, endTypeAhead } from './type-ahead.ts';

/** A page that only hears keys. */
let keys = new EventTarget();

beforeEach(() => {
  keys = new EventTarget();
  vi.stubGlobal('window', keys);
});

/** Presses a key; out: whether the page's shortcuts heard of it. */
function press(key: string, more: Readonly<Record<string, boolean>> = {}): boolean {
  let isHeard = false;
  const listen = () => {
    isHeard = true;
  };
  keys.addEventListener('keydown', listen, { once: true });
  const event = new Event('keydown', { cancelable: true });
  const stop = vi.spyOn(event, 'stopPropagation');
  keys.dispatchEvent(Object.assign(event, { key, ...more }));
  keys.removeEventListener('keydown', listen);
  return isHeard && stop.mock.calls.length === 0;
}

describe('letters that are written ahead', () => {
  it.each([
    [['w', 'e', 'b'], 'web'],
    [['w', 'r', 'Backspace', 'e', 'b'], 'web'],
    [['a', 'Delete', 'Enter'], 'a'],
    [['Backspace', 'a'], 'a'],
    [['a', 'ArrowDown', 'b'], 'ab'],
    [['a', 'Escape'], ''],
  ])('%j are %j', (pressed, wanted) => {
    beginTypeAhead();
    for (const key of pressed) press(key);
    expect(endTypeAhead()).toBe(wanted);
  });

  it.each([
    ['d', {}, false],
    ['Delete', {}, false],
    ['Backspace', {}, false],
    ['ArrowDown', {}, true],
    ['d', { ctrlKey: true }, true],
  ] as const)('%s with %j: do shortcuts hear of it? %s', (key, more, wanted) => {
    beginTypeAhead();
    expect(press(key, more)).toBe(wanted);
    endTypeAhead();
  });

  it('are given up on Escape', () => {
    beginTypeAhead();
    press('Escape');
    expect(press('d')).toBe(true);
  });
});
