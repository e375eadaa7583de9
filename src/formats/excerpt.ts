/** A few lines of a file around a place in it, for the eye. */

import { decodeText } from './text/index.ts';

const AROUND = 6;
/** A line that is longer is cut: answers often stand on one line. */
const LONGEST = 240;

export interface TextExcerpt {
  /** The number of the first line. */
  readonly first: number;
  readonly lines: readonly string[];
  readonly line: number;
}

/** The lines around one; undefined where the bytes are no text or have no such line. */
export function excerptOf(bytes: Uint8Array, line: number, column = 1): TextExcerpt | undefined {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return undefined;
  const lines = decoded.value.text.split(/\r\n|[\n\r\u0085]/);
  if (line < 1 || line > lines.length) return undefined;
  const first = Math.max(1, line - AROUND);
  // Of a long line the part around the column is shown.
  const start = column > LONGEST ? column - LONGEST / 2 : 0;
  return {
    first,
    line,
    lines: lines.slice(first - 1, line + AROUND).map((text) => {
      const shown = text.slice(start, start + LONGEST);
      return `${start > 0 ? '…' : ''}${shown}${start + LONGEST < text.length ? '…' : ''}`;
    }),
  };
}
