/** One report drawn as text and as Markdown. */

import { describe, expect, it } from 'vitest';
import { printJson } from './print-json.ts';
import { printMarkdown } from './print-markdown.ts';
import { printText, widthOf } from './print-text.ts';
import { heading, items, line, numbered, table, title, tone, type Block } from './report.ts';

const blocks: readonly Block[] = [
  title(tone('bad', '✗ Blocked')),
  line('web → db'),
  heading('Rules'),
  table(
    [
      [['a'], ['long']],
      [['サブネット'], ['x']],
    ],
    ['Name', 'Value'],
  ),
  heading('What'),
  numbered([{ line: ['first'], notes: [['note']] }]),
  items([{ line: ['second'] }]),
];

const textOf = (list: readonly Block[], paint: 'plain' | 'colored' = 'plain'): string =>
  [...printText(list, paint)].join('');

it('draws text with columns that stand below each other, also in Japanese', () => {
  expect(textOf(blocks)).toBe(
    [
      '✗ Blocked',
      '  web → db',
      '',
      'Rules',
      '  Name        Value',
      '  a           long',
      '  サブネット  x',
      '',
      'What',
      '  1. first',
      '     note',
      '',
      '  - second',
      '',
    ].join('\n'),
  );
});

it('colours for a terminal only', () => {
  expect(textOf([title(tone('bad', 'no'))], 'colored')).toBe('\u001b[31mno\u001b[0m\n');
});

it('draws Markdown', () => {
  expect(printMarkdown(blocks)).toBe(
    [
      '# ✗ Blocked',
      '',
      'web → db',
      '',
      '## Rules',
      '',
      '| Name | Value |',
      '| --- | --- |',
      '| a | long |',
      '| サブネット | x |',
      '',
      '## What',
      '',
      '1. first',
      '   - note',
      '',
      '- second',
      '',
    ].join('\n'),
  );
});

describe('B-25, B-26 hostile names', () => {
  it.each<[string, string, string]>([
    ['a\u001b[31mb', 'a\ufffd[31mb', 'a\ufffd\\[31mb'],
    ['a\u202eb', 'a<U+202E>b', 'a&lt;U+202E&gt;b'],
    ['<script>|x|', '<script>|x|', '&lt;script&gt;\\|x\\|'],
    ['[x](javascript:1)', '[x](javascript:1)', '\\[x\\](javascript:1)'],
    ['`a` *b* _c_', '`a` *b* _c_', '\\`a\\` \\*b\\* \\_c\\_'],
    ['- x', '- x', '\\- x'],
    ['1. x', '1. x', '1\\. x'],
    ['10.0.0.1 NO_ROUTE', '10.0.0.1 NO_ROUTE', '10.0.0.1 NO_ROUTE'],
    ['# x', '# x', '\\# x'],
  ])('%j', (name, text, markdown) => {
    expect(textOf([title(name)])).toBe(`${text}\n`);
    expect(printMarkdown([line(name)])).toBe(`${markdown}\n`);
  });
});

it.each<[string, number]>([
  ['abc', 3],
  ['サブネット', 10],
  ['が', 2],
  ['か\u3099', 2],
  ['✗ →', 3],
])('%s takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

describe('JSON', () => {
  const long = Array.from({ length: 2500 }, (_, place) => ({
    place,
    odd: place % 2 === 1 ? true : undefined,
  }));
  it.each<[string, unknown]>([
    ['a short answer', { schema: 'x', list: [1, { a: undefined }] }],
    ['a long list', long],
    ['a long list inside', { schema: 'x', absent: undefined, pairs: long, summary: { all: ['a'] } }],
    ['a list just short enough', { pairs: long.slice(0, 1000) }],
  ])('%s parses to what it was', (_, value) => {
    const text = [...printJson(value)].join('');
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    expect(text.endsWith('\n')).toBe(true);
  });

  it('keeps one item of a long list on a line', () => {
    expect([...printJson({ pairs: long })].join('').split('\n')).toHaveLength(2505);
  });
});
