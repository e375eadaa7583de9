/** Finding resources by name, id, address, block or tag. */

import { compareNaturally } from '../../drawing/index.ts';
import { isUnknown, titleOf, type Design, type Resource, type ResourceId } from '../../model/index.ts';
import { cidrHasAddress, cidrHolds, cidrSize, parseAddress, parseCidr, type Cidr } from '../../net/index.ts';
import { folded } from './fuzzy.ts';

/** Lists of rules speak of others' addresses, not of the resource's own. */
const rules = new Set(['routes', 'rules', 'entries', 'tags', 'provenance']);
const isPlace = /(ip|cidr|address)/i;

/** The addresses and blocks that a resource has itself. */
function placesIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return isPlace.test(name) && /[.:]/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => placesIn(item, name));
  if (typeof value !== 'object' || value === null || isUnknown(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (rules.has(key) ? [] : placesIn(item, key)));
}

const tagsOf = (resource: Resource): string[] =>
  Object.entries(resource.tags ?? {}).flatMap(([key, value]) =>
    key === 'Name' ? [] : [folded(`${key}=${value}`), folded(`${key}: ${value}`)],
  );

/** What a resource is found by. */
export interface Entry {
  readonly id: ResourceId;
  readonly title: string;
  readonly name: string;
  readonly places: readonly string[];
  readonly tags: readonly string[];
}

/** Everything of a design that can be found; made once for a design, asked with every key. */
export const entriesOf = (design: Design): readonly Entry[] =>
  Object.entries(design.resources)
    .map(([id, resource]) => {
      const title = titleOf(design, id);
      return { id, title, name: folded(title), places: placesIn(resource), tags: tagsOf(resource) };
    })
    .sort((a, b) => compareNaturally(a.title, b.title));

interface Ranked {
  readonly id: ResourceId;
  /** Lower comes first. */
  readonly rank: number;
}

const blockOf = (text: string): Cidr | undefined => {
  const parsed = parseCidr(text);
  return parsed.ok ? parsed.value : undefined;
};

/** Who has an address, then the blocks that hold it, the narrowest first. */
function atAddress(entries: readonly Entry[], text: string): Ranked[] | undefined {
  const parsed = parseAddress(text);
  if (!parsed.ok) return undefined;
  const { family, value } = parsed.value;
  return entries.flatMap(({ id, places }): Ranked[] => {
    const ranks = places.map((place) => {
      const own = parseAddress(place);
      if (own.ok) return own.value.family === family && own.value.value === value ? 0 : Infinity;
      const block = blockOf(place);
      return block && cidrHasAddress(block, family, value) ? 1 + sizeRank(block) : Infinity;
    });
    const rank = Math.min(...ranks, Infinity);
    return rank === Infinity ? [] : [{ id, rank }];
  });
}

const sizeRank = (block: Cidr): number => cidrSize(block).toString(2).length;

/** The block itself, then blocks around it from the narrowest, then what lies in it. */
function atBlock(entries: readonly Entry[], text: string): Ranked[] | undefined {
  const wanted = text.includes('/') ? blockOf(text) : undefined;
  if (!wanted) return undefined;
  return entries.flatMap(({ id, places }): Ranked[] => {
    const ranks = places.map((place) => {
      const block = blockOf(place.includes('/') ? place : `${place}/${place.includes(':') ? 128 : 32}`);
      if (!block || block.family !== wanted.family) return Infinity;
      if (block.first === wanted.first && block.last === wanted.last) return 0;
      if (cidrHolds(block, wanted)) return 1 + sizeRank(block);
      return cidrHolds(wanted, block) ? 1000 - sizeRank(block) : Infinity;
    });
    const rank = Math.min(...ranks, Infinity);
    return rank === Infinity ? [] : [{ id, rank }];
  });
}

function byWords(entries: readonly Entry[], text: string): Ranked[] {
  const wanted = folded(text);
  return entries.flatMap(({ id, name, places, tags }): Ranked[] => {
    const rank =
      name === wanted
        ? 0
        : name.startsWith(wanted)
          ? 1
          : name.includes(wanted)
            ? 2
            : folded(id).includes(wanted)
              ? 3
              : places.some((place) => place.includes(wanted))
                ? 4
                : tags.some((tag) => tag.includes(wanted))
                  ? 5
                  : Infinity;
    return rank === Infinity ? [] : [{ id, rank }];
  });
}

/** Ids of what a text finds, the likeliest first. */
export function find(entries: readonly Entry[], query: string): readonly ResourceId[] {
  const text = query.normalize('NFKC').trim();
  if (text === '') return [];
  const ranked = atAddress(entries, text) ?? atBlock(entries, text) ?? byWords(entries, text);
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id);
}
