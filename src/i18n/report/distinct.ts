/** Lists of the two families told as one. */

/** What both families say, once each. */
export function distinct<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const seen = new Map<string, Item>();
  for (const item of lists.flat()) seen.set(JSON.stringify(item), item);
  return [...seen.values()];
}
