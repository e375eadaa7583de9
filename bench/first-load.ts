/** The script that a blank page needs: the entry and what it imports at once, in gzip bytes. Exact, so a hard budget. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kilobytes, type Benchmark } from './row.ts';

const BUDGET = 220_000;

/** A built file and everything it imports statically. */
function reached(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const match of text.matchAll(/(?:^|[;}])import(?:[^"'()]*?from)?["'](\.\/[^"']+\.js)["']/g)) {
    reached(join(dirname(file), match[1] ?? ''), seen);
  }
  return seen;
}

export const firstLoad: Benchmark = {
  id: 'first-load',
  run: () => {
    if (!existsSync('dist/index.html'))
      throw new Error('The page is not built yet: run `npm run build` first.');
    const entry = /<script[^>]+src="\.\/(assets\/[^"]+\.js)"/.exec(
      readFileSync('dist/index.html', 'utf8'),
    )?.[1];
    if (entry === undefined) throw new Error('dist/index.html names no script');
    const files = [...reached(join('dist', entry), new Set())];
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    return [
      {
        workload: `First load: script of a blank page, gzip, ${files.length} files`,
        ours: kilobytes(bytes),
        against: 'the budget',
        result: `${Math.round((bytes / BUDGET) * 100)} % of it`,
        target: `≤ ${kilobytes(BUDGET)}`,
        verdict: bytes <= BUDGET ? 'holds' : 'missed',
        isHard: true,
        figures: { bytes },
      },
    ];
  },
};
