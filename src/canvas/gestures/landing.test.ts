import { describe, expect, it } from 'vitest';
import { factsOf } from '../../drawing/index.ts';
import { faultsOf } from '../../layout/checks.test-support.ts';
import { contentOf } from '../../layout/index.ts';
import { containerOf, type Box, type Design } from '../../model/index.ts';
import { drawn, idOf, modelOf, network } from '../canvas.test-support.ts';
import { landed, onEdge, rehomed, zoneUnder } from './landing.ts';

const design = drawn([...network, 'vpc other', 'subnet far in other']);
const model = modelOf(design);
const id = (name: string) => idOf(design, name);
const boxOf = (name: string): Box => {
  const box = model.places.boxes.get(id(name));
  if (!box) throw new Error(`no box of ${name}`);
  return box;
};

const containerIn = (after: Design, name: string): string | undefined => {
  const resource = after.resources[id(name)];
  return resource && containerOf(after, resource);
};

describe('the container that things are let go in', () => {
  const cases: readonly (readonly [readonly string[], string | undefined, string])[] = [
    [['web-1'], 'app', 'into app'],
    [['web-1'], 'web', 'stays'],
    [['web-1'], 'prod', 'Drop it in a subnet of prod'],
    [['web-1'], undefined, 'Drop it in a subnet'],
    [['web-1', 'app-1'], 'data', 'into data'],
    [['igw'], undefined, 'stays'],
    [['web'], 'other', 'into other'],
    [['web', 'web-1'], 'app', 'into app'],
  ];
  it.each(cases)('%j at %s: %s', (names, under, expected) => {
    const place = under === undefined ? {} : { id: id(under) };
    const result = rehomed(design, names.map(id), place);
    if (result.kind === 'refused') expect(result.why.en).toBe(expected);
    else {
      const into = ['web', 'app', 'data', 'other', 'prod'].find((name) => id(name) === result.into);
      expect(into === undefined ? 'stays' : `into ${into}`).toBe(expected);
    }
  });

  it('is their own while Ctrl is held', () => {
    expect(rehomed(design, [id('web-1')], 'stay')).toEqual({ kind: 'taken', design, notes: [] });
  });

  it('tells of groups that could not follow', () => {
    const result = rehomed(design, [id('web-1')], { id: id('far') });
    expect(result.kind === 'taken' && result.notes.map(({ en }) => en)).toEqual([
      'web-1 left default: it belongs to another VPC than other',
    ]);
  });
});

describe('letting go', () => {
  const drop = (name: string, under: string, by: { readonly x: number; readonly y: number }): Design => {
    const home = rehomed(design, [id(name)], { id: id(under) });
    if (home.kind === 'refused') throw new Error(home.why.en);
    const box = boxOf(name);
    const carried = [{ key: id(name), box: { ...box, x: box.x + by.x, y: box.y + by.y } }];
    return landed(home.design, model, carried, contentOf(factsOf(home.design)));
  };

  it.each([
    ['web-1', 'web', { x: 16, y: 24 }],
    ['web-1', 'web', { x: -120, y: 0 }],
    ['web', 'prod', { x: 8, y: 200 }],
    ['app', 'prod', { x: -200, y: 8 }],
    ['data', 'prod', { x: 0, y: -150 }],
  ])('%s in %s by %j leaves nothing over anything', (name, under, by) => {
    expect(faultsOf(drop(name, under, by), drop(name, under, by).layout)).toEqual([]);
  });

  it('puts a card into the subnet under it, which makes room', () => {
    const [from, to] = [boxOf('web-1'), boxOf('app-1')];
    const after = drop('web-1', 'app', { x: to.x - from.x + 8, y: to.y - from.y + 8 });
    expect(containerIn(after, 'web-1')).toBe(id('app'));
    expect(faultsOf(after, after.layout)).toEqual([]);
  });

  it('gives a subnet the zone of the column that it is let go in, and its edge', () => {
    const [web, app] = [boxOf('web'), boxOf('app')];
    const after = drop('web', 'prod', { x: app.x - web.x + 16, y: 160 });
    const zones = [after.resources[id('web')], design.resources[id('app')]].map((resource) =>
      resource?.kind === 'subnet' ? resource.availabilityZone : undefined,
    );
    expect(zones[0]).toBe(zones[1]);
    expect(after.layout[id('web')]?.x).toBe(after.layout[id('app')]?.x);
    const carried = { key: id('web'), box: { ...web, x: app.x + 16 } };
    expect(zoneUnder(design, model, carried)).toBe(zones[1]);
  });

  it('keeps a gate on the edge that is nearest', () => {
    const after = drop('igw', 'prod', { x: 40, y: 9 });
    expect(after.layout[id('igw')]?.y).toBe(-16);
  });
});

describe('a gate on an edge', () => {
  const around = { x: 0, y: 0, width: 400, height: 240 };
  const box = (x: number, y: number): Box => ({ x, y, width: 32, height: 32 });
  const cases: readonly (readonly [Box, readonly Box[], string, string])[] = [
    [box(180, 10), [], '184,-16', 'upper edge'],
    [box(10, 100), [], '-16,104', 'left edge'],
    [box(380, 100), [], '384,104', 'right edge'],
    [box(180, 220), [], '184,224', 'lower edge'],
    [box(10, 8), [], '24,-16', 'clear of the corner'],
    [box(180, 0), [box(184, -16)], '232,-16', 'beside another gate'],
    [box(180, 0), [box(184, -16), box(232, -16)], '136,-16', 'on the free side of two'],
  ];
  it.each(cases)('%j beside %j stands at %s: %s', (one, others, expected) => {
    const { x, y } = onEdge(one, around, others);
    expect(`${x},${y}`).toBe(expected);
  });
});
