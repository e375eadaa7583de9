/** A block of a panel under a small heading. */

import type { ReactNode } from 'react';
import { classes } from '../../ui/index.ts';
import styles from './Section.module.css';

interface SectionProps {
  readonly heading?: string;
  /** At the right end of the heading. */
  readonly end?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export const Section = ({ heading, end, className, children }: SectionProps) => (
  <section className={classes(styles.section, className)}>
    {heading !== undefined && (
      <div className={styles.head}>
        <h3 className={styles.heading}>{heading}</h3>
        {end}
      </div>
    )}
    {children}
  </section>
);

interface RowProps {
  readonly label: string;
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

/** A name at the left, a value or control at the right. Stands in a `Rows`. */
export const Row = ({ label, htmlFor, children }: RowProps) => (
  <div className={styles.row}>
    {htmlFor === undefined ? (
      <span className={styles.label}>{label}</span>
    ) : (
      <label className={styles.label} htmlFor={htmlFor}>
        {label}
      </label>
    )}
    <div className={styles.value}>{children}</div>
  </div>
);

export const Rows = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.rows}>{children}</div>
);
