/** A small count beside a label. */

import { classes } from './classes.ts';
import styles from './Count.module.css';

interface CountProps {
  readonly children: number | string;
  readonly tone?: 'plain' | 'no' | 'warn' | 'unk' | 'note';
}

export const Count = ({ children, tone = 'plain' }: CountProps) => (
  <b className={classes(styles.count, styles[tone])}>{children}</b>
);
