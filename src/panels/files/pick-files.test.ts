import { afterEach, describe, expect, it, vi } from 'vitest';
import { openHandles } from './actions.ts';
import { pickFiles } from './FilePickers.tsx';

vi.mock('./actions.ts', () => ({ openHandles: vi.fn(() => Promise.resolve()), openChosen: vi.fn() }));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe('the browser’s own dialog for opening', () => {
  it('hands on what can be saved back to', async () => {
    const handles = [{ kind: 'file', name: 'a.json' }];
    const showOpenFilePicker = vi.fn(() => Promise.resolve(handles));
    vi.stubGlobal('window', { showOpenFilePicker });
    pickFiles();
    await vi.waitFor(() => expect(openHandles).toHaveBeenCalledWith(handles));
    expect(showOpenFilePicker).toHaveBeenCalledWith({ multiple: true });
  });

  it('may be closed', async () => {
    const showOpenFilePicker = vi.fn(() => Promise.reject(new DOMException('', 'AbortError')));
    vi.stubGlobal('window', { showOpenFilePicker });
    pickFiles();
    await vi.waitFor(() => expect(showOpenFilePicker).toHaveBeenCalled());
    expect(openHandles).not.toHaveBeenCalled();
  });
});
