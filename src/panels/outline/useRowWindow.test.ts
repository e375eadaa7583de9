import { describe, expect, it } from 'vitest';
import { rowWindow } from './useRowWindow.ts';

describe('rowWindow', () => {
  it.each([
    ['a short list is whole', 200, 0, 540, { first: 0, end: 200 }],
    ['the beginning of a long one', 1000, 0, 540, { first: 0, end: 40 }],
    ['its middle', 1000, 2700, 540, { first: 80, end: 140 }],
    ['its end', 1000, 26_460, 540, { first: 960, end: 1000 }],
    ['scrolled past an end that came nearer', 300, 27_000, 540, { first: 300, end: 300 }],
  ])('%s', (_, count, top, height, wanted) => {
    expect(rowWindow(count, 27, top, height)).toEqual(wanted);
  });
});
