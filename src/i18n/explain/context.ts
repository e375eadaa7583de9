/** What a sentence needs beside the coded answer: a language, and what things are called. */

import type { Language, LocalText } from '../../model/index.ts';

export interface ExplainContext {
  readonly language: Language;
  /** What a person calls the resource; the id itself where it has no name. */
  readonly nameOf: (id: string) => string;
}

/** A sentence of the catalogue; `subject` is the placeholder that the answer's own resource fills when nothing else does. */
export interface Sentence extends LocalText {
  readonly subject?: string;
}
