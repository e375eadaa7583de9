/** Where something stands in a text: line and column of an offset, and the offset of a JSON pointer. */

import { skipBlanks, walkMembers, type JsonDocument } from './json.ts';

export interface Position {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

/** Finds line and column by the offsets where lines start, which are looked up once. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const ends = /\r\n|[\n\r\u0085]/g;
  while (ends.exec(text)) starts.push(ends.lastIndex);
  return starts;
}

/** Where the value of a pointer begins; of a key given twice the last one, which is the one that counts. */
export function offsetOf(text: string, document: JsonDocument, pointer: string): number | undefined {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at = skipBlanks(text, document.start);
  for (const step of steps) {
    let next: number | undefined;
    walkMembers(text, at, (name, _offset, valueOffset) => {
      if (name === step) next = valueOffset;
    });
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}
