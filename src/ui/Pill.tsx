/** A rounded word with a mark before it. */

import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Pill.module.css';

export type PillTone = 'pub' | 'egr' | 'prv' | 'iso' | 'ok' | 'no' | 'unk' | 'exp' | 'gen';

interface PillProps {
  readonly tone: PillTone;
  readonly size?: 'normal' | 'small';
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

export const Pill = ({ tone, size = 'normal', mark, children }: PillProps) => (
  <span className={classes(styles.pill, styles[tone], styles[size], mark === undefined && styles.bare)}>
    {mark}
    {children}
  </span>
);
