/** Japanese texts as they are shown: a number stands on one line with what it counts or numbers, a name with the particle after it. */

const parted =
  /(?<=\d) (?=[件個つ秒行台本回分日番種文])|(?<=[\w)]) (?=[ぁ-ん])|(?<=[ァ-ヶー一-龥]) (?=\d{1,5}(?![\d.]))/g;

export const unbroken = (text: string): string => text.replace(parted, '\u00a0');

const made = new WeakMap<object, unknown>();

/** The same entries, whose texts don't part what belongs together; for each section it is one and the same object. */
export function unbrokenTexts<Entries extends object>(entries: Entries): Entries {
  const known = made.get(entries);
  // Whatever is kept for some entries has their type.
  if (known) return known as Entries;
  const pairs = Object.entries(entries).map(([name, entry]: [string, unknown]) => [
    name,
    unbrokenEntry(entry),
  ]);
  const texts = Object.fromEntries(pairs) as Entries;
  made.set(entries, texts);
  return texts;
}

function unbrokenEntry(entry: unknown): unknown {
  if (typeof entry === 'string') return unbroken(entry);
  if (typeof entry !== 'function') return entry;
  const say = entry as (...parameters: unknown[]) => unknown;
  return (...parameters: unknown[]) => unbroken(String(say(...parameters)));
}
