/** Where files come from: dialogs, and drops of files and whole folders. */

import type { PickedFile } from '../worker/index.ts';
import { BYTES_LIMIT, FILE_LIMIT } from './files.ts';
import { runJob } from './workers.ts';

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

/** Reads files within the limits, in the order of their paths. */
async function readAll(entries: readonly Entry[]): Promise<Picked> {
  const files: PickedFile[] = [];
  let bytes = 0;
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const { path, file } of sorted) {
    bytes += file.size;
    if (bytes > BYTES_LIMIT) return { files, tooMany: 'bytes' };
    files.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return { files };
}

/** Those of a folder's files that are worth a look (B-31); a file chosen by itself always is. */
async function readPicked(entries: readonly Entry[]): Promise<Picked> {
  const { read, skipped } = await runJob('pick', { paths: entries.map(({ path }) => path) });
  const wanted = new Set(read);
  const picked = await readAll(entries.filter(({ path }) => wanted.has(path)));
  const isTooMany = skipped.some(({ why }) => why === 'too-many-files');
  return isTooMany && picked.tooMany === undefined ? { ...picked, tooMany: 'files' } : picked;
}

/** The files that were chosen in a dialog; those of a folder keep their path within it. */
export const readChosen = (list: FileList): Promise<Picked> => {
  const entries = Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file }));
  return entries.length === 1 ? readAll(entries) : readPicked(entries);
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

/** What was dropped, folders with all that is in them. Must be called while the drop is handled. */
export async function readDropped(transfer: DataTransfer): Promise<Picked> {
  const items = Array.from(transfer.items).filter(({ kind }) => kind === 'file');
  const sources = items.flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
  const [onlyItem] = items;
  const [onlySource] = sources;
  const isOneFile =
    items.length === 1 && onlySource !== undefined && (onlySource instanceof File || isFile(onlySource));
  const handle = isOneFile && onlyItem ? handleOf(onlyItem) : Promise.resolve(undefined);
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
  const [picked, own] = await Promise.all([found.length === 1 ? readAll(found) : readPicked(found), handle]);
  return { ...picked, ...(own ? { handle: own } : {}) };
}

type HandleSource = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
};

async function handleOf(item: HandleSource): Promise<FileSystemFileHandle | undefined> {
  try {
    const handle = await item.getAsFileSystemHandle?.();
    return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined;
  } catch {
    // Without a handle the file can be read all the same; only saving back needs another place.
    return undefined;
  }
}
