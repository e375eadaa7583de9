/** The command lines that README.md shows, run as they stand there. */

import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Io } from './io.ts';
import { nodeIo } from './node-io.ts';
import { run } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lines = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('node bin/vpc-designer.mjs '))
  .map((line) => line.replace('node bin/vpc-designer.mjs ', ''));

/** Paths as from the project's folder, wherever the tests are started. */
function fromRoot(io: Io): Io {
  const place = (path: string): string => (isAbsolute(path) ? path : join(root, path));
  return {
    ...io,
    facts: (path) => io.facts(place(path)),
    listFolder: (path) => io.listFolder(place(path)),
    readFile: (path) => io.readFile(place(path)),
    readStart: (path) => io.readStart(place(path)),
  };
}

it('shows five', () => {
  expect(lines).toHaveLength(5);
});

it.each(lines)('%s', async (line) => {
  let out = '';
  let err = '';
  const io: Io = {
    ...fromRoot(nodeIo('0')),
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
  };
  expect([0, 1]).toContain(await run(line.split(' '), io));
  expect(out.split('\n').length).toBeGreaterThan(3);
  expect(err).toBe('');
});
