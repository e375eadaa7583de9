/** A table of rules that is written in like a spreadsheet: one component for routes, rules and entries, whose columns are data. */

import { Plus } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { app, useApp } from '../../app/index.ts';
import { ruleTexts } from '../../i18n/index.ts';
import type { Design } from '../../model/index.ts';
import { Button, classes, useLanguage, useTexts } from '../../ui/index.ts';
import { useDrafts } from './drafts.ts';
import { beginRow, giveUp, moveRow, removeRow, settleCell, shownRows, type ShownRow } from './editing.ts';
import type { Leaving } from './CellEditor.tsx';
import { Hint, SheetNotes } from './SheetNotes.tsx';
import { SheetRowView, type RowActions } from './SheetRowView.tsx';
import { isNamed, type Column, type Sheet } from './sheet.ts';
import { useClipboard } from './useClipboard.ts';
import { useBlankRows } from './useBlankRows.ts';
import { useGridKeys, type CellPlace, type Editing } from './useGridKeys.ts';
import { useRowDrag } from './useRowDrag.ts';
import { useSteady } from './useSteady.ts';
import { useTrial } from './useTrial.ts';
import styles from './Sheet.module.css';

/** A column that is worked out and not written in. */
export interface ShownColumn {
  readonly label: string;
  /** Whether the label is read out alone. */
  readonly heading: 'shown' | 'unseen';
  readonly least: Column['least'];
  readonly cell: (row: ShownRow) => ReactNode;
}

interface SheetTableProps {
  readonly build: (design: Design) => Sheet | undefined;
  /** `narrow`: beside the canvas. */
  readonly width: 'wide' | 'narrow';
  readonly shown?: ShownColumn | undefined;
  /** A row that is quiet because it decides nothing. */
  readonly isQuiet?: (row: ShownRow) => boolean;
  /** The rule that a path comes to, as its hop names it. */
  readonly decides?: string | undefined;
  /** What kind of rows they are, for what is said about them. */
  readonly of: 'routes' | 'rules';
}

export function SheetTable(props: SheetTableProps) {
  const { build } = props;
  const design = useApp((state) => state.design);
  const sheet = useMemo(() => build(design), [build, design]);
  return sheet && <SheetGrid key={sheet.key} sheet={sheet} {...props} />;
}

interface SheetGridProps extends SheetTableProps {
  readonly sheet: Sheet;
}

function SheetGrid({ sheet, build, width, shown, isQuiet, decides, of }: SheetGridProps) {
  const text = useTexts(ruleTexts);
  const language = useLanguage();
  const drafts = useDrafts(sheet.key);
  const rows = useMemo(() => shownRows(sheet, drafts), [sheet, drafts]);
  const table = useRef<HTMLTableElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  const [focused, setFocused] = useState<'inside' | 'outside'>('outside');
  const helpId = useId();
  const columns = shown ? [...sheet.columns, shown] : sheet.columns;
  const grid = useGridKeys({ table, rows, width: columns.length, editing });
  const onLeft = useBlankRows(table, sheet);
  const trial = useTrial(sheet, rows, editing);
  const drag = useRowDrag({
    table,
    canMove: sheet.edits.move !== undefined,
    onMove: (key, by) => move(key, by),
  });
  const clipboard = useClipboard({
    build,
    sheet,
    rows,
    at: grid.at,
    isEditing: editing !== undefined,
    onRemove: (row) => remove(row),
    onText: (written) => edit(grid.at, written),
  });

  const rowOf = (key: string): ShownRow | undefined => rows.find((row) => row.key === key);

  const edit = (place: CellPlace, typed?: string): void => {
    const row = rowOf(place.row);
    if (!row || row.kind === 'fixed' || place.column >= sheet.columns.length) return;
    grid.stand(place);
    setEditing({ ...place, ...(typed === undefined ? {} : { typed }) });
  };

  const begin = (): void => {
    const key = beginRow(sheet);
    const first = sheet.columns.findIndex(({ id }) => sheet.blank[id] === '');
    grid.stand({ row: key, column: Math.max(0, first) });
    setEditing({ row: key, column: Math.max(0, first) });
  };

  const move = (key: string, by: number): void => {
    const row = rowOf(key);
    if (!row || !moveRow(sheet, row, by)) return;
    const now = build(app.api.getState().design)?.rows.find((each) => each.index === row.index);
    app.announce({
      en: ruleTexts.en.moved(row.texts['number'] ?? '', now?.texts['number'] ?? ''),
      ja: ruleTexts.ja.moved(row.texts['number'] ?? '', now?.texts['number'] ?? ''),
    });
  };

  const remove = (row: ShownRow): void => {
    const at = rows.indexOf(row);
    const next = rows[at + 1] ?? rows[at - 1];
    setEditing(undefined);
    if (next) grid.stand({ row: next.key, column: grid.at.column }, 'focus');
    else add.current?.focus();
    app.announce({ en: ruleTexts.en.removed(row.name.en), ja: ruleTexts.ja.removed(row.name.ja) });
    removeRow(sheet, row);
  };

  const leave = (row: ShownRow, column: number, written: string, leaving: Leaving): boolean => {
    const target = sheet.columns[column];
    if (!target) return true;
    const settled = settleCell(sheet, row, target, written);
    if (settled === 'wrong' && leaving !== 'away') return false;
    setEditing(undefined);
    if (leaving === 'away') return true;
    // A row that is saved becomes another one, at the place that its number or the order of adding gives it.
    const fresh = row.kind === 'fresh';
    const key = fresh && settled === 'saved' ? undefined : row.key;
    const after = steps(leaving, column, sheet.columns.length);
    if (fresh && settled === 'saved') {
      if (leaving === 'down') begin();
      else add.current?.focus();
    } else if (key !== undefined && after !== undefined) edit({ row: key, column: after });
    else if (fresh) {
      // Enter in a row that is not whole: on to what is missing.
      const now = { ...row.texts, [target.id]: written };
      const missing = sheet.columns.findIndex(({ id }) => (now[id] ?? '') === '');
      edit({ row: row.key, column: missing < 0 ? column : missing });
    } else goOn(row, column, leaving);
    return true;
  };

  /** From a saved cell: to the row below or above; the last row is stayed in. */
  const goOn = (row: ShownRow, column: number, leaving: Leaving): void => {
    const at = rows.indexOf(row);
    const isBackward = leaving === 'previous';
    const next = rows
      .slice(isBackward ? 0 : at + 1, isBackward ? at : undefined)
      .filter(({ kind }) => kind !== 'fixed')
      .at(isBackward ? -1 : 0);
    if (leaving === 'picked') grid.standAgain(row, column);
    else if (leaving === 'down') {
      grid.standAgain(next ?? row, column);
    } else if (next) edit({ row: next.key, column: isBackward ? sheet.columns.length - 1 : 0 });
    else if (isBackward) grid.standAgain(row, column);
    else add.current?.focus();
  };

  /** Escape in a cell that is written in, or on a row that is not saved. */
  const cancel = (row: ShownRow, column?: number): void => {
    setEditing(undefined);
    giveUp(sheet, row, column === undefined ? undefined : sheet.columns[column]);
    if (row.kind === 'fresh') add.current?.focus();
    else grid.stand({ row: row.key, column: column ?? grid.at.column }, 'focus');
  };

  const actions = useSteady<RowActions>({ edit, leave, cancel, try: trial, move, remove, grip: drag.start });

  const active = focused === 'inside' ? rowOf(editing?.row ?? grid.at.row) : undefined;
  const hasMove = sheet.edits.move !== undefined;
  const hasGrip = hasMove && width === 'wide';
  return (
    <>
      {(rows.length > 0 || sheet.words.empty === undefined) && (
        <div className={styles.scroll}>
          <table
            ref={table}
            role="grid"
            aria-label={sheet.words.table}
            aria-describedby={helpId}
            className={classes(styles.table, styles[width])}
            style={{
              gridTemplateColumns: columns.map(trackOf).join(' '),
            }}
            onKeyDown={(event) =>
              grid.onKeyDown(event, {
                edit,
                begin,
                move,
                remove: (key) => {
                  const row = rowOf(key);
                  if (row && row.kind !== 'fixed') remove(row);
                },
                giveUp: (key) => {
                  const row = rowOf(key);
                  if (row && (row.kind === 'fresh' || row.draft)) cancel(row);
                },
              })
            }
            onFocus={(event) => {
              setFocused('inside');
              grid.onFocus(event);
            }}
            onBlur={({ currentTarget, relatedTarget }) => {
              // The button below stays under the pointer: what is told of a row above it stays, too.
              if (currentTarget.contains(relatedTarget) || relatedTarget === add.current) return;
              setFocused('outside');
              onLeft();
            }}
            {...clipboard}
          >
            <thead>
              <tr>
                {sheet.columns.map(({ id, label }) => (
                  <th
                    key={id}
                    scope="col"
                    className={classes(hasGrip && id === 'number' && styles.besideGrip)}
                  >
                    {label}
                  </th>
                ))}
                {shown && (
                  <th scope="col">
                    <span className={classes(shown.heading === 'unseen' && styles.unseen)}>
                      {shown.label}
                    </span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <SheetRowView
                  key={row.key}
                  sheet={sheet}
                  row={row}
                  shown={shown}
                  focusable={grid.at.row === row.key ? grid.at.column : undefined}
                  isQuiet={isQuiet?.(row) === true}
                  isDeciding={decides !== undefined && isNamed(sheet, row, decides)}
                  editing={editing?.row === row.key ? editing : undefined}
                  hasGrip={hasGrip}
                  isNarrow={width === 'narrow'}
                  dropMark={drag.dropMark(row.key)}
                  actions={actions}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length === 0 && sheet.words.empty !== undefined && (
        <p className={styles.empty}>{sheet.words.empty}</p>
      )}
      <p id={helpId} className={styles.unseen}>
        {text.keys} {hasMove && text.keysMove}
      </p>
      <SheetNotes sheet={sheet} of={of} row={active} />
      <Button
        ref={add}
        look="link"
        icon={Plus}
        className={styles.add}
        lang={language}
        onClick={begin}
        onKeyDown={keepFromCanvas}
        onBlur={({ relatedTarget }) => {
          if (table.current?.contains(relatedTarget) !== true) setFocused('outside');
        }}
      >
        {sheet.words.add}
      </Button>
      <Hint sheet={sheet} />
    </>
  );
}

/** As wide as the longest text; what is left over is shared, and what is missing too. */
const trackOf = ({ least }: Pick<ShownColumn, 'least'>): string =>
  least === 'whole' ? 'max-content' : `minmax(${least}px, auto)`;

/** Keys that delete rows delete nothing else, where the last row is gone and the focus has come here. */
function keepFromCanvas(event: KeyboardEvent): void {
  if (event.key === 'Delete' || event.key === 'Backspace') event.preventDefault();
}

/** The cell of the same row that comes next; undefined where the row ends, or is left. */
function steps(leaving: Leaving, column: number, count: number): number | undefined {
  if (leaving === 'next' || leaving === 'picked') return column + 1 < count ? column + 1 : undefined;
  return leaving === 'previous' && column > 0 ? column - 1 : undefined;
}
