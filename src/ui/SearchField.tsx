/** A field that filters the list below it as one types. */

import { Search } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly shortcut?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export const SearchField = ({ label, value, onChange, shortcut, onKeyDown, ref }: SearchFieldProps) => (
  <label className={styles.search}>
    <Icon of={Search} size={14} />
    <input
      ref={ref ?? null}
      type="text"
      role="searchbox"
      aria-label={label}
      placeholder={label}
      value={value}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(onKeyDown ? { onKeyDown } : {})}
    />
    {shortcut !== undefined && value === '' && <Kbd>{shortcut}</Kbd>}
  </label>
);
