/** What a person reads for an id: a resource's name, an interface by its instance, the internet by its word. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import { visibleText, words } from '../../drawing/index.ts';
import type { ExplainContext } from '../../i18n/index.ts';
import { nameOf, type Design, type Language } from '../../model/index.ts';
import { useLanguage } from '../../ui/index.ts';

/** The interface that an instance drawn without one has. */
const IMPLIED_INTERFACE = 'eni:';

export function readableName(design: Design, id: string, language: Language): string {
  if (id === 'internet') return words.internet[language];
  const own = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (own) return visibleText(nameOf(own) ?? id);
  if (id.startsWith(IMPLIED_INTERFACE))
    return readableName(design, id.slice(IMPLIED_INTERFACE.length), language);
  return visibleText(id);
}

export function useNameOf(): (id: string) => string {
  const design = useApp((state) => state.design);
  const language = useLanguage();
  return useMemo(() => (id: string) => readableName(design, id, language), [design, language]);
}

/** What the engine's answers need to become sentences. */
export function useExplain(): ExplainContext {
  const nameOfId = useNameOf();
  const language = useLanguage();
  return useMemo(() => ({ language, nameOf: nameOfId }), [language, nameOfId]);
}
