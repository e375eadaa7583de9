/** How resources are called in answers for reading: `Name (id)`. */

import type { ExplainContext } from '../i18n/explain/index.ts';
import { kindToTell, nameWithId, type Design, type Language } from '../model/index.ts';
import { sayIn } from './words.ts';

export function explainContext(design: Design, language: Language): ExplainContext {
  return {
    language,
    nameOf: (id) => (id === 'internet' ? sayIn(language)('internet') : nameWithId(design, id, language)),
    kindOf: (id) => kindToTell(design, id)?.[language],
  };
}
