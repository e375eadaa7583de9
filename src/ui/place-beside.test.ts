import { describe, expect, it } from 'vitest';
import { placeBeside, type FloatAlign, type FloatSide } from './place-beside.ts';

const screen = { width: 1000, height: 600 };
const box = { width: 100, height: 40 };

describe('placeBeside', () => {
  it.each<[string, { left: number; top: number }, FloatSide, FloatAlign, { left: number; top: number }]>([
    ['below, at the start', { left: 100, top: 100 }, 'bottom', 'start', { left: 100, top: 126 }],
    ['below, at the end', { left: 100, top: 100 }, 'bottom', 'end', { left: 50, top: 126 }],
    ['below, in the middle', { left: 100, top: 100 }, 'bottom', 'center', { left: 75, top: 126 }],
    ['above', { left: 100, top: 100 }, 'top', 'start', { left: 100, top: 54 }],
    ['to the right', { left: 100, top: 100 }, 'right', 'center', { left: 156, top: 90 }],
    [
      'turned up where there is no room below',
      { left: 100, top: 570 },
      'bottom',
      'start',
      { left: 100, top: 524 },
    ],
    [
      'turned down where there is no room above',
      { left: 100, top: 4 },
      'top',
      'start',
      { left: 100, top: 30 },
    ],
    ['turned left at the right edge', { left: 940, top: 100 }, 'right', 'center', { left: 834, top: 90 }],
    ['kept inside the window', { left: 980, top: 100 }, 'bottom', 'start', { left: 892, top: 126 }],
    ['kept inside at the left', { left: 0, top: 100 }, 'bottom', 'end', { left: 8, top: 126 }],
  ])('%s', (_, { left, top }, side, align, wanted) => {
    expect(placeBeside({ left, top, width: 50, height: 20 }, box, screen, { side, align, gap: 6 })).toEqual(
      wanted,
    );
  });
});
