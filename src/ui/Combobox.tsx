/** A text with suggestions below it: pick one with the arrows, or write something of your own where that is allowed. */

import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { classes } from './classes.ts';
import { FieldProblem } from './FieldProblem.tsx';
import { standBeside } from './place-beside.ts';
import fieldStyles from './Field.module.css';
import styles from './Combobox.module.css';

export interface Suggestion {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly mark?: ReactNode;
}

interface ComboboxProps {
  readonly label: string;
  /** What the field shows while nothing is being written. */
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
  readonly onPick: (value: string) => void;
  /** Where any text may stand: a sentence on what is wrong with it, or undefined when it is right. */
  readonly free?: {
    readonly check: (text: string) => string | undefined;
    readonly onText: (text: string) => void;
  };
  readonly mark?: ReactNode;
  readonly look?: 'field' | 'quiet';
  readonly placeholder?: string;
  readonly nothing: string;
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly className?: string | undefined;
  readonly onFocus?: () => void;
}

const SHOWN = 50;

const matches = (suggestion: Suggestion, query: string): boolean =>
  [suggestion.label, suggestion.value, suggestion.detail ?? ''].some((part) =>
    part.toLowerCase().includes(query.toLowerCase()),
  );

export function Combobox({
  label,
  text,
  suggestions,
  onPick,
  free,
  mark,
  look = 'field',
  placeholder,
  nothing,
  autoFocus = false,
  id,
  className,
  onFocus,
}: ComboboxProps) {
  const listId = useId();
  const box = useRef<HTMLSpanElement>(null);
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  useEffect(() => {
    setDraft(undefined);
    setProblem(undefined);
  }, [text]);

  const query = draft === undefined || draft === text ? '' : draft;
  const shown = suggestions.filter((suggestion) => matches(suggestion, query)).slice(0, SHOWN);
  const activeOption = shown[active];

  const close = useCallback(() => {
    setOpen(false);
    setActive(-1);
  }, []);

  const pick = (suggestion: Suggestion) => {
    setDraft(undefined);
    setProblem(undefined);
    close();
    onPick(suggestion.value);
  };

  /** What was written becomes the value: a suggestion of that name first, else the text itself. */
  const settle = () => {
    close();
    const written = draft?.trim();
    if (written === undefined || written === text) {
      setDraft(undefined);
      return;
    }
    const same = suggestions.find(({ label: name, value }) => name === written || value === written);
    if (same) {
      pick(same);
      return;
    }
    if (!free) {
      setDraft(undefined);
      return;
    }
    const wrong = free.check(written);
    setProblem(wrong);
    if (wrong === undefined) free.onText(written);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((present) => (shown.length === 0 ? -1 : (present + step + shown.length) % shown.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && activeOption) pick(activeOption);
      else settle();
    } else if (event.key === 'Escape' && (open || draft !== undefined)) {
      event.stopPropagation();
      setDraft(undefined);
      setProblem(undefined);
      close();
    }
  };

  const bad = problem !== undefined;
  return (
    <>
      <span
        ref={box}
        className={classes(
          fieldStyles.box,
          look === 'quiet' && fieldStyles.quiet,
          bad && fieldStyles.bad,
          className,
        )}
      >
        {mark}
        <input
          role="combobox"
          aria-label={label}
          aria-expanded={open}
          aria-autocomplete="list"
          aria-invalid={bad}
          {...(open ? { 'aria-controls': listId } : {})}
          {...(open && activeOption ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
          {...(bad ? { 'aria-describedby': `${listId}-problem` } : {})}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(id === undefined ? {} : { id })}
          className={fieldStyles.input}
          value={draft ?? text}
          spellCheck={false}
          autoComplete="off"
          autoFocus={autoFocus}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setOpen(true);
            setActive(0);
            if (bad) setProblem(undefined);
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            onFocus?.();
          }}
          onClick={() => setOpen(true)}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
      </span>
      {open && (
        <Listbox id={listId} label={label} anchor={box} onOutside={close}>
          {shown.map((suggestion, index) => (
            <div
              key={suggestion.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes(styles.option, index === active && styles.active)}
              onPointerMove={() => setActive(index)}
              onPointerDown={(event) => {
                // The field keeps the focus; leaving it would settle what was written first.
                event.preventDefault();
                pick(suggestion);
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
      )}
      {bad && <FieldProblem id={`${listId}-problem`}>{problem}</FieldProblem>}
    </>
  );
}

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
    element.style.minWidth = `${anchor.current.getBoundingClientRect().width}px`;
    standBeside(element, anchor.current, { side: 'bottom', align: 'start', gap: 4 });
    element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  useEffect(() => {
    const leave = (event: Event) => {
      const { target } = event;
      const isInside =
        target instanceof Node &&
        (anchor.current?.contains(target) === true || list.current?.contains(target) === true);
      if (!isInside) onOutside();
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('scroll', leave, true);
    window.addEventListener('resize', leave);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('scroll', leave, true);
      window.removeEventListener('resize', leave);
    };
  }, [anchor, onOutside]);

  return (
    <div ref={list} id={id} role="listbox" aria-label={label} popover="manual" className={styles.list}>
      {children}
    </div>
  );
}
