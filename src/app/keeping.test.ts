import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../model/index.ts';
import type { ImportReport, JobReply, JobRequest, PickedFile } from '../worker/index.ts';
import { fileNameOf, openFiles } from './files.ts';
import { createJobClient, type RunJob } from './job-client.ts';
import { keepSettings, readSettings } from './settings.ts';
import { restore, startAutosave, type DesignShelf, type StoredDesign } from './storage.ts';
import { createAppStore } from './store.ts';

const label = { en: 'Change', ja: '変更' };
const withVpc = (design: Design): Design => ({
  ...design,
  resources: { ...design.resources, [`vpc-${Object.keys(design.resources).length}`]: { kind: 'vpc' } },
});

/** A shelf in memory that can be made to refuse, and delays that are run by hand. */
function shelf(refuse = false) {
  const written: StoredDesign[] = [];
  const shelf: DesignShelf = {
    read: async () => written.at(-1),
    write: async (stored) => {
      if (refuse) throw new Error('full');
      written.push(stored);
    },
  };
  let due: (() => void) | undefined;
  const delay = (work: () => void) => {
    due = work;
    return () => {
      due = undefined;
    };
  };
  const elapse = async () => {
    due?.();
    due = undefined;
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  };
  return { written, shelf, delay, elapse };
}

describe('keeping the design in the browser', () => {
  it('writes once for edits in a row, and says when it is saved', async () => {
    const store = createAppStore();
    const { written, shelf: place, delay, elapse } = shelf();
    startAutosave(store, place, delay);
    store.edit(label, withVpc);
    store.edit(label, withVpc);
    expect(store.api.getState().file.saveState).toBe('saving');
    await elapse();
    expect(written.map(({ design }) => Object.keys(design.resources))).toEqual([['vpc-0', 'vpc-1']]);
    expect(store.api.getState().file.saveState).toBe('savedInBrowser');
  });

  it('says that it is not saved when the browser refuses, once', async () => {
    const store = createAppStore();
    const { shelf: place, delay, elapse } = shelf(true);
    startAutosave(store, place, delay);
    store.edit(label, withVpc);
    await elapse();
    store.edit(label, withVpc);
    await elapse();
    expect(store.api.getState().file.saveState).toBe('notSaved');
    expect(store.api.getState().notices).toHaveLength(1);
  });

  it('puts back what was kept, but never over what was drawn meanwhile', async () => {
    const { shelf: place } = shelf();
    await place.write({ design: withVpc(emptyDesign('kept')), name: 'kept' });
    const fresh = createAppStore();
    await restore(fresh, place);
    expect(fresh.api.getState().design.name).toBe('kept');
    const busy = createAppStore();
    busy.edit(label, withVpc);
    await restore(busy, place);
    expect(busy.api.getState().design.name).toBe('Untitled');
  });
});

describe('settings', () => {
  const cases: readonly (readonly [string | null, readonly string[], string, string])[] = [
    [null, ['en-US'], 'en', 'system'],
    [null, ['fr', 'ja-JP', 'en'], 'ja', 'system'],
    ['{"language":"ja","theme":"dark"}', ['en'], 'ja', 'dark'],
    ['{"language":"xx","theme":7}', ['en'], 'en', 'system'],
    ['not json', ['ja'], 'ja', 'system'],
  ];
  it.each(cases)('kept as %j, spoken %j: %s, %s', (kept, spoken, language, theme) => {
    expect(readSettings({ getItem: () => kept, setItem: () => undefined }, spoken)).toEqual({
      language,
      theme,
    });
  });

  it('are kept when they change', () => {
    const store = createAppStore();
    const kept: string[] = [];
    keepSettings(store, { getItem: () => null, setItem: (_, value) => kept.push(value) });
    store.setView({ zoom: 2 });
    store.setView({ language: 'ja' });
    expect(kept).toEqual(['{"language":"ja","theme":"system"}']);
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
  const reading =
    (change: Partial<ImportReport>): RunJob =>
    async () =>
      report(change) as never;

  it('puts the design on the canvas and the report beside it', async () => {
    const store = createAppStore();
    await openFiles(store, [file('a.json')], {}, reading({}));
    expect(store.api.getState().design.name).toBe('read');
    expect(store.api.getState().report?.counts).toEqual({ vpc: 1 });
    expect(store.api.getState().report).not.toHaveProperty('design');
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
      place: '1:31',
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

  const names: readonly (readonly [string, string])[] = [
    ['shop-prod', 'shop-prod.vpcd.json'],
    ['a/b: c', 'a-b- c.vpcd.json'],
    ['..', 'design.vpcd.json'],
    ['店舗', '店舗.vpcd.json'],
  ];
  it.each(names)('a design called %j is saved as %s', (name, expected) => {
    expect(fileNameOf(emptyDesign(name))).toBe(expected);
  });
});
