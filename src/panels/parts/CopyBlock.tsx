/** Commands to run elsewhere, with a button that copies them. */

import { Clipboard } from 'lucide-react';
import { Fragment } from 'react';
import { pathTexts } from '../../i18n/index.ts';
import { IconButton, useTexts } from '../../ui/index.ts';
import { copyText } from './copy.ts';
import styles from './CopyBlock.module.css';

export function CopyBlock({ commands }: { readonly commands: readonly string[] }) {
  const path = useTexts(pathTexts);
  return (
    <div className={styles.block}>
      <pre className={styles.commands}>
        {commands.map((command, index) => (
          <Fragment key={command}>
            {index > 0 && '\n'}
            <Command words={command} />
          </Fragment>
        ))}
      </pre>
      <IconButton
        label={path.copyCommand}
        icon={Clipboard}
        size="small"
        onClick={() => void copyText(commands.join('\n'))}
      />
    </div>
  );
}

/** A command breaks between its words, never inside an id. */
function Command({ words }: { readonly words: string }) {
  return words.split(' ').map((word, index, all) => (
    <Fragment key={all.slice(0, index + 1).join(' ')}>
      {index > 0 && ' '}
      <span className={styles.word}>{word}</span>
    </Fragment>
  ));
}
