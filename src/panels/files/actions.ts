/** What people do with files, from whichever button, key or drop it comes. */

import { app, grabbed, loadFiles, loadPicking, runCommand, type Picked } from '../../app/index.ts';
import { openDialog } from '../shell/dialogs.ts';

export const saveDesign = (): void => runCommand('save');

type Gather = Awaited<ReturnType<typeof loadFiles>>['gather'];

/** Opens what was chosen or dropped. */
async function gathered(read: Parameters<Gather>[1]): Promise<void> {
  const { gather } = await loadFiles();
  const picked = await gather(app, read);
  if (picked) await open(picked);
}

async function open(picked: Picked): Promise<void> {
  if (picked.tooMany !== undefined) {
    app.notify({
      tone: 'error',
      message: {
        en: `Only the first ${picked.files.length} files are read: the rest is more than is taken at once.`,
        ja: `一度に読み取れる量を超えているため、最初の ${picked.files.length} 件だけを読み取ります。`,
      },
    });
  }
  if (picked.files.length === 0) {
    app.notify({
      tone: 'info',
      message: {
        en: 'There is no file in it that can be read: hidden folders and node_modules are left out.',
        ja: '読み取れるファイルがありません。隠しフォルダーと node_modules は対象外です。',
      },
    });
    return;
  }
  const { openFiles } = await loadFiles();
  const outcome = await openFiles(app, picked.files, picked.handle ? { handle: picked.handle } : {});
  if (outcome === 'review') openDialog('report');
}

export const openChosen = async (list: FileList | null): Promise<void> => {
  if (!list || list.length === 0) return;
  // The list empties when its field is cleared.
  const files = Array.from(list);
  const { readChosen } = await loadPicking();
  await gathered((tell) => readChosen(files, tell));
};

export const openHandles = async (handles: readonly FileSystemFileHandle[]): Promise<void> => {
  const { readHandles } = await loadPicking();
  await gathered(() => readHandles(handles));
};

export const openDropped = async (transfer: DataTransfer): Promise<void> => {
  const taken = grabbed(transfer);
  const { readGrabbed } = await loadPicking();
  await gathered((tell) => readGrabbed(taken, tell));
};

/** Text that was pasted, as if it had been a file. */
export const openPasted = async (text: string): Promise<void> =>
  open({ files: [{ path: 'pasted.json', bytes: new TextEncoder().encode(text) }] });
