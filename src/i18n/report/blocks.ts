/** An answer for reading: blocks that the text and the Markdown printer both draw. */

/** What a piece of text means; terminals colour it. */
export type Tone = 'good' | 'bad' | 'partial' | 'unsure' | 'quiet' | 'strong';

export type Span = string | { readonly text: string; readonly tone: Tone };

export type Line = readonly Span[];

export interface Item {
  readonly line: Line;
  /** Said below it, indented. */
  readonly notes?: readonly Line[];
}

export type Block =
  | { readonly kind: 'title'; readonly line: Line }
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'items'; readonly items: readonly Item[]; readonly numbered?: true }
  | {
      readonly kind: 'table';
      readonly columns?: readonly string[];
      readonly rows: readonly (readonly Line[])[];
    };

export const title = (...line: Line): Block => ({ kind: 'title', line });
export const heading = (...line: Line): Block => ({ kind: 'heading', line });
export const line = (...spans: Line): Block => ({ kind: 'line', line: spans });
export const items = (list: readonly Item[]): Block => ({ kind: 'items', items: list });
export const numbered = (list: readonly Item[]): Block => ({ kind: 'items', items: list, numbered: true });
export const table = (rows: readonly (readonly Line[])[], columns?: readonly string[]): Block =>
  columns === undefined ? { kind: 'table', rows } : { kind: 'table', rows, columns };

export const tone = (name: Tone, text: string): Span => ({ text, tone: name });

export const textOf = (span: Span): string => (typeof span === 'string' ? span : span.text);
