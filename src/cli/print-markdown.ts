/** Draws a report as Markdown: headings, tables, lists, and no markup from the data (B-26). */

import { visible } from './print-text.ts';
import { textOf, type Block, type Item, type Line } from './report.ts';

export function printMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => `${draw(block)}\n`).join('\n');
}

function draw(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${inline(block.line)}`;
    case 'heading':
      return `## ${inline(block.line)}`;
    case 'line':
      return inline(block.line);
    case 'items':
      return block.items.map((item) => drawItem(item, block.numbered ? '1.' : '-')).join('\n');
    case 'table':
      return drawTable(block.rows, block.columns);
  }
}

function drawItem({ line, notes = [] }: Item, marker: string): string {
  const indent = ' '.repeat(marker.length + 1);
  return [`${marker} ${inline(line)}`, ...notes.map((note) => `${indent}- ${inline(note)}`)].join('\n');
}

function drawTable(rows: readonly (readonly Line[])[], columns: readonly string[] | undefined): string {
  const count = rows.reduce((most, row) => Math.max(most, row.length), columns?.length ?? 0);
  const places = Array.from({ length: count }, (_, place) => place);
  const row = (cells: readonly string[]): string =>
    `| ${places.map((place) => cells[place] ?? '').join(' | ')} |`;
  return [
    row((columns ?? []).map(escaped)),
    row(places.map(() => '---')),
    ...rows.map((cells) => row(cells.map(inline))),
  ].join('\n');
}

const inline = (line: Line): string => escaped(line.map(textOf).join(''));

const escaped = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*[\]|~#!]|\b_|_\b/gu, String.raw`\$&`)
    .replace(/^(\s*)([-+=])/u, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)]\s)/u, String.raw`$1\$2`);
