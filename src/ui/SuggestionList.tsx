/** The list of suggestions below a field that is being written in, above everything else on the page. */

import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { standBeside } from './place-beside.ts';
import type { Suggestion } from './suggestions.ts';
import styles from './Combobox.module.css';

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly shown: readonly Suggestion[];
  /** The place of the one that the arrows are on; -1 for none. */
  readonly active: number;
  /** What stands there when nothing fits. */
  readonly nothing: string;
  readonly onActive: (index: number) => void;
  readonly onPick: (suggestion: Suggestion) => void;
  readonly onOutside: () => void;
}

export function SuggestionList({
  id,
  label,
  anchor,
  shown,
  active,
  nothing,
  onActive,
  onPick,
  onOutside,
}: SuggestionListProps) {
  return (
    <Listbox id={id} label={label} anchor={anchor} onOutside={onOutside}>
      {shown.map((suggestion, index) => (
        <div
          key={suggestion.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={classes(styles.option, index === active && styles.active)}
          onPointerMove={() => onActive(index)}
          onPointerDown={(event) => {
            // The field keeps the focus; leaving it would settle what was written first.
            event.preventDefault();
            onPick(suggestion);
          }}
        >
          {suggestion.mark}
          <span className={styles.words}>{suggestion.label}</span>
          {suggestion.detail !== undefined && <span className={styles.detail}>{suggestion.detail}</span>}
        </div>
      ))}
      {shown.length === 0 && (
        <div role="option" aria-selected="false" aria-disabled="true" className={styles.nothing}>
          {nothing}
        </div>
      )}
    </Listbox>
  );
}

/** Kept free between the list and the field or the edge of the window. */
const EDGE = 12;
/** In pixels: what a list needs below its field, and what it never exceeds. */
const LEAST_HEIGHT = 150;
const MOST_HEIGHT = 320;

interface ListboxProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly onOutside: () => void;
  readonly children: ReactNode;
}

/** The list below the field, above everything else on the page. */
function Listbox({ id, label, anchor, onOutside, children }: ListboxProps) {
  const list = useRef<HTMLDivElement>(null);

  // After every change: the list is as long as what it shows.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !anchor.current) return;
    if (!element.matches(':popover-open')) element.showPopover();
    const { width, bottom } = anchor.current.getBoundingClientRect();
    element.style.minWidth = `${width}px`;
    // A long list is rather scrolled than laid over what stands above the field.
    const room = innerHeight - bottom - EDGE;
    element.style.maxHeight = room < LEAST_HEIGHT ? '' : `${Math.min(room, MOST_HEIGHT)}px`;
    standBeside(element, anchor.current, { side: 'bottom', align: 'start', gap: 4 });
    element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  useEffect(() => {
    const press = ({ target }: Event) => {
      const isInside =
        target instanceof Node &&
        (anchor.current?.contains(target) === true || list.current?.contains(target) === true);
      if (!isInside) onOutside();
    };
    // What scrolls elsewhere leaves the field where it is.
    const scroll = ({ target }: Event) => {
      if (target instanceof Node && anchor.current && target.contains(anchor.current)) onOutside();
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('scroll', scroll, true);
    window.addEventListener('resize', onOutside);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('scroll', scroll, true);
      window.removeEventListener('resize', onOutside);
    };
  }, [anchor, onOutside]);

  return (
    <div ref={list} id={id} role="listbox" aria-label={label} popover="manual" className={styles.list}>
      {children}
    </div>
  );
}
