/** Names another way that a packet could take. */

import type { Alternative } from '../../engine/index.ts';
import type { ExplainContext } from '../explain/index.ts';

export function alternativeTitle({ via }: Alternative, context: ExplainContext): string {
  const name = context.nameOf(via);
  return context.language === 'en' ? `Through ${name}` : `${name} 経由`;
}
