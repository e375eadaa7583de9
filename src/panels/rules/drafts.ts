/** What is typed in tables of rules and is not in the design: bad values, and rows that are not whole yet. */

import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { app } from '../../app/index.ts';
import type { Texts } from './sheet.ts';

export interface FreshRow {
  readonly key: string;
  readonly texts: Texts;
}

export interface Drafts {
  /** By the key of the row that they are typed in. */
  readonly cells: Readonly<Record<string, Texts>>;
  /** Rows that are not in the design. */
  readonly fresh: readonly FreshRow[];
}

const none: Drafts = { cells: {}, fresh: [] };

/** Kept while the page is open, so that selecting something else loses nothing. */
const store = createStore<Readonly<Record<string, Drafts>>>(() => ({}));

// What was typed in one design is nothing in another, though their ids may be the same.
app.onDesignChange(({ kind }) => {
  if (kind === 'replaced') store.setState({}, true);
});

let serial = 0;

const of = (sheet: string): Drafts => store.getState()[sheet] ?? none;

const set = (sheet: string, drafts: Drafts): void => store.setState({ [sheet]: drafts });

export const useDrafts = (sheet: string): Drafts => useStore(store, (all) => all[sheet] ?? none);

/** Keeps what was typed in a cell of a row; undefined forgets it. */
export function keepCell(sheet: string, row: string, column: string, text: string | undefined): void {
  const drafts = of(sheet);
  const { [column]: _, ...others } = drafts.cells[row] ?? {};
  const next: Texts = text === undefined ? others : { ...others, [column]: text };
  const { [row]: __, ...rest } = drafts.cells;
  set(sheet, { ...drafts, cells: Object.keys(next).length === 0 ? rest : { ...rest, [row]: next } });
}

/** Forgets what was typed in a row. */
export function forgetRow(sheet: string, row: string): void {
  const drafts = of(sheet);
  const { [row]: _, ...rest } = drafts.cells;
  set(sheet, { cells: rest, fresh: drafts.fresh.filter(({ key }) => key !== row) });
}

/** Begins rows that are not in the design; their keys come back. */
export function beginRows(sheet: string, rows: readonly Texts[]): readonly string[] {
  const drafts = of(sheet);
  const fresh = rows.map((texts): FreshRow => {
    serial += 1;
    return { key: `new ${serial}`, texts };
  });
  set(sheet, { ...drafts, fresh: [...drafts.fresh, ...fresh] });
  return fresh.map(({ key }) => key);
}

export function writeFresh(sheet: string, row: string, texts: Texts): void {
  const drafts = of(sheet);
  set(sheet, {
    ...drafts,
    fresh: drafts.fresh.map((each) => (each.key === row ? { ...each, texts } : each)),
  });
}

/** What is typed now, for handlers. */
export const draftsOf = of;
