/** The order people expect of names with numbers in them: `app-2` before `app-10`. */

/** A number goes before its length, so that plain text order puts shorter numbers first. */
const naturalKey = (text: string): string =>
  text.replaceAll(/\d+/g, (digits) => {
    const significant = digits.replace(/^0+(?=\d)/, '');
    return String.fromCodePoint(0x30 + Math.min(significant.length, 0x200)) + significant;
  });

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Negative, zero or positive; the same on every machine, whatever its language. */
export const compareNaturally = (left: string, right: string): number =>
  compareText(naturalKey(left), naturalKey(right)) || compareText(left, right);

/** A sorted copy, by the texts that name each item: the first that differs decides. */
export function sortNaturally<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): Item[] {
  const keyed = items.map((item) => {
    const names = namesOf(item);
    return { item, keys: [...names.map(naturalKey), ...names] };
  });
  keyed.sort((left, right) => {
    for (const [index, key] of left.keys.entries()) {
      const order = compareText(key, right.keys[index] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
