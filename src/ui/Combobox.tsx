/** A text with suggestions below it: pick one with the arrows, or write something of your own where that is allowed. */

import { useCallback, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldProblem } from './FieldProblem.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { matching, type Suggestion } from './suggestions.ts';
import fieldStyles from './Field.module.css';

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
    /** Whether a text stands for itself, though suggestions fit it too; else the first of those is meant. */
    readonly isWhole?: (text: string) => boolean;
  };
  /** Told at each key what is being written, and undefined once it is settled or given up. */
  readonly onDraft?: (text: string | undefined) => void;
  readonly mark?: ReactNode;
  readonly look?: 'field' | 'quiet';
  readonly placeholder?: string;
  /** What stands in the list where nothing fits; it may depend on what is written. */
  readonly nothing: string | ((written: string) => string);
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly className?: string | undefined;
  /** Gives back what was written for the field before it was there. */
  readonly onFocus?: () => string | void;
  /** Called when Enter or a press has settled what stands in the field. */
  readonly onEntered?: () => void;
}

export function Combobox({
  label,
  text,
  suggestions,
  onPick,
  free,
  onDraft,
  mark,
  look = 'field',
  placeholder,
  nothing,
  autoFocus = false,
  id,
  className,
  onFocus,
  onEntered,
}: ComboboxProps) {
  const listId = useId();
  const box = useRef<HTMLSpanElement>(null);
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  const [settled, setSettled] = useState(text);
  if (settled !== text) {
    setSettled(text);
    setDraft(undefined);
    setProblem(undefined);
  }

  const { shown } = matching(suggestions, draft ?? '');
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

  const write = (next: string) => {
    setDraft(next);
    // What stands there already is nothing new, whoever else is called so: Enter leaves it as it is.
    const isUnchanged = next.trim() === text;
    onDraft?.(isUnchanged ? undefined : next);
    setOpen(true);
    const isWhole = isUnchanged || free?.isWhole?.(next.trim()) === true;
    setActive(isWhole ? -1 : matching(suggestions, next).meant);
    setProblem(undefined);
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
      onEntered?.();
    } else if (event.key === 'Escape' && (open || draft !== undefined)) {
      event.stopPropagation();
      setDraft(undefined);
      onDraft?.(undefined);
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
          onChange={(event) => write(event.currentTarget.value)}
          onFocus={(event) => {
            event.currentTarget.select();
            // What may stand in an empty field is shown at once, however the caret came there.
            if (event.currentTarget.value === '') setOpen(true);
            const ahead = onFocus?.();
            if (typeof ahead === 'string' && ahead !== '') write(ahead);
          }}
          onClick={() => setOpen(true)}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
      </span>
      {open && (
        <SuggestionList
          id={listId}
          label={label}
          anchor={box}
          shown={shown}
          active={active}
          nothing={typeof nothing === 'string' ? nothing : nothing(draft ?? '')}
          onActive={setActive}
          onPick={(suggestion) => {
            pick(suggestion);
            onEntered?.();
          }}
          onOutside={close}
        />
      )}
      {bad && <FieldProblem id={`${listId}-problem`}>{problem}</FieldProblem>}
    </>
  );
}
