import { describe, expect, it } from 'vitest';
import { completed, createAppStore, whyNotConnected } from '../../app/index.ts';
import { addResource, containerOf, emptyDesign, nameOf, type Design } from '../../model/index.ts';
import { moveTargets, moveTo } from './moving.ts';

function seeded(): () => number {
  let state = 9;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** vpc-1 with subnet-1, where instance-1 stands, and subnet-2; vpc-2 with nothing in it. */
function drawn() {
  const random = seeded();
  let design: Design = emptyDesign('t');
  const ids: Record<string, string> = {};
  const add = (kind: 'vpc' | 'subnet' | 'instance' | 'internetGateway', under?: string) => {
    const added = addResource(design, { kind, ...(under === undefined ? {} : { under }) }, random);
    if (!added.ok) throw new Error(added.problem.message.en);
    ({ design } = added.value);
    const resource = design.resources[added.value.id];
    ids[(resource && nameOf(resource)) ?? added.value.id] = added.value.id;
    return added.value.id;
  };
  const vpc = add('vpc');
  add('instance', add('subnet', vpc));
  add('subnet', vpc);
  add('internetGateway', vpc);
  add('vpc');
  const store = createAppStore({ design: completed(design) });
  const idOf = (name: string) => ids[name] ?? name;
  return { store, idOf };
}

describe('moveTargets', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      'instance-1',
      [
        ['subnet-1', 'here'],
        ['subnet-2', ''],
      ],
    ],
    [
      'subnet-1',
      [
        ['vpc-1', 'here'],
        ['vpc-2', ''],
      ],
    ],
    [
      'igw-1',
      [
        ['vpc-1', 'here'],
        ['vpc-2', ''],
      ],
    ],
    ['vpc-1', []],
  ];
  it.each(cases)('of %s', (name, wanted) => {
    const { store, idOf } = drawn();
    const told = moveTargets(store.api.getState().design, [idOf(name)]).map(({ id, problem }) => [
      id,
      problem === undefined || problem === 'here' ? (problem ?? '') : problem.en,
    ]);
    expect(told).toEqual(wanted.map(([target, problem]) => [idOf(target), problem]));
  });
});

describe('moveTo', () => {
  it('moves, places, selects, says so, and is one step', () => {
    const { store, idOf } = drawn();
    const id = idOf('instance-1');
    const before = store.api.getState();
    expect(moveTo(store, [id], idOf('subnet-2'))).toBe(true);
    const { design, selection, announcement, history } = store.api.getState();
    const moved = design.resources[id];
    expect(moved && containerOf(design, moved)).toBe(idOf('subnet-2'));
    expect(design.layout[id]).toBeDefined();
    expect(selection).toEqual([id]);
    expect(announcement?.text.en).toBe('instance-1 moved to subnet-2');
    expect(history.undo).toHaveLength(before.history.undo.length + 1);
    store.undo();
    expect(store.api.getState().design.layout).toEqual(before.design.layout);
  });

  it('keeps the size of a container, with what stands in it', () => {
    const { store, idOf } = drawn();
    const id = idOf('subnet-1');
    const size = store.api.getState().design.layout[id];
    moveTo(store, [id], idOf('vpc-2'));
    const after = store.api.getState().design.layout[id];
    expect([after?.width, after?.height]).toEqual([size?.width, size?.height]);
  });

  it('says why not, and changes nothing', () => {
    const { store, idOf } = drawn();
    const { design } = store.api.getState();
    expect(moveTo(store, [idOf('instance-1')], idOf('vpc-2'))).toBe(false);
    expect(store.api.getState().design).toBe(design);
    expect(store.api.getState().notices[0]?.message.en).toBe('Drop it in a subnet of vpc-2');
  });
});

describe('whyNotConnected', () => {
  it.each([
    ['subnet-1', 'igw-1', undefined],
    ['igw-1', 'subnet-1', undefined],
    ['vpc-2', 'igw-1', undefined],
    ['instance-1', 'igw-1', 'instance-1 has no connection to igw-1'],
  ])('%s and %s: %s', (one, other, wanted) => {
    const { store, idOf } = drawn();
    expect(whyNotConnected(store.api.getState().design, idOf(one), idOf(other))?.en).toBe(wanted);
  });
});
