import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../model/index.ts';
import type { ImportReport, JobReply, JobRequest, PickedFile } from '../worker/index.ts';
import { addToOpen, canOpen, fileNameOf, openAsNew, openFiles, saveToFile } from './files.ts';
import { createJobClient, type RunJob } from './job-client.ts';
import { startKeeping } from './keeping.ts';
import { recentOf, type KeptDesign } from './storage.ts';
import type { TabMessage, Tabs } from './tabs.ts';
import { createAppStore, type Store } from './store.ts';

const label = { en: 'Change', ja: '変更' };
const withVpc = (design: Design): Design => ({
  ...design,
  resources: { ...design.resources, [`vpc-${Object.keys(design.resources).length}`]: { kind: 'vpc' } },
});

/** A shelf in memory that can be made to refuse, tabs that share it, and delays that are run by hand. */
function browser() {
  const kept = new Map<string, KeptDesign>();
  const unclosed = new Set<string>();
  const locks = new Map<string, { readonly release: () => void; readonly lose: () => void }>();
  const listeners = new Set<(message: TabMessage) => void>();
  const settled = () =>
    new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  let time = 0;
  let refuses = false;

  /** Opens a tab of it. */
  const open = (lastOpen?: string) => {
    const store = createAppStore();
    const waiting = new Set<() => void>();
    const own: { last: string | undefined; held: Set<string> } = { last: lastOpen, held: new Set() };
    const grant = (key: string, onLost: () => void) => {
      const lock = {
        release: () => {
          if (locks.get(key) === lock) locks.delete(key);
        },
        lose: onLost,
      };
      locks.set(key, lock);
      return lock.release;
    };
    let listener: ((message: TabMessage) => void) | undefined;
    const tabs: Tabs = {
      hold: async (key, onLost) => (locks.has(key) ? undefined : grant(key, onLost)),
      take: async (key, onLost) => {
        for (const other of listeners) if (other !== listener) other({ kind: 'give', key });
        await settled();
        const holder = locks.get(key);
        locks.delete(key);
        const release = grant(key, onLost);
        holder?.lose();
        return release;
      },
      tell: (message) => {
        for (const other of listeners) if (other !== listener) other(message);
      },
      onMessage: (next) => {
        listener = next;
        listeners.add(next);
        return () => listeners.delete(next);
      },
    };
    const keeper = startKeeping(store, {
      shelf: {
        list: async () =>
          [...kept.values()].map(recentOf).toSorted((one, other) => other.savedAt - one.savedAt),
        read: async (key) => kept.get(key),
        write: async (design) => {
          if (refuses) throw new Error('full');
          kept.set(design.key, design);
        },
        remove: async (key) => void kept.delete(key),
      },
      tabs,
      memory: {
        lastOpen: () => own.last,
        setLastOpen: (key) => {
          own.last = key;
        },
        isUnclosed: (key) => unclosed.has(key),
        setOpened: (key) => unclosed.add(key),
        setClosed: (key) => unclosed.delete(key),
      },
      delay: (work) => {
        waiting.add(work);
        return () => waiting.delete(work);
      },
      now: () => (time += 1000),
    });
    return {
      store,
      keeper,
      state: () => store.api.getState(),
      elapse: async () => {
        const due = [...waiting];
        waiting.clear();
        for (const work of due) work();
        await settled();
      },
      /** The page goes without a word. */
      crash: () => {
        if (listener) listeners.delete(listener);
        locks.clear();
      },
    };
  };
  return {
    kept,
    open,
    settled,
    refuse: (value: boolean) => {
      refuses = value;
    },
  };
}

const names = (design: Design | undefined): readonly string[] => Object.keys(design?.resources ?? {});

describe('keeping designs in the browser', () => {
  it('writes once for edits in a row, and says when it is saved', async () => {
    const { kept, open } = browser();
    const { store, state, elapse } = open();
    store.edit(label, withVpc);
    store.edit(label, withVpc);
    expect(state().file.saveState).toBe('saving');
    await elapse();
    expect([...kept.values()].map(({ design }) => names(design))).toEqual([['vpc-0', 'vpc-1']]);
    expect(state().file.saveState).toBe('savedInBrowser');
    expect(state().recents.map(({ name, resources }) => [name, resources])).toEqual([['Untitled', 2]]);
  });

  it('says that it is not saved when the browser refuses, once, and when it is again', async () => {
    const { open, refuse } = browser();
    refuse(true);
    const { store, state, elapse } = open();
    store.edit(label, withVpc);
    await elapse();
    store.edit(label, withVpc);
    await elapse();
    expect(state().file.saveState).toBe('notSaved');
    expect(state().notices.map(({ command }) => command)).toEqual(['download']);
    refuse(false);
    store.edit(label, withVpc);
    await elapse();
    expect(state().file.saveState).toBe('savedInBrowser');
  });

  it('keeps no fresh page, but a design that was emptied', async () => {
    const { kept, open } = browser();
    const { store, state, elapse } = open();
    store.openDesign(emptyDesign('fresh'), {});
    await elapse();
    expect([kept.size, state().file.saveState]).toEqual([0, 'none']);
    store.edit(label, withVpc);
    await elapse();
    store.edit(label, (design) => ({ ...design, resources: {} }));
    await elapse();
    expect([...kept.values()].map(({ design }) => names(design))).toEqual([[]]);
  });

  it('keeps what was open when another is opened, to its last edit, and brings it back', async () => {
    const { kept, open } = browser();
    const { store, state, keeper, elapse } = open();
    store.openDesign(withVpc(emptyDesign('first')), {});
    const first = state().file.key ?? '';
    store.edit(label, withVpc);
    store.openDesign(withVpc(emptyDesign('second')), {});
    await elapse();
    expect(names(kept.get(first)?.design)).toEqual(['vpc-0', 'vpc-1']);
    expect(state().recents.map(({ name }) => name)).toEqual(['second', 'first']);
    store.undo();
    expect([state().design.name, state().file.key]).toEqual(['first', first]);
    store.redo();
    await keeper.openRecent(first);
    expect(names(state().design)).toEqual(['vpc-0', 'vpc-1']);
    await keeper.forget(state().recents.find(({ name }) => name === 'second')?.key ?? '');
    expect(state().recents.map(({ name }) => name)).toEqual(['first']);
  });

  it('puts back what was kept, but never over what was drawn meanwhile', async () => {
    const { open, kept } = browser();
    kept.set('a', { key: 'a', design: withVpc(emptyDesign('kept')), name: 'kept', savedAt: 1 });
    const fresh = open();
    await fresh.keeper.restored;
    expect([fresh.state().design.name, fresh.state().file.saveState]).toEqual(['kept', 'savedInBrowser']);
    expect(fresh.state().file.restoredFrom).toBeUndefined();
    const busy = open();
    busy.store.edit(label, withVpc);
    await busy.keeper.restored;
    expect(busy.state().design.name).toBe('Untitled');
  });

  it('a tab that is loaded anew goes on with its own design, a new tab with the newest', async () => {
    const { open, kept } = browser();
    kept.set('a', { key: 'a', design: withVpc(emptyDesign('older')), name: 'a', savedAt: 1 });
    kept.set('b', { key: 'b', design: withVpc(emptyDesign('newer')), name: 'b', savedAt: 2 });
    const same = open('a');
    await same.keeper.restored;
    const other = open();
    await other.keeper.restored;
    const started = open('c');
    await started.keeper.restored;
    expect([same, other, started].map(({ state }) => state().design.name)).toEqual([
      'older',
      'newer',
      'Untitled',
    ]);
  });

  it('says from when a design comes back after its page was lost, and not after it was closed', async () => {
    const { open } = browser();
    const first = open();
    await first.keeper.restored;
    first.store.edit(label, withVpc);
    await first.elapse();
    first.crash();
    const second = open();
    await second.keeper.restored;
    expect(second.state().file.restoredFrom).toBe(1000);
    expect(second.state().notices[0]?.message.en).toMatch(/^Restored from \d\d:\d\d\./);
    second.keeper.close();
    second.crash();
    const third = open();
    await third.keeper.restored;
    expect([third.state().file.restoredFrom, third.state().notices]).toEqual([undefined, []]);
  });

  it('writes at once when the page goes', async () => {
    const { open, kept, settled } = browser();
    const { store, keeper } = open();
    store.edit(label, withVpc);
    keeper.close();
    await settled();
    expect(kept.size).toBe(1);
  });
});

describe('two tabs on one design', () => {
  const both = async () => {
    const place = browser();
    const first = place.open();
    await first.keeper.restored;
    first.store.edit(label, withVpc);
    await first.elapse();
    const second = place.open();
    await second.keeper.restored;
    return { ...place, first, second };
  };

  it('the second only looks, and sees what the first saves', async () => {
    const { first, second, settled } = await both();
    expect(second.state().file.elsewhere).toBe(true);
    second.store.edit(label, withVpc);
    expect(names(second.state().design)).toEqual(['vpc-0']);
    expect(second.state().notices.map(({ command }) => command)).toEqual(['take-over']);
    first.store.edit(label, withVpc);
    await first.elapse();
    await settled();
    expect(names(second.state().design)).toEqual(['vpc-0', 'vpc-1']);
  });

  it('takes it over with what the first had not saved yet; then the first only looks', async () => {
    const { first, second, kept } = await both();
    first.store.edit(label, withVpc);
    await second.keeper.takeOver();
    expect(names(second.state().design)).toEqual(['vpc-0', 'vpc-1']);
    expect(second.state().file.elsewhere).toBeUndefined();
    expect(first.state().file.elsewhere).toBe(true);
    expect(first.state().history.undo).toEqual([]);
    second.store.edit(label, withVpc);
    await second.elapse();
    first.store.edit(label, withVpc);
    await first.elapse();
    expect([...kept.values()].map(({ design }) => names(design))).toEqual([['vpc-0', 'vpc-1', 'vpc-2']]);
  });

  it('is free again when the first opens another', async () => {
    const { first, second, settled } = await both();
    const { key } = second.state().file;
    first.store.openDesign(withVpc(emptyDesign('other')), {});
    await settled();
    second.store.openDesign(emptyDesign('x'), {});
    await second.keeper.openRecent(key ?? '');
    await settled();
    expect([second.state().file.key, second.state().file.elsewhere]).toEqual([key, undefined]);
  });
});

describe('jobs', () => {
  it('go to one worker, which starts with the first, and answers find their question', async () => {
    let reply: (reply: JobReply) => void = () => undefined;
    const sent: JobRequest[] = [];
    let opened = 0;
    const run = createJobClient((onReply) => {
      opened += 1;
      reply = onReply;
      return { post: (request) => sent.push(request) };
    });
    expect(opened).toBe(0);
    const first = run('write', { design: emptyDesign('a') });
    const second = run('write', { design: emptyDesign('b') });
    expect([opened, sent.map(({ job }) => job)]).toEqual([1, [1, 2]]);
    reply({ job: 2, ok: true, gives: 'two' });
    reply({ job: 1, ok: false, message: 'no', details: 'stack' });
    expect(await second).toBe('two');
    await expect(first).rejects.toThrow('no');
  });

  it('fail when the worker crashes, and the next one starts another', async () => {
    let crash: (message: string) => void = () => undefined;
    let opened = 0;
    const run = createJobClient((_, onCrash) => {
      opened += 1;
      crash = onCrash;
      return { post: () => undefined };
    });
    const lost = run('write', { design: emptyDesign('a') });
    crash('out of memory');
    await expect(lost).rejects.toThrow('out of memory');
    void run('write', { design: emptyDesign('b') });
    expect(opened).toBe(2);
  });
});

describe('opening files', () => {
  const file = (path: string): PickedFile => ({ path, bytes: new Uint8Array(0) });
  const report = (change: Partial<ImportReport>): ImportReport => ({
    design: withVpc(emptyDesign('read')),
    files: [{ file: 'a.json', format: 'aws-cli describe-vpcs', resources: 1 }],
    counts: { vpc: 1 },
    notUnderstood: [],
    missing: [],
    assumptions: [],
    notes: [],
    ...change,
  });
  const addition = {
    design: { ...withVpc(withVpc(emptyDesign('mine'))), name: 'mine' },
    added: ['vpc-1'],
    changed: [],
    same: 1,
    completes: false,
    report: report({}),
    conflicts: [],
    renamed: [],
    missing: [],
  };
  /** Files without a resource add nothing. */
  const nothingOf = ({ files }: Partial<ImportReport>) =>
    files?.every(({ resources }) => resources === 0) ? { added: [], same: 0 } : {};
  /** A reader that finds this, whatever it is given. */
  const reading =
    (change: Partial<ImportReport>, openPaths = 0): RunJob =>
    async (name, takes) =>
      (name === 'add'
        ? addition
        : name === 'undetermined'
          ? { count: openPaths, some: [] }
          : {
              report: report(change),
              ...('open' in takes ? { addition: { ...addition, ...nothingOf(change) } } : {}),
              likely: 'add',
            }) as never;
  const drawn = () => {
    const store = createAppStore();
    store.edit(label, withVpc);
    return store;
  };

  it('puts the design on the canvas and the report beside it', async () => {
    const store = createAppStore();
    expect(await openFiles(store, [file('a.json')], {}, reading({}))).toBe('opened');
    expect(store.api.getState().design.name).toBe('read');
    expect(store.api.getState().report?.counts).toEqual({ vpc: 1 });
    expect(store.api.getState().report).not.toHaveProperty('design');
    expect(store.api.getState()).not.toHaveProperty('opening');
  });

  const trouble = { file: 'a', place: '', code: 'x', what: label, why: label };
  const missing = { missing: [{ fact: label, obtain: 'aws' }] };
  const reviewed: readonly (readonly [string, () => Store, Partial<ImportReport>])[] = [
    ['a design is open', drawn, {}],
    ['something was not understood', createAppStore, { notUnderstood: [trouble] }],
    ['a missing fact leaves a path open', createAppStore, missing],
    ['there are more than 50 resources', createAppStore, { counts: { vpc: 30, subnet: 21 } }],
  ];
  it.each(reviewed)('asks first when %s', async (_, make, change) => {
    const store = make();
    const before = store.api.getState().design;
    expect(await openFiles(store, [file('a.json')], {}, reading(change, 1))).toBe('review');
    expect(store.api.getState().design).toBe(before);
    const { opening } = store.api.getState();
    expect(opening && canOpen(opening)).toBe(true);
    openAsNew(store);
    expect(store.api.getState().design.name).toBe('read');
  });

  it('asks nothing where what is missing leaves no path open', async () => {
    const store = createAppStore();
    expect(await openFiles(store, [file('a.json')], {}, reading(missing))).toBe('opened');
    expect(store.api.getState().report?.missing).toHaveLength(1);
  });

  it('shows faults at their places though nothing can be opened', async () => {
    const store = createAppStore();
    const files = [{ file: 'a.json', resources: 0 }];
    const change = { files, counts: {}, notUnderstood: [{ ...trouble, place: '3:7' }] };
    expect(await openFiles(store, [file('a.json')], {}, reading(change))).toBe('review');
    const { opening } = store.api.getState();
    expect(opening && canOpen(opening)).toBe(false);
  });

  it('adds to the open design as one step that is undone alone', async () => {
    const store = drawn();
    await openFiles(store, [file('a.json')], {}, reading({}));
    await addToOpen(store, reading({}));
    expect(names(store.api.getState().design)).toEqual(['vpc-0', 'vpc-1']);
    expect(store.api.getState().notices.map(({ message, command }) => [message.en, command])).toEqual([
      ['Added to Untitled: 1 new, 0 updated.', 'undo'],
    ]);
    store.undo();
    expect(names(store.api.getState().design)).toEqual(['vpc-0']);
  });

  it('opens beside what is open: that is one undo away', async () => {
    const store = drawn();
    const { key } = store.api.getState().file;
    await openFiles(store, [file('a.json')], {}, reading({}));
    openAsNew(store);
    expect(store.api.getState().file.key).not.toBe(key);
    store.undo();
    expect([names(store.api.getState().design), store.api.getState().file.key]).toEqual([['vpc-0'], key]);
  });

  it('leaves the open design alone when nothing was understood, and says why', async () => {
    const store = createAppStore();
    store.edit(label, withVpc);
    const before = store.api.getState().design;
    const why = {
      file: 'cat.png',
      place: '',
      code: 'not-text',
      what: { en: 'a picture', ja: '画像' },
      why: { en: 'no text in it', ja: '文字がない' },
    };
    await openFiles(
      store,
      [file('pets/cat.png')],
      {},
      reading({ files: [{ file: 'cat.png', resources: 0 }], notUnderstood: [why] }),
    );
    expect(store.api.getState().design).toBe(before);
    expect(store.api.getState().notices[0]?.message.en).toBe(
      'cat.png was not opened. a picture: no text in it. The open design was not changed.',
    );
  });

  it('leaves the open design alone when a file that was cut off holds no whole resource', async () => {
    const store = createAppStore();
    store.edit(label, withVpc);
    const before = store.api.getState().design;
    const why = {
      file: 'vpcs.json',
      place: '',
      code: 'cut-off',
      what: { en: 'The file ends early', ja: 'ファイルが途中で終わっています' },
      why: { en: 'The rest is unknown.', ja: '残りは不明です。' },
    };
    const files = [{ file: 'vpcs.json', format: 'aws-cli describe-vpcs', resources: 0 }];
    await openFiles(store, [file('vpcs.json')], {}, reading({ files, notUnderstood: [why] }));
    expect(store.api.getState().design).toBe(before);
    expect(store.api.getState().notices[0]?.message).toEqual({
      en: 'vpcs.json was not opened. The file ends early: The rest is unknown. The open design was not changed.',
      ja: 'vpcs.jsonを開けませんでした。ファイルが途中で終わっています: 残りは不明です。開いているデザインは変更されていません。',
    });
  });

  it('leaves the open design alone when the reader itself stops', async () => {
    const store = createAppStore();
    store.edit(label, withVpc);
    const before = store.api.getState().design;
    await openFiles(store, [file('a.json')], {}, () => Promise.reject(new Error('out of memory')));
    expect(store.api.getState().design).toBe(before);
    expect(store.api.getState().notices[0]?.tone).toBe('error');
    expect(store.api.getState()).not.toHaveProperty('busy');
  });

  const fileNames: readonly (readonly [string, string])[] = [
    ['shop-prod', 'shop-prod.vpcd.json'],
    ['a/b: c', 'a-b- c.vpcd.json'],
    ['..', 'design.vpcd.json'],
    ['店舗', '店舗.vpcd.json'],
  ];
  it.each(fileNames)('a design called %j is saved as %s', (name, expected) => {
    expect(fileNameOf(emptyDesign(name))).toBe(expected);
  });
});

describe('saving to the file that a design came from', () => {
  const write: RunJob = async (_, takes) =>
    ('design' in takes ? `text of ${takes.design.name}` : '') as never;
  /** A file of the disk that takes what is written, or refuses. */
  const handleOf = (written: string[], fault?: Error): FileSystemFileHandle =>
    ({
      name: 'shop.vpcd.json',
      createWritable: async () => {
        if (fault) throw fault;
        return { write: async (text: string) => void written.push(text), close: async () => undefined };
      },
    }) as unknown as FileSystemFileHandle;

  it('writes back, and says where it is saved', async () => {
    const written: string[] = [];
    const store = createAppStore();
    store.openDesign(withVpc(emptyDesign('shop')), { name: 'shop.vpcd.json', handle: handleOf(written) });
    await saveToFile(store, 'same file', write);
    expect(written).toEqual(['text of shop']);
    const { name, saveState } = store.api.getState().file;
    expect([name, saveState]).toEqual(['shop.vpcd.json', 'savedToFile']);
  });

  it('never writes over a file that holds more than is understood', async () => {
    const written: string[] = [];
    const store = createAppStore();
    const handle = handleOf(written);
    store.openDesign(withVpc(emptyDesign('shop')), {
      name: 'new.vpcd.json',
      handle,
      readOnly: 'newer-version',
    });
    await saveToFile(store, 'same file', write);
    expect([written, store.api.getState().notices[0]?.tone]).toEqual([[], 'error']);
  });

  it('says why a file could not be written, and the design stays', async () => {
    const store = createAppStore();
    const handle = handleOf([], new Error('the disk is full'));
    store.openDesign(withVpc(emptyDesign('shop')), { name: 'shop.vpcd.json', handle });
    await saveToFile(store, 'same file', write);
    expect(store.api.getState().notices[0]?.message.en).toContain('the disk is full');
    expect(store.api.getState().file.saveState).not.toBe('savedToFile');
    expect(names(store.api.getState().design)).toEqual(['vpc-0']);
  });
});
