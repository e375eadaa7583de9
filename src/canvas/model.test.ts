import { describe, expect, it } from 'vitest';
import { rename, setBoxes } from '../model/index.ts';
import { drawn, idOf, inputOf, modelOf, network } from './canvas.test-support.ts';
import { createModelBuilder, type CanvasModel } from './model.ts';

/** The keys whose node is another object than before. */
const changed = (before: CanvasModel, after: CanvasModel): string[] =>
  after.nodes.filter((node) => !before.nodes.includes(node)).map(({ id }) => id);

describe('the canvas model', () => {
  it('gives every node its size, its handles and its place as data', () => {
    for (const { measured, width, height, handles, position } of modelOf(drawn(network)).nodes) {
      expect(measured).toEqual({ width, height });
      expect(handles).toEqual([]);
      expect(Number.isInteger(position.x) && Number.isInteger(position.y)).toBe(true);
    }
  });

  it('puts parents before their children, and zone frames before subnets', () => {
    const ids = modelOf(drawn(network)).nodes.map(({ id }) => id);
    for (const { id, parentId } of modelOf(drawn(network)).nodes) {
      if (parentId !== undefined) expect(ids.indexOf(parentId)).toBeLessThan(ids.indexOf(id));
    }
    const design = drawn(network);
    expect(ids.findIndex((id) => id.startsWith('az:'))).toBeLessThan(ids.indexOf(idOf(design, 'web')));
  });

  it('keeps every object when nothing changed', () => {
    const build = createModelBuilder();
    const design = drawn(network);
    const before = build(inputOf(design));
    expect(build(inputOf({ ...design, name: 'other' })).nodes).toBe(before.nodes);
  });

  const design = drawn(network);
  const id = (name: string) => idOf(design, name);
  const cases: readonly (readonly [string, Parameters<typeof inputOf>, readonly string[]])[] = [
    ['a name', [rename(design, id('web-1'), 'web-9')], ['web-1']],
    ['a box', [setBoxes(design, { [id('db-1')]: { x: 24, y: 40, width: 112, height: 48 } })], ['db-1']],
    ['a tier', [design, { tiers: { [id('data')]: { 4: 'isolated', 6: 'isolated' } } }], ['data']],
    ['a selection', [design, { selection: new Set([id('app-1')]) }], ['app-1']],
    ['a badge', [design, { badges: { [id('igw')]: {} }, nameOf: (_, key) => `${key}, 1 error` }], ['igw']],
  ];
  it.each(cases)('a change of %s makes one new node', (_, [next, change], names) => {
    const build = createModelBuilder();
    const before = build(inputOf(design));
    expect(changed(before, build(inputOf(next, change)))).toEqual(names.map(id));
  });

  it('leaves the empty area of a container to the canvas until it is selected', () => {
    const web = modelOf(design).nodes.find((node) => node.id === id('web'));
    expect(web?.style?.pointerEvents).toBe('none');
    const selected = createModelBuilder()(inputOf(design, { selection: new Set([id('web')]) }));
    expect(selected.nodes.find((node) => node.id === id('web'))?.style?.pointerEvents).toBeUndefined();
  });

  /** What is carried, and whose node is another one: a VPC's title ends before the first gate. */
  const moves: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a card', ['web-1'], ['web-1']],
    ['a gate', ['igw'], ['igw', 'prod']],
    ['a subnet with what is in it', ['web'], ['web']],
    ['several things', ['app-1', 'db-1'], ['app-1', 'db-1']],
    ['a VPC', ['prod'], ['prod']],
  ];
  it.each(moves)(
    'carrying %s gives what a model made from nothing gives, and no other node',
    (_, names, others) => {
      const build = createModelBuilder();
      const input = inputOf(design);
      const before = build(input);
      const keys = names.map(id);
      const layout = { ...design.layout };
      for (const key of keys) {
        const box = layout[key];
        if (box) layout[key] = { ...box, x: box.x + 24, y: box.y + 8 };
      }
      const change = { layout, dragged: new Set(keys), selection: new Set(keys) };
      const after = build({ ...input, ...change });
      const fresh = createModelBuilder()(inputOf(design, change));
      expect(after.nodes).toEqual(fresh.nodes);
      expect([...after.places.boxes]).toEqual([...fresh.places.boxes]);
      expect([...after.items]).toEqual([...fresh.items]);
      expect(after.places.childrenOf).toBe(before.places.childrenOf);
      expect(changed(before, after).sort()).toEqual(others.map(id).sort());
      expect(build(input).nodes).toEqual(before.nodes);
    },
  );

  it('a container that grows while something is carried gives what a model made from nothing gives', () => {
    const build = createModelBuilder();
    const input = inputOf(design);
    const before = build(input);
    const layout = { ...design.layout };
    for (const key of [id('prod'), id('web')]) {
      const box = layout[key];
      if (box) layout[key] = { ...box, width: box.width + 80, height: box.height + 40 };
    }
    const card = layout[id('web-1')];
    if (card) layout[id('web-1')] = { ...card, x: card.x + 80 };
    const after = build({ ...input, layout });
    const fresh = createModelBuilder()(inputOf(design, { layout }));
    expect(after.nodes).toEqual(fresh.nodes);
    expect([...after.places.boxes]).toEqual([...fresh.places.boxes]);
    expect([...after.items]).toEqual([...fresh.items]);
    expect(after.places.childrenOf).toBe(before.places.childrenOf);
  });
});
