/** A finding's sentence as the page shows it: the names in it lead to their resources, so their ids are left out. */

import type { FindingAnswer } from '../../app/index.ts';
import type { Design, Language } from '../../model/index.ts';

/** Takes out ` (id)` behind a name, for ids of resources that are in the design. */
export function messageOf(
  { message, resource, related }: FindingAnswer,
  design: Design,
  language: Language,
): string {
  return [resource, ...related]
    .filter((id) => Object.hasOwn(design.resources, id))
    .reduce((sentence, id) => sentence.replaceAll(` (${id})`, ''), message[language]);
}
