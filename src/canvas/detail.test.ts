import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setBoxes, type Design, type Resource } from '../model/index.ts';
import { drawn, idOf, inputOf, modelOf } from './canvas.test-support.ts';
import { badgesFromAfar } from './badges.ts';
import { detail, leavesIn, moved, rested, shownNodes, type Camera } from './detail.ts';
import { createModelBuilder, isLeaf } from './model.ts';
import { stripOf } from './summary.ts';

/** A subnet with so many instances in rows of twenty. */
function crowd(count: number): Design {
  const design = drawn(['vpc prod', 'subnet web in prod']);
  const subnet = idOf(design, 'web');
  const ids = Array.from({ length: count }, (_, index) => `i-${String(index).padStart(3, '0')}`);
  const instances = Object.fromEntries(
    ids.map((id): [string, Resource] => [id, { kind: 'instance', subnetId: subnet }]),
  );
  const boxes = Object.fromEntries(
    ids.map((id, index) => [
      id,
      { x: 16 + (index % 20) * 120, y: 32 + Math.floor(index / 20) * 56, width: 112, height: 48 },
    ]),
  );
  return setBoxes({ ...design, resources: { ...design.resources, ...instances } }, boxes);
}

const whole: Camera = { x: 0, y: 0, zoom: 0.5, width: 2000, height: 2000 };
const near: Camera = { x: 0, y: 0, zoom: 1, width: 400, height: 300 };

const shown = (design: Design): number => {
  const state = detail.getState();
  return shownNodes(modelOf(design), state, () => false).filter(({ data }) => isLeaf(data.item)).length;
};

describe('detail by count', () => {
  const frames: FrameRequestCallback[] = [];
  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  });
  afterEach(() => {
    frames.length = 0;
    detail.setState(detail.getInitialState(), true);
  });

  it.each([
    [190, 'drawn', 2],
    [300, 'left out', 0],
  ] as const)('%d leaves in view at a zoom of 0.5 are %s', (count, _, level) => {
    const design = crowd(count);
    expect(moved(modelOf(design), whole)).toBe(level);
    expect(shown(design)).toBe(level === 0 ? 0 : count);
  });

  it('keeps its level while the view moves, and takes that of the zoom at rest', () => {
    const model = modelOf(crowd(100));
    expect(moved(model, whole)).toBe(2);
    expect(rested(model, whole)).toBe(1);
  });

  it('leaves out at once, and keeps out while the view moves', () => {
    const design = crowd(300);
    const model = modelOf(design);
    moved(model, whole);
    expect(moved(model, near)).toBe(0);
    expect(shown(design)).toBe(0);
  });

  it('brings back in portions when the view rests, what is seen first', () => {
    const design = crowd(300);
    const model = modelOf(design);
    moved(model, whole);
    const far: Camera = { x: 0, y: 0, zoom: 1, width: 1200, height: 600 };
    expect(rested(model, far)).toBe(2);
    expect(shown(design)).toBe(0);
    const seen = leavesIn(model, { x: 0, y: 0, width: 1200, height: 600 });
    const counts: number[] = [];
    while (frames.length > 0) {
      frames.shift()?.(0);
      counts.push(shown(design));
      const { waiting } = detail.getState();
      if (counts.length === Math.ceil(seen.length / 40))
        expect(seen.some((key) => waiting.has(key))).toBe(false);
    }
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.at(-1)).toBe(leavesIn(model, detail.getState().area).length);
  });

  it('has of many what is near, and brings a few in each frame of a move', () => {
    const design = crowd(300);
    const model = modelOf(design);
    rested(model, near);
    const atRest = shown(design);
    expect(atRest).toBeLessThan(100);
    moved(model, { ...near, x: -200 });
    expect(shown(design)).toBe(atRest);
    moved(model, { ...near, x: -600 });
    expect(shown(design)).toBe(atRest);
    frames.shift()?.(0);
    expect(shown(design)).toBeGreaterThan(atRest);
    expect(shown(design)).toBeLessThan(atRest + 20);
  });

  it('has at once what is seen where the view jumps to, with the containers around it', () => {
    const design = crowd(300);
    const model = modelOf(design);
    rested(model, near);
    const far: Camera = { ...near, x: -1600, y: -400 };
    moved(model, far);
    const ids = new Set(shownNodes(model, detail.getState(), () => false).map(({ id }) => id));
    const seen = leavesIn(model, { x: 1600, y: 400, width: 400, height: 300 });
    expect(seen.length).toBeGreaterThan(5);
    expect([...seen, idOf(design, 'web'), idOf(design, 'prod')].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('keeps what is selected or on a path', () => {
    const design = crowd(300);
    moved(modelOf(design), whole);
    const kept = shownNodes(modelOf(design), detail.getState(), (key) => key === 'i-007');
    expect(kept.filter(({ data }) => isLeaf(data.item)).map(({ id }) => id)).toEqual(['i-007']);
  });

  it('counts the leaves in an area', () => {
    const model = modelOf(crowd(300));
    const box = model.places.boxes.get('i-021');
    expect(box && leavesIn(model, { ...box, width: 1, height: 1 })).toEqual(['i-021']);
  });
});

describe('what stands for leaves that are not drawn', () => {
  it('is a count of them, and of those that findings are about', () => {
    const design = crowd(300);
    const badges = { 'i-001': { severity: 'error' }, 'i-002': { severity: 'warning' } } as const;
    const model = createModelBuilder()(inputOf(design, { badges }));
    const summary = { leaves: 300, errors: 1, warnings: 1 };
    expect(model.items.get(idOf(design, 'web'))?.summary).toEqual(summary);
    expect(modelOf(crowd(100)).items.get(idOf(crowd(100), 'web'))?.summary).toBeUndefined();
  });

  const strips: readonly (readonly [number, number, number, string])[] = [
    [10, 0, 0, 'quiet 0-1'],
    [10, 5, 0, 'error 0-0.5, quiet 0.5-1'],
    [10, 0, 10, 'warning 0-1'],
    [1000, 1, 1, 'error 0-0.06, warning 0.06-0.12, quiet 0.12-1'],
    [0, 0, 0, ''],
  ];
  it.each(strips)('of %d leaves with %d errors and %d warnings: %s', (leaves, errors, warnings, expected) => {
    const parts = stripOf({ leaves, errors, warnings });
    expect(parts.map(({ tone, from, to }) => `${tone} ${from}-${to}`).join(', ')).toBe(expected);
  });

  it('is one badge for each container, the worst with the sum, or one for each VPC', () => {
    const design = crowd(300);
    const { items, places } = modelOf(design);
    const [vpc, web] = [idOf(design, 'prod'), idOf(design, 'web')];
    const badges = {
      'i-001': { severity: 'warning', count: 2 },
      'i-002': { severity: 'error', count: 1 },
      [vpc]: { severity: 'note', count: 1 },
    } as const;
    expect(badgesFromAfar(badges, items, places.parentOf, 'container')).toEqual({
      [web]: { severity: 'error', count: 3 },
      [vpc]: { severity: 'note', count: 1 },
    });
    expect(badgesFromAfar(badges, items, places.parentOf, 'vpc')).toEqual({
      [vpc]: { severity: 'error', count: 4 },
    });
  });
});
