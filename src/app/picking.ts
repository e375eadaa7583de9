/** Where files come from: dialogs, and drops of files and whole folders. */

import type { PickedFile } from '../worker/index.ts';
import { runJob } from './workers.ts';

/** Entries of a folder that are looked at before the wanted ones are picked. */
const FILE_LIMIT = 20_000;
/** All files of one opening together (D-11). */
const BYTES_LIMIT = 200 * 1024 * 1024;

export interface Picked {
  readonly files: readonly PickedFile[];
  readonly handle?: FileSystemFileHandle;
  /** More than is taken at once; the rest was left out. */
  readonly tooMany?: 'files' | 'bytes';
}

interface Entry {
  readonly path: string;
  readonly file: File;
}

/** Told after each file. */
export type Progress = (done: number, total: number) => void;

/** Reads files within the limits, in the order of their paths. */
async function readAll(entries: readonly Entry[], tell?: Progress): Promise<Picked> {
  const files: PickedFile[] = [];
  let bytes = 0;
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const { path, file } of sorted) {
    bytes += file.size;
    if (bytes > BYTES_LIMIT) return { files, tooMany: 'bytes' };
    files.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
    tell?.(files.length, sorted.length);
  }
  return { files };
}

/** Those of a folder's files that are worth a look (B-31); a file chosen by itself always is. */
async function readPicked(entries: readonly Entry[], tell?: Progress): Promise<Picked> {
  const { read, skipped } = await runJob('pick', { paths: entries.map(({ path }) => path) });
  const wanted = new Set(read);
  const picked = await readAll(
    entries.filter(({ path }) => wanted.has(path)),
    tell,
  );
  const isTooMany = entries.length > FILE_LIMIT || skipped.some(({ why }) => why === 'too-many-files');
  return isTooMany && picked.tooMany === undefined ? { ...picked, tooMany: 'files' } : picked;
}

/** The files that were chosen in a dialog; those of a folder keep their path within it. */
export const readChosen = (list: readonly File[], tell?: Progress): Promise<Picked> => {
  const entries = list.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return entries.length === 1 ? readAll(entries) : readPicked(entries, tell);
};

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** All entries of a folder: the browser hands them out in portions. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** What a drop carries, taken while it is handled: afterwards the browser hands nothing out any more. */
export interface Grabbed {
  readonly sources: readonly (FileSystemEntry | File)[];
  readonly handle: Promise<FileSystemFileHandle | undefined>;
}

/** What was dropped, folders with all that is in them. */
export async function readGrabbed({ sources, handle }: Grabbed, tell?: Progress): Promise<Picked> {
  const found: Entry[] = [];
  const waiting = [...sources];
  for (let source = waiting.shift(); source; source = waiting.shift()) {
    if (source instanceof File) found.push({ path: source.name, file: source });
    else if (isFolder(source)) waiting.push(...(await entriesOf(source)));
    else if (isFile(source)) {
      found.push({ path: source.fullPath.replace(/^\//, ''), file: await fileOf(source) });
    }
    if (found.length > FILE_LIMIT) break;
  }
  const [picked, own] = await Promise.all([
    found.length === 1 ? readAll(found) : readPicked(found, tell),
    handle,
  ]);
  return { ...picked, ...(own ? { handle: own } : {}) };
}

/** Files of the browser's own dialog that can be saved back to; undefined where it was closed. */
export async function readHandles(handles: readonly FileSystemFileHandle[]): Promise<Picked> {
  const entries = await Promise.all(
    handles.map(async (handle) => ({ path: handle.name, file: await handle.getFile() })),
  );
  const [only] = handles;
  const picked = await readAll(entries);
  return { ...picked, ...(only && handles.length === 1 ? { handle: only } : {}) };
}
