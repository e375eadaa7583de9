/**
 * A text that is written in place. What is being typed is a draft: it goes to its owner only when it can be
 * read, else the field keeps it with the sentence that says what is wrong.
 */

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldProblem } from './FieldProblem.tsx';
import styles from './Field.module.css';

interface TextFieldProps {
  readonly value: string;
  /** A sentence on what is wrong with a text; undefined when it is right. */
  readonly check?: (text: string) => string | undefined;
  /** Called with a text that passed, when the field is left or Enter is pressed. */
  readonly onCommit: (text: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  /** Quiet words at the right end. */
  readonly end?: ReactNode;
  readonly numeric?: boolean;
  /** `quiet`: without an outline until it is pointed at or written in, for cells of a table. */
  readonly look?: 'field' | 'quiet';
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** Called once what Enter has committed stands in the field. */
  readonly onEntered?: () => void;
  /** Called after Escape has put the old text back. */
  readonly onCancel?: () => void;
  readonly className?: string | undefined;
  readonly inputClassName?: string | undefined;
}

export function TextField({
  value,
  check,
  onCommit,
  id,
  label,
  placeholder,
  end,
  numeric = false,
  look = 'field',
  disabled = false,
  required = false,
  autoFocus = false,
  onEntered,
  onCancel,
  className,
  inputClassName,
}: TextFieldProps) {
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  // Another value from outside (an undo, another selection) replaces what was being written.
  useEffect(() => {
    setDraft(value);
    setProblem(undefined);
  }, [value]);

  const commit = () => {
    const text = draft.trim();
    if (text === value) {
      setDraft(value);
      setProblem(undefined);
      return;
    }
    const wrong = check?.(text);
    setProblem(wrong);
    if (wrong === undefined) onCommit(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
      // Leaving the field commits, too: by then it has the new value.
      if (onEntered) queueMicrotask(onEntered);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      setDraft(value);
      setProblem(undefined);
      onCancel?.();
    }
  };

  const bad = problem !== undefined;
  return (
    <>
      <span
        className={classes(
          styles.box,
          look === 'quiet' && styles.quiet,
          bad && styles.bad,
          disabled && styles.disabled,
          end !== undefined && styles.withEnd,
          className,
        )}
      >
        <input
          ref={input}
          {...(id === undefined ? {} : { id })}
          className={classes(styles.input, inputClassName)}
          value={draft}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          disabled={disabled}
          autoFocus={autoFocus}
          aria-invalid={bad}
          {...(required ? { 'aria-required': true } : {})}
          {...(bad ? { 'aria-describedby': problemId } : {})}
          {...(label === undefined ? {} : { 'aria-label': label })}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(numeric ? { inputMode: 'numeric' as const } : {})}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            if (bad) setProblem(check?.(event.currentTarget.value.trim()));
          }}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        {end !== undefined && <span className={styles.end}>{end}</span>}
      </span>
      {bad && <FieldProblem id={problemId}>{problem}</FieldProblem>}
    </>
  );
}
