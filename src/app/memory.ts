/** What the page remembers of itself from one visit to the next, in the browser's small stores. */

import type { Memory } from './keeping.ts';

const OPEN = 'vpc-designer:open';
const UNCLOSED = 'vpc-designer:unclosed:';

/** The stores may refuse on mere access. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export const browserMemory: Memory = {
  lastOpen: () => quietly(() => sessionStorage.getItem(OPEN)) ?? undefined,
  setLastOpen: (key) => quietly(() => sessionStorage.setItem(OPEN, key)),
  isUnclosed: (key) => quietly(() => localStorage.getItem(UNCLOSED + key)) === '1',
  setOpened: (key) => quietly(() => localStorage.setItem(UNCLOSED + key, '1')),
  setClosed: (key) => quietly(() => localStorage.removeItem(UNCLOSED + key)),
};
