/** Tabs and the panel that the chosen one shows. */

import type { LucideIcon } from 'lucide-react';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { classes } from './classes.ts';
import styles from './Tabs.module.css';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** A count or word after the label. */
  readonly extra?: ReactNode;
}

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Controls at the right end of the row. */
  readonly end?: ReactNode;
  readonly className?: string | undefined;
  readonly panelClassName?: string | undefined;
  /** What the chosen tab shows; nothing while the panel is folded away. */
  readonly children?: ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  end,
  className,
  panelClassName,
  children,
}: TabsProps<Value>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const present = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[(present + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.value);
    list.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };

  const open = children !== undefined && children !== null && children !== false;
  return (
    <>
      <div className={classes(styles.bar, className)}>
        <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
          {tabs.map((tab) => {
            const chosen = tab.value === value;
            return (
              <button
                key={tab.value}
                type="button"
                role="tab"
                id={`${id}-${tab.value}`}
                data-value={tab.value}
                aria-selected={chosen}
                {...(chosen && open ? { 'aria-controls': `${id}-panel` } : {})}
                tabIndex={chosen ? 0 : -1}
                className={classes(styles.tab, chosen && open && styles.chosen)}
                onClick={() => onChange(tab.value)}
              >
                {tab.icon && <Icon of={tab.icon} />}
                {tab.label}
                {tab.extra}
              </button>
            );
          })}
        </div>
        {end !== undefined && <div className={styles.end}>{end}</div>}
      </div>
      {open && (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={panelClassName}>
          {children}
        </div>
      )}
    </>
  );
}
