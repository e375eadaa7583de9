/** The unknown value that stands for something that was there and can't be used; what was there is kept beside. */

import type { Unknown } from '../../model/index.ts';

export function unreadable(why: string, was: unknown): Unknown {
  const facts = { why, was };
  return { $unknown: facts };
}
