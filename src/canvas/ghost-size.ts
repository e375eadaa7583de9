/** How large a new thing is drawn under the pointer. */

import { card, containerSizeOf, gate, type Size } from '../drawing/index.ts';
import { definitionOf, type Kind } from '../model/index.ts';

export function ghostSize(kind: Kind): Size {
  const { form } = definitionOf(kind);
  if (form === 'gate') return gate;
  if (form === 'container') {
    const { minWidth, minHeight } = containerSizeOf(kind);
    return { width: minWidth, height: minHeight };
  }
  return { width: card.width, height: card.height };
}
