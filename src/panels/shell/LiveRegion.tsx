/** What assistive technology is told: one sentence at a time, politely. */

import { useApp } from '../../app/index.ts';
import { useLanguage } from '../../ui/index.ts';
import styles from './LiveRegion.module.css';

export function LiveRegion() {
  const announcement = useApp((state) => state.announcement);
  const language = useLanguage();
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {announcement && <span key={announcement.serial}>{announcement.text[language]}</span>}
    </div>
  );
}
