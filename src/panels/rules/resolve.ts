/** From a name that was written to what bears it. */

import { titleOf, type Design, type ResourceId } from '../../model/index.ts';

/** The one that has this id, else all of this name: more than one means that the name is not enough. */
export function resolved(design: Design, ids: readonly ResourceId[], text: string): readonly ResourceId[] {
  if (ids.includes(text)) return [text];
  return text === '' ? [] : ids.filter((id) => titleOf(design, id) === text);
}
