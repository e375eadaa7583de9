import { describe, expect, it } from 'vitest';
import { addResource, copyOut, emptyDesign, type Clip, type Kind } from '../../model/index.ts';
import { clipText, looksLikeClip, readClip } from './clip-text.ts';

function seeded(): () => number {
  let state = 3;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** A subnet with an instance, as it is copied out of its VPC. */
function clip(): Clip {
  const random = seeded();
  let design = emptyDesign('t');
  let under: string | undefined;
  for (const kind of ['vpc', 'subnet', 'instance'] satisfies Kind[]) {
    const added = addResource(design, { kind, ...(under === undefined ? {} : { under }) }, random);
    if (!added.ok) throw new Error(added.problem.message.en);
    design = added.value.design;
    under = added.value.id;
  }
  const subnet = Object.keys(design.resources).find((id) => design.resources[id]?.kind === 'subnet') ?? '';
  const made = copyOut(design, [subnet]);
  if (!made) throw new Error('nothing copied');
  return made;
}

describe('a clip as text', () => {
  it('comes back as it went', () => {
    const made = clip();
    expect(readClip(clipText(made))).toEqual(JSON.parse(JSON.stringify(made)));
  });

  it('says at its beginning what it is', () => {
    expect(looksLikeClip(clipText(clip()))).toBe(true);
    expect(looksLikeClip('{"Vpcs": []}')).toBe(false);
  });

  const broken: readonly (readonly [string, (made: Clip) => unknown])[] = [
    ['no JSON', () => '{'],
    ['a number', () => '1'],
    ['another schema', (made) => ({ ...made, schema: 'vpc-designer/design@1' })],
    ['no design', (made) => ({ ...made, design: undefined })],
    ['no roots', (made) => ({ ...made, roots: [] })],
    ['roots that are not there', (made) => ({ ...made, roots: ['nothing'] })],
    ['roots of another type', (made) => ({ ...made, roots: { 0: 'a' } })],
  ];
  it.each(broken)('is nothing where it has %s', (_, change) => {
    const changed = change(clip());
    expect(readClip(typeof changed === 'string' ? changed : JSON.stringify(changed))).toBeUndefined();
  });

  it('keeps only what a design may hold', () => {
    const made = clip();
    const [root = ''] = made.roots;
    const resources = {
      ...made.design.resources,
      [root]: { ...made.design.resources[root], cidrBlock: 7 },
      odd: { kind: 'spaceship' },
    };
    const read = readClip(
      JSON.stringify({
        ...made,
        design: { ...made.design, resources },
        outside: { a: { kind: 'spaceship', name: 'x' }, b: { kind: 'vpc', name: 5 } },
        follows: 'all',
        cut: { torn: 'yes' },
      }),
    );
    expect(read?.design.resources).not.toHaveProperty('odd');
    expect(read?.design.resources[root]).not.toHaveProperty('cidrBlock', 7);
    expect(read?.outside).toEqual({ b: { kind: 'vpc' } });
    expect(read?.follows).toEqual({});
    expect(read?.cut).toBeUndefined();
  });
});
