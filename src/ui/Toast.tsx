/** A short word about something that happened elsewhere: gone after a while unless it tells of a failure. */

import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { useText } from './language.tsx';
import styles from './Toast.module.css';

interface ToastProps {
  readonly tone: 'info' | 'error';
  readonly onDone: () => void;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

const SECONDS = 6;

export function Toast({ tone, onDone, action, children }: ToastProps) {
  const { shell } = useText();
  const [held, setHeld] = useState(false);

  useEffect(() => {
    // A failure stays until it has been read.
    if (held || tone === 'error') return undefined;
    const timer = setTimeout(onDone, SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held, onDone, tone]);

  return (
    <div
      className={classes(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.words}>{children}</span>
      {action}
      <IconButton label={shell.dismiss} icon={X} size="small" onClick={onDone} />
    </div>
  );
}
