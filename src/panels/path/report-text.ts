/** An answer as plain text for a ticket or a mail: word for word what the command line prints. */

import type { ReachAnswer } from '../../engine/index.ts';
import { answerBlocks, printText } from '../../i18n/index.ts';
import { nameOf, type Design, type Language } from '../../model/index.ts';
import { readableName } from '../parts/names.ts';

export function reportText(reach: ReachAnswer, design: Design, language: Language): string {
  const called = (id: string): string => {
    const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
    const name = resource && nameOf(resource);
    if (!resource) return readableName(design, id, language);
    return name === undefined || name === id ? id : `${name} (${id})`;
  };
  return [...printText(answerBlocks(reach, { language, nameOf: called }), 'plain')].join('');
}
