/** What a kind is called within a sentence. */

import { definitionOf, isKind } from './design.ts';
import type { LocalText } from './text.ts';

/** Labels that keep their capital within a sentence: abbreviations, and names of products. */
const keepsCapital = /^([A-Z]{2}|Elastic IP)/;

/** The word for a kind as it stands within a sentence: `network ACL`, `VPC`. */
export function kindWord(kind: string): LocalText {
  if (!isKind(kind)) return { en: kind, ja: kind };
  const { en, ja } = definitionOf(kind).label;
  return { en: keepsCapital.test(en) ? en : en.charAt(0).toLowerCase() + en.slice(1), ja };
}
