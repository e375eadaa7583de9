/** A field over a list: what is written narrows the list, the arrows go through it, Enter takes a row. */

import { Search } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { commandTexts } from '../../i18n/index.ts';
import { classes, Dialog, Icon, Kbd, useTexts } from '../../ui/index.ts';
import { endTypeAhead } from '../shell/type-ahead.ts';
import styles from './PickDialog.module.css';

export interface PickRow {
  readonly key: string;
  readonly label: string;
  /** The parts of the label that were meant. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly detail: string;
  readonly mark: ReactNode;
  readonly keys?: string;
  /** It can't be taken now. */
  readonly disabled?: true;
}

export interface PickSection {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly PickRow[];
}

interface PickDialogProps {
  readonly title: string;
  readonly ask: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly sections: readonly PickSection[];
  /** The row that Enter takes, by its place among all rows. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onPick: (row: PickRow) => void;
  readonly onClose: () => void;
  readonly nothing: string;
  /** What the list is about, before the field. */
  readonly before?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly footer: ReactNode;
}

const PAGE = 8;

export function PickDialog({
  title,
  ask,
  query,
  onQuery,
  sections,
  active,
  onActive,
  onPick,
  onClose,
  nothing,
  before,
  onKeyDown,
  footer,
}: PickDialogProps) {
  const text = useTexts(commandTexts);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const rows = sections.flatMap((section) => section.rows);
  const activeRow = rows[active];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, query]);

  const go = (event: KeyboardEvent, index: number) => {
    event.preventDefault();
    if (rows.length > 0) onActive(index);
  };

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    onKeyDown?.(event);
    if (event.defaultPrevented) return;
    const { length } = rows;
    if (event.key === 'ArrowDown') go(event, (active + 1) % length);
    else if (event.key === 'ArrowUp') go(event, (active - 1 + length) % length);
    else if (event.key === 'PageDown') go(event, Math.min(active + PAGE, length - 1));
    else if (event.key === 'PageUp') go(event, Math.max(active - PAGE, 0));
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (activeRow && !activeRow.disabled) onPick(activeRow);
    }
  };

  const starts = sections.map((_, at) =>
    sections.slice(0, at).reduce((sum, section) => sum + section.rows.length, 0),
  );
  return (
    <Dialog title={title} shape="pick" header="hidden" onClose={onClose}>
      <div className={styles.field}>
        <Icon of={Search} size={18} />
        {before}
        <input
          role="combobox"
          aria-label={ask}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={id}
          {...(activeRow ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          className={styles.input}
          placeholder={ask}
          value={query}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={keys}
          onFocus={() => {
            const ahead = endTypeAhead();
            if (ahead !== '') onQuery(query + ahead);
          }}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div ref={list} id={id} role="listbox" aria-label={text.results} className={styles.list}>
        {sections.map((section, sectionAt) => (
          <div key={section.key} role="group" aria-label={section.heading}>
            <div className={styles.heading} aria-hidden="true">
              {section.heading}
            </div>
            {section.rows.map((row, rowAt) => {
              const at = (starts[sectionAt] ?? 0) + rowAt;
              return (
                <div
                  key={row.key}
                  id={`${id}-${at}`}
                  role="option"
                  aria-selected={at === active}
                  aria-disabled={row.disabled === true}
                  className={classes(
                    styles.row,
                    at === active && styles.active,
                    row.disabled && styles.disabled,
                  )}
                  onPointerMove={() => {
                    if (at !== active) onActive(at);
                  }}
                  onClick={() => {
                    if (!row.disabled) onPick(row);
                  }}
                >
                  <span className={styles.mark}>{row.mark}</span>
                  <span className={styles.label}>
                    <Underlined ranges={row.ranges}>{row.label}</Underlined>
                  </span>
                  {row.detail !== '' && <span className={styles.detail}>{row.detail}</span>}
                  <span className={styles.space} />
                  {row.keys !== undefined && <Kbd>{row.keys}</Kbd>}
                </div>
              );
            })}
          </div>
        ))}
        {rows.length === 0 && (
          <div className={styles.nothing} role="option" aria-selected="false" aria-disabled="true">
            {nothing}
          </div>
        )}
      </div>
      <div className={styles.footer}>{footer}</div>
      <div role="status" className={styles.unseen}>
        {query === '' ? '' : rows.length === 0 ? nothing : text.found(rows.length)}
      </div>
    </Dialog>
  );
}

interface UnderlinedProps {
  readonly ranges: PickRow['ranges'];
  readonly children: string;
}

/** A text with the parts that were meant underlined. */
function Underlined({ ranges, children: text }: UnderlinedProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<u key={start}>{text.slice(start, end)}</u>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
