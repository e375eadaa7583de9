/** Where the keys are in a sheet, and what they do there while no cell is being written in. */

import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { ShownRow } from './editing.ts';

export interface CellPlace {
  /** The key of the row. */
  readonly row: string;
  readonly column: number;
}

export interface Editing extends CellPlace {
  /** The first character, where typing opened the cell. */
  readonly typed?: string;
}

interface GridActions {
  readonly edit: (place: CellPlace, typed?: string) => void;
  readonly begin: () => void;
  readonly move: (row: string, by: number) => void;
  readonly remove: (row: string) => void;
  readonly giveUp: (row: string) => void;
}

interface GridOptions {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly rows: readonly ShownRow[];
  readonly width: number;
  readonly editing: Editing | undefined;
}

export interface Grid {
  /** The one cell that the tab key stops at. */
  readonly at: CellPlace;
  readonly stand: (place: CellPlace, how?: 'focus') => void;
  /** On a row that may say something else by now. */
  readonly standAgain: (row: ShownRow, column: number) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent, actions: GridActions) => void;
}

export const cellAttributes = ({ row, column }: CellPlace) => ({ 'data-row': row, 'data-column': column });

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-column]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? undefined : { row, column: Number(column) };
}

export function useGridKeys({ table, rows, width, editing }: GridOptions): Grid {
  const [wished, setWished] = useState<CellPlace & { readonly index?: number }>({ row: '', column: 0 });
  const wantsFocus = useRef(false);
  // A row that was changed has another key: the row of its place in the document stands for it.
  const row =
    rows.find(({ key }) => key === wished.row) ??
    (wished.index === undefined ? undefined : rows.find(({ index }) => index === wished.index)) ??
    rows[0];
  const at: CellPlace = { row: row?.key ?? '', column: Math.min(wished.column, Math.max(0, width - 1)) };

  useEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(at.row)}"][data-column="${at.column}"]`,
    );
    cell?.focus();
  });

  const stand: Grid['stand'] = (place, how) => {
    wantsFocus.current = how === 'focus';
    const index = rows.find(({ key }) => key === place.row)?.index;
    setWished({ ...place, ...(index === undefined ? {} : { index }) });
  };

  const onKeyDown: Grid['onKeyDown'] = (event, actions) => {
    const place = placeOf(event.target);
    const isCell = event.target instanceof HTMLTableCellElement;
    if (!place || !isCell || event.nativeEvent.isComposing) return;
    const here = rows.findIndex(({ key }) => key === place.row);
    const isCommand = event.ctrlKey || event.metaKey;
    const go = (by: number, column: number): void => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, here + by))];
      if (next) stand({ row: next.key, column: Math.max(0, Math.min(width - 1, column)) }, 'focus');
    };
    const keys: Readonly<Record<string, () => void>> = {
      ArrowUp: () => (event.altKey ? actions.move(place.row, -1) : go(-1, place.column)),
      ArrowDown: () => (event.altKey ? actions.move(place.row, 1) : go(1, place.column)),
      ArrowLeft: () => go(0, place.column - 1),
      ArrowRight: () => go(0, place.column + 1),
      Home: () => go(isCommand ? -rows.length : 0, 0),
      End: () => go(isCommand ? rows.length : 0, width - 1),
      Enter: () => (rows[here]?.kind === 'fixed' ? actions.begin() : actions.edit(place)),
      F2: () => actions.edit(place),
      Delete: () => actions.remove(place.row),
      Backspace: () => actions.remove(place.row),
      // What is selected stays selected: the table belongs to it.
      Escape: () => actions.giveUp(place.row),
    };
    const act = keys[event.key];
    if (act && !(event.key === 'ArrowLeft' && event.altKey)) {
      event.preventDefault();
      event.stopPropagation();
      act();
      if (event.altKey) stand(place, 'focus');
    } else if (event.key.length === 1 && !isCommand && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      actions.edit(place, event.key === ' ' ? undefined : event.key);
    }
  };

  return {
    at,
    stand,
    standAgain: (next, column) => stand({ row: next.key, column }, 'focus'),
    onFocus: (event) => {
      const place = placeOf(event.target);
      if (place && (place.row !== at.row || place.column !== at.column)) stand(place);
    },
    onKeyDown,
  };
}
