import { describe, expect, it, vi } from 'vitest';
import { doJob } from '../worker/do-job.ts';
import { readChosen, readGrabbed, readHandles } from './picking.ts';

vi.mock('./workers.ts', () => ({
  runJob: (name: 'pick', takes: { readonly paths: readonly string[] }) => Promise.resolve(doJob(name, takes)),
}));

interface Folder {
  readonly [name: string]: string | Folder;
}

/** How many entries a browser hands out at once. */
const PORTION = 3;

/** A folder as a drop carries it: entries that are asked for one portion after another. */
function entryOf(path: string, content: string | Folder): FileSystemEntry {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (typeof content === 'string') {
    return {
      isFile: true,
      isDirectory: false,
      fullPath: path,
      file: (resolve: (file: File) => void) => resolve(new File([content], name)),
    } as never;
  }
  const waiting = Object.entries(content).map(([inner, value]) => entryOf(`${path}/${inner}`, value));
  return {
    isFile: false,
    isDirectory: true,
    fullPath: path,
    createReader: () => ({
      readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(waiting.splice(0, PORTION)),
    }),
  } as never;
}

const noHandle = Promise.resolve(undefined);

describe('a dropped folder', () => {
  const pages = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`page-${index}.json`, '{}']));
  const account = entryOf('/account', {
    'vpcs.json': '{"Vpcs":[]}',
    '.git': { HEAD: 'x' },
    node_modules: { 'package.json': '{}' },
    'eu-west-1': { 'subnets.json': '{}', deep: { 'routes.json': '{}' }, pages },
  });

  it('is read with its subfolders, in the order of paths, without what cannot be meant', async () => {
    const told: (readonly [number, number])[] = [];
    const { files, tooMany } = await readGrabbed({ sources: [account], handle: noHandle }, (done, total) =>
      told.push([done, total]),
    );
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => !path.includes('page-'))).toEqual(
      [
        'account/eu-west-1/deep/routes.json',
        'account/eu-west-1/subnets.json',
        'account/vpcs.json',
      ].toSorted(),
    );
    expect(paths).toHaveLength(303);
    expect(paths).toEqual(paths.toSorted());
    expect(tooMany).toBeUndefined();
    expect(told.at(-1)).toEqual([303, 303]);
  });

  it('of nothing that can be read gives nothing', async () => {
    const tools = entryOf('/tools', { node_modules: { 'a.json': '{}' }, '.env': 'x' });
    expect((await readGrabbed({ sources: [tools], handle: noHandle })).files).toEqual([]);
  });

  it('passes on why a file of it cannot be read', async () => {
    const gone = {
      isFile: true,
      isDirectory: false,
      fullPath: '/a.json',
      file: (_: unknown, reject: (fault: Error) => void) => reject(new Error('gone')),
    } as never;
    await expect(readGrabbed({ sources: [gone], handle: noHandle })).rejects.toThrow('gone');
  });
});

describe('files of the browser’s own dialogs', () => {
  const handle = (name: string) =>
    ({ kind: 'file', name, getFile: () => Promise.resolve(new File(['{}'], name)) }) as never;

  it('can be saved back to where there is one', async () => {
    const one = handle('a.vpcd.json');
    expect(await readHandles([one])).toMatchObject({ files: [{ path: 'a.vpcd.json' }], handle: one });
    expect(await readHandles([one, handle('b.json')])).not.toHaveProperty('handle');
  });

  it('keep their path in a folder', async () => {
    const files = ['x/a.json', 'x/y/b.json'].map((path) =>
      Object.defineProperty(new File(['{}'], path.slice(path.lastIndexOf('/') + 1)), 'webkitRelativePath', {
        value: path,
      }),
    );
    expect((await readChosen(files)).files.map(({ path }) => path)).toEqual(['x/a.json', 'x/y/b.json']);
  });
});
