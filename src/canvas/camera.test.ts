import { describe, expect, it } from 'vitest';
import { fitted, panned, resized } from './camera.ts';

const all = { x: 0, y: 0, width: 1000, height: 600 };
const selected = { x: 40, y: 520, width: 112, height: 48 };
const large = { width: 1000, height: 760 };
const lower = { width: 1000, height: 600 };
const low = { width: 1000, height: 200 };
const whole = fitted(all, large);
const byHand = { x: -400, y: 0, zoom: 1.2 };
const nowhere = undefined;

describe('the view of a canvas that changes its size', () => {
  it.each([
    ['stays whole', { view: whole, now: lower, selected }, fitted(all, lower)],
    [
      'stays whole with nothing selected, however small',
      { view: whole, now: low, selected: nowhere },
      fitted(all, low),
    ],
    [
      'keeps its size and shows the selection where the whole could not be read',
      { view: whole, now: low, selected },
      panned(selected, whole, low),
    ],
    [
      'becomes whole again as the canvas grows',
      { view: byHand, chosen: byHand, before: low, now: large, selected },
      whole,
    ],
    ['stays where a hand has put it', { view: byHand, now: lower, selected: nowhere }, nowhere],
    [
      'does not go after a selection that was out of sight',
      { view: byHand, now: low, selected: { ...selected, x: 5000 } },
      nowhere,
    ],
  ])('%s', (_, change, expected) => {
    expect(resized({ before: large, chosen: nowhere, all, ...change })).toEqual(expected);
  });

  it('shows a selection that a lower canvas would hide', () => {
    expect(panned(selected, whole, low)).toBeDefined();
  });
});
