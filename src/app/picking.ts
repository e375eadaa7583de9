/** Where files come from: dialogs, and drops of files and whole folders. */

import type { PickedFile } from '../worker/index.ts';
import { BYTES_LIMIT, FILE_LIMIT } from './files.ts';

export interface Picked {
  readonly files: readonly PickedFile[];
  readonly handle?: FileSystemFileHandle;
  /** More than is taken at once; the rest was left out. */
  readonly tooMany?: 'files' | 'bytes';
}

/** What no AWS output or design is: left alone in a folder. */
const isWorthReading = (path: string): boolean =>
  !/(^|\/)(\.|node_modules\/)/.test(path) &&
  !/\.(png|jpe?g|gif|webp|pdf|zip|gz|mp4|woff2?|exe|dll|so)$/i.test(path);

/** Reads files within the limits, in the order of their paths. */
async function readAll(entries: readonly { readonly path: string; readonly file: File }[]): Promise<Picked> {
  const files: PickedFile[] = [];
  let bytes = 0;
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const { path, file } of sorted) {
    if (files.length >= FILE_LIMIT) return { files, tooMany: 'files' };
    bytes += file.size;
    if (bytes > BYTES_LIMIT) return { files, tooMany: 'bytes' };
    files.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return { files };
}

/** The files that were chosen in a dialog; those of a folder keep their path within it. */
export const readChosen = (list: FileList): Promise<Picked> => {
  const entries = Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file }));
  return readAll(entries.length === 1 ? entries : entries.filter(({ path }) => isWorthReading(path)));
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
  const roots = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
  const [onlyItem] = items;
  const handle =
    items.length === 1 && roots[0] && isFile(roots[0]) && onlyItem
      ? handleOf(onlyItem)
      : Promise.resolve(undefined);
  const found: { path: string; file: File }[] = [];
  const waiting = [...roots];
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const path = entry.fullPath.replace(/^\//, '');
    if (isFolder(entry)) waiting.push(...(await entriesOf(entry)));
    else if (isFile(entry) && (roots.includes(entry) || isWorthReading(path))) {
      found.push({ path, file: await fileOf(entry) });
    }
    if (found.length > FILE_LIMIT) break;
  }
  const [picked, own] = await Promise.all([readAll(found), handle]);
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
