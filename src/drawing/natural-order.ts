/** The order people expect of names with numbers in them: `app-2` before `app-10`. */

const ZERO = 0x30;
const NINE = 0x39;

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Where the digits end that begin there. */
function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Negative, zero or positive; the same on every machine, whatever its language. Zero only for equal texts. */
export function compareNaturally(left: string, right: string): number {
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left.charCodeAt(l);
    const b = right.charCodeAt(r);
    if (isDigit(a) && isDigit(b)) {
      const leftEnd = endOfDigits(left, l);
      const rightEnd = endOfDigits(right, r);
      while (l < leftEnd - 1 && left.charCodeAt(l) === ZERO) l += 1;
      while (r < rightEnd - 1 && right.charCodeAt(r) === ZERO) r += 1;
      if (leftEnd - l !== rightEnd - r) return leftEnd - l - (rightEnd - r);
      for (; l < leftEnd; l += 1, r += 1) {
        const difference = left.charCodeAt(l) - right.charCodeAt(r);
        if (difference !== 0) return difference;
      }
    } else if (a === b) {
      l += 1;
      r += 1;
    } else return a - b;
  }
  return left.length - l - (right.length - r) || compareText(left, right);
}

/** A sorted copy, by the texts that name each item: the first that differs decides. */
export function sortNaturally<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): Item[] {
  return items
    .map((item) => ({ item, names: namesOf(item) }))
    .sort((left, right) => {
      for (let index = 0; index < left.names.length; index += 1) {
        const order = compareNaturally(left.names[index] ?? '', right.names[index] ?? '');
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ item }) => item);
}
