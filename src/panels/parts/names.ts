/** What a person reads for an id: a resource's name, an interface by its instance, the internet by its word. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import { visibleText, words } from '../../drawing/index.ts';
import type { ExplainContext } from '../../i18n/index.ts';
import {
  impliedByVpc,
  kindToTell,
  nameOf,
  type Design,
  type Language,
  type LocalText,
} from '../../model/index.ts';
import { useLanguage } from '../../ui/index.ts';

/** The interface that an instance drawn without one has. */
const IMPLIED_INTERFACE = 'eni:';

/** The id of what a person sees: the interface of an instance drawn without one is that instance. */
const shownId = (id: string): string =>
  id.startsWith(IMPLIED_INTERFACE) ? id.slice(IMPLIED_INTERFACE.length) : id;

export function readableName(design: Design, id: string, language: Language): string {
  if (id === 'internet') return words.internet[language];
  const own = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (own) return visibleText(nameOf(own) ?? id);
  const implied = impliedByVpc(id);
  if (implied)
    return implied.text[language].replace('{vpc}', () => readableName(design, implied.vpc, language));
  return shownId(id) === id ? visibleText(id) : readableName(design, shownId(id), language);
}

/** The word for the kind where something of another kind is called the same. */
export const readableKind = (design: Design, id: string): LocalText | undefined =>
  kindToTell(design, shownId(id));

/** What the engine's answers need to become sentences; a name that could be mistaken says its kind. */
export function explainIn(design: Design, language: Language): ExplainContext {
  const kindOf = (id: string) => readableKind(design, id)?.[language];
  return {
    language,
    kindOf,
    nameOf: (id) => {
      const [kind, name] = [kindOf(id), readableName(design, id, language)];
      return kind === undefined ? name : `${kind} ${name}`;
    },
  };
}

export function useNameOf(): (id: string) => string {
  const design = useApp((state) => state.design);
  const language = useLanguage();
  return useMemo(() => (id: string) => readableName(design, id, language), [design, language]);
}

export function useExplain(): ExplainContext {
  const design = useApp((state) => state.design);
  const language = useLanguage();
  return useMemo(() => explainIn(design, language), [design, language]);
}
