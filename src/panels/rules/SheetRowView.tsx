/** One row of a sheet: its cells, the field of the one that is being written in, and below it what is wrong. */

import { GripVertical } from 'lucide-react';
import { memo, useEffect, useId, useRef, type PointerEvent } from 'react';
import { ruleTexts } from '../../i18n/index.ts';
import { classes, Icon, useLanguage, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { Unbroken } from '../parts/LinkedSentence.tsx';
import { CellEditor, type Leaving } from './CellEditor.tsx';
import { keepTyped, problemsIn, textsOf, type ShownRow } from './editing.ts';
import { actionLook } from './look.ts';
import { RemoveRow } from './RemoveRow.tsx';
import type { Column, Sheet } from './sheet.ts';
import type { ShownColumn } from './SheetTable.tsx';
import { cellAttributes, type CellPlace, type Editing } from './useGridKeys.ts';
import styles from './Sheet.module.css';

/** What is done with rows; the same functions for as long as their table is there. */
export interface RowActions {
  readonly edit: (place: CellPlace) => void;
  readonly leave: (row: ShownRow, column: number, text: string, leaving: Leaving) => boolean;
  readonly cancel: (row: ShownRow, column: number) => void;
  readonly try: (row: ShownRow, column: number, text: string) => void;
  readonly move: (row: string, by: number) => void;
  readonly remove: (row: ShownRow) => void;
  /** Begins to drag a row. */
  readonly grip: (row: string, event: PointerEvent<HTMLElement>) => void;
}

interface SheetRowProps {
  readonly sheet: Sheet;
  readonly row: ShownRow;
  readonly shown: ShownColumn | undefined;
  /** The column of the one cell that the tab key stops at, where it is in this row. */
  readonly focusable: number | undefined;
  readonly isQuiet: boolean;
  /** A path that is looked at comes to this row. */
  readonly isDeciding: boolean;
  /** Set where a cell of this row is being written in. */
  readonly editing: Editing | undefined;
  /** Whether rows of this table can be dragged. */
  readonly hasGrip: boolean;
  /** Its words stand without a column for what is worked out. */
  readonly isNarrow: boolean;
  readonly dropMark: 'above' | 'below' | 'carried' | undefined;
  readonly actions: RowActions;
}

/** Many rows stand side by side, and answers come for one at a time. */
export const SheetRowView = memo(function SheetRowView({
  sheet,
  row,
  shown,
  focusable,
  isQuiet,
  isDeciding,
  editing,
  hasGrip,
  isNarrow,
  dropMark,
  actions,
}: SheetRowProps) {
  const text = useTexts(ruleTexts);
  const language = useLanguage();
  const problemId = useId();
  const { columns } = sheet;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isDeciding) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isDeciding]);
  const texts = textsOf(row);
  const problems = problemsIn(sheet, row);
  const [wrong] = columns.flatMap(({ id }) => (problems[id] === undefined ? [] : [problems[id]]));
  const name = row.name[language];
  const isOpen = row.kind === 'fresh' || row.draft !== undefined;
  const last = columns.length - (shown ? 0 : 1);

  const cellProps = (column: number) => ({
    role: 'gridcell' as const,
    tabIndex: focusable === column && !editing ? 0 : -1,
    ...cellAttributes({ row: row.key, column }),
  });

  const remove = row.kind !== 'fixed' && <RemoveRow id={sheet.id} row={row} onRemove={actions.remove} />;

  return (
    <>
      <tr
        ref={line}
        {...(isDeciding ? { 'aria-current': true } : {})}
        {...(row.kind === 'saved' ? { 'data-movable': row.key } : {})}
        className={classes(
          styles.row,
          isQuiet && styles.quiet,
          isDeciding && styles.deciding,
          isOpen && styles.open,
          dropMark && styles[dropMark],
        )}
      >
        {columns.map((column, place) => {
          const value = texts[column.id] ?? '';
          const isWriting = editing?.column === place;
          const isWrong = problems[column.id] !== undefined;
          return (
            <td
              key={column.id}
              {...cellProps(place)}
              {...(row.kind === 'fixed' ? { 'aria-readonly': true } : {})}
              {...(value === '' ? { 'aria-label': text.cell(column.label, name) } : {})}
              className={classes(hasGrip && place === 0 && styles.besideGrip, isWriting && styles.writing)}
              onClick={() => {
                if (!isWriting) actions.edit({ row: row.key, column: place });
              }}
            >
              {hasGrip && row.kind === 'saved' && place === 0 && (
                <span
                  className={styles.grip}
                  title={text.moveRow(name)}
                  aria-hidden="true"
                  onPointerDown={(event) => actions.grip(row.key, event)}
                >
                  <Icon of={GripVertical} size={14} />
                </span>
              )}
              <Written column={column} value={value} isOpen={isOpen} isWrong={isWrong} isHidden={isWriting} />
              {isWriting && (
                <CellEditor
                  column={column}
                  row={texts}
                  label={text.cell(column.label, name)}
                  text={value}
                  typed={editing.typed}
                  describedBy={isWrong ? problemId : undefined}
                  onLeave={(written, leaving) => actions.leave(row, place, written, leaving)}
                  onCancel={() => actions.cancel(row, place)}
                  onTry={(written) => {
                    actions.try(row, place, written);
                    if (isWrong) keepTyped(sheet, row, column, written);
                  }}
                  onMove={(by) => actions.move(row.key, by)}
                />
              )}
              {place === last && remove}
            </td>
          );
        })}
        {shown && (
          <td {...cellProps(columns.length)} aria-readonly="true" className={styles.shown}>
            {shown.cell(row)}
            {remove}
          </td>
        )}
      </tr>
      {wrong !== undefined && (
        <tr className={styles.problemRow}>
          <td colSpan={columns.length + (shown ? 1 : 0)}>
            <p id={problemId} role="alert" className={styles.problem}>
              <Mark of="error" size={13} ground="no-fill" />
              <span>
                <Unbroken>{wrong}</Unbroken> {isNarrow && <b>{text.notSaved}</b>}
              </span>
            </p>
          </td>
        </tr>
      )}
    </>
  );
});

interface WrittenProps {
  readonly column: Column;
  readonly value: string;
  readonly isOpen: boolean;
  readonly isWrong: boolean;
  /** A field stands over it: its words only keep the column as wide as it was. */
  readonly isHidden: boolean;
}

/** A cell at rest: plain words, or a box while its row is not saved. */
function Written({ column, value, isOpen, isWrong, isHidden }: WrittenProps) {
  const look = column.id === 'action' ? actionLook(value) : undefined;
  const text = useTexts(ruleTexts);
  // What a source did not tell stands as such; what is still to be written says what might be.
  const absent = isOpen ? (column.placeholder ?? '') : text.unknown;
  const words = value === '' ? absent : value;
  return (
    <span
      className={classes(
        styles.written,
        isOpen && styles.box,
        isWrong && styles.bad,
        value === '' && styles.placeholder,
        look && styles[look],
        isHidden && styles.hidden,
      )}
      title={words}
    >
      {look && !isOpen && <Mark of={look === 'allow' ? 'reachable' : 'blocked'} size={13} />}
      <span className={styles.words}>{words}</span>
    </span>
  );
}
