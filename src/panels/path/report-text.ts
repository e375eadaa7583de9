/** An answer as plain text for a ticket or a mail: word for word what the command line prints. */

import type { ReachAnswer } from '../../engine/index.ts';
import { answerBlocks, printText } from '../../i18n/index.ts';
import { kindToTell, nameWithId, type Design, type Language } from '../../model/index.ts';
import { readableName } from '../parts/names.ts';

export function reportText(reach: ReachAnswer, design: Design, language: Language): string {
  const context = {
    language,
    nameOf: (id: string) =>
      Object.hasOwn(design.resources, id)
        ? nameWithId(design, id, language)
        : readableName(design, id, language),
    kindOf: (id: string) => kindToTell(design, id)?.[language],
  };
  return [...printText(answerBlocks(reach, context), 'plain')].join('');
}
