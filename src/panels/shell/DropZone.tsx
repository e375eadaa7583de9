/** The whole page takes files: while they are carried over it, it says what it opens. */

import { Import } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Icon, useText } from '../../ui/index.ts';
import { openDropped, openPasted } from '../files/actions.ts';
import styles from './DropZone.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

export function DropZone() {
  const { files } = useText();
  const [carried, setCarried] = useState(0);
  useFileDrops(setCarried);
  usePastes();
  if (carried === 0) return null;
  return (
    <div className={styles.zone} aria-hidden="true">
      <div className={styles.card}>
        <span className={styles.tile}>
          <Icon of={Import} size={20} />
        </span>
        <b>{carried > 1 ? files.dropNowMany(carried) : files.dropNow}</b>
        <span className={styles.body}>{files.dropNowBody}</span>
      </div>
    </div>
  );
}

/** Tells how many files or folders are carried over the page. */
function useFileDrops(setCarried: (count: number) => void): void {
  useEffect(() => {
    // Every element entered is left again; only the last leaving is that of the page.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      const items = Array.from(event.dataTransfer?.items ?? []).filter(({ kind }) => kind === 'file');
      setCarried(Math.max(1, items.length));
    };
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setCarried(0);
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setCarried(0);
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      void openDropped(event.dataTransfer);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [setCarried]);
}

/** JSON, JSON after the command that printed it, or the text of a picture. */
const isWorthReading = (text: string): boolean =>
  /^[[{]/.test(text) || /^(?:\$ |aws )[^{[]*[{[]/.test(text) || /^<(?:svg|\?xml)\b/.test(text);

/** Text pasted outside a field is read like a file, if it looks like one at all. */
function usePastes(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const inField =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (inField || event.defaultPrevented || !isWorthReading(text)) return;
      event.preventDefault();
      void openPasted(text);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}
