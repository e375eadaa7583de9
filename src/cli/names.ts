/** How resources are called in answers for reading: `Name (id)`. */

import type { ExplainContext } from '../i18n/explain/index.ts';
import { nameOf, type Design, type Language } from '../model/index.ts';
import { sayIn } from './words.ts';

export function explainContext(design: Design, language: Language): ExplainContext {
  return { language, nameOf: (id) => callIt(design, id, language) };
}

function callIt(design: Design, id: string, language: Language): string {
  if (id === 'internet') return sayIn(language)('internet');
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  const name = resource === undefined ? undefined : nameOf(resource);
  return name === undefined || name === id ? id : `${name} (${id})`;
}
