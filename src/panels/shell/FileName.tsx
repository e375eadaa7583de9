/** The design's name, written in place, and how it is saved. */

import { Check, Eye } from 'lucide-react';
import { useState } from 'react';
import { app, runCommand, useApp, type SaveState } from '../../app/index.ts';
import type { Texts } from '../../i18n/index.ts';
import { Button, Icon, TextField, useLanguage, useText } from '../../ui/index.ts';
import { shownName } from './untitled.ts';
import { useIsSmall } from './useMedia.ts';
import styles from './FileName.module.css';

export function FileName() {
  const text = useText();
  const language = useLanguage();
  const name = useApp(({ design }) => shownName(design.name, language));
  const isElsewhere = useApp(({ file }) => file.elsewhere === true);
  const isSmall = useIsSmall();
  const [editing, setEditing] = useState(false);

  const rename = (next: string) => {
    setEditing(false);
    if (next === name) return;
    app.edit({ en: 'Rename the design', ja: 'デザイン名の変更' }, (design) => ({ ...design, name: next }));
  };

  return (
    <div className={styles.file}>
      {editing ? (
        <div
          className={styles.field}
          onBlur={(event) => {
            if (event.currentTarget.querySelector('[aria-invalid="true"]') === null) setEditing(false);
          }}
        >
          <TextField
            autoFocus
            label={text.shell.designName}
            value={name}
            check={(written) => (written === '' ? text.shell.nameMissing : undefined)}
            onCommit={rename}
            onCancel={() => setEditing(false)}
          />
        </div>
      ) : (
        <h1>
          <button
            type="button"
            className={styles.name}
            title={text.shell.rename}
            disabled={isElsewhere}
            onClick={() => setEditing(true)}
          >
            {name}
          </button>
        </h1>
      )}
      {isElsewhere ? <Elsewhere /> : <Saved isSmall={isSmall} />}
    </div>
  );
}

/** Another tab has it: this one says so and can take it, on a small page as well. */
function Elsewhere() {
  const { files } = useText();
  return (
    <span className={styles.state}>
      <Icon of={Eye} size={12} />
      {files.elsewhere}
      <Button look="link" onClick={() => runCommand('take-over')}>
        {files.takeOver}
      </Button>
    </span>
  );
}

function Saved({ isSmall }: { readonly isSmall: boolean }) {
  const text = useText();
  const language = useLanguage();
  const state = useApp(({ file }) => file.saveState);
  const fileName = useApp(({ file }) => file.name);
  const restoredFrom = useApp(({ file }) => file.restoredFrom);
  const isSaved = state === 'savedInBrowser' || state === 'savedToFile';
  // What is not kept is told on every page.
  if (isSmall && state !== 'notSaved') return null;
  return (
    <span className={styles.state} title={fileName}>
      {isSaved && <Icon of={Check} size={12} />}
      {isSaved && restoredFrom !== undefined
        ? text.files.restoredFrom(
            new Date(restoredFrom).toLocaleTimeString(language, {
              hour: '2-digit',
              minute: '2-digit',
              hourCycle: 'h23',
            }),
          )
        : saveWords(text, state, fileName)}
      {state === 'notSaved' && (
        <Button look="link" onClick={() => runCommand('download')}>
          {text.files.download}
        </Button>
      )}
    </span>
  );
}

function saveWords({ shell }: Texts, state: SaveState, fileName: string): string {
  switch (state) {
    case 'none':
      return shell.notSavedYet;
    case 'saving':
      return shell.saving;
    case 'savedInBrowser':
      return shell.savedInBrowser;
    case 'savedToFile':
      return shell.savedToFile(fileName);
    case 'notSaved':
      return shell.notSaved;
  }
}
