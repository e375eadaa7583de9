import { describe, expect, it } from 'vitest';
import { fitted, panned, resized, uncovered } from './camera.ts';

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

  it.each([
    ['what stands below the tools', { x: 40, y: 300, width: 600, height: 290 }, undefined],
    ['what is drawn under the lower edge', { x: 40, y: 300, width: 600, height: 320 }, { x: 0, y: -28 }],
    ['what is drawn under the right edge', { x: 600, y: 10, width: 500, height: 90 }, { x: -108, y: 0 }],
    ['what is too high, no farther than its top', { x: 40, y: 20, width: 90, height: 900 }, { x: 0, y: -12 }],
  ])('takes no longer a way than needed: %s', (_, area, moved) => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(uncovered(area, view, lower)).toEqual(moved && { ...moved, zoom: 1 });
  });

  it('leaves what was just drawn where it is', () => {
    const drawnNow = { x: 40, y: 100, width: 600, height: 580 };
    const view = { x: 0, y: 0, zoom: 1 };
    const now = { width: 1000, height: 724 };
    const change = { view, now, before: large, chosen: nowhere, all: drawnNow, selected: drawnNow };
    expect(resized(change)).toBeUndefined();
  });

  it('shows a selection that a lower canvas would hide', () => {
    expect(panned(selected, whole, low)).toBeDefined();
  });
});
