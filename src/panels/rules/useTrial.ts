/** What a row would open and close, asked while it is typed; typing never waits for the answer. */

import { useEffect, useRef } from 'react';
import { app, appState } from '../../app/index.ts';
import { tried, type ShownRow } from './editing.ts';
import type { Sheet } from './sheet.ts';
import type { Editing } from './useGridKeys.ts';

/** After the last key. */
const PAUSE = 120;

/** Returns what is told at each key: the row, the column and the text that the cell would hold. */
export function useTrial(
  sheet: Sheet | undefined,
  rows: readonly ShownRow[],
  editing: Editing | undefined,
): (row: ShownRow, column: number, text: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isWriting = editing !== undefined;

  useEffect(() => {
    if (!isWriting) return undefined;
    return () => {
      clearTimeout(timer.current);
      app.setView({ ruleTrial: undefined });
    };
  }, [isWriting, sheet?.key]);

  return (row, column, text) => {
    const present = rows.find(({ key }) => key === row.key) ?? row;
    const target = sheet?.columns[column];
    if (!sheet || !target) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { design } = appState();
      const after = tried(sheet, design, present, target, text);
      const what = target.isTopic ? { what: text } : {};
      app.setView({ ruleTrial: after && { before: design, after, sheet: sheet.key, ...what } });
    }, PAUSE);
  };
}
