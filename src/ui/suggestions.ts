/** Which suggestions a text leaves, and which of them Enter takes. */

import type { ReactNode } from 'react';

export interface Suggestion {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly mark?: ReactNode;
}

const SHOWN = 50;

/** Whether some words of a suggestion hold what was written. */
export const fits = ({ label, value, detail = '' }: Suggestion, query: string): boolean =>
  [label, value, detail].some((part) => part.toLowerCase().includes(query.toLowerCase()));

/** What a text means before another, the surest first. */
const ways: readonly ((suggestion: Suggestion, written: string) => boolean)[] = [
  ({ label, value }, written) => label === written || value === written,
  ({ label, value }, written) => [label, value].some((part) => part.toLowerCase() === written.toLowerCase()),
  ({ label }, written) => label.toLowerCase().startsWith(written.toLowerCase()),
  ({ detail = '' }, written) => detail.toLowerCase().startsWith(written.toLowerCase()),
];

export interface Matching {
  readonly shown: readonly Suggestion[];
  /** The place of the one that the text means most likely; -1 where nothing fits or nothing is written. */
  readonly meant: number;
}

/** The suggestions that hold a text, with the one that it names exactly before those that only begin alike. */
export function matching(suggestions: readonly Suggestion[], query: string): Matching {
  const written = query.trim();
  const all = suggestions.filter((suggestion) => fits(suggestion, written));
  if (written === '') return { shown: all.slice(0, SHOWN), meant: -1 };
  const [best = all[0]] = ways.flatMap((isMeant) => all.find((each) => isMeant(each, written)) ?? []);
  if (!best) return { shown: [], meant: -1 };
  const place = all.indexOf(best);
  return place < SHOWN
    ? { shown: all.slice(0, SHOWN), meant: place }
    : { shown: [best, ...all.slice(0, SHOWN - 1)], meant: 0 };
}
