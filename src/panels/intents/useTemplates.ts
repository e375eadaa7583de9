/** The templates as they read with what is selected, and beginning an intent from one. */

import { useApp } from '../../app/index.ts';
import { intentTexts, pathTexts } from '../../i18n/index.ts';
import { useTexts } from '../../ui/index.ts';
import { useExplain } from '../parts/names.ts';
import { goOn } from './go-on.ts';
import { sentenceOf } from './sentence.ts';
import { asIntent, chosenEnd, draftOf, intentTemplates, setDraft } from './templates.ts';

export interface TemplateChoice {
  readonly id: string;
  readonly words: string;
  readonly begin: () => void;
}

export function useTemplates(): readonly TemplateChoice[] {
  const texts = useTexts(intentTexts);
  const path = useTexts(pathTexts);
  const context = useExplain();
  const design = useApp((state) => state.design);
  const selection = useApp((state) => state.selection);
  const chosen = chosenEnd(design, selection);
  return intentTemplates.map((template) => {
    // Only one end is open where the other is the internet.
    const isAlone = template.from !== undefined || template.to !== undefined;
    const first = chosen ?? (isAlone ? 'X' : 'A');
    const names = { from: first, to: isAlone ? first : 'B' };
    return {
      id: template.id,
      words: sentenceOf(asIntent(template, names), texts, context),
      begin: () => {
        setDraft(draftOf(template, chosen, path.anyProtocol));
        goOn();
      },
    };
  });
}
