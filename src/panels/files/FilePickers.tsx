/** The browser's own file dialogs, for files and for a folder; asked for by whoever needs them. */

import { useEffect, useRef } from 'react';
import { useApp } from '../../app/index.ts';
import { stopDrawing } from '../shell/dialogs.ts';
import { openChosen, openHandles } from './actions.ts';

interface Pickers {
  files?: () => void;
  folder?: () => void;
}

const pickers: Pickers = {};

type OpenPicker = (options: { readonly multiple: boolean }) => Promise<readonly FileSystemFileHandle[]>;

/** The browser's dialog that gives files which can be saved back to, where there is one; else the plain one. */
export const pickFiles = (): void => {
  const picker = (window as { readonly showOpenFilePicker?: OpenPicker }).showOpenFilePicker;
  if (!picker) {
    pickers.files?.();
    return;
  }
  picker.call(window, { multiple: true }).then(openHandles, (fault: unknown) => {
    // Closing the dialog is an answer, too; anything else means that this page may not use it.
    if (!(fault instanceof DOMException && fault.name === 'AbortError')) pickers.files?.();
  });
};
export const pickFolder = (): void => pickers.folder?.();

/** Another design begins with the page of an empty one, whatever was drawn before. */
function useFreshStart(): void {
  const key = useApp(({ file }) => file.key);
  const before = useRef(key);
  useEffect(() => {
    if (before.current !== undefined && before.current !== key) stopDrawing();
    before.current = key;
  }, [key]);
}

export function FilePickers() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useFreshStart();

  useEffect(() => {
    pickers.files = () => files.current?.click();
    pickers.folder = () => folder.current?.click();
    // React knows no such attribute on an input.
    folder.current?.setAttribute('webkitdirectory', '');
  }, []);

  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-picker="files"
        onChange={(event) => {
          void openChosen(event.currentTarget.files).finally(() => clear(files.current));
        }}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        data-picker="folder"
        onChange={(event) => {
          void openChosen(event.currentTarget.files).finally(() => clear(folder.current));
        }}
      />
    </>
  );
}

/** So that choosing the same file again is a change again. */
function clear(input: HTMLInputElement | null): void {
  if (input) input.value = '';
}
