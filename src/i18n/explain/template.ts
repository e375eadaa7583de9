/**
 * Fills the catalogue's sentences. `{name}` is a value; `[…]` is left out when a value inside is missing,
 * and `[…|…]` takes its second half then. A value missing outside brackets is told by a plain word.
 */

import type { Language } from '../../model/index.ts';

/** Gives the text of a value, or undefined where the answer does not hold it. */
export type Lookup = (name: string) => string | undefined;

interface Piece {
  readonly text: string;
  /** Stands for a value that is missing. */
  readonly stand?: true;
}

const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;

/**
 * Renders one sentence.
 * @param lookup the values that are there
 * @param otherwise the word that stands for a missing one
 */
export function render(template: string, language: Language, lookup: Lookup, otherwise: Lookup): string {
  const pieces = template
    .split(/(\[[^\]]*\])/u)
    .flatMap((part) => (part.startsWith('[') ? chosenHalf(part.slice(1, -1), lookup) : [part]))
    .flatMap((part) => fill(part, lookup, otherwise))
    .filter((piece) => piece.text !== '');
  if (language === 'ja') return joinJapanese(pieces);
  const text = pieces.map((piece) => piece.text).join('');
  return pieces[0]?.stand === true ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The names of the values that a sentence mentions. */
export const namesIn = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '');

function chosenHalf(group: string, lookup: Lookup): string[] {
  const [first = '', second] = group.split('|');
  const complete = namesIn(first).every((name) => lookup(name) !== undefined);
  if (complete) return [first];
  return second === undefined ? [] : [second];
}

function fill(part: string, lookup: Lookup, otherwise: Lookup): Piece[] {
  return part.split(/(\{\w+\})/u).map((token): Piece => {
    if (!token.startsWith('{')) return { text: token };
    const name = token.slice(1, -1);
    const value = lookup(name);
    return value === undefined ? { text: otherwise(name) ?? '', stand: true } : { text: value };
  });
}

/** The catalogue keeps a space beside each value, as Latin text wants it; between Japanese characters it goes. */
function joinJapanese(pieces: readonly Piece[]): string {
  let joined = '';
  for (const { text } of pieces) {
    const meet = japanese.test(joined.trimEnd().at(-1) ?? '') && japanese.test(text.trimStart().at(0) ?? '');
    joined = meet ? joined.trimEnd() + text.trimStart() : joined + text;
  }
  return joined;
}
