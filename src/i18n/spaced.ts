/** Spaces beside names in Japanese sentences: between Latin letters and Japanese stands one, between Japanese words none. */

/** A name or number and the space before the Japanese that follows it. */
export const apart = (words: string): string => (/[\u0021-\u007e]$/.test(words) ? `${words} ` : words);

/** A name with Japanese on both sides. */
export const amid = (words: string): string =>
  /^[\u0021-\u007e]/.test(words) ? ` ${apart(words)}` : apart(words);
