import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketed, bucketsOf, changedKeys, flat } from './buckets.ts';
import { emptyDesign, held, type Design, type Resource } from './design.ts';
import { revise } from './edits/draft.ts';
import { addResource, removeResources, rename, setField } from './edits/index.ts';

const many = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`subnet-${index.toString(16)}`, index]));

describe('a record in buckets', () => {
  it.each([
    ['few entries stay as they are', 255, false],
    ['many are kept in buckets', 256, true],
    ['a great many, too', 5_000, true],
  ])('%s', (_, count, expected) => {
    const record = bucketed(many(count));
    expect(bucketsOf(record) !== undefined).toBe(expected);
    expect(bucketed(record)).toBe(record);
  });

  it('spreads ids over all buckets', () => {
    const sizes = bucketsOf(bucketed(many(20_000)))?.buckets.map((bucket) => Object.keys(bucket).length);
    expect(Math.min(...(sizes ?? [0]))).toBeGreaterThan(30);
    expect(Math.max(...(sizes ?? [0]))).toBeLessThan(160);
  });

  const plain = many(400);
  const record = bucketed(plain);
  it.each<readonly [string, (entries: Readonly<Record<string, number>>) => unknown]>([
    ['keys, in order', Object.keys],
    ['entries', Object.entries],
    ['values', Object.values],
    ['an entry', (entries) => entries['subnet-18f']],
    ['an entry that is not there', (entries) => entries['subnet-999']],
    ['hasOwn', (entries) => [Object.hasOwn(entries, 'subnet-0'), Object.hasOwn(entries, 'toString')]],
    ['in', (entries) => ['subnet-0' in entries, 'subnet-zz' in entries]],
    ['what every object inherits', (entries) => typeof entries['toString']],
    ['JSON', (entries) => JSON.stringify(entries)],
    [
      'for in',
      (entries) => {
        const keys: string[] = [];
        for (const key in entries) if (Object.hasOwn(entries, key)) keys.push(key);
        return keys;
      },
    ],
    ['a spread', (entries) => ({ ...entries, more: 1 })],
  ])('answers as a plain one: %s', (_, read) => {
    expect(read(record)).toEqual(read(plain));
  });

  it.each<readonly [string, (entries: Record<string, number>) => void]>([
    ['an entry', (entries) => (entries['subnet-0'] = 7)],
    ['a new entry', (entries) => (entries['more'] = 7)],
    ['a deletion', (entries) => delete entries['subnet-0']],
  ])('refuses to be written to: %s', (_, write) => {
    expect(() => write(record as Record<string, number>)).toThrow('making the next one');
    expect(flat(record)).toEqual(plain);
  });

  it('becomes a plain object that can be cloned', () => {
    expect(() => structuredClone(record)).toThrow();
    expect(structuredClone(flat(record))).toEqual(plain);
    expect(flat(plain)).toBe(plain);
  });
});

const ids = Array.from({ length: 300 }, (_, index) => `sg-${index.toString(16)}`);
const groups: Readonly<Record<string, Resource>> = Object.fromEntries(
  ids.map((id) => [id, { kind: 'securityGroup', groupName: id, vpcId: 'vpc-1' }]),
);
const base: Design = {
  ...emptyDesign('base'),
  resources: { 'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' }, ...groups },
};

/** Numbers that come again with the same seed. */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

type Edit = (design: Design) => Design;
const anId = fc.constantFrom('vpc-1', ...ids.slice(0, 40), 'sg-none');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(anId, fc.string()).map(
    ([id, text]) =>
      (design: Design) =>
        setField(design, id, 'description', text),
  ),
  fc.tuple(anId, fc.string()).map(
    ([id, name]) =>
      (design: Design) =>
        rename(design, id, name),
  ),
  anId.map((id) => (design: Design) => removeResources(design, id === 'vpc-1' ? [] : [id]).design),
  fc.integer({ min: 1, max: 1_000 }).map((seed) => (design: Design) => {
    const added = addResource(design, { kind: 'securityGroup', under: 'vpc-1' }, randomFrom(seed));
    return added.ok ? added.value.design : design;
  }),
  fc.tuple(anId, anId).map(
    ([gone, put]) =>
      (design: Design) =>
        revise(design, (draft) => {
          delete draft.resources[gone];
          draft.resources[put] = { kind: 'securityGroup', groupName: 'put' };
        }),
  ),
);

describe('a design held in buckets', () => {
  it('goes through edits as a plain one does, entries and their order', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let [plain, kept] = [base, held(base)];
        for (const each of edits) {
          const former = { plain, kept };
          [plain, kept] = [each(plain), held(each(kept))];
          expect(Object.entries(kept.resources)).toEqual(Object.entries(plain.resources));
          expect(changedKeys(former.kept.resources, kept.resources).toSorted()).toEqual(
            changedKeys(former.plain.resources, plain.resources).toSorted(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shares all buckets but one with the design before an edit of one resource', () => {
    const before = held(base);
    const after = setField(before, 'sg-7', 'description', 'other');
    const [old, fresh] = [bucketsOf(before.resources), bucketsOf(after.resources)];
    const other = fresh?.buckets.filter((bucket, index) => bucket !== old?.buckets[index]);
    expect(other?.length).toBe(1);
    expect(fresh?.order).toBe(old?.order);
    expect(after.resources['sg-8']).toBe(before.resources['sg-8']);
  });

  it('is the same design after an edit that changes nothing', () => {
    const before = held(base);
    expect(revise(before, () => undefined)).toBe(before);
  });
});
