/** Where the browser keeps designs: each under its key, and beside them what a list of them says. */

import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { portable, type Design } from '../model/index.ts';
import type { FileState, RecentDesign } from './state.ts';

export interface KeptDesign {
  readonly key: string;
  readonly design: Design;
  readonly name: string;
  readonly savedAt: number;
  readonly handle?: FileSystemFileHandle;
  readonly readOnly?: FileState['readOnly'];
}

/** A test keeps them in memory. */
export interface DesignShelf {
  /** The newest first. */
  readonly list: () => Promise<readonly RecentDesign[]>;
  readonly read: (key: string) => Promise<KeptDesign | undefined>;
  readonly write: (kept: KeptDesign) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

interface Schema extends DBSchema {
  designs: { key: string; value: KeptDesign };
  recents: { key: string; value: RecentDesign };
}

export const recentOf = ({ key, design, savedAt }: KeptDesign): RecentDesign => ({
  key,
  name: design.name,
  savedAt,
  resources: Object.keys(design.resources).length,
});

let database: Promise<IDBPDatabase<Schema>> | undefined;

/** The first version kept one design alone, and no list. The transaction ends only when both are written. */
async function listOnly(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): Promise<void> {
  const only = await transaction.objectStore('designs').get('current');
  if (!only) return;
  const kept: KeptDesign = { ...only, key: 'current', savedAt: Date.now() };
  await transaction.objectStore('designs').put({ ...kept, design: portable(kept.design) }, kept.key);
  await transaction.objectStore('recents').put(recentOf(kept));
}

/** Storage comes after the first picture: its library is fetched by itself. */
async function connectDatabase(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>('vpc-designer', 2, {
    upgrade(db, from, _to, transaction) {
      if (from < 1) db.createObjectStore('designs');
      db.createObjectStore('recents', { keyPath: 'key' });
      if (from >= 1) void listOnly(transaction);
    },
    // Another tab with a newer page wants to change the shelves: make room, this one reconnects when it writes.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      database = undefined;
    },
  });
}

function openDatabase(): Promise<IDBPDatabase<Schema>> {
  database ??= connectDatabase().catch((fault: unknown) => {
    database = undefined;
    throw fault;
  });
  return database;
}

export const browserShelf: DesignShelf = {
  list: async () =>
    (await (await openDatabase()).getAll('recents')).toSorted((a, b) => b.savedAt - a.savedAt),
  read: async (key) => (await openDatabase()).get('designs', key),
  write: async (kept) => {
    const transaction = (await openDatabase()).transaction(['designs', 'recents'], 'readwrite');
    await Promise.all([
      transaction.objectStore('designs').put({ ...kept, design: portable(kept.design) }, kept.key),
      transaction.objectStore('recents').put(recentOf(kept)),
      transaction.done,
    ]);
  },
  remove: async (key) => {
    const transaction = (await openDatabase()).transaction(['designs', 'recents'], 'readwrite');
    await Promise.all([
      transaction.objectStore('designs').delete(key),
      transaction.objectStore('recents').delete(key),
      transaction.done,
    ]);
  },
};
