/** Reading one element of an AWS answer: members by name in either case, absent where they are null or empty. */

import { isJsonList, isJsonObject, memberOf, type JsonObject, type JsonValue } from '../text/index.ts';
import { problem, typeText } from '../words/index.ts';
import type { Log } from '../resource/index.ts';

/** An object of an answer, and its place in the document. */
export interface Item {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** The API's name as the document spells it: `VpcId` is `vpcId`. */
export const memberName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The member whatever the case of its first letter (C-7); undefined where it is absent. Null stays null. */
export function rawMember(value: JsonObject, name: string): JsonValue | undefined {
  const exact = memberOf(value, name);
  return exact === undefined ? memberOf(value, memberName(name)) : exact;
}

/** The member; undefined where it is absent, null or an empty text. */
export function valueOf(item: Item, name: string): JsonValue | undefined {
  const value = rawMember(item.value, name);
  return value === null || value === '' ? undefined : value;
}

/** The member where it is a text. A number stands for its digits: ids are never numbers (B-14). */
export function textOf(item: Item, name: string): string | undefined {
  const value = valueOf(item, name);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** Members under the document's names, those that are there. */
export function pick(item: Item, names: readonly string[]): Record<string, JsonValue> {
  const picked: Record<string, JsonValue> = {};
  for (const name of names) {
    const value = valueOf(item, name);
    if (value !== undefined) picked[memberName(name)] = value;
  }
  return picked;
}

/** The object under a member, as an item. */
export function itemOf(item: Item, name: string): Item | undefined {
  const value = valueOf(item, name);
  return isJsonObject(value) ? { value, pointer: `${item.pointer}/${name}` } : undefined;
}

/** Whether the answer says what is in a list, be it that it is empty; some tools write an empty list as null. */
export function tellsList(item: Item, name: string): boolean {
  const value = rawMember(item.value, name);
  return value === null || isJsonList(value);
}

/** The objects of a list; none where it is absent or null. What is not an object is named and skipped (B-15). */
export function itemsOf(item: Item, name: string, log: Log): readonly Item[] {
  const value = rawMember(item.value, name);
  return value === undefined || value === null ? [] : itemsIn(value, name, `${item.pointer}/${name}`, log);
}

/** The objects of a list that should be one. */
function itemsIn(value: JsonValue, name: string, pointer: string, log: Log): readonly Item[] {
  if (!isJsonList(value)) {
    log.problems.push(wrongType(name, value, [], pointer));
    return [];
  }
  return value.flatMap((element, index) => {
    const place = `${pointer}/${index}`;
    if (isJsonObject(element)) return [{ value: element, pointer: place }];
    log.problems.push(wrongType(name, element, {}, place));
    return [];
  });
}

/** A value of another type than `wanted` is of. */
export const wrongType = (member: string, found: JsonValue, wanted: unknown, pointer: string) =>
  problem('wrong-type', { member, found: typeText(found), expected: typeText(wanted) }, { pointer });

/** A list of wrapped ids or texts as a plain list: `[{GroupId: x}]` is `[x]`. */
export const textsOf = (item: Item, list: string, name: string, log: Log): string[] =>
  itemsOf(item, list, log).flatMap((element) => textOf(element, name) ?? []);

/** Tags as an object, under `Tags` or `TagSet`; nothing where there are none. */
export function tagsOf(item: Item, log: Log): { readonly tags?: Readonly<Record<string, string>> } {
  const tags: Record<string, string> = {};
  for (const name of ['Tags', 'TagSet']) {
    for (const tag of itemsOf(item, name, log)) {
      const key = textOf(tag, 'Key');
      if (key === undefined) continue;
      if (key === '__proto__') log.problems.push(problem('bad-tag', { key }, { pointer: tag.pointer }));
      else tags[key] = textOf(tag, 'Value') ?? '';
    }
  }
  return Object.keys(tags).length > 0 ? { tags } : {};
}
