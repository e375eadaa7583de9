/** What people do with files, from whichever button, key or drop it comes. */

import {
  app,
  appState,
  openFiles,
  readChosen,
  readDropped,
  runCommand,
  type Picked,
} from '../../app/index.ts';
import { openDialog } from '../shell/dialogs.ts';

export const saveDesign = (): void => runCommand('save');

/** The report is shown at once when something in it needs a decision or a look. */
const needsReview = (): boolean => {
  const { report } = appState();
  return report !== undefined && (report.notUnderstood.length > 0 || report.missing.length > 0);
};

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
  if (picked.files.length === 0) return;
  const report = await openFiles(app, picked.files, picked.handle ? { handle: picked.handle } : {});
  if (!report) return;
  if (needsReview()) openDialog('report');
  else {
    const { name } = report.design;
    app.notify({ tone: 'info', message: { en: `${name} is open.`, ja: `${name} を開きました。` } });
  }
}

export const openChosen = async (list: FileList | null): Promise<void> => {
  if (list && list.length > 0) await open(await readChosen(list));
};

export const openDropped = async (transfer: DataTransfer): Promise<void> => open(await readDropped(transfer));

/** Text that was pasted, as if it had been a file. */
export const openPasted = async (text: string): Promise<void> =>
  open({ files: [{ path: 'pasted.json', bytes: new TextEncoder().encode(text) }] });
