/** A choice from a short list: the browser's own control in the page's dress. */

import { ChevronDown } from 'lucide-react';
import type { SelectHTMLAttributes } from 'react';
import { Icon } from './Icon.tsx';
import { classes } from './classes.ts';
import styles from './Field.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'onChange' | 'className' | 'value'
> {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly look?: 'field' | 'quiet';
  readonly className?: string | undefined;
}

export function Select({ options, value, onChange, look = 'field', className, ...rest }: SelectProps) {
  return (
    <span className={classes(styles.box, styles.selectBox, look === 'quiet' && styles.quiet, className)}>
      <select
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} size={14} className={styles.chevron} />
    </span>
  );
}
