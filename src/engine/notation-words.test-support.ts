/** The words of a line of the notation: addresses, unknown values, lists, and what stands after a keyword. */

import type { Kind } from '../model/index.ts';

/** One resource's line: what stands before the colon, and the parts after it. */
export interface Line {
  readonly kind: Kind;
  readonly id: string;
  readonly head: readonly string[];
  /** Absent without a colon. */
  readonly parts?: readonly string[];
  readonly text: string;
}

export const wrong = (line: string, why: string): Error => new Error(`notation: ${why} in "${line}"`);

/** An unknown value; a plain shape, since open records in the document do not take the interface. */
type NotTold = { readonly $unknown: { readonly why: string } };

export const notTold = (): NotTold => ({ $unknown: { why: 'not told' } });

export const orNotTold = (word: string): string | NotTold => (word === '?' ? notTold() : word);

export const isV6 = (word: string): boolean => word.includes(':');

export const isAddress = (word: string): boolean =>
  /^[\d.]+(\/\d+)?$/.test(word) || /^[0-9a-f]*:[0-9a-f:]*(\/\d+)?$/.test(word);

export const wordsOf = (text: string): string[] => text.split(/[\s]+/).filter((word) => word !== '');

export const listOf = (text: string): string[] => text.split(/[\s,|]+/).filter((word) => word !== '');

/** A member that is left out where there is no value. */
export const given = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Value } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]: Value });

/** The words before the colon, by what they say: a value after a keyword, a bare keyword, or an address. */
export interface Head {
  readonly value: (keyword: string) => string | undefined;
  readonly has: (flag: string) => boolean;
  /** Addresses and `?` in order, each with the public address that follows as `pub X`. */
  readonly addresses: readonly { readonly text: string; readonly pub?: string }[];
  /** Words that are neither, in order. */
  readonly others: readonly string[];
}

const VALUED = [
  'in',
  'on',
  'az',
  'azid',
  'sg',
  'eip',
  'to',
  'state',
  'owner',
  'region',
  'forwarding',
  'enis',
  'type',
];

const MORE_VALUED = ['index', 'prefix', 'states', 'also', 'pool', 'meta'];

export function readHead(line: Line): Head {
  const values = new Map<string, string>();
  const addresses: { text: string; pub?: string }[] = [];
  const others: string[] = [];
  for (let i = 0; i < line.head.length; i += 1) {
    const word = line.head[i] ?? '';
    const next = line.head[i + 1];
    if (VALUED.includes(word) || MORE_VALUED.includes(word)) {
      if (next === undefined) throw wrong(line.text, `nothing after "${word}"`);
      values.set(word, values.has(word) ? `${values.get(word) ?? ''},${next}` : next);
      i += 1;
    } else if (word === 'pub' && next !== undefined && isAddress(next) && !isV6(next)) {
      const last = addresses.at(-1);
      if (last) last.pub = next;
      else values.set('pub', next);
      i += 1;
    } else if (word === '?' || isAddress(word)) addresses.push({ text: word });
    else others.push(word);
  }
  return {
    value: (keyword) => values.get(keyword),
    has: (flag) => others.includes(flag),
    addresses,
    others,
  };
}
