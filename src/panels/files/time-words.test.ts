import { describe, expect, it } from 'vitest';
import { timeWords } from './time-words.ts';

const at = (text: string): number => new Date(text).getTime();

describe('when something was kept', () => {
  it.each([
    ['2026-11-24T09:05', 'en', '09:05'],
    ['2026-11-24T00:00', 'ja', '00:00'],
    ['2026-11-23T23:59', 'en', 'Nov 23'],
    ['2026-11-23T23:59', 'ja', '11月23日'],
    ['2025-12-31T12:00', 'en', 'Dec 31, 2025'],
    ['2025-12-31T12:00', 'ja', '2025年12月31日'],
  ] as const)('%s in %s: %s', (time, language, expected) => {
    expect(timeWords(at(time), at('2026-11-24T14:00'), language)).toBe(expected);
  });
});
