import { describe, expect, it } from 'vitest';
import { compareNaturally, sortNaturally } from './natural-order.ts';
import { middleEllipsis, textWidth, visibleText } from './text.ts';

describe('text width', () => {
  it.each([
    // text, size, weight, width as Chromium lays it out with Inter, tabular figures, -0.006em
    ['10.0.10.11', 11, 400, 58.14],
    ['public-a', 13, 600, 53.83],
    ['Egress', 11, 600, 35.88],
    ['ap-northeast-1a', 11, 500, 90.25],
    ['2001:db8:1200:30::/64', 11, 400, 123.55],
    ['an-instance-with-far-too-long', 12, 600, 185.61],
    ['', 13, 400, 0],
  ] as const)('%s at %i/%i is %f, but for kerning', (text, size, weight, width) => {
    expect(Math.abs(textWidth(text, size, weight) - width)).toBeLessThanOrEqual(width * 0.015);
  });

  it.each([
    ['Japanese at its full width', 'サブネット', 5],
    ['half-width katakana at half', 'ｻﾌﾞﾈｯﾄ', 3],
    ['an emoji as one wide character', '🚀', 1.3],
    ['nothing for a joiner or a combining mark', '\u200d\u0301', 0],
    ['what is not measured at a guess', 'ሀ', 0.7],
  ])('takes %s', (_, text, ems) => {
    expect(textWidth(text, 10)).toBeCloseTo(ems * 10);
  });

  it('gives every figure the same room', () => {
    expect(new Set(Array.from('0123456789', (digit) => textWidth(digit, 12))).size).toBe(1);
  });
});

describe('middle ellipsis', () => {
  it.each([
    ['web-1', 100, 'web-1'],
    ['a-very-long-instance-name', 90, 'a-ver…-name'],
    ['abcdef', 12, '…'],
    ['abcdef', 5, ''],
  ])('%s in %i', (text, room, expected) => {
    expect(middleEllipsis(text, room, 12, 600)).toBe(expected);
  });

  it('never cuts a family in two', () => {
    const family = '👨‍👩‍👧‍👦';
    const result = middleEllipsis(family.repeat(5), 240, 12);
    expect(textWidth(result, 12)).toBeLessThanOrEqual(240);
    expect(result.replaceAll(family, '').replace('…', '')).toBe('');
  });

  it('shortens ten thousand characters at once (B-25)', () => {
    const result = middleEllipsis('x'.repeat(10_000), 100, 12);
    expect(result).toMatch(/^x+…x+$/);
    expect(textWidth(result, 12)).toBeLessThanOrEqual(100);
  });
});

describe('visible text (B-25)', () => {
  it.each([
    ['plain', 'web-1', 'web-1'],
    ['a direction override as a mark', 'gnp\u202ecod', 'gnp[RLO]cod'],
    ['isolates as marks', '\u2066a\u2069', '[LRI]a[PDI]'],
    ['NUL and other control characters gone', 'a\u0000b\u0007c\u009fd', 'abcd'],
    ['line breaks as one space', 'a\r\nb\u2028c', 'a b c'],
    ['emoji with joiners as they are', '👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%s', (_, text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });
});

describe('natural order', () => {
  it.each([
    ['app-2', 'app-10'],
    ['10.0.2.0/24', '10.0.10.0/24'],
    ['a', 'b'],
    ['a', 'a1'],
    ['a01', 'a1'],
    ['a1b', 'a01c'],
    ['', 'a'],
    ['99999999999999999999998', '99999999999999999999999'],
  ])('%s before %s', (left, right) => {
    expect(compareNaturally(left, right)).toBeLessThan(0);
    expect(compareNaturally(right, left)).toBeGreaterThan(0);
    expect(compareNaturally(left, left)).toBe(0);
  });

  it('falls back to the next name', () => {
    const items = [
      { name: 'b', id: '1' },
      { name: 'a', id: '10' },
      { name: 'a', id: '9' },
    ];
    expect(sortNaturally(items, ({ name, id }) => [name, id]).map(({ id }) => id)).toEqual(['9', '10', '1']);
  });
});
