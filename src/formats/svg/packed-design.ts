/** A design as it rides inside a picture: raw deflate in base64, unpacked within limits. */

import { deflateSync, Inflate, strFromU8, strToU8, Unzlib } from 'fflate';
import { failure, success, type Result } from '../../net/index.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** What an unpacked design may take (B-22). */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_RATIO = 200;
const CHUNK = 4096;

export type PackedProblem =
  /** The base64 is cut short or damaged. */
  | 'damaged-text'
  /** The compressed data is cut short or damaged. */
  | 'damaged-data'
  /** It unpacks to more than a design can be. */
  | 'too-large';

/** The same text always gives the same letters. */
export const packDesign = (text: string): string => toBase64(deflateSync(strToU8(text), { level: 9 }));

/** Unpacks what `packDesign` made. */
export function unpackDesign(packed: string): Result<string, PackedProblem> {
  const compressed = fromBase64(packed);
  return compressed === undefined
    ? failure('damaged-text')
    : inflateWithin(compressed, (take) => new Inflate(take));
}

/** Unpacks compressed data with the header and checksum of zlib. */
export const inflateZlib = (compressed: Uint8Array): Result<string, PackedProblem> =>
  inflateWithin(compressed, (take) => new Unzlib(take));

type Take = (piece: Uint8Array, isLast: boolean) => void;

/** Unpacks piece by piece, and stops as soon as it grows beyond the limits. */
function inflateWithin(
  compressed: Uint8Array,
  open: (take: Take) => { readonly push: (chunk: Uint8Array, isLast: boolean) => void },
): Result<string, PackedProblem> {
  const limit = Math.min(MOST_BYTES, compressed.length * MOST_RATIO);
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isComplete = false;
  const inflate = open((piece, isLast) => {
    size += piece.length;
    pieces.push(piece);
    isComplete = isLast;
  });
  try {
    for (let start = 0; start < compressed.length; start += CHUNK) {
      const end = Math.min(start + CHUNK, compressed.length);
      inflate.push(compressed.subarray(start, end), end === compressed.length);
      if (size > limit) return failure('too-large');
    }
  } catch {
    return failure('damaged-data');
  }
  if (!isComplete) return failure('damaged-data');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return success(strFromU8(whole));
}
