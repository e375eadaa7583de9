/** Takes hold of what is dropped while the drop is handled; reading it can wait. */

import type { Grabbed } from './picking.ts';

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

/** Must be called while the drop is handled. */
export function grabbed(transfer: DataTransfer): Grabbed {
  const items = Array.from(transfer.items).filter(({ kind }) => kind === 'file');
  const sources = items.flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
  const [item] = items;
  const [source] = sources;
  const isOneFile = items.length === 1 && source !== undefined && (source instanceof File || source.isFile);
  return { sources, handle: isOneFile && item ? handleOf(item) : Promise.resolve(undefined) };
}
