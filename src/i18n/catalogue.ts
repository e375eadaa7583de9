/** What a catalogue is: the same entries in every language, so that a missing one does not compile. */

import type { Language } from '../model/index.ts';

/** A text, or a function that makes one from what it is about. */
type Entry = string | ((...parameters: never[]) => string);

type Same<Entries> = {
  readonly [Name in keyof Entries]: Entries[Name] extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : string;
};

export type Section<Entries> = Readonly<Record<Language, Same<Entries>>>;

/** The texts of a section in one language. */
export type TextsOf<Part extends Readonly<Record<Language, unknown>>> = Part[Language];

/** Entries of one part of the page, in English and in Japanese. */
export const section = <const Entries extends Readonly<Record<string, Entry>>>(
  en: Entries,
  ja: Same<Entries>,
): Section<Entries> =>
  // The compiler cannot see that the same entries with wider types are what they were made from.
  ({ en: en as unknown as Same<Entries>, ja });

/** `1 error`, `3 errors`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
