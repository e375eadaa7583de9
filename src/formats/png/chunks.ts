/** A PNG as the list of its chunks: read within its own length, written with right checksums. */

import { failure, success, type Result } from '../../net/index.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export interface Chunk {
  /** Four letters, such as `IDAT`. */
  readonly type: string;
  readonly data: Uint8Array;
  readonly isIntact: boolean;
}

/** `not-png`: it does not begin as one. `cut-off`: it ends within a chunk, or before its last. */
export type ChunkProblem = 'not-png' | 'cut-off';

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The chunks in their order, up to the last one. */
export function readChunks(bytes: Uint8Array): Result<readonly Chunk[], ChunkProblem> {
  if (!isPng(bytes)) return failure('not-png');
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at: number = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return failure('cut-off');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const isIntact = crcOf(bytes.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), isIntact });
    if (type === 'IEND') return success(chunks);
    at = end;
  }
  return failure('cut-off');
}

/** A chunk as it stands in a file. */
export function chunkBytes(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = viewOf(bytes);
  view.setUint32(0, data.length);
  bytes.set(
    Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crcOf(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
