/** The design's name, written in place, and how it is saved. */

import { Check } from 'lucide-react';
import { useState } from 'react';
import { app, runCommand, useApp, type SaveState } from '../../app/index.ts';
import type { Texts } from '../../i18n/index.ts';
import { Button, Icon, TextField, useText } from '../../ui/index.ts';
import { useIsSmall } from './useMedia.ts';
import styles from './FileName.module.css';

export function FileName() {
  const text = useText();
  const name = useApp(({ design }) => design.name);
  const saveState = useApp(({ file }) => file.saveState);
  const fileName = useApp(({ file }) => file.name);
  const isSmall = useIsSmall();
  const [editing, setEditing] = useState(false);

  const rename = (next: string) => {
    setEditing(false);
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
            onClick={() => setEditing(true)}
          >
            {name}
          </button>
        </h1>
      )}
      {!isSmall && (
        <span className={styles.state}>
          {(saveState === 'savedInBrowser' || saveState === 'savedToFile') && <Icon of={Check} size={12} />}
          {saveWords(text, saveState, fileName)}
          {saveState === 'notSaved' && (
            <Button look="link" onClick={() => runCommand('save')}>
              {text.shell.saveDesign}
            </Button>
          )}
        </span>
      )}
    </div>
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
