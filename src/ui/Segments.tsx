/** A row of choices of which one holds, as radio buttons that the arrows move through. */

import type { LucideIcon } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { Icon } from './Icon.tsx';
import { classes } from './classes.ts';
import styles from './Segments.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: 'normal' | 'small';
  readonly disabled?: boolean;
  /** Each as wide as the others, filling the row. */
  readonly fill?: boolean;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function Segments<Value extends string>({
  label,
  segments,
  value,
  onChange,
  size = 'normal',
  disabled = false,
  fill = false,
}: SegmentsProps<Value>) {
  const group = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const present = segments.findIndex((segment) => segment.value === value);
    const next = segments[(present + step + segments.length) % segments.length];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      aria-disabled={disabled}
      className={classes(styles.segments, styles[size], fill && styles.fill)}
      onKeyDown={move}
    >
      {segments.map((segment) => {
        const chosen = segment.value === value;
        return (
          <button
            key={segment.value}
            type="button"
            role="radio"
            aria-checked={chosen}
            data-value={segment.value}
            tabIndex={chosen ? 0 : -1}
            disabled={disabled}
            className={classes(styles.segment, chosen && styles.chosen)}
            onClick={() => onChange(segment.value)}
          >
            {chosen && segment.icon && <Icon of={segment.icon} size={14} />}
            {segment.label}
          </button>
        );
      })}
    </div>
  );
}
