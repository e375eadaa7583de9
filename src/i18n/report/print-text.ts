/** Draws a report as text for a terminal or a file. */

import { textOf, type Block, type Item, type Line, type Span, type Tone } from './blocks.ts';

const CODES: Readonly<Record<Tone, string>> = {
  good: '32',
  bad: '31',
  partial: '33',
  unsure: '35',
  quiet: '2',
  strong: '1',
};

type Paint = 'plain' | 'colored';

/** The text in pieces, a block or more each: a matrix of a large network is long. */
export function* printText(blocks: readonly Block[], paint: Paint): Generator<string> {
  for (const [place, block] of blocks.entries()) {
    const before = blocks[place - 1];
    const starts = block.kind === 'title' || block.kind === 'heading';
    if (before !== undefined && (starts || before.kind === 'items' || before.kind === 'table')) yield '\n';
    const lines = linesOf(block, paint);
    for (let start = 0; start < lines.length; start += LINES_A_PIECE) {
      yield lines
        .slice(start, start + LINES_A_PIECE)
        .map((line) => `${line.trimEnd()}\n`)
        .join('');
    }
  }
}

const LINES_A_PIECE = 1000;

function linesOf(block: Block, paint: Paint): string[] {
  switch (block.kind) {
    case 'title':
      return [draw(block.line, paint)];
    case 'heading':
      return [draw(strong(block.line), paint)];
    case 'line':
      return [`  ${draw(block.line, paint)}`];
    case 'items':
      return block.items.flatMap((item, index) =>
        itemLines(item, block.numbered ? `${index + 1}.` : '-', paint),
      );
    case 'table':
      return tableLines(block.rows, block.columns, paint);
  }
}

const strong = (line: Line): Line =>
  line.map((span): Span => (typeof span === 'string' ? { text: span, tone: 'strong' } : span));

function itemLines({ line, notes = [] }: Item, marker: string, paint: Paint): string[] {
  const indent = ' '.repeat(marker.length + 3);
  return [`  ${marker} ${draw(line, paint)}`, ...notes.map((note) => indent + draw(note, paint))];
}

function tableLines(
  rows: readonly (readonly Line[])[],
  columns: readonly string[] | undefined,
  paint: Paint,
): string[] {
  const head: readonly Line[][] =
    columns === undefined ? [] : [columns.map((column): Line => [{ text: column, tone: 'quiet' }])];
  const all = [...head, ...rows];
  const widths: number[] = [];
  for (const row of all) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(draw(cell, 'plain')));
    });
  }
  return all.map((row) => {
    const cells = row.map((cell, column) => {
      const last = column === row.length - 1;
      const gap = last ? 0 : (widths[column] ?? 0) - widthOf(draw(cell, 'plain'));
      return draw(cell, paint) + ' '.repeat(gap);
    });
    return `  ${cells.join('  ')}`;
  });
}

const draw = (line: Line, paint: Paint): string =>
  line
    .map((span) => {
      const text = visible(textOf(span));
      if (paint === 'plain' || typeof span === 'string' || text === '') return text;
      return `\u001b[${CODES[span.tone]}m${text}\u001b[0m`;
    })
    .join('');

/** Most text by far: nothing to change, a column a letter. */
const plain = /^[ -~]*$/u;

/** B-25: control characters never reach a terminal, and what turns the reading direction is shown. */
export const visible = (text: string): string =>
  plain.test(text)
    ? text
    : text
        .replaceAll(/\p{Cc}/gu, '\ufffd')
        .replaceAll(
          /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu,
          (mark) => `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
        );

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const marks = /\p{Mark}/u;

/** Columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!marks.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
