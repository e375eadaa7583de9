/** The field of a cell that is being written in, with suggestions below it. */

import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { classes, fits, SuggestionList, type Suggestion } from '../../ui/index.ts';
import { fitting, isLiteral, type Column, type Texts } from './sheet.ts';
import styles from './Sheet.module.css';

/** How a person leaves a cell. */
export type Leaving = 'next' | 'previous' | 'down' | 'picked' | 'away';

interface CellEditorProps {
  readonly column: Column;
  /** The cells of its row. */
  readonly row: Texts;
  readonly label: string;
  /** What stands in the cell before. */
  readonly text: string;
  /** What was typed to open it, in place of what stood there. */
  readonly typed: string | undefined;
  readonly describedBy: string | undefined;
  /** False where the text can't be read and the field keeps it. */
  readonly onLeave: (text: string, leaving: Leaving) => boolean;
  readonly onCancel: () => void;
  /** At each key: what the cell would hold. */
  readonly onTry: (text: string) => void;
  readonly onMove: (by: 1 | -1) => void;
}

const SHOWN = 50;
/** Between a field and the end of its row. */
const EDGE = 8;

export function CellEditor({
  column,
  row,
  label,
  text,
  typed,
  describedBy,
  onLeave,
  onCancel,
  onTry,
  onMove,
}: CellEditorProps) {
  const listId = useId();
  const box = useRef<HTMLSpanElement>(null);
  const left = useRef(false);
  const [written, setWritten] = useState(typed ?? text);
  // An empty cell says at once what may stand there.
  const [open, setOpen] = useState(typed !== undefined || text === '' || column.entry === 'choice');
  const [active, setActive] = useState(-1);
  const suggestions = useMemo(() => column.suggestions(row), [column, row]);

  // The field grows with what is typed, over the cells behind it, to the end of its row.
  useLayoutEffect(() => {
    const end = box.current?.closest('tr')?.getBoundingClientRect().right;
    if (!box.current || end === undefined) return;
    box.current.style.maxWidth = `${end - box.current.getBoundingClientRect().left - EDGE}px`;
  }, []);

  const query = written === text ? '' : written.trim();
  const shown = fitting(suggestions, query, fits).slice(0, SHOWN);
  const wanted = (next: string, at: number): string => {
    const option = fitting(suggestions, next === text ? '' : next.trim(), fits)[at];
    return option ? option.label : next.trim();
  };

  const write = (next: string) => {
    // A number, a block or a range means itself, and so does what stands there already; other words mean the
    // first suggestion that they fit.
    const at =
      next.trim() === '' || next.trim() === text || (column.entry === 'free' && isLiteral(next.trim()))
        ? -1
        : 0;
    setWritten(next);
    setActive(at);
    setOpen(true);
    onTry(wanted(next, at));
  };

  const point = (at: number) => {
    setActive(at);
    onTry(wanted(written, at));
  };

  const leave = (value: string, leaving: Leaving): void => {
    if (left.current) return;
    left.current = true;
    setOpen(false);
    if (onLeave(value, leaving)) return;
    // The field keeps the text and the caret.
    left.current = false;
    setActive(-1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const isVertical = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isVertical && event.altKey) {
      event.preventDefault();
      onMove(event.key === 'ArrowUp' ? -1 : 1);
    } else if (isVertical) {
      event.preventDefault();
      if (shown.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      point(open ? (active + step + shown.length) % shown.length : Math.max(active, 0));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const leaving = event.key === 'Enter' ? 'down' : event.shiftKey ? 'previous' : 'next';
      leave(open ? wanted(written, active) : written, leaving);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      left.current = true;
      onCancel();
    }
  };

  const pick = ({ label: name }: Suggestion) => leave(name, 'picked');
  // Where nothing fits, what else may be written is said until the text will do.
  const isUnread = query !== '' && column.nothing !== '' && column.check(query, row, undefined) !== undefined;
  const isOpen = open && (shown.length > 0 || isUnread);
  return (
    <>
      <span ref={box} className={classes(styles.box, styles.field, describedBy !== undefined && styles.bad)}>
        <span className={styles.typed} aria-hidden="true">
          {written}
        </span>
        <input
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-autocomplete="list"
          aria-invalid={describedBy !== undefined}
          {...(isOpen ? { 'aria-controls': listId } : {})}
          {...(isOpen && active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
          {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
          {...(column.placeholder === undefined ? {} : { placeholder: column.placeholder })}
          className={styles.input}
          value={written}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoFocus
          onFocus={(event) => {
            if (typed === undefined) event.currentTarget.select();
          }}
          onChange={(event) => write(event.currentTarget.value)}
          onClick={() => setOpen(true)}
          onBlur={() => leave(written, 'away')}
          onKeyDown={onKeyDown}
        />
      </span>
      {isOpen && (
        <SuggestionList
          id={listId}
          label={label}
          anchor={box}
          shown={shown}
          active={active}
          nothing={column.nothing}
          onActive={point}
          onPick={pick}
          onOutside={() => setOpen(false)}
        />
      )}
    </>
  );
}
