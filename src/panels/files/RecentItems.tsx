/** What the browser keeps beside the open design, as rows of a menu. */

import { History } from 'lucide-react';
import { openRecent, useApp } from '../../app/index.ts';
import { MenuItem, MenuSeparator, useLanguage, useText } from '../../ui/index.ts';
import { shownName } from '../shell/untitled.ts';
import { timeWords } from './time-words.ts';
import styles from './RecentItems.module.css';

const MOST = 5;

export function RecentItems() {
  const { files } = useText();
  const language = useLanguage();
  const open = useApp(({ file }) => file.key);
  const recents = useApp((state) => state.recents);
  const others = recents.filter(({ key, resources }) => key !== open && resources > 0).slice(0, MOST);
  if (others.length === 0) return null;
  return (
    <div role="group" aria-label={files.recent}>
      <MenuSeparator />
      <p className={styles.heading} aria-hidden="true">
        {files.recent}
      </p>
      {others.map(({ key, name, savedAt }) => (
        <MenuItem key={key} icon={History} onSelect={() => void openRecent(key)}>
          <span className={styles.row}>
            <span className={styles.name}>{shownName(name, language)}</span>
            <span className={styles.time}>{timeWords(savedAt, Date.now(), language)}</span>
          </span>
        </MenuItem>
      ))}
    </div>
  );
}
