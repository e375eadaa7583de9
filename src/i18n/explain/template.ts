/**
 * Fills the catalogue's sentences. `{name}` is a value; `[…]` is left out when a value inside is missing,
 * and `[…|…]` takes its second half then. A value missing outside brackets is told by a plain word.
 */

import type { Language } from '../../model/index.ts';

/** Gives the text of a value, or undefined where the answer does not hold it. */
export type Lookup = (name: string) => string | undefined;

interface Piece {
  readonly text: string;
  /** Begins with a word of ours, which a sentence may begin with a capital. */
  readonly opens?: true;
}

const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;

/**
 * Renders one sentence.
 * @param lookup the values that are there
 * @param otherwise the word that stands for a missing one
 * @param kindOf the word for a kind that a value begins with; it is not said twice
 */
export function render(
  template: string,
  language: Language,
  lookup: Lookup,
  otherwise: Lookup,
  kindOf: Lookup = () => undefined,
): string {
  const pieces = template
    .split(/(\[[^\]]*\])/u)
    .flatMap((part) => (part.startsWith('[') ? chosenHalf(part.slice(1, -1), lookup) : [part]))
    .flatMap((part) => fill(part, { lookup, otherwise, kindOf }))
    .filter((piece) => piece.text !== '');
  if (language === 'ja') return joinJapanese(pieces);
  const text = pieces.map((piece) => piece.text).join('');
  return pieces[0]?.opens === true ? text.charAt(0).toUpperCase() + text.slice(1) : text;
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

interface Lookups {
  readonly lookup: Lookup;
  readonly otherwise: Lookup;
  readonly kindOf: Lookup;
}

function fill(part: string, { lookup, otherwise, kindOf }: Lookups): Piece[] {
  const tokens = part.split(/(\{\w+\})/u);
  return tokens.map((token, index): Piece => {
    if (!token.startsWith('{')) return { text: token };
    const name = token.slice(1, -1);
    const value = lookup(name);
    if (value === undefined) return { text: otherwise(name) ?? '', opens: true };
    const kind = kindOf(name);
    if (kind === undefined) return { text: value };
    const isSaid = tokens[index - 1]?.trimEnd().endsWith(kind) === true;
    return isSaid ? { text: value.slice(kind.length).trimStart() } : { text: value, opens: true };
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
