import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveToFile } from './files.ts';
import type { RunJob } from './job-client.ts';
import { createAppStore } from './store.ts';

const run: RunJob = () => Promise.resolve('the text' as never);

/** A file of the disk that keeps what is written to it. */
function disk(name: string) {
  const written: string[] = [];
  const handle = {
    kind: 'file',
    name,
    createWritable: () =>
      Promise.resolve({
        write: (text: string) => Promise.resolve(written.push(text)),
        close: () => Promise.resolve(),
      }),
  };
  return { handle, written };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('saving where the browser has a dialog for it', () => {
  it('writes to the file that was named, and there again without asking', async () => {
    const { handle, written } = disk('mine.vpcd.json');
    const showSaveFilePicker = vi.fn(() => Promise.resolve(handle));
    vi.stubGlobal('window', { showSaveFilePicker });
    const store = createAppStore();
    await saveToFile(store, 'another file', run);
    await saveToFile(store, 'same file', run);
    expect(written).toEqual(['the text', 'the text']);
    expect(showSaveFilePicker).toHaveBeenCalledTimes(1);
    expect(store.api.getState().file).toMatchObject({
      name: 'mine.vpcd.json',
      saveState: 'savedToFile',
      handle,
    });
  });

  it('changes nothing when the dialog is closed', async () => {
    vi.stubGlobal('window', {
      showSaveFilePicker: () => Promise.reject(new DOMException('', 'AbortError')),
    });
    const store = createAppStore();
    const before = store.api.getState().file;
    await saveToFile(store, 'another file', run);
    expect(store.api.getState().file).toEqual(before);
    expect(store.api.getState().notices).toEqual([]);
  });

  it.each<[string, object]>([
    [
      'the page may not use it',
      { showSaveFilePicker: () => Promise.reject(new DOMException('', 'SecurityError')) },
    ],
    ['there is none', {}],
  ])('downloads where %s', async (_, window) => {
    const link = { href: '', download: '', click: vi.fn() };
    vi.stubGlobal('window', window);
    vi.stubGlobal('document', { createElement: () => link });
    const store = createAppStore();
    await saveToFile(store, 'another file', run);
    expect(link.click).toHaveBeenCalledTimes(1);
    expect(link.download).toMatch(/\.vpcd\.json$/);
    expect(store.api.getState().file.saveState).toBe('savedToFile');
  });

  it('tells of any other fault', async () => {
    vi.stubGlobal('window', { showSaveFilePicker: () => Promise.reject(new Error('disk is gone')) });
    const store = createAppStore();
    await saveToFile(store, 'another file', run);
    expect(store.api.getState().notices[0]?.message.en).toContain('disk is gone');
  });
});
