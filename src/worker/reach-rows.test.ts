import { describe, expect, it } from 'vitest';
import { askReachable, compile } from '../engine/index.ts';
import { network } from '../engine/notation.test-support.ts';
import { randomNetwork } from '../engine/random.test-support.ts';
import {
  buffersOf,
  createReachMemory,
  createReachPacker,
  entryAt,
  joinedRows,
  type ReachMemory,
  type ReachRows,
} from './reach-rows.ts';

const unpacked = (rows: ReachRows, memory: ReachMemory) =>
  Array.from({ length: rows.others.length }, (_, row) => entryAt(rows, memory.tables(), row));

describe('rows of numbers', () => {
  it('say what the engine said, over many answers with one memory', () => {
    const pack = createReachPacker();
    const memory = createReachMemory();
    let told = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const { lines, ends } = randomNetwork(seed);
      const compiled = compile(network(...lines));
      for (const end of ends) {
        const answer = askReachable(compiled, { end, direction: seed % 2 === 0 ? 'to' : 'from' });
        if (!answer.ok) continue;
        const { entries } = answer.value;
        const half = Math.floor(entries.length / 2);
        const parts = [entries.slice(0, half), entries.slice(half)].map(pack);
        const rows = parts.map((part) => {
          memory.learn(part.news);
          // As it comes to the page.
          return structuredClone(part.rows, { transfer: buffersOf(part.rows) });
        });
        const [first, second] = rows;
        if (!first || !second) throw new Error('two halves');
        expect(unpacked(joinedRows(first, second), memory)).toEqual(entries);
        told += entries.length;
      }
    }
    expect(told).toBeGreaterThan(100);
  });

  it('leave nothing behind: their buffers have changed hands', () => {
    const { rows } = createReachPacker()([
      {
        other: 'i-1',
        family: 4,
        verdict: 'blocked',
        allowed: [],
        everywhere: [],
        narrow: [],
        unsure: [],
        unknowns: [],
      },
    ]);
    structuredClone(rows, { transfer: buffersOf(rows) });
    expect(Object.values(rows).map(({ length }: ArrayLike<number>) => length)).toEqual(Array(8).fill(0));
  });
});
