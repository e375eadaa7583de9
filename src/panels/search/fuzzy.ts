/** How well words written in a hurry fit a text: whole words before beginnings, beginnings before middles, middles before scattered letters. */

export interface Fit {
  /** Higher fits better. */
  readonly score: number;
  /** What of the text was meant, as pairs of start and end. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Full-width letters and digits as one writes them with an input method, and case, make no difference. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether a word begins here; Japanese has no spaces: any place there is as good as another. */
const beginsWord = (text: string, at: number): boolean =>
  !isWordPart(text[at - 1]) || /[^\p{ASCII}]/u.test(text[at] ?? '');

const SCORES = { whole: 1000, start: 800, word: 600, inside: 400, scattered: 100 } as const;

/** A short text that holds the words fits better than a long one. */
const shortness = (text: string): number => Math.max(0, 80 - text.length);

function fitOfWord(text: string, word: string): Fit | undefined {
  if (text === word) return { score: SCORES.whole + shortness(text), ranges: [[0, text.length]] };
  let best: Fit | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const step = at === 0 ? SCORES.start : beginsWord(text, at) ? SCORES.word : SCORES.inside;
    const score = step + shortness(text) - Math.min(at, 40) / 2;
    if (!best || score > best.score) best = { score, ranges: [[at, at + word.length]] };
  }
  return best ?? scattered(text, word);
}

/** Letters in order with gaps: each must begin a word or follow the one before, so that chance finds little. */
function scattered(text: string, word: string): Fit | undefined {
  if (word.length < 2) return undefined;
  const ranges: [number, number][] = [];
  let from = 0;
  let breaks = 0;
  for (const letter of word) {
    const last = ranges.at(-1);
    if (last && text[last[1]] === letter) {
      last[1] += 1;
      from = last[1];
      continue;
    }
    let at = text.indexOf(letter, from);
    while (at >= 0 && !beginsWord(text, at)) at = text.indexOf(letter, at + 1);
    if (at < 0) return undefined;
    ranges.push([at, at + 1]);
    from = at + 1;
    breaks += 1;
  }
  return { score: SCORES.scattered + shortness(text) - breaks * 10, ranges };
}

/** How a query fits a text; every word of it must. Undefined where it does not. An empty query fits everything. */
export function fit(query: string, text: string): Fit | undefined {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { score: 0, ranges: [] };
  const body = folded(text);
  const whole = fitOfWord(body, wanted.join(' '));
  if (whole && wanted.length > 1) return kept(whole, text, body);
  let score = 0;
  const ranges: (readonly [number, number])[] = [];
  for (const word of wanted) {
    const one = fitOfWord(body, word);
    if (!one) return undefined;
    score += one.score / wanted.length;
    ranges.push(...one.ranges);
  }
  return kept({ score, ranges: ranges.toSorted((a, b) => a[0] - b[0]) }, text, body);
}

/** Folding may change how long a text is; then nothing is underlined rather than the wrong part. */
const kept = (found: Fit, text: string, body: string): Fit =>
  text.length === body.length ? found : { ...found, ranges: [] };

/** The best fit of several texts; those after the first count less, and only the first is underlined. */
export function fitAny(query: string, [first = '', ...others]: readonly string[]): Fit | undefined {
  const own = fit(query, first);
  let best = own;
  for (const other of others) {
    const found = fit(query, other);
    if (found && (!best || found.score * 0.8 > best.score)) {
      best = { score: found.score * 0.8, ranges: own?.ranges ?? [] };
    }
  }
  return best;
}
