import { describe, expect, it } from 'vitest';
import { drawn, idOf, modelOf, network } from '../canvas.test-support.ts';
import { outermostOf, stackAt } from '../hit.ts';
import { draggedWith } from './move.ts';
import { fieldAt } from './select.ts';

const design = drawn(network);
const model = modelOf(design);
const id = (name: string) => idOf(design, name);
const at = (name: string, x: number, y: number) => {
  const box = model.places.boxes.get(id(name));
  if (!box) throw new Error(`no box of ${name}`);
  return { x: box.x + x, y: box.y + y };
};

describe('what a second click writes anew', () => {
  const cases: readonly (readonly [string, number, number, string | undefined])[] = [
    ['prod', 40, 12, 'name'],
    ['prod', 90, 12, 'cidrBlock'],
    ['prod', 40, 60, undefined],
    ['web', 20, 12, 'name'],
    ['web', 80, 12, 'cidrBlock'],
    ['web', 20, 60, undefined],
    ['web-1', 60, 14, 'name'],
    ['web-1', 16, 24, undefined],
    ['web-1', 60, 40, undefined],
    ['igw', 16, 16, 'name'],
  ];
  it.each(cases)('in %s at %d,%d: %s', (name, x, y, expected) => {
    expect(fieldAt(model, id(name), at(name, x, y))).toBe(expected);
  });
});

describe('what lies on each other at a point', () => {
  it('is told from the top down', () => {
    expect(stackAt(model, at('web-1', 60, 24)).filter((key) => Object.hasOwn(design.resources, key))).toEqual(
      [id('web-1'), id('web'), id('prod')],
    );
    expect(stackAt(model, { x: -5000, y: -5000 })).toEqual([]);
  });
});

describe('what a drag takes along', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['web-1', [], ['web-1']],
    ['web-1', ['app-1'], ['web-1']],
    ['web-1', ['web-1', 'app-1'], ['web-1', 'app-1']],
    ['web', ['web', 'web-1'], ['web']],
    ['web-1', ['web-1', 'prod'], ['prod']],
  ];
  it.each(cases)('%s with %j selected: %j', (pressed, selection, expected) => {
    expect(draggedWith(model, id(pressed), selection.map(id))).toEqual(expected.map(id));
  });

  it('never holds what stands in another of it', () => {
    expect(outermostOf(model, ['prod', 'web', 'web-1'].map(id))).toEqual([id('prod')]);
  });
});
