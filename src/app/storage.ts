/** Keeps the design in the browser: written within a second of each change, read back at the next start. */

import type { DBSchema, IDBPDatabase } from 'idb';
import type { Design } from '../model/index.ts';
import type { FileState } from './state.ts';
import type { Store } from './store.ts';

const CURRENT = 'current';

export interface StoredDesign {
  readonly design: Design;
  readonly name: string;
  readonly handle?: FileSystemFileHandle;
  readonly readOnly?: FileState['readOnly'];
}

interface Schema extends DBSchema {
  designs: { key: string; value: StoredDesign };
}

/** Where designs are kept; a test keeps them in memory. */
export interface DesignShelf {
  readonly read: () => Promise<StoredDesign | undefined>;
  readonly write: (stored: StoredDesign) => Promise<void>;
}

let database: Promise<IDBPDatabase<Schema>> | undefined;

/** Storage comes after the first picture: its library is fetched by itself. */
async function connectDatabase(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>('vpc-designer', 1, {
    upgrade: (db) => {
      db.createObjectStore('designs');
    },
  });
}

const openDatabase = (): Promise<IDBPDatabase<Schema>> => {
  database ??= connectDatabase();
  return database;
};

export const browserShelf: DesignShelf = {
  read: async () => (await openDatabase()).get('designs', CURRENT),
  write: async (stored) => {
    await (await openDatabase()).put('designs', stored, CURRENT);
  },
};

/** Puts the design of the last visit back, if there is one and nothing was drawn meanwhile. */
export async function restore({ api, openDesign, reveal }: Store, shelf: DesignShelf): Promise<void> {
  const stored = await shelf.read().catch(() => undefined);
  if (!stored || api.getState().version > 0) return;
  const { design, name, handle, readOnly } = stored;
  openDesign(design, {
    name,
    saveState: 'savedInBrowser',
    ...(handle ? { handle } : {}),
    ...(readOnly === undefined ? {} : { readOnly }),
  });
  reveal([]);
}

/** Writes the design soon after each change, the newest state only, one write at a time. */
export function startAutosave(
  { api, setFile, notify, onDesignChange }: Store,
  shelf: DesignShelf,
  delay: (work: () => void, milliseconds: number) => () => void,
): () => void {
  const SOON = 300;
  let cancel = (): void => undefined;
  let isWriting = false;
  let isWaiting = false;
  let hasFailed = false;

  const write = async () => {
    if (isWriting) {
      isWaiting = true;
      return;
    }
    isWriting = true;
    const { design, file, version } = api.getState();
    const { name, handle, readOnly } = file;
    try {
      await shelf.write({
        design,
        name,
        ...(handle ? { handle } : {}),
        ...(readOnly === undefined ? {} : { readOnly }),
      });
      hasFailed = false;
      if (api.getState().version === version && api.getState().file.saveState === 'saving') {
        setFile({ saveState: 'savedInBrowser' });
      }
    } catch {
      setFile({ saveState: 'notSaved' });
      if (!hasFailed) notify({ tone: 'error', message: notSaved, command: 'save' });
      hasFailed = true;
    }
    isWriting = false;
    if (isWaiting) {
      isWaiting = false;
      void write();
    }
  };

  const stop = onDesignChange((change) => {
    // A design that was just opened from its file is saved there already.
    const { saveState } = api.getState().file;
    const isAsStored =
      change.kind === 'replaced' && (saveState === 'savedToFile' || saveState === 'savedInBrowser');
    if (!isAsStored) setFile({ saveState: 'saving' });
    cancel();
    cancel = delay(() => void write(), SOON);
  });
  return () => {
    stop();
    cancel();
  };
}

const notSaved = {
  en: 'This browser cannot keep the design: its storage is full or switched off. Save it to a file.',
  ja: 'ブラウザーの保存領域がいっぱいか無効なため、デザインを保存できません。ファイルに保存してください。',
};
