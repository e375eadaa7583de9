import { describe, expect, it } from 'vitest';
import { containerOf } from '../model/index.ts';
import { extentOf, fitted, levelOf, panned } from './camera.ts';
import { shownWhole } from './free-part.ts';
import { drawn, idOf, modelOf, network } from './canvas.test-support.ts';
import { berthFor, linedUp } from './columns.ts';
import { containerAt, inMarquee, itemAt, withInside } from './hit.ts';
import { nearest } from './keyboard.ts';
import { fittedAround, resized } from './gestures/resize.ts';

const design = drawn(network);
const model = modelOf(design);
const id = (name: string) => idOf(design, name);
const box = (name: string) => {
  const found = model.places.boxes.get(id(name));
  if (!found) throw new Error(`no box of ${name}`);
  return found;
};
const middle = (name: string) => ({
  x: box(name).x + box(name).width / 2,
  y: box(name).y + box(name).height / 2,
});
const nameIn = (key: string | undefined) =>
  Object.keys({ prod: 0, web: 0, app: 0, data: 0, igw: 0, nat: 0, 'web-1': 0, 'app-1': 0, 'db-1': 0 }).find(
    (name) => id(name) === key,
  );

describe('what lies at a point', () => {
  it('is the innermost container, the card before it, and nothing far away', () => {
    expect(containerAt(model, middle('web-1')).id).toBe(id('web'));
    expect(itemAt(model, middle('web-1'))?.key).toBe(id('web-1'));
    expect(itemAt(model, { x: box('web').x + 2, y: box('web').y + 2 })?.key).toBe(id('web'));
    expect(itemAt(model, { x: -5000, y: -5000 })).toBeUndefined();
  });

  it('is not what is under the hand', () => {
    expect(containerAt(model, middle('web-1'), withInside(model, [id('web')])).id).toBe(id('prod'));
  });
});

describe('a marquee', () => {
  it('takes the cards that it touches, containers only when they lie inside', () => {
    const around = { ...box('web-1'), width: 4, height: 4 };
    expect(inMarquee(model, around)).toEqual([id('web-1')]);
    const web = box('web');
    const whole = { x: web.x - 1, y: web.y - 1, width: web.width + 2, height: web.height + 2 };
    expect(inMarquee(model, whole)).toEqual([id('web')]);
  });
});

describe('zones are columns', () => {
  const vpc = id('prod');
  const width = box('web').width;
  const inColumn = (name: string) => ({ x: box(name).x - box('prod').x + 30, width });
  const zone = (name: string) => {
    const resource = design.resources[id(name)];
    return resource?.kind === 'subnet' ? resource.availabilityZone : undefined;
  };

  it('a subnet let go in a column takes its zone and lines up', () => {
    expect(berthFor(model, design, vpc, inColumn('web'))).toEqual({
      zone: zone('web'),
      x: box('web').x - box('prod').x,
    });
    expect(berthFor(model, design, vpc, inColumn('app'))).toEqual({
      zone: zone('app'),
      x: box('app').x - box('prod').x,
    });
  });

  it('beside all columns a new one opens another zone, clear of them', () => {
    const berth = berthFor(model, design, vpc, { x: 2000, width });
    expect(berth).toEqual({ zone: 'ap-northeast-1d', x: 2000 });
  });

  it('one that is moved beside all columns goes back to its own', () => {
    const berth = berthFor(model, design, vpc, { x: 2000, width }, id('web'));
    expect(berth.zone).toBe(zone('web'));
    expect(berth.x).toBe(box('data').x - box('prod').x);
  });

  it('a card nearly in line with its neighbours lines up', () => {
    const near = { x: box('web-1').x - box('web').x + 200, y: box('web-1').y - box('web').y + 8 };
    expect(linedUp(model, id('web'), near, new Set())).toEqual({ x: near.x, y: near.y - 8 });
    expect(linedUp(model, id('web'), { x: 500, y: 500 }, new Set())).toEqual({ x: 500, y: 500 });
  });
});

describe('resizing', () => {
  it('grows by the grid', () => {
    const before = design.layout[id('web')];
    const after = resized(design, model, id('web'), 'se', { x: 40, y: 24 }).layout[id('web')];
    expect([after?.width, after?.height]).toEqual([(before?.width ?? 0) + 40, (before?.height ?? 0) + 24]);
  });

  it('stops at what stands inside, from every side', () => {
    const layout = resized(design, model, id('web'), 'nw', { x: 900, y: 900 }).layout;
    const other = resized(design, model, id('web'), 'se', { x: -900, y: -900 }).layout;
    for (const [boxes, container] of [
      [layout, layout[id('web')]],
      [other, other[id('web')]],
    ] as const) {
      for (const [key, resource] of Object.entries(design.resources)) {
        const child = boxes[key];
        if (containerOf(design, resource) !== id('web') || !child || !container) continue;
        expect(child.x).toBeGreaterThanOrEqual(0);
        expect(child.y).toBeGreaterThanOrEqual(0);
        expect(child.x + child.width).toBeLessThanOrEqual(container.width);
        expect(child.y + child.height).toBeLessThanOrEqual(container.height);
      }
    }
  });

  it('draws a container close around what stands in it, which stays where it is', () => {
    const wide = { ...design, layout: resized(design, model, id('web'), 'se', { x: 160, y: 120 }).layout };
    const again = modelOf(wide);
    const after = modelOf({ ...wide, layout: fittedAround(wide, again, id('web')) });
    const [web, card] = [after.places.boxes.get(id('web')), after.places.boxes.get(id('web-1'))];
    expect(card).toEqual(again.places.boxes.get(id('web-1')));
    expect((web?.x ?? 0) + (web?.width ?? 0)).toBe((card?.x ?? 0) + (card?.width ?? 0) + 8);
    expect(web?.width).toBeLessThan(wide.layout[id('web')]?.width ?? 0);
    expect(web?.height).toBeLessThan(wide.layout[id('web')]?.height ?? 0);
  });

  it('by the upper left corner leaves the children where they are on the canvas', () => {
    const layout = resized(design, model, id('prod'), 'nw', { x: -40, y: -24 }).layout;
    const before = design.layout[id('web')];
    const vpc = layout[id('prod')];
    const was = design.layout[id('prod')];
    const after = layout[id('web')];
    expect([(after?.x ?? 0) + (vpc?.x ?? 0), (after?.y ?? 0) + (vpc?.y ?? 0)]).toEqual([
      (before?.x ?? 0) + (was?.x ?? 0),
      (before?.y ?? 0) + (was?.y ?? 0),
    ]);
    expect(layout[id('igw')]?.y).toBe(-16);
  });
});

describe('walking by arrows', () => {
  it('starts somewhere, stays among siblings, and goes nowhere off the end', () => {
    expect(nearest(model, undefined, 'ArrowRight')).toBeDefined();
    expect(nameIn(nearest(model, id('web'), 'ArrowRight'))).toBe('app');
    expect(nameIn(nearest(model, id('app'), 'ArrowLeft'))).toBe('web');
    expect(nameIn(nearest(model, id('nat'), 'ArrowRight'))).toBe('web-1');
  });
});

describe('the camera', () => {
  const screen = { width: 1000, height: 700 };

  it('fits everything without enlarging it', () => {
    const small = fitted({ x: 0, y: 0, width: 100, height: 100 }, screen);
    expect(small.zoom).toBe(1);
    const large = fitted({ x: 0, y: 0, width: 5000, height: 100 }, screen);
    expect(large.zoom).toBeLessThan(0.2);
    expect(large.zoom).toBeGreaterThan(0.1);
  });

  it('pans only to what is out of sight', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(panned({ x: 200, y: 200, width: 100, height: 50 }, view, screen)).toBeUndefined();
    const moved = panned({ x: 3000, y: 200, width: 100, height: 50 }, view, screen);
    expect(moved?.zoom).toBe(1);
    expect(3000 + (moved?.x ?? 0)).toBeGreaterThan(0);
    expect(3100 + (moved?.x ?? 0)).toBeLessThan(1000);
  });

  it.each([
    ['what is seen whole stays', { x: 200, y: 100, width: 300, height: 200 }, 'stays'],
    ['what is beside is moved in', { x: 900, y: 100, width: 300, height: 200 }, 'pans'],
    ['what is too large is fitted', { x: 0, y: 0, width: 2000, height: 200 }, 'fits'],
  ] as const)('%s', (_, area, wanted) => {
    const moved = shownWhole(area, { x: 0, y: 0, zoom: 1 }, screen);
    expect(moved === undefined ? 'stays' : moved.zoom === 1 ? 'pans' : 'fits').toBe(wanted);
    const { x, zoom } = moved ?? { x: 0, zoom: 1 };
    expect(area.x * zoom + x).toBeGreaterThan(0);
    expect((area.x + area.width) * zoom + x).toBeLessThan(screen.width);
  });

  it('comes from afar to show a thing that could not be told', () => {
    const area = { x: 0, y: 0, width: 600, height: 100 };
    expect(shownWhole(area, { x: 100, y: 100, zoom: 0.3 }, screen)?.zoom).toBe(1);
  });

  it('comes from near to show a thing whole', () => {
    const area = { x: 0, y: 0, width: 600, height: 100 };
    expect(shownWhole(area, { x: 0, y: 0, zoom: 2 }, screen)?.zoom).toBe(1);
  });

  it('knows the extent of nothing and of all', () => {
    expect(extentOf(model.places, ['nothing'])).toBeUndefined();
    expect(extentOf(model.places, [])?.width).toBeGreaterThan(0);
  });

  const levels: readonly (readonly [number, number])[] = [
    [0.1, 0],
    [0.44, 0],
    [0.45, 1],
    [0.79, 1],
    [0.8, 2],
    [1.6, 2],
    [1.7, 3],
  ];
  it.each(levels)('a zoom of %d is level %d', (zoom, level) => {
    expect(levelOf(zoom)).toBe(level);
  });
});
