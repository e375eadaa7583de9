import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindNames } from '../model/index.ts';
import { glyphOf, glyphs } from './glyphs.ts';
import { symbols } from './symbols.ts';
import { tierLooks, tierOrder } from './tiers.ts';
import { tokens, type Theme, type Token } from './tokens.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const [, light = '', dark = ''] = /:root \{(.*?)\}\s*\[data-theme='dark'\] \{(.*?)\}/s.exec(css) ?? [];

const colorsIn = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', color = '']) => [name, color]),
  );

const themeColors = (theme: Theme): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [name, pair[theme].toLowerCase()]));

/** WCAG contrast of two colours. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('tokens', () => {
  it('are the same in the style sheet and as data', () => {
    expect(colorsIn(light)).toEqual(themeColors('light'));
    expect(colorsIn(dark)).toEqual(themeColors('dark'));
  });

  const themes: readonly Theme[] = ['light', 'dark'];
  const pairs: readonly (readonly [Token, Token, number])[] = [
    ...tierOrder.flatMap((tier): (readonly [Token, Token, number])[] => {
      const { color, fill, pill, text } = tierLooks[tier];
      return [
        [color, fill, 3],
        [text, pill, 4.5],
        ['text', fill, 4.5],
        ['text-2', fill, 4.5],
      ];
    }),
    ['text', 'panel', 4.5],
    ['text-2', 'panel', 4.5],
    ['vpc-text', 'panel', 4.5],
    ['az-text', 'panel', 4.5],
    ['region-text', 'canvas', 4.5],
    ['line-strong', 'panel', 3],
    ['warn', 'panel', 3],
    ['no', 'panel', 3],
    ['unk', 'panel', 3],
    ['no-text', 'panel', 4.5],
    ['unk-text', 'panel', 4.5],
  ];
  it.each(themes.flatMap((theme) => pairs.map(([mark, ground, least]) => ({ theme, mark, ground, least }))))(
    '$theme: $mark on $ground has a contrast of $least',
    ({ theme, mark, ground, least }) => {
      expect(contrast(tokens[mark][theme], tokens[ground][theme])).toBeGreaterThanOrEqual(least);
    },
  );
});

const isPathData = (d: string): boolean => /^M[\d\s.,MmLlHhVvCcSsQqAaZz-]+$/.test(d);

describe('glyphs and symbols', () => {
  it.each(Object.entries(glyphs))('%s is path data', (_, d) => expect(isPathData(d)).toBe(true));

  it.each(Object.entries(symbols))('%s is path data', (_, parts) => {
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every(({ d }) => isPathData(d))).toBe(true);
  });

  it('have a glyph of its own for every kind', () => {
    expect(kindNames.filter((kind) => glyphOf(kind) === 'generic')).toEqual([]);
  });

  it('have one for a kind that nobody has drawn', () => {
    expect(glyphOf('quantumGateway')).toBe('generic');
    expect(glyphOf('constructor')).toBe('generic');
  });

  it('differ in shape, not only in colour', () => {
    const shapes = Object.values(symbols).map((parts) => parts.map(({ d }) => d).join());
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
