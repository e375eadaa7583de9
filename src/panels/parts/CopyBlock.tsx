/** Commands to run elsewhere, with a button that copies them. */

import { Clipboard } from 'lucide-react';
import { pathTexts } from '../../i18n/index.ts';
import { IconButton, useTexts } from '../../ui/index.ts';
import { copyText } from './copy.ts';
import styles from './CopyBlock.module.css';

export function CopyBlock({ commands }: { readonly commands: readonly string[] }) {
  const path = useTexts(pathTexts);
  return (
    <div className={styles.block}>
      <pre className={styles.commands}>{commands.join('\n')}</pre>
      <IconButton
        label={path.copyCommand}
        icon={Clipboard}
        size="small"
        onClick={() => void copyText(commands.join('\n'))}
      />
    </div>
  );
}
