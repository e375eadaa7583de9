/** The page before anything is drawn: open files, paste output, or start with a blank canvas. */

import { Box, FolderOpen, Import } from 'lucide-react';
import { useState } from 'react';
import { Button, Icon, useText } from '../../ui/index.ts';
import { startDrawing } from '../shell/dialogs.ts';
import { openPasted } from './actions.ts';
import { pickFiles, pickFolder } from './FilePickers.tsx';
import styles from './EmptyState.module.css';

export function EmptyState() {
  const { files } = useText();
  return (
    <div className={styles.scroll}>
      <div className={styles.content}>
        <h2 className={styles.heading}>{files.heading}</h2>
        <p className={styles.privacy}>{files.privacy}</p>
        <div className={styles.grid}>
          <DropCard />
          <PasteCard />
          <BlankCard />
        </div>
      </div>
    </div>
  );
}

function DropCard() {
  const { files } = useText();
  return (
    <section className={styles.drop}>
      <span className={styles.tile}>
        <Icon of={Import} size={20} />
      </span>
      <h3 className={styles.title}>{files.dropHeading}</h3>
      <p className={styles.body}>{files.dropBody}</p>
      <div className={styles.buttons}>
        <Button icon={FolderOpen} onClick={pickFiles}>
          {files.chooseFiles}
        </Button>
        <Button look="quiet" onClick={pickFolder}>
          {files.chooseFolder}
        </Button>
      </div>
    </section>
  );
}

function PasteCard() {
  const { files } = useText();
  const [text, setText] = useState('');
  return (
    <section className={styles.card}>
      <h3 className={styles.title}>{files.pasteHeading}</h3>
      <textarea
        className={styles.paste}
        aria-label={files.pasteLabel}
        placeholder={files.pasteExample}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.foot}>
        <span className={styles.body}>{files.pasteHint}</span>
        <Button size="small" disabled={text.trim() === ''} onClick={() => void openPasted(text)}>
          {files.pasteRead}
        </Button>
      </div>
    </section>
  );
}

function BlankCard() {
  const { files } = useText();
  return (
    <section className={styles.blank}>
      <span className={styles.tile}>
        <Icon of={Box} size={20} />
      </span>
      <div>
        <h3 className={styles.title}>{files.blank}</h3>
        <p className={styles.body}>{files.blankBody}</p>
      </div>
      <Button className={styles.start} onClick={startDrawing}>
        {files.startDrawing}
      </Button>
    </section>
  );
}
