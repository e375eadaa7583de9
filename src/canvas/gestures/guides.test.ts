import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../drawing/index.ts';
import { linedUpWith } from './guides.ts';

/** `x,y` of a card, `x,y,w,h` of anything. */
const box = (text: string): Rectangle => {
  const [x = 0, y = 0, width = 100, height = 40] = text.split(',').map(Number);
  return { x, y, width, height };
};
const boxes = (text: string): Rectangle[] => text.split(' ').filter(Boolean).map(box);

describe('guides', () => {
  const shifts: readonly (readonly [string, string, string, number, string])[] = [
    // box, others, shift of x and y, reach, what it is
    ['3,200', '0,0', '-3,-', 6, 'left to left'],
    ['7,200', '0,0', '-,-', 6, 'out of reach'],
    ['7,200', '0,0', '-7,-', 12, 'half as near: twice the reach'],
    ['104,200', '0,0', '-4,-', 6, 'left to right'],
    ['-97,200', '0,0', '-3,-', 6, 'right to left'],
    ['300,2', '0,0', '-,-2', 6, 'top to top'],
    ['300,38', '0,0', '-,2', 6, 'top to bottom'],
    ['22,200,60,40', '0,0', '-2,-', 6, 'centre to centre'],
    ['48,200,60,40', '0,0', '-,-', 6, 'an edge does not line up with a centre'],
    ['243,0', '0,0 120,0', '-3,0', 6, 'the same gap behind two others'],
    ['-117,0', '0,0 120,0', '-3,0', 6, 'the same gap before two others'],
    ['158,0', '0,0 320,0', '2,0', 6, 'in the middle between two others'],
    ['243,200', '0,0 120,0', '-,-', 6, 'gaps count in one row only'],
    ['4,3', '0,0', '-4,-3', 6, 'both axes'],
    ['4,3', '', '-,-', 6, 'nothing to line up with'],
  ];
  it.each(shifts)('%s beside %s shifts by %s within %d: %s', (own, others, expected, reach) => {
    const { dx, dy } = linedUpWith(box(own), boxes(others), reach);
    expect(`${dx ?? '-'},${dy ?? '-'}`).toBe(expected);
  });

  it('takes the nearest of several', () => {
    expect(linedUpWith(box('4,200'), boxes('0,0 3,100'), 6).dx).toBe(-1);
  });

  it('draws a line through all that share it', () => {
    expect(linedUpWith(box('3,200'), boxes('0,0 0,100'), 6).guides).toContainEqual({
      kind: 'line',
      axis: 'x',
      at: 0,
      from: 0,
      to: 240,
    });
  });

  it('draws both of two equal gaps', () => {
    const gaps = linedUpWith(box('243,0'), boxes('0,0 120,0'), 6).guides.filter(({ kind }) => kind === 'gap');
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [100, 120],
      [220, 240],
    ]);
  });

  it('draws nothing where nothing lines up', () => {
    expect(linedUpWith(box('50,200'), boxes('0,0'), 6).guides).toEqual([]);
  });
});
