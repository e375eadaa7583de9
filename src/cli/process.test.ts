/** The built program as a process: streams, exit codes, real files. */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { network } from '../engine/notation.test-support.ts';
import { writeDesign } from '../formats/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vpc-designer-'));
const program = join(folder, 'bin/vpc-designer.mjs');

const design = writeDesign(
  network(
    'vpc v 10.0.0.0/16',
    'subnet a in v 10.0.0.0/24',
    'igw g on v',
    'table t in v: main ; 0.0.0.0/0 > g',
    'sg s in v: in tcp 443 any ; out all any',
    'instance web in a 10.0.0.10 pub 203.0.113.10 sg s',
  ),
);

beforeAll(async () => {
  await build({
    root,
    configFile: join(root, 'vite.cli.config.ts'),
    logLevel: 'silent',
    build: { outDir: join(folder, 'dist/cli') },
  });
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in/a.vpcd.json'), design);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function call(line: string, input = '') {
  return spawnSync(process.execPath, [program, ...line.split(' ')], { cwd: folder, encoding: 'utf8', input });
}

describe('the program', () => {
  it.each<[number, string]>([
    [0, 'reach in --from internet --to web --port 443 --expect reachable'],
    [1, 'reach in --from internet --to web --port 22 --expect reachable'],
    [2, 'reach in --from internet'],
    [2, 'tiers absent'],
    [0, '--version'],
  ])('exits with %i: %s', (code, line) => {
    expect(call(line).status).toBe(code);
  });

  it('prints the answer alone on standard output, the rest on standard error', () => {
    writeFileSync(join(folder, 'in/notes.txt'), 'nothing to see');
    const { stdout, stderr } = call('tiers in --json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'vpc-designer/tiers@1',
      subnets: [{ id: 'a', ipv4: 'public' }],
    });
    expect(stderr).toContain('in/notes.txt');
    rmSync(join(folder, 'in/notes.txt'));
  });

  it('reads standard input', () => {
    expect(call('tiers - --json', design).status).toBe(0);
  });

  it('tells the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect(call('--version').stdout).toBe(`${version}\n`);
  });

  it('ends quietly when the reader goes away', () => {
    const shell = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" matrix in --json | head -c 1`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(shell.stderr).toBe('');
  });

  it('B-31 does not follow links', () => {
    mkdirSync(join(folder, 'linked'));
    symlinkSync(join(folder, 'in'), join(folder, 'linked/in'));
    const { status, stderr } = call('tiers linked');
    expect(status).toBe(2);
    expect(stderr).toContain('linked/in: a link; name its target to read it');
  });
});

describe('B-35 convert', () => {
  it('writes the file whole and leaves nothing beside it', () => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/network.vpcd.json'), 'old');
    expect(call('convert in -o out/network.vpcd.json').status).toBe(0);
    expect(readFileSync(join(folder, 'out/network.vpcd.json'), 'utf8')).toBe(design);
    expect(readdirSync(join(folder, 'out'))).toEqual(['network.vpcd.json']);
  });

  it('leaves what was there when it cannot write', () => {
    mkdirSync(join(folder, 'taken.vpcd.json'));
    const taken = call('convert in -o taken.vpcd.json');
    expect(taken.status).toBe(2);
    expect(taken.stderr).toContain('taken.vpcd.json: it cannot be written');
    expect(call('convert in -o absent/network.vpcd.json').status).toBe(2);
    expect(existsSync(join(folder, 'absent'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
