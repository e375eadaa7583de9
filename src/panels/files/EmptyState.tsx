/** The page before anything is drawn: open files, paste output, go on with a design, or start from a template. */

import { FolderOpen, Import } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useApp } from '../../app/index.ts';
import { Button, Icon, Kbd, useText } from '../../ui/index.ts';
import { shortcutText } from '../shell/shortcuts.ts';
import { openPasted } from './actions.ts';
import { pickFiles, pickFolder } from './FilePickers.tsx';
import styles from './EmptyState.module.css';

const Templates = lazy(() => import('./Templates.tsx'));
const Recents = lazy(() => import('./Recents.tsx'));
const Commands = lazy(() => import('./Commands.tsx'));

export function EmptyState() {
  const { files } = useText();
  const hasRecents = useApp(({ recents }) => recents.length > 0);
  return (
    <div className={styles.scroll}>
      <div className={styles.content}>
        <h2 className={styles.heading}>{files.heading}</h2>
        <p className={styles.privacy}>{files.privacy}</p>
        <div className={styles.grid}>
          <DropCard />
          <PasteCard />
        </div>
        <Suspense fallback={null}>
          {hasRecents && <Recents />}
          <Templates />
        </Suspense>
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
  const [showsCommands, setShowsCommands] = useState(false);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h3 className={styles.title}>{files.pasteHeading}</h3>
        <Button look="link" onClick={() => setShowsCommands(!showsCommands)}>
          {showsCommands ? files.hideCommands : files.showCommands}
        </Button>
      </div>
      {showsCommands ? (
        <Suspense fallback={null}>
          <Commands />
        </Suspense>
      ) : (
        <>
          <textarea
            className={styles.paste}
            aria-label={files.pasteLabel}
            placeholder={files.pasteExample}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={styles.foot}>
            <span className={styles.body}>
              {files.pasteBefore} <Kbd>{shortcutText('Ctrl')}</Kbd> <Kbd>V</Kbd> {files.pasteAfter}
            </span>
            {text.trim() !== '' && (
              <Button size="small" onClick={() => void openPasted(text)}>
                {files.pasteRead}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
