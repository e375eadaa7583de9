/**
 * Random edits of random designs: whatever a hand, an import or an undo may do to resources. A seed gives the same
 * edits for ever.
 */

import type { Design, Resource, ResourceId } from '../model/index.ts';
import { network } from './notation.test-support.ts';
import { dice, type Dice } from './dice.test-support.ts';
import { randomNetwork } from './random.test-support.ts';

const drawn = (seed: number): Design => network(randomNetwork(seed).lines.join('\n'));

/** The same design under other names and public addresses. */
function moved(design: Design, place: number): Design {
  const ids = new Set(Object.keys(design.resources));
  const rename = (text: string): string => {
    if (ids.has(text)) return `${text}${place}`;
    if (text.startsWith('eni:') && ids.has(text.slice(4))) return `${text}${place}`;
    return text.replace('203.0.113.', `203.0.${113 + place}.`).replace('2001:db8:', `2001:db8:${place}0`);
  };
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return rename(value);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, copy(each)]));
  };
  return {
    ...design,
    resources: Object.fromEntries(
      Object.entries(design.resources).map(([id, resource]) => [rename(id), copy(resource) as Resource]),
    ),
  };
}

/** Networks that do not know each other, in one design. */
export function severalNetworks(seed: number, count: number): Design {
  const [first, ...others] = Array.from({ length: count }, (_, index) => drawn(seed * 100 + index));
  if (!first) throw new Error('at least one network is needed');
  return {
    ...first,
    resources: Object.assign(
      {},
      first.resources,
      ...others.map((design, index) => moved(design, index + 1).resources),
    ) as Design['resources'],
  };
}

type Resources = Record<ResourceId, Resource>;

/** What an edit does, for the message when something goes wrong. */
export interface RandomEdit {
  readonly design: Design;
  readonly told: string;
}

const without = (resource: Resource, member: string): Resource =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => name !== member)) as unknown as Resource;

/** One edit: something put in, taken away, replaced, named otherwise, or changed in one member. */
export function randomEdit(throws: Dice, design: Design): RandomEdit {
  const ids = Object.keys(design.resources);
  const resources: Resources = { ...design.resources };
  const done = (told: string): RandomEdit => ({ design: { ...design, resources }, told });
  const place = throws.roll(3);
  const donated = drawn(throws.roll(100_000) + 1);
  const donor = place === 0 ? donated : moved(donated, place);
  const given = Object.entries(donor.resources);
  const id = throws.pick(ids);
  const resource = resources[id];
  if (!resource) return done('nothing');
  switch (throws.roll(9)) {
    case 0: {
      delete resources[id];
      return done(`without ${id}`);
    }
    case 1:
    case 2: {
      const [name, other] = throws.pick(given);
      resources[name] = other;
      return done(`${Object.hasOwn(design.resources, name) ? 'another' : 'with'} ${name}`);
    }
    case 3: {
      resources[id] = { ...resource, tags: { Name: `name-${throws.roll(9)}` } };
      return done(`${id} named`);
    }
    case 4: {
      const member = throws.pick(
        Object.keys(resource)
          .filter((name) => name !== 'kind')
          .concat('tags'),
      );
      resources[id] = without(resource, member);
      return done(`${id} without ${member}`);
    }
    case 5: {
      return { design: { ...design, layout: { ...design.layout } }, told: 'a box moved' };
    }
    case 6: {
      const [name] = throws.pick(ids.map((each) => [each]));
      const again = name === undefined ? undefined : resources[name];
      if (name === undefined || !again) return done('nothing');
      delete resources[name];
      resources[name] = again;
      return done(`${name} put last`);
    }
    default: {
      const alike = [...given, ...Object.entries(design.resources)].filter(
        ([, other]) => other.kind === resource.kind,
      );
      const [, other] = throws.pick(alike);
      const member = throws.pick(
        Object.keys(other)
          .filter((name) => name !== 'kind')
          .concat('tags'),
      );
      const value = (other as unknown as Readonly<Record<string, unknown>>)[member];
      if (value === undefined) return done('nothing');
      resources[id] = { ...resource, [member]: value } as Resource;
      return done(`${id} with ${member} ${JSON.stringify(value)}`);
    }
  }
}

/** A design and what becomes of it, edit by edit. */
export function* randomEdits(seed: number, edits: number): Generator<RandomEdit> {
  const throws = dice(seed);
  let design = severalNetworks(seed, 1 + throws.roll(3));
  yield { design, told: 'as drawn' };
  for (let count = 0; count < edits; count += 1) {
    const edit = randomEdit(throws, design);
    design = edit.design;
    yield edit;
  }
}
