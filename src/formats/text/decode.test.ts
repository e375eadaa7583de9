import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string, order: 'LE' | 'BE'): number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) =>
    order === 'LE' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
  );
const json = '{"名": "é 😀"}';

/** The text, or the problem in one line. */
function told(bytes: readonly number[]): string {
  const result = decodeText(Uint8Array.from(bytes));
  if (result.ok) return `${result.value.encoding}: ${result.value.text}`;
  const { problem } = result;
  return [
    problem.code,
    'guess' in problem ? `${problem.guess} ${problem.offset}` : '',
    'type' in problem ? problem.type : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

describe('bytes of a file', () => {
  it.each<[string, number[], string]>([
    ['UTF-8', utf8(json), `UTF-8: ${json}`],
    ['B-3 UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8(json)], `UTF-8: ${json}`],
    ['B-4 UTF-16 LE with a mark', [0xff, 0xfe, ...utf16(json, 'LE')], `UTF-16LE: ${json}`],
    ['B-4 UTF-16 BE with a mark', [0xfe, 0xff, ...utf16(json, 'BE')], `UTF-16BE: ${json}`],
    ['B-4 UTF-16 LE without', utf16(json, 'LE'), `UTF-16LE: ${json}`],
    ['B-4 UTF-16 BE without', utf16(json, 'BE'), `UTF-16BE: ${json}`],
    ['B-4 Windows-1252', [...utf8('{"a":"caf'), 0xe9, ...utf8('"}')], 'encoding Windows-1252 9'],
    [
      'B-4 Windows-1252 with curly quotes',
      [...utf8('{"a":"'), 0x93, 0x61, 0x94, ...utf8('"}')],
      'encoding Windows-1252 6',
    ],
    ['B-4 Shift_JIS', [...utf8('{"a":"'), 0x93, 0xfa, 0x96, 0x7b, ...utf8('"}')], 'encoding Shift_JIS 6'],
    ['overlong UTF-8', [0x7b, 0xc0, 0xaf, 0x7d], 'encoding Windows-1252 1'],
    ['a surrogate in UTF-8', [0x7b, 0xed, 0xa0, 0x80, 0x7d], 'encoding Windows-1252 1'],
    ['UTF-8 cut in a character', [...utf8('{"a":"'), 0xe3, 0x81], 'encoding Windows-1252 6'],
    ['B-5 NUL at the end', [...utf8('{}'), 0, 0, 0], 'UTF-8: {}'],
    [
      'B-8 colour codes',
      utf8('\u001b[1;39m{\u001b[0m"a"\u001b[K: 1}\u001b]0;title\u0007'),
      'UTF-8: {"a": 1}',
    ],
    ['B-1 empty', [], 'empty'],
    ['B-1 blanks', utf8(' \r\n\t '), 'empty'],
    ['a zip file', [0x50, 0x4b, 3, 4, 20, 0], 'binary zip'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10], 'binary png'],
    ['a PDF', utf8('%PDF-1.7'), 'binary pdf'],
    ['gzip', [0x1f, 0x8b, 8], 'binary gzip'],
    ['other bytes', [1, 2, 3, 4, 0, 0, 0, 9], 'binary unknown'],
  ])('%s', (_name, bytes, expected) => {
    expect(told(bytes)).toBe(expected);
  });

  it('agrees with the platform over every plane', () => {
    const text = Array.from({ length: 0x11_0000 >> 7 }, (_, index) => index << 7)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point === 0 ? 65 : point))
      .join('')
      .replaceAll('\u001b', '');
    const result = decodeText(Uint8Array.from(utf8(`{"${text}"}`)));
    expect(result.ok && result.value.text).toBe(`{"${text}"}`);
  });
});
