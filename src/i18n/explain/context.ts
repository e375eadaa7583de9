/** What a sentence needs beside the coded answer: a language, and what things are called. */

import type { Language, LocalText } from '../../model/index.ts';

export interface ExplainContext {
  readonly language: Language;
  /** What a person calls the resource, after the word for its kind where that is told; the id itself where it has no name. */
  readonly nameOf: (id: string) => string;
  /** The word that `nameOf` begins with where the name alone could be mistaken. */
  readonly kindOf?: (id: string) => string | undefined;
}

/** A sentence of the catalogue; `subject` is the placeholder that the answer's own resource fills when nothing else does. */
export interface Sentence extends LocalText {
  readonly subject?: string;
}
