import { describe, expect, it } from 'vitest';
import type { LocalText } from '../../model/index.ts';
import { addressReasons, assumptions, facts, notes, svgReasons, things, types } from './notes.ts';
import { problems } from './problems.ts';
import { noteText, problem, problemText, readingNote } from './index.ts';

const plain: Readonly<Record<string, Readonly<Record<string, LocalText>>>> = {
  addressReasons,
  assumptions,
  facts,
  notes,
  svgReasons,
  things,
  types,
};

const texts: [string, LocalText][] = [
  ...Object.entries(plain).flatMap(([name, catalogue]) =>
    Object.entries(catalogue).map(([code, text]): [string, LocalText] => [`${name} ${code}`, text]),
  ),
  ...Object.entries(problems).flatMap(([code, { what, why }]): [string, LocalText][] => [
    [`${code} what`, what],
    [`${code} why`, why],
  ]),
];

const holesOf = (text: string): Set<string> => new Set(text.match(/\{\w+\}/g) ?? []);

describe('words of the readers', () => {
  it.each(texts)('%s has both languages with the same places to fill', (_name, text) => {
    expect(holesOf(text.ja)).toEqual(holesOf(text.en));
    expect(text.en).not.toMatch(/[\u3000-\u9fff]/);
  });

  it('fills what the code needs', () => {
    expect(problemText(problem('too-large', { size: 600, limit: 500 })).what).toEqual({
      en: 'File of 600 MB',
      ja: '600 MB のファイル',
    });
    expect(noteText(readingNote('ansi-codes', { count: 3 })).en).toBe('3 colour codes were left out.');
  });
});
