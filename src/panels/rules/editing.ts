/** From what is typed in a sheet to the design: a row goes there when it can be read, else it is kept with what is wrong. */

import { app, appState } from '../../app/index.ts';
import type { Design } from '../../model/index.ts';
import { beginRows, draftsOf, forgetRow, keepCell, writeFresh } from './drafts.ts';
import {
  isBlank,
  problemsOf,
  touchedBy,
  withDraft,
  type Column,
  type Sheet,
  type SheetRow,
  type Texts,
} from './sheet.ts';

/** A row as it is shown: of the design, with what is typed in it, or one that is not in the design. */
export interface ShownRow extends SheetRow {
  readonly kind: 'fixed' | 'saved' | 'fresh';
  /** What was typed and is not in the design. */
  readonly draft: Texts | undefined;
  /** A new row in which nothing was typed yet. */
  readonly isBlank: boolean;
}

/** The sheet's rows with those that are not saved before the ones at the end that nobody may change. */
export function shownRows(sheet: Sheet, drafts: ReturnType<typeof draftsOf>): readonly ShownRow[] {
  const saved = sheet.rows.map((row): ShownRow => ({
    ...row,
    kind: row.index === undefined ? 'fixed' : 'saved',
    draft: drafts.cells[row.key],
    isBlank: false,
  }));
  const fresh = drafts.fresh.map(({ key, texts }): ShownRow => ({
    key,
    index: undefined,
    name: sheet.words.newRow,
    texts,
    kind: 'fresh',
    draft: undefined,
    isBlank: isBlank(sheet, texts),
  }));
  const end = saved.findLastIndex(({ kind }) => kind === 'saved');
  const tail = end < 0 ? saved.findIndex(({ key }) => key.startsWith('*')) : end + 1;
  const at = tail < 0 ? saved.length : tail;
  // Local routes stand at the top, the final denies of an ACL at the bottom.
  const isBelow = saved.slice(at).every(({ key }) => key.startsWith('*'));
  const place = isBelow ? at : saved.length;
  return [...saved.slice(0, place), ...fresh, ...saved.slice(place)];
}

/** The cells of a row as shown. */
export const textsOf = (row: ShownRow): Texts => withDraft(row.texts, row.draft);

/** What is wrong in a row, where something was written. */
export function problemsIn(sheet: Sheet, row: ShownRow): Readonly<Record<string, string>> {
  const texts = textsOf(row);
  if (row.kind === 'fresh') {
    const written = sheet.columns.filter(({ id }) => (texts[id] ?? '') !== '');
    return problemsOf(written, texts, undefined);
  }
  return row.draft ? problemsOf(touchedBy(sheet.columns, Object.keys(row.draft)), texts, row.index) : {};
}

interface Candidate {
  readonly texts: Texts;
  readonly changed: readonly string[];
  readonly problems: Readonly<Record<string, string>>;
}

/** A row with another text in a cell: what changes along, and what is wrong then. */
function candidateOf(sheet: Sheet, row: ShownRow, column: Column, text: string): Candidate {
  const written = { ...textsOf(row), [column.id]: text };
  const texts = { ...written, ...column.adjusts?.(text, written) };
  if (row.kind === 'fresh') {
    const all = sheet.columns.map(({ id }) => id);
    return { texts, changed: all, problems: problemsOf(sheet.columns, texts, undefined) };
  }
  const changed = sheet.columns.flatMap(({ id }) =>
    (texts[id] ?? '') === (row.texts[id] ?? '') ? [] : [id],
  );
  return { texts, changed, problems: problemsOf(touchedBy(sheet.columns, changed), texts, row.index) };
}

/** The design as it would be with a text in a cell; undefined where the row can't be read, or says the same. */
export function tried(
  sheet: Sheet,
  design: Design,
  row: ShownRow,
  column: Column,
  text: string,
): Design | undefined {
  const { texts, changed, problems } = candidateOf(sheet, row, column, text);
  if (changed.length === 0 || Object.keys(problems).length > 0) return undefined;
  const after = sheet.edits.put(design, row.index, texts, changed);
  return after === design ? undefined : after;
}

export type Settled =
  /** The design has it. */
  | 'saved'
  /** Nothing was changed, or other cells of the row are still to be written. */
  | 'kept'
  /** This cell can't be read. */
  | 'wrong';

/** Ends the writing of a cell. */
export function settleCell(sheet: Sheet, row: ShownRow, column: Column, written: string): Settled {
  const text = written.trim();
  const { texts, changed, problems } = candidateOf(sheet, row, column, text);
  const isWrong = problems[column.id] !== undefined && (row.kind === 'saved' || text !== '');
  if (Object.keys(problems).length === 0) {
    const wasTyped = row.draft !== undefined;
    forgetRow(sheet.key, row.key);
    if (changed.length === 0) return wasTyped ? 'saved' : 'kept';
    const label = row.kind === 'fresh' ? sheet.labels.add(texts) : sheet.labels.change(row.name);
    app.edit(label, (design) => sheet.edits.put(design, row.index, texts, changed));
    return 'saved';
  }
  if (row.kind === 'fresh') writeFresh(sheet.key, row.key, texts);
  else {
    for (const { id } of sheet.columns)
      keepCell(sheet.key, row.key, id, changed.includes(id) ? texts[id] : undefined);
  }
  return isWrong ? 'wrong' : 'kept';
}

/** Keeps a text that is being mended, so that its sentence follows it. */
export function keepTyped(sheet: Sheet, row: ShownRow, column: Column, text: string): void {
  if (row.kind === 'fresh') writeFresh(sheet.key, row.key, { ...row.texts, [column.id]: text });
  else keepCell(sheet.key, row.key, column.id, text);
}

/** Gives up what was typed in a cell, or in all of a row: what the design has stands there again, and a new row goes. */
export function giveUp(sheet: Sheet, row: ShownRow, column?: Column): void {
  if (row.kind === 'saved' && column) keepCell(sheet.key, row.key, column.id, undefined);
  else forgetRow(sheet.key, row.key);
}

/** Drops new rows in which nothing was typed. */
export function dropBlankRows(sheet: Sheet): void {
  for (const { key, texts } of draftsOf(sheet.key).fresh)
    if (isBlank(sheet, texts)) forgetRow(sheet.key, key);
}

/** Begins a row; a blank one that is there already is taken. */
export function beginRow(sheet: Sheet): string {
  const blank = draftsOf(sheet.key).fresh.find(({ texts }) => isBlank(sheet, texts));
  return blank?.key ?? beginRows(sheet.key, [sheet.blank])[0] ?? '';
}

/** Takes away a row; of one that is not saved, what was typed. */
export function removeRow(sheet: Sheet, row: ShownRow): void {
  if (row.kind === 'fixed') return;
  forgetRow(sheet.key, row.key);
  if (row.kind === 'fresh') return;
  const { index } = row;
  if (index !== undefined)
    app.edit(sheet.labels.remove(row.name), (design) => sheet.edits.remove(design, index));
}

/** Moves a row of the design; false where it is at that end. */
export function moveRow(sheet: Sheet, row: ShownRow, by: number): boolean {
  const { move } = sheet.edits;
  const { index } = row;
  if (!move || index === undefined || by === 0) return false;
  const before = appState().design;
  app.edit(sheet.labels.move(row.name), (design) => move(design, index, by));
  return appState().design !== before;
}

/** Adds pasted rows as one step; those that can't be read stay as rows that are not saved. */
export function pasteRows(
  build: (design: Design) => Sheet | undefined,
  rows: (sheet: Sheet) => readonly Texts[],
): { readonly saved: number; readonly left: number } {
  const before = appState().design;
  const first = build(before);
  if (!first) return { saved: 0, left: 0 };
  let design = before;
  let saved = 0;
  const left: Texts[] = [];
  for (const texts of rows(first)) {
    // Numbers that a row did not bring go on from the one before it.
    const sheet = build(design) ?? first;
    const whole = Object.fromEntries(
      sheet.columns.map(({ id }) => [
        id,
        texts[id] === first.blank[id] || texts[id] === undefined ? (sheet.blank[id] ?? '') : texts[id],
      ]),
    );
    if (Object.keys(problemsOf(sheet.columns, whole, undefined)).length > 0) {
      left.push(whole);
      continue;
    }
    const all = sheet.columns.map(({ id }) => id);
    design = sheet.edits.put(design, undefined, whole, all);
    saved += 1;
  }
  const last = first.labels.add(rows(first)[0] ?? {});
  const after = design;
  if (after !== before) app.edit(last, () => after);
  if (left.length > 0) beginRows(first.key, left);
  return { saved, left: left.length };
}
