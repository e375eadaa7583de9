import { describe, expect, it } from 'vitest';
import { glyphs, symbols } from '../drawing/index.ts';
import { placedPath } from './placed-path.ts';

describe('a path in its place', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['M1 2L3 4', 'M12 24L16 28'],
    ['M1 2l3-4', 'M12 24l6 -8'],
    ['M1 2h3v4H5V6z', 'M12 24h6v8H20V32z'],
    ['M1 2c1 2 3 4 5 6', 'M12 24c2 4 6 8 10 12'],
    ['M1 2S3 4 5 6', 'M12 24S16 28 20 32'],
    ['M1 2a3.5 3.5 0 1 0 0-6.4', 'M12 24a7 7 0 1 0 0 -12.8'],
    ['M1 2A7 7 0 0118 1z', 'M12 24A14 14 0 0 1 46 22z'],
    ['M.5.5 1 1', 'M11 21 12 22'],
  ];
  it.each(cases)('%s, twice as large from 10, 20 on, is %s', (d, expected) => {
    // Between two numbers of ours there is a space, and only there.
    expect(placedPath(d, { x: 10, y: 20, scale: 2 })).toBe(expected);
  });

  const drawn = [
    ...Object.values(glyphs),
    ...Object.values(symbols).flatMap((parts) => parts.map(({ d }) => d)),
  ];
  it.each(drawn)('%s is whole when it stays where it is', (d) => {
    const numbers = (text: string) => text.match(/[-+]?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
    const placed = placedPath(d, { x: 0, y: 0, scale: 1 });
    expect(placed.replaceAll(/[^a-z]/gi, '')).toBe(d.replaceAll(/[^a-z]/gi, ''));
    expect(d).toMatch(/^M/);
    const flags = /a[^a-z]*[01]{2}/i.test(d);
    if (!flags) expect(numbers(placed)).toEqual(numbers(d));
  });
});
