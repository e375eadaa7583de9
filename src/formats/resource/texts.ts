/** Walks the texts inside a value. */

import { isUnknown } from '../../model/index.ts';

/** What stands for a text: itself, another text, or an unknown value. */
export type ReplaceText = (text: string, member: string, pointer: string) => unknown;

/** A copy in which texts were replaced; the same value where none was. Unknown values stay as they are. */
export function withTexts(value: unknown, member: string, pointer: string, replace: ReplaceText): unknown {
  if (typeof value === 'string') return replace(value, member, pointer);
  if (typeof value !== 'object' || value === null || isUnknown(value)) return value;
  if (Array.isArray(value)) {
    let list: unknown[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      const read = withTexts(item, member, `${pointer}/${index}`, replace);
      if (read === item) continue;
      list ??= [...(value as readonly unknown[])];
      list[index] = read;
    }
    return list ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [name, inner] of Object.entries(value)) {
    const read = withTexts(inner, name, `${pointer}/${name}`, replace);
    if (read === inner) continue;
    copy ??= { ...value };
    copy[name] = read;
  }
  return copy ?? value;
}
