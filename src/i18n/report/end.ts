/** How an end of a question is called. */

import type { EndReference } from '../../engine/index.ts';
import type { ExplainContext } from '../explain/index.ts';

/** An end of a question; the internet in the reader's language. */
export function endText({ id, name }: EndReference, context: ExplainContext): string {
  if (context.kindOf?.(id) !== undefined) return context.nameOf(id);
  return name === undefined || name === id ? context.nameOf(id) : `${name} (${id})`;
}
