/** Bytes → text: UTF-8 and UTF-16 with or without a mark; other encodings are named and refused (B-3, B-4, B-5, B-8). */

import { failure, success, type Result } from '../../net/index.ts';

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Colour codes of a terminal that were taken out. */
  readonly ansiCodes: number;
}

export type DecodeProblem =
  | { readonly code: 'empty' }
  /** Not text at all; `type` names it where its first bytes tell. */
  | { readonly code: 'binary'; readonly type: BinaryType }
  /** Text of an encoding that is not read: the first byte that gave it away, and what it looks like. */
  | { readonly code: 'encoding'; readonly guess: 'Shift_JIS' | 'Windows-1252'; readonly offset: number };

export type BinaryType = 'zip' | 'gzip' | 'png' | 'pdf' | 'unknown';

const MAGIC: readonly (readonly [BinaryType, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

/** What kind of binary the first bytes say; undefined for what may be text. */
function binaryTypeOf(head: Uint8Array): BinaryType | undefined {
  for (const [type, magic] of MAGIC) if (magic.every((byte, index) => head[index] === byte)) return type;
  if (encodingOf(head).encoding !== 'UTF-8') return undefined;
  return withoutTrailingNul(head).includes(0) ? 'unknown' : undefined;
}

/** Reads a file's bytes as text. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, DecodeProblem> {
  const type = binaryTypeOf(bytes.subarray(0, 4096));
  if (type !== undefined) return failure({ code: 'binary', type });
  const { encoding, markLength } = encodingOf(bytes);
  const content = bytes.subarray(markLength);
  let text: string;
  if (encoding === 'UTF-8') {
    const decoded = readUtf8(withoutTrailingNul(content));
    if ('badOffset' in decoded) {
      return failure({
        code: 'encoding',
        guess: guessEncoding(content),
        offset: markLength + decoded.badOffset,
      });
    }
    text = decoded.text;
  } else text = readUtf16(content, encoding).replace(/\0+$/, '');
  const clean = withoutAnsiCodes(text);
  if (clean.text.trim() === '') return failure({ code: 'empty' });
  return success({ ...clean, encoding });
}

function encodingOf(bytes: Uint8Array): { readonly encoding: TextEncoding; readonly markLength: number } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'UTF-8', markLength: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'UTF-16LE', markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'UTF-16BE', markLength: 2 };
  // JSON begins with an ASCII character, so in UTF-16 one byte of the first pair is zero and the other is not.
  if (a !== undefined && a !== 0 && b === 0 && c !== 0) return { encoding: 'UTF-16LE', markLength: 0 };
  if (a === 0 && b !== undefined && b !== 0 && c === 0) return { encoding: 'UTF-16BE', markLength: 0 };
  return { encoding: 'UTF-8', markLength: 0 };
}

function withoutTrailingNul(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

const CHUNK = 4096;

function readUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): string {
  const parts: string[] = [];
  const [high, low] = encoding === 'UTF-16LE' ? [1, 0] : [0, 1];
  for (let start = 0; start + 1 < bytes.length; start += CHUNK * 2) {
    const units: number[] = [];
    const end = Math.min(bytes.length - 1, start + CHUNK * 2);
    for (let i = start; i < end; i += 2) units.push(((bytes[i + high] ?? 0) << 8) | (bytes[i + low] ?? 0));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

/** Strict: overlong forms, surrogates and stray bytes are not UTF-8. */
function readUtf8(bytes: Uint8Array): { readonly text: string } | { readonly badOffset: number } {
  const parts: string[] = [];
  let units: number[] = [];
  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i] ?? 0;
    if (first < 0x80) {
      units.push(first);
      i += 1;
    } else {
      const length =
        first >= 0xc2 && first <= 0xdf
          ? 2
          : first >= 0xe0 && first <= 0xef
            ? 3
            : first >= 0xf0 && first <= 0xf4
              ? 4
              : 0;
      if (length === 0) return { badOffset: i };
      let point = first & (0xff >> (length + 1));
      for (let k = 1; k < length; k += 1) {
        const next = bytes[i + k] ?? 0;
        if (next < 0x80 || next > 0xbf) return { badOffset: i };
        point = (point << 6) | (next & 0x3f);
      }
      const smallest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x1_0000;
      if (point < smallest || point > 0x10_ffff || (point >= 0xd800 && point <= 0xdfff))
        return { badOffset: i };
      if (point > 0xffff)
        units.push(0xd800 + ((point - 0x1_0000) >> 10), 0xdc00 + ((point - 0x1_0000) & 0x3ff));
      else units.push(point);
      i += length;
    }
    if (units.length >= CHUNK) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return { text: parts.join('') };
}

/**
 * Which eight-bit encoding the bytes look like. Shift_JIS where every byte over 127 fits it and a lead byte
 * from 0x81 to 0x9F is among them: kana and most kanji, which Western text has no use for.
 */
function guessEncoding(bytes: Uint8Array): 'Shift_JIS' | 'Windows-1252' {
  let leads = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) continue;
    const isLead = (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
    const trail = bytes[i + 1] ?? 0;
    if (!isLead || trail < 0x40 || trail === 0x7f || trail > 0xfc) return 'Windows-1252';
    if (byte <= 0x9f) leads += 1;
    i += 1;
  }
  return leads > 0 ? 'Shift_JIS' : 'Windows-1252';
}

const ESCAPE = '\u001b';
const ANSI = new RegExp(
  `${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007${ESCAPE}]*(?:\\u0007|${ESCAPE}\\\\)|[@-Z\\\\-_])`,
  'g',
);

function withoutAnsiCodes(text: string): { readonly text: string; readonly ansiCodes: number } {
  if (!text.includes(ESCAPE)) return { text, ansiCodes: 0 };
  let ansiCodes = 0;
  const clean = text.replace(ANSI, () => {
    ansiCodes += 1;
    return '';
  });
  return { text: clean, ansiCodes };
}
