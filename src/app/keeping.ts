/**
 * Keeps designs in the browser: written within a second of each change, put back at the next start, changed by one tab
 * at a time.
 */

import type { FileState, RecentDesign } from './state.ts';
import { recentOf, type DesignShelf, type KeptDesign } from './storage.ts';
import { newDesignKey, type Store } from './store.ts';
import type { Tabs } from './tabs.ts';

/** What the page remembers outside of the shelf; each may refuse. */
export interface Memory {
  /** The design that this tab had open before it was loaded anew. */
  readonly lastOpen: () => string | undefined;
  readonly setLastOpen: (key: string) => void;
  /** Whether a design was open and never closed: its page was lost. */
  readonly isUnclosed: (key: string) => boolean;
  readonly setOpened: (key: string) => void;
  readonly setClosed: (key: string) => void;
}

export interface Surroundings {
  readonly shelf: DesignShelf;
  readonly tabs: Tabs;
  readonly memory: Memory;
  readonly delay: (work: () => void, milliseconds: number) => () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Keeper {
  /** Resolves when the design of the last visit is back, if there is one. */
  readonly restored: Promise<void>;
  /** Writes at once what waits to be written. */
  readonly flush: () => Promise<void>;
  readonly openRecent: (key: string) => Promise<void>;
  readonly forget: (key: string) => Promise<void>;
  /** Makes the design of another tab this tab's own. */
  readonly takeOver: () => Promise<void>;
  /** The page goes away. */
  readonly close: () => void;
  /** The page was shown again after it went away. */
  readonly reopen: () => void;
}

/** A design as it is going to be kept. */
type Snapshot = Omit<KeptDesign, 'savedAt'>;

const SOON = 300;

const fileOf = ({ key, name, handle, readOnly }: KeptDesign): Partial<FileState> => ({
  key,
  name,
  saveState: 'savedInBrowser',
  ...(handle ? { handle } : {}),
  ...(readOnly === undefined ? {} : { readOnly }),
});

export function startKeeping(store: Store, { shelf, tabs, memory, delay, now }: Surroundings): Keeper {
  const { api, setFile, notify, openDesign, reveal, onDesignChange } = store;
  let cancel: (() => void) | undefined;
  let writing: Promise<void> | undefined;
  let hasFailed = false;
  /** The newest state of each design that is not written yet. */
  const queue = new Map<string, Snapshot>();
  /** The design that this tab holds, and how to let go of it. */
  let held: { readonly key: string; readonly release: () => void } | undefined;
  /** The last design whose lock was asked for: an answer about an older one comes too late. */
  let wanted: string | undefined;

  const setRecents = (change: (recents: readonly RecentDesign[]) => readonly RecentDesign[]) =>
    api.setState(({ recents }) => ({ recents: change(recents) }));

  /** Keeps one design; says how that went if it is the one that is open. */
  const writeOne = async (snapshot: Snapshot): Promise<void> => {
    const { key, design } = snapshot;
    const kept: KeptDesign = { ...snapshot, savedAt: now() };
    const isEmpty = Object.keys(design.resources).length === 0;
    // A fresh page is nothing to keep; a design that was emptied is.
    const isFresh = isEmpty && !api.getState().recents.some((recent) => recent.key === key);
    try {
      if (!isFresh) await shelf.write(kept);
    } catch {
      if (api.getState().file.key !== key) return;
      setFile({ saveState: 'notSaved' });
      if (!hasFailed) notify({ tone: 'error', message: notSaved, command: 'download' });
      hasFailed = true;
      return;
    }
    hasFailed = false;
    if (!isFresh) {
      setRecents((recents) => [recentOf(kept), ...recents.filter((recent) => recent.key !== key)]);
      tabs.tell({ kind: 'saved', key });
    }
    const { file, design: shown } = api.getState();
    if (
      file.key === key &&
      shown === design &&
      (file.saveState === 'saving' || file.saveState === 'notSaved')
    ) {
      setFile({ saveState: isFresh ? 'none' : 'savedInBrowser', restoredFrom: undefined });
    }
  };

  /** One write at a time; what changed meanwhile is written after it. */
  const write = async (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    writing ??= (async () => {
      for (let [next] = queue; next; [next] = queue) {
        queue.delete(next[0]);
        await writeOne(next[1]);
      }
      writing = undefined;
    })();
    await writing;
  };

  const flush = async (): Promise<void> => {
    if (queue.size > 0 || writing) await write();
  };

  /** Another tab has taken the design: what is shown stays, as it was saved. */
  const lose = (key: string) => {
    if (held?.key === key) held = undefined;
    if (api.getState().file.key !== key) return;
    queue.delete(key);
    api.setState({ history: { undo: [], redo: [] } });
    setFile({ elsewhere: true, saveState: 'savedInBrowser' });
    notify({ tone: 'info', message: takenOver, command: 'take-over' });
  };

  /** Lets go of what was open, and holds what is open now. */
  const holdOpen = async (): Promise<void> => {
    const { key } = api.getState().file;
    if (key === undefined || key === wanted) return;
    wanted = key;
    if (held && held.key !== key) {
      memory.setClosed(held.key);
      held.release();
      held = undefined;
    }
    memory.setLastOpen(key);
    const release = await tabs.hold(key, () => lose(key));
    if (wanted !== key) {
      release?.();
      return;
    }
    if (release) {
      held = { key, release };
      memory.setOpened(key);
      setFile({ elsewhere: undefined });
    } else {
      queue.delete(key);
      setFile({ elsewhere: true, saveState: 'savedInBrowser' });
    }
  };

  const saveSoon = () => {
    const { design, file } = api.getState();
    const { key, name, handle, readOnly } = file;
    if (key === undefined) return;
    queue.set(key, {
      key,
      design,
      name,
      ...(handle ? { handle } : {}),
      ...(readOnly === undefined ? {} : { readOnly }),
    });
    cancel?.();
    cancel = delay(() => void write(), SOON);
  };

  const changed = (isAsStored: boolean) => {
    const { file } = api.getState();
    if (file.elsewhere) return;
    if (file.key === undefined) setFile({ key: newDesignKey() });
    void holdOpen();
    if (!isAsStored) setFile({ saveState: 'saving' });
    saveSoon();
  };

  onDesignChange((change) => {
    const { file } = api.getState();
    const isSaved = file.saveState === 'savedToFile' || file.saveState === 'savedInBrowser';
    changed(change.kind === 'replaced' && isSaved);
  });

  // Undoing the opening of a design brings the one before back, which may be open elsewhere by now.
  api.subscribe(({ file }, { file: before }) => {
    if (file.key !== before.key) void holdOpen();
  });

  const show = (kept: KeptDesign, past: 'kept' | 'forgotten', more: Partial<FileState> = {}) => {
    openDesign(kept.design, { ...fileOf(kept), ...more }, past);
    reveal([]);
  };

  tabs.onMessage(({ kind, key }) => {
    if (api.getState().file.key !== key) return;
    if (kind === 'give' && held?.key === key) {
      const { release } = held;
      void flush().then(() => {
        lose(key);
        release();
      });
    }
    if (kind === 'saved' && api.getState().file.elsewhere) void follow(key);
  });

  /** Shows what the tab that has the design has written. */
  const follow = async (key: string): Promise<void> => {
    const kept = await shelf.read(key).catch(() => undefined);
    const { file } = api.getState();
    if (kept && file.key === key && file.elsewhere) {
      openDesign(kept.design, { ...fileOf(kept), elsewhere: true }, 'forgotten');
    }
  };

  const restore = async (): Promise<void> => {
    const recents = await shelf.list();
    setRecents(() => recents);
    // Loaded anew, a tab goes on with its own design; a new tab with the newest.
    const key = memory.lastOpen() ?? recents[0]?.key;
    const kept = key === undefined ? undefined : await shelf.read(key);
    if (!kept || api.getState().version > 0) return;
    // An empty design is nothing to come back to.
    if (Object.keys(kept.design.resources).length === 0) return;
    wanted = kept.key;
    const release = await tabs.hold(kept.key, () => lose(kept.key));
    if (api.getState().version > 0) {
      wanted = api.getState().file.key;
      release?.();
      return;
    }
    const wasLost = release !== undefined && memory.isUnclosed(kept.key);
    if (release) held = { key: kept.key, release };
    memory.setLastOpen(kept.key);
    if (release) memory.setOpened(kept.key);
    show(kept, 'forgotten', {
      ...(release ? {} : { elsewhere: true }),
      ...(wasLost ? { restoredFrom: kept.savedAt } : {}),
    });
    if (wasLost) notify({ tone: 'info', message: restoredFrom(kept.savedAt) });
  };

  if (api.getState().version > 0) changed(false);
  const restored = restore().catch(() => undefined);

  return {
    restored,
    flush,
    openRecent: async (key) => {
      await flush();
      const kept = await shelf.read(key);
      if (kept) show(kept, 'kept');
      else setRecents((recents) => recents.filter((recent) => recent.key !== key));
    },
    forget: async (key) => {
      if (api.getState().file.key === key) return;
      await shelf.remove(key);
      setRecents((recents) => recents.filter((recent) => recent.key !== key));
    },
    takeOver: async () => {
      const { key } = api.getState().file;
      if (key === undefined) return;
      const release = await tabs.take(key, () => lose(key));
      if (!release) return;
      held = { key, release };
      wanted = key;
      memory.setOpened(key);
      const kept = await shelf.read(key).catch(() => undefined);
      if (kept) show(kept, 'forgotten');
      else setFile({ elsewhere: undefined });
    },
    close: () => {
      void flush();
      if (held) memory.setClosed(held.key);
    },
    reopen: () => {
      if (held) memory.setOpened(held.key);
    },
  };
}

const notSaved = {
  en: 'This browser cannot keep the design: its storage is full or switched off. Download it, so that it is not lost.',
  ja: 'ブラウザーの保存領域がいっぱいか無効なため、デザインを保存できません。失われないようにダウンロードしてください。',
};

const takenOver = {
  en: 'Another tab took this design over. It is only shown here now.',
  ja: '別のタブがこのデザインを引き継ぎました。このタブでは表示のみになります。',
};

const clock = (language: string, time: number): string =>
  new Date(time).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const restoredFrom = (time: number) => ({
  en: `Restored from ${clock('en', time)}. The page had been closed without warning.`,
  ja: `${clock('ja', time)} の状態に復元しました。前回はページが予期せず閉じられました。`,
});
