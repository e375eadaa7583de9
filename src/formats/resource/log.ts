/** What a reader writes down while it reads. */

import type { Problem, ReadingNote } from '../words/index.ts';

export interface Log {
  readonly problems: Problem[];
  readonly notes: ReadingNote[];
}

export const newLog = (): Log => ({ problems: [], notes: [] });
