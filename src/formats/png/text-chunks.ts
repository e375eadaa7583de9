/** Texts inside a PNG: a title, a description, and the design, which opens again (B-22, B-24). */

import { strFromU8, strToU8, zlibSync } from 'fflate';
import { failure, success, type Result } from '../../net/index.ts';
import { inflateZlib, type PackedProblem } from '../svg/index.ts';
import { chunkBytes, isPng, readChunks, type ChunkProblem } from './chunks.ts';

const KEYWORD = 'vpc-designer';

export interface PngTexts {
  readonly title: string;
  readonly description: string;
  /** The text of the design file; undefined leaves a plain picture. */
  readonly design: string | undefined;
}

export type PngProblem = ChunkProblem | PackedProblem | 'two-designs' | 'damaged-chunk';

/** `picture only`: a sound PNG without a design, such as one that a chat has re-encoded. */
export type PngContent =
  | { readonly found: 'design'; readonly text: string }
  | { readonly found: 'picture only' };

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** `iTXt`: keyword, whether it is compressed, how, no language, no translated keyword, the text. */
function textChunk(keyword: string, text: string, how: 'plain' | 'compressed'): Uint8Array {
  const packed = how === 'compressed' ? zlibSync(strToU8(text), { level: 9 }) : strToU8(text);
  const head = Uint8Array.from([...strToU8(keyword), 0, how === 'compressed' ? 1 : 0, 0, 0, 0]);
  return chunkBytes('iTXt', joined([head, packed]));
}

/** The picture with these texts before its pixels; undefined where the bytes are no PNG. */
export function withTexts(png: Uint8Array, texts: PngTexts): Uint8Array<ArrayBuffer> | undefined {
  const chunks = readChunks(png);
  if (!chunks.ok) return undefined;
  const added = [
    // The design comes first: who looks at the beginning of a file alone finds it.
    ...(texts.design === undefined ? [] : [textChunk(KEYWORD, texts.design, 'compressed')]),
    textChunk('Title', texts.title, 'plain'),
    textChunk('Description', texts.description, 'plain'),
  ];
  const first = chunks.value.findIndex(({ type }) => type === 'IDAT');
  const kept = chunks.value.map(({ type, data }) => chunkBytes(type, data));
  return joined([png.subarray(0, 8), ...kept.slice(0, first), ...added, ...kept.slice(first)]);
}

/** Whether the beginning of a file is that of a PNG with a design inside: its texts stand before its pixels. */
export function beginsWithDesign(start: Uint8Array): boolean {
  return isPng(start) && strFromU8(start, true).includes(`iTXt${KEYWORD}\0`);
}

interface TextChunk {
  readonly keyword: string;
  readonly isCompressed: boolean;
  readonly content: Uint8Array;
}

function readTextChunk(data: Uint8Array): TextChunk | undefined {
  const afterKeyword = data.indexOf(0);
  const afterLanguage = data.indexOf(0, afterKeyword + 3);
  const afterTranslation = data.indexOf(0, afterLanguage + 1);
  if (afterKeyword < 0 || afterLanguage < 0 || afterTranslation < 0) return undefined;
  return {
    keyword: strFromU8(data.subarray(0, afterKeyword), true),
    isCompressed: data[afterKeyword + 1] === 1,
    content: data.subarray(afterTranslation + 1),
  };
}

/** Reads the text of the design that a picture carries. The picture itself is never believed. */
export function extractFromPng(png: Uint8Array): Result<PngContent, PngProblem> {
  const chunks = readChunks(png);
  if (!chunks.ok) return chunks;
  const designs = chunks.value.flatMap(({ type, data, isIntact }) => {
    const text = type === 'iTXt' ? readTextChunk(data) : undefined;
    return text?.keyword === KEYWORD ? [{ ...text, isIntact }] : [];
  });
  const [design, second] = designs;
  if (!design) return success({ found: 'picture only' });
  if (second) return failure('two-designs');
  if (!design.isIntact) return failure('damaged-chunk');
  if (!design.isCompressed) return success({ found: 'design', text: strFromU8(design.content) });
  const unpacked = inflateZlib(design.content);
  return unpacked.ok ? success({ found: 'design', text: unpacked.value }) : unpacked;
}
