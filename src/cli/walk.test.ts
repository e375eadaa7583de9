/** Which files a command line means (B-31, B-35), as one table. */

import { describe, expect, it } from 'vitest';
import { memoryWorld } from './memory-io.test-support.ts';
import { findFiles } from './walk.ts';

const many = (folder: string, count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => [`${folder}/${String(place).padStart(5, '0')}.json`, '{}']),
  );

async function found(
  world: Parameters<typeof memoryWorld>[0],
  inputs: readonly string[],
  standardInput?: string,
) {
  const { io } = memoryWorld(world, standardInput === undefined ? {} : { standardInput });
  const result = await findFiles(inputs, io);
  if (!result.ok) throw new Error(`${result.problem.path}: ${result.problem.message.en}`);
  return {
    files: result.value.files.map(({ path }) => path),
    skipped: result.value.skipped.map(({ path, why }) => `${path}: ${why.en}`),
  };
}

describe('B-31 a folder', () => {
  it.each<
    [string, Parameters<typeof memoryWorld>[0], readonly string[], readonly string[], readonly string[]]
  >([
    ['a file as named', { 'a.json': '{}' }, ['a.json'], ['a.json'], []],
    ['in the order of names', { 'in/b.json': '', 'in/a.json': '' }, ['in'], ['in/a.json', 'in/b.json'], []],
    ['with a slash at the end', { 'in/a.json': '' }, ['in/'], ['in/a.json'], []],
    [
      'files and folders mixed',
      { 'x.json': '', 'in/a.json': '' },
      ['x.json', 'in'],
      ['x.json', 'in/a.json'],
      [],
    ],
    ['a file named twice is read once', { 'a.json': '' }, ['a.json', 'a.json'], ['a.json'], []],
    [
      'hidden folders and packages are passed by',
      { 'in/.git/a': '', 'in/node_modules/b.json': '', 'in/c.json': '' },
      ['in'],
      ['in/c.json'],
      ['in/.git: hidden', 'in/node_modules: a folder of packages'],
    ],
    [
      'hidden files too',
      { 'in/.DS_Store': '', 'in/c.json': '' },
      ['in'],
      ['in/c.json'],
      ['in/.DS_Store: hidden'],
    ],
    ['a hidden file that is named is read', { '.x.json': '' }, ['.x.json'], ['.x.json'], []],
    [
      'links are not followed',
      { 'in/l': { link: '/etc' }, 'in/c.json': '' },
      ['in'],
      ['in/c.json'],
      ['in/l: a link; name its target to read it'],
    ],
    [
      'five levels and no more',
      { 'in/2/3/4/5/a.json': '', 'in/2/3/4/5/6/b.json': '' },
      ['in'],
      ['in/2/3/4/5/a.json'],
      ['in/2/3/4/5/6: more than 5 folders deep; name it to read it'],
    ],
    [
      'binaries are passed by',
      { 'in/a.bin': new Uint8Array([1, 0, 0, 2, 0, 5]), 'in/c.json': '' },
      ['in'],
      ['in/c.json'],
      ['in/a.bin: not text'],
    ],
    [
      'B-4 UTF-16 is text',
      { 'in/u.json': new Uint8Array([0x7b, 0, 0x7d, 0]), 'in/v.json': new Uint8Array([0, 0x7b, 0, 0x7d]) },
      ['in'],
      ['in/u.json', 'in/v.json'],
      [],
    ],
    [
      'B-5 a zero byte at the end is let through',
      { 'in/a.json': new Uint8Array([123, 125, 0]) },
      ['in'],
      ['in/a.json'],
      [],
    ],
    [
      'backups of state files are passed by',
      { 'in/terraform.tfstate.backup': '{}', 'in/a.json': '' },
      ['in'],
      ['in/a.json'],
      ['in/terraform.tfstate.backup: a backup of a state file'],
    ],
    [
      'what may not be read is passed by',
      { 'in/a.json': { locked: true }, 'in/b.json': '' },
      ['in'],
      ['in/b.json'],
      ['in/a.json: it may not be read; check its permissions'],
    ],
  ])('%s', async (_, world, inputs, files, skipped) => {
    expect(await found(world, inputs)).toEqual({ files, skipped });
  });

  it('stops at 2,000 files', async () => {
    const { files, skipped } = await found(many('in', 2001), ['in']);
    expect(files).toHaveLength(2000);
    expect(skipped).toEqual(['in/02000.json: more than 2000 files; name fewer folders']);
  });
});

it('reads standard input where it is asked to', async () => {
  expect(await found({}, ['-'], '{}')).toEqual({ files: ['-'], skipped: [] });
});

describe('B-35 an input that was named and cannot be read', () => {
  it.each<[string, Parameters<typeof memoryWorld>[0], string, string]>([
    ['absent', {}, 'no.json', 'no.json: there is no such file or folder'],
    ['locked', { 'a.json': { locked: true } }, 'a.json', 'a.json: it may not be read; check its permissions'],
    ['standard input closed', {}, '-', '-: it cannot be read (closed)'],
  ])('%s', async (_, world, input, message) => {
    await expect(found(world, [input])).rejects.toThrow(message);
  });
});
