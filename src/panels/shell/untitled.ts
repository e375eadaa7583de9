/** A design that nobody has named is called so in the language of the page. */

import type { Language } from '../../model/index.ts';

const untitled: Readonly<Record<Language, string>> = { en: 'Untitled', ja: '無題' };

/** The name as it is shown: the word for no name is translated, any other name is not. */
export const shownName = (name: string, language: Language): string =>
  Object.values(untitled).includes(name) ? untitled[language] : name;
