/** The browser's own file dialogs, for files and for a folder; asked for by whoever needs them. */

import { useEffect, useRef } from 'react';
import { openChosen } from './actions.ts';

interface Pickers {
  files?: () => void;
  folder?: () => void;
}

const pickers: Pickers = {};

export const pickFiles = (): void => pickers.files?.();
export const pickFolder = (): void => pickers.folder?.();

export function FilePickers() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

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
