import { describe, expect, it } from 'vitest';
import { CURRENT_VERSION, migrateDown, migrateUp, versionOf, type Migration } from './index.ts';

/** Version 2 calls the title `name`; version 3 adds colours. */
const steps: readonly Migration[] = [
  {
    from: 1,
    up: ({ title, ...rest }) => ({ ...rest, name: title }),
    down: ({ name, ...rest }) => ({ design: { ...rest, title: name }, lost: [] }),
  },
  {
    from: 2,
    up: (design) => ({ ...design, color: 'grey' }),
    down: ({ color, ...rest }) => ({
      design: rest,
      lost: color === 'grey' ? [] : [`color ${String(color)}`],
    }),
  },
];
const registry = { current: 3, steps };

describe('D-10 migrations', () => {
  it.each([
    [1, { title: 'x' }, { name: 'x', color: 'grey' }],
    [2, { name: 'x' }, { name: 'x', color: 'grey' }],
    [3, { name: 'x', color: 'red' }, { name: 'x', color: 'red' }],
    [4, { name: 'x', sound: 1 }, { name: 'x', sound: 1 }],
  ])('from version %i up', (version, design, expected) => {
    expect(migrateUp(design, version, registry)).toEqual({ ok: true, value: expected });
  });

  it('goes down and tells what it loses', () => {
    expect(migrateDown({ name: 'x', color: 'red' }, 1, registry)).toEqual({
      ok: true,
      value: { design: { title: 'x' }, lost: ['color red'] },
    });
  });

  it('a missing step is a failure, both ways', () => {
    expect(migrateUp({}, 1, { current: 3, steps: steps.slice(1) })).toEqual({
      ok: false,
      problem: { from: 1 },
    });
    expect(migrateDown({}, 1, { current: 3, steps: steps.slice(0, 1) })).toEqual({
      ok: false,
      problem: { from: 2 },
    });
  });

  it('the registry leads from version 1 to the current one and back without loss', () => {
    const design = { schema: 'vpc-designer/design@1', name: 'x' };
    const up = migrateUp(design, 1);
    expect(up.ok).toBe(true);
    expect(up.ok && migrateDown(up.value, 1)).toEqual({ ok: true, value: { design, lost: [] } });
  });

  it.each([
    [`vpc-designer/design@${CURRENT_VERSION}`, CURRENT_VERSION],
    ['vpc-designer/design@12', 12],
    ['vpc-designer/design@0', undefined],
    ['vpc-designer/design', undefined],
    ['vpc-designer/reach@1', undefined],
    [1, undefined],
    [undefined, undefined],
  ])('version of %j', (schema, version) => {
    expect(versionOf(schema)).toBe(version);
  });
});
