/** Rules as a sentence names them: `sg-web inbound rule 2`. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import type { InboundExposure } from '../../engine/index.ts';
import { lensTexts, ruleWords } from '../../i18n/index.ts';
import { useLanguage, useTexts } from '../../ui/index.ts';
import { readableName } from '../parts/names.ts';

export function useRuleNames(because: InboundExposure['because']): readonly string[] {
  const text = useTexts(lensTexts);
  const language = useLanguage();
  const design = useApp((state) => state.design);
  return useMemo(() => {
    const told = because.map(({ resource, rule }) => {
      const name = readableName(design, resource, language);
      return rule === undefined ? name : text.byRule(name, ruleWords(rule, language));
    });
    return [...new Set(told)];
  }, [because, design, language, text]);
}
