/** What a reading tells its caller, in words of both languages. */

import type { Design, LocalText } from '../model/index.ts';
import { noteText, problemText, type Problem, type ReadingNote } from './words/index.ts';
import { offsetOf, positionsIn, type JsonDocument } from './text/index.ts';

export interface NotUnderstood {
  readonly file: string;
  /** `line:column`, then the JSON pointer; empty for the file as a whole. */
  readonly place: string;
  readonly code: string;
  readonly what: LocalText;
  readonly why: LocalText;
}

export interface InputNote {
  readonly file: string;
  readonly code: string;
  readonly text: LocalText;
}

/** One file as one format; a file that holds several outputs has several. */
export interface FileRead {
  readonly file: string;
  /** As in `aws-cli describe-vpcs`; absent where nothing in the file could be used. */
  readonly format?: string;
  readonly resources: number;
}

/** A fact that no input told, and the command whose output would. */
export interface MissingInput {
  readonly fact: LocalText;
  readonly obtain: string;
}

/** A value that no input told, and that AWS itself sets so. */
export interface InputAssumption {
  readonly resource: string;
  readonly what: LocalText;
}

/** Why a design may be looked at but not saved over its file. */
export type ReadOnlyReason = 'newer-version' | 'incomplete';

export interface ImportReport {
  readonly design: Design;
  readonly files: readonly FileRead[];
  /** Resources by kind, in the order of the kinds. */
  readonly counts: Readonly<Record<string, number>>;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly missing: readonly MissingInput[];
  readonly assumptions: readonly InputAssumption[];
  readonly notes: readonly InputNote[];
  readonly readOnly?: ReadOnlyReason;
}

/** Looking a pointer up walks the text: the first ones get a line and column, the rest their pointer alone. */
const MOST_LOOKUPS = 100;

/** Tells problems of one file with their places; `document` is where pointers start. */
export function describer(
  file: string,
  text = '',
): (problem: Problem, document?: JsonDocument) => NotUnderstood {
  const position = positionsIn(text);
  let lookups = 0;
  return (problem, document) => {
    let { offset } = problem;
    if (offset === undefined && document && problem.pointer !== undefined && lookups < MOST_LOOKUPS) {
      lookups += 1;
      offset = offsetOf(text, document, problem.pointer);
    }
    const at = offset === undefined ? undefined : position(offset);
    const place = [at ? `${at.line}:${at.column}` : '', problem.pointer ?? '']
      .filter((part) => part !== '')
      .join(' ');
    return { file, place, code: problem.code, ...problemText(problem) };
  };
}

export const describeNote = (file: string, note: ReadingNote): InputNote => ({
  file,
  code: note.code,
  text: noteText(note),
});
