/** A table of rules as data: columns, rows, and how a row goes into the design. What is typed stays text until all of a row can be read. */

import type { Design, LocalText, ResourceId } from '../../model/index.ts';
import type { Suggestion } from '../../ui/index.ts';

/** The cells of a row by their columns, as written. */
export type Texts = Readonly<Record<string, string>>;

export interface Column {
  readonly id: string;
  readonly label: string;
  /** Pixels that it never gets narrower than; it is as wide as its longest text where there is room. `whole`: always. */
  readonly least: number | 'whole';
  readonly placeholder?: string;
  /** What is written here says what the row is about. */
  readonly isTopic?: true;
  /** `choice`: one of the suggestions and nothing else. */
  readonly entry: 'free' | 'choice';
  readonly suggestions: (row: Texts) => readonly Suggestion[];
  /** Said where no suggestion fits. */
  readonly nothing: string;
  /** Columns that are read together with it. */
  readonly together?: readonly string[];
  /** What becomes of other cells when this one is given a text. */
  readonly adjusts?: (text: string, row: Texts) => Texts;
  /** A sentence on what is wrong with a text in its row; undefined when it is right. */
  readonly check: (text: string, row: Texts, index: number | undefined) => string | undefined;
}

export interface SheetRow {
  /** The same as long as the row says the same. */
  readonly key: string;
  /** Its place in the document's list; undefined for a row that AWS implies and nobody may change. */
  readonly index: number | undefined;
  /** How it is called: `rule 130`. */
  readonly name: LocalText;
  readonly texts: Texts;
}

export interface SheetWords {
  /** The table's name: `Inbound rules of sg-app`. */
  readonly table: string;
  /** The button that begins a row. */
  readonly add: string;
  readonly newRow: LocalText;
  /** Said in place of rows. */
  readonly empty?: string;
}

export interface SheetEdits {
  /** The design with a row of these texts, all of which were checked; a new one where there is no index. */
  readonly put: (
    design: Design,
    index: number | undefined,
    texts: Texts,
    changed: readonly string[],
  ) => Design;
  readonly remove: (design: Design, index: number) => Design;
  /** The design with a row moved by so many places; the same design where it is at the end. Absent: order means nothing. */
  readonly move?: (design: Design, index: number, by: number) => Design;
}

export interface Sheet {
  readonly id: ResourceId;
  /** The resource and the direction: what is typed is kept under it. */
  readonly key: string;
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRow[];
  /** What a new row begins with. */
  readonly blank: Texts;
  readonly words: SheetWords;
  readonly edits: SheetEdits;
  readonly labels: {
    readonly change: (name: LocalText) => LocalText;
    readonly add: (texts: Texts) => LocalText;
    readonly remove: (name: LocalText) => LocalText;
    readonly move: (name: LocalText) => LocalText;
  };
}

/**
 * Whether a row is what the hop of a path calls its rule: a route by its destination, an entry by its number, a
 * group's rule by its direction and its number in it.
 */
export function isNamed({ rows, key }: Sheet, { texts, index }: SheetRow, rule: string): boolean {
  const [direction, place] = rule.split(' ');
  if (place === undefined) return (texts['destination'] ?? texts['number']) === rule;
  return direction !== undefined && key.endsWith(direction) && rows[Number(place) - 1]?.index === index;
}

/** A row's texts with what is being typed in it. */
export const withDraft = (row: Texts, draft: Texts | undefined): Texts =>
  draft ? { ...row, ...draft } : row;

/** The columns that a change of some has to be checked in. */
export const touchedBy = (columns: readonly Column[], changed: readonly string[]): readonly Column[] =>
  columns.filter(
    ({ id, together = [] }) => changed.includes(id) || together.some((other) => changed.includes(other)),
  );

/** What is wrong in some columns of a row. */
export function problemsOf(
  columns: readonly Column[],
  texts: Texts,
  index: number | undefined,
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const { id, check } of columns) {
    const wrong = check(texts[id] ?? '', texts, index);
    if (wrong !== undefined) problems[id] = wrong;
  }
  return problems;
}

/** Whether nothing was typed into a new row. */
export const isBlank = ({ columns, blank }: Sheet, texts: Texts): boolean =>
  columns.every(({ id }) => (texts[id] ?? '') === (blank[id] ?? ''));

/** Rows of a spreadsheet or a text: lines of cells parted by tabs; undefined for one plain text. */
export function pastedCells(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n');
  if (lines.length === 1 && !text.includes('\t')) return undefined;
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

/**
 * The rows that pasted cells make, from a column on. A line that is as wide as the table begins at its first
 * column wherever it is pasted; a line of headings is left out.
 */
export function pastedRows(
  sheet: Sheet,
  cells: readonly (readonly string[])[],
  from: number,
): readonly Texts[] {
  const { columns, blank } = sheet;
  const isHeading = (line: readonly string[]): boolean =>
    line.every(
      (cell, at) => cell === '' || columns.some(({ label }, place) => place === at && label === cell),
    );
  return cells
    .filter((line) => !isHeading(line))
    .map((line) => {
      const start = line.length >= columns.length ? 0 : Math.min(from, columns.length - line.length);
      const texts: Record<string, string> = { ...blank };
      line.forEach((cell, at) => {
        const column = columns[start + at];
        if (column) texts[column.id] = cell;
      });
      return texts;
    });
}

/** A row as a spreadsheet takes it. */
export const copiedRow = ({ columns }: Sheet, texts: Texts): string =>
  columns.map(({ id }) => texts[id] ?? '').join('\t');

/** The suggestions that fit what is written: what is called so before what begins with it, and that before the rest. */
export function fitting(
  suggestions: readonly Suggestion[],
  written: string,
  holds: (suggestion: Suggestion, written: string) => boolean,
): readonly Suggestion[] {
  if (written === '') return suggestions;
  const wanted = written.toLowerCase();
  const begins = ({ label, detail }: Suggestion): boolean =>
    label.toLowerCase().startsWith(wanted) || detail?.toLowerCase().startsWith(wanted) === true;
  const rank = (suggestion: Suggestion): number =>
    suggestion.label.toLowerCase() === wanted ? 0 : begins(suggestion) ? 1 : 2;
  return suggestions
    .filter((suggestion) => holds(suggestion, written))
    .toSorted((left, right) => rank(left) - rank(right));
}

/** Numbers, blocks and ranges stand for themselves; anything else means the first suggestion that fits. */
export const isLiteral = (text: string): boolean => /^(?:[\d:*]|[\da-f]{1,4}:)/i.test(text);
