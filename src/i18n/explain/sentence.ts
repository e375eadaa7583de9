/** Takes a sentence out of a catalogue and fills it. */

import type { ExplainContext, Sentence } from './context.ts';
import { render } from './template.ts';
import { kindsOf, lookupOf, missingWord, type Values } from './values.ts';

export type Catalogue = Readonly<Record<string, Sentence>>;

/** The entry of a code, or undefined for a code that the catalogue does not know. */
export const entryOf = (catalogue: Catalogue, code: string): Sentence | undefined =>
  Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;

/** The sentence in the reader's language; `values.resource` also fills the sentence's subject. */
export function tell(sentence: Sentence, values: Values, context: ExplainContext): string {
  const { subject } = sentence;
  const complete =
    subject === undefined ? values : { ...values, [subject]: values[subject] ?? values['resource'] };
  return render(
    sentence[context.language],
    context.language,
    lookupOf(complete, context),
    missingWord(context.language),
    kindsOf(complete, context),
  );
}

/** A resource's name as a sentence begins with it. */
export function openingName(id: string, { nameOf, kindOf }: ExplainContext): string {
  const name = nameOf(id);
  return kindOf?.(id) === undefined ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
