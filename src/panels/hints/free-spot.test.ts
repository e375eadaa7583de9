import { describe, expect, it } from 'vitest';
import { freeSpot, type Box, type Drawn } from './free-spot.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const anchor = box(400, 400, 100, 40);
const size = { width: 100, height: 40 };
const page = { width: 1000, height: 800 };
const onTop = { left: 400, top: 352 };
const onTheRight = { left: 508, top: 400 };

describe('where a hint may stand', () => {
  it.each<[string, Partial<Drawn>, { readonly left: number; readonly top: number } | undefined]>([
    ['nothing drawn', {}, onTop],
    ['a card far off', { solids: [box(0, 0, 120, 48)] }, onTop],
    ['a card on the wished side', { solids: [box(380, 340, 120, 48)] }, onTheRight],
    ['a line through the wished side', { solids: [box(450, 0, 2, 800)] }, onTheRight],
    ['a card that would only just touch', { solids: [box(380, 340, 17, 10)] }, onTheRight],
    ['a frame all around', { frames: [box(100, 100, 800, 600)] }, onTop],
    ['the outline of a frame', { frames: [box(100, 100, 800, 270)] }, onTheRight],
    ['cards everywhere', { solids: [box(0, 0, 1000, 800)] }, undefined],
  ])('%s', (_, drawn, expected) =>
    expect(
      freeSpot({ anchor, side: 'top', align: 'center' }, size, page, { solids: [], frames: [], ...drawn }),
    ).toEqual(expected),
  );

  it('is not on the thing itself where the window ends', () => {
    const whole = box(0, 0, 1000, 800);
    expect(
      freeSpot({ anchor: whole, side: 'right', align: 'center' }, size, page, { solids: [], frames: [] }),
    ).toBeUndefined();
  });
});
