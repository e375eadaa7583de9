import { describe, expect, it } from 'vitest';
import { addResource, emptyDesign, nameOf, setField, type Design } from '../../model/index.ts';
import type { CanvasPort } from '../ports.ts';
import { commandFor, pressedKeys, type Focus } from '../shortcuts.ts';
import type { AppState } from '../state.ts';
import { createAppStore, type Store } from '../store.ts';
import { allCommands } from './index.ts';

const onPage: Focus = { isInField: false, isInPopup: false, isInCanvas: false };

function seeded(): () => number {
  let state = 5;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** A VPC with one subnet and two instances in it. */
function drawn(): { readonly store: Store; readonly idOf: (name: string) => string } {
  const random = seeded();
  let design: Design = emptyDesign('t');
  let under: string | undefined;
  for (const kind of ['vpc', 'subnet', 'instance', 'instance'] as const) {
    const added = addResource(design, { kind, ...(under === undefined ? {} : { under }) }, random);
    if (!added.ok) throw new Error(added.problem.message.en);
    design = added.value.design;
    if (kind !== 'instance') under = added.value.id;
  }
  const store = createAppStore({ design });
  const idOf = (name: string) =>
    Object.entries(store.api.getState().design.resources).find(
      ([, resource]) => nameOf(resource) === name,
    )?.[0] ?? name;
  return { store, idOf };
}

function run(store: Store, id: string, canvas?: CanvasPort): AppState {
  const command = allCommands.find((other) => other.id === id);
  if (!command) throw new Error(`no command ${id}`);
  const state = store.api.getState();
  if (command.when?.(state) !== false)
    command.run({ store, state, canvas, shell: undefined, random: seeded() });
  return store.api.getState();
}

const names = ({ design }: AppState): string[] =>
  Object.values(design.resources).map((resource) => nameOf(resource) ?? '');

describe('the list of commands', () => {
  it('has no two commands of one id', () => {
    expect(allCommands.map(({ id }) => id)).toEqual([...new Set(allCommands.map(({ id }) => id))]);
  });

  it('has no two commands on one key', () => {
    const keys = allCommands.flatMap(({ shortcuts }) => shortcuts ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(allCommands)('$id has a label in both languages', ({ label }) => {
    expect(label.en.trim()).not.toBe('');
    expect(label.ja.trim()).not.toBe('');
  });
});

describe('a key press', () => {
  const press = (key: string, code: string, held = '') => ({
    key,
    code,
    ctrlKey: held.includes('C'),
    metaKey: held.includes('M'),
    altKey: held.includes('A'),
    shiftKey: held.includes('S'),
  });
  const cases: readonly (readonly [string, string, string, 'mac' | 'other', string, string | undefined])[] = [
    ['z', 'KeyZ', 'C', 'other', 'Ctrl Z', 'undo'],
    ['Z', 'KeyZ', 'CS', 'other', 'Ctrl Shift Z', 'redo'],
    ['z', 'KeyZ', 'M', 'mac', 'Ctrl Z', 'undo'],
    ['z', 'KeyZ', 'C', 'mac', 'Z', undefined],
    ['!', 'Digit1', 'S', 'other', 'Shift 1', 'fit'],
    ['1', 'Digit1', '', 'other', '1', 'lens-topology'],
    ['¡', 'Digit1', 'A', 'mac', 'Alt 1', 'show-palette'],
    ['Escape', 'Escape', '', 'other', 'Escape', 'escape'],
    ['\\', 'Backslash', 'C', 'other', 'Ctrl \\', 'panels'],
    ['p', 'KeyP', '', 'other', 'P', 'find-path'],
    ['.', 'Period', 'C', 'other', 'Ctrl .', 'apply-fix'],
  ];
  it.each(cases)('%s (%s, %s, %s) is %s and runs %s', (key, code, held, platform, keys, id) => {
    expect(pressedKeys(press(key, code, held), platform)).toBe(keys);
    expect(commandFor(allCommands, keys, onPage)?.id).toBe(id);
  });

  const places: readonly (readonly [string, Partial<Focus>, string | undefined])[] = [
    ['P', { isInField: true }, undefined],
    ['Delete', { isInField: true }, undefined],
    ['Ctrl Z', { isInField: true }, undefined],
    ['Ctrl S', { isInField: true }, 'save'],
    ['Escape', { isInPopup: true }, undefined],
    ['F2', {}, undefined],
    ['F2', { isInCanvas: true }, 'rename'],
    ['Ctrl 0', {}, undefined],
  ];
  it.each(places)('%s with the focus %j runs %s', (keys, focus, id) => {
    expect(commandFor(allCommands, keys, { ...onPage, ...focus })?.id).toBe(id);
  });
});

describe('commands on the selection', () => {
  it('delete removes, tells, and undo brings back', () => {
    const { store, idOf } = drawn();
    store.select([idOf('subnet-1')]);
    expect(names(run(store, 'delete'))).not.toContain('instance-1');
    expect(store.api.getState().notices[0]?.message.en).toContain('instance-1, instance-2 went too');
    expect(names(run(store, 'undo'))).toContain('instance-1');
  });

  it('delete leaves the default group and says why', () => {
    const { store, idOf } = drawn();
    store.select([idOf('default')]);
    expect(names(run(store, 'delete'))).toContain('default');
    expect(store.api.getState().notices[0]?.message.en).toBe('default goes only with vpc-1');
  });

  it('duplicate selects the copy', () => {
    const { store, idOf } = drawn();
    store.select([idOf('instance-1')]);
    const { selection } = run(store, 'duplicate');
    expect(selection).toEqual([idOf('instance-3')]);
  });

  it('select all takes siblings first, then everything', () => {
    const { store, idOf } = drawn();
    store.select([idOf('instance-1')]);
    expect(run(store, 'select-all').selection).toEqual([idOf('instance-1'), idOf('instance-2')]);
    expect(run(store, 'select-all').selection).toHaveLength(4);
  });

  it('escape goes out one container at a time', () => {
    const { store, idOf } = drawn();
    store.select([idOf('instance-1')]);
    expect(run(store, 'escape').selection).toEqual([idOf('subnet-1')]);
    expect(run(store, 'escape').selection).toEqual([idOf('vpc-1')]);
    expect(run(store, 'escape').selection).toEqual([]);
  });

  it('find a path starts at what is selected', () => {
    const { store, idOf } = drawn();
    store.select([idOf('instance-1')]);
    const { view } = run(store, 'find-path');
    expect([view.lens, view.right, view.path.from, view.pickingEnd]).toEqual([
      'path',
      'path',
      idOf('instance-1'),
      'to',
    ]);
  });
});

describe('commands on findings', () => {
  it('walk round, select and apply the first fix', () => {
    const { store, idOf } = drawn();
    const finding = (key: string, resource: string) => ({
      key,
      id: key,
      severity: 'error' as const,
      live: 'now' as const,
      resource,
      related: [],
      message: { en: key, ja: key },
      fixes: [
        {
          id: 'name-it',
          title: { en: 'Name it', ja: '名前' },
          parameters: {},
          actions: [{ action: 'CreateTags', resource, parameters: { name: 'fixed' } }],
          opens: { flows: [], total: 0 },
          closes: { flows: [], total: 0 },
        },
      ],
      references: [],
      alsoKnownAs: [],
    });
    const { answers } = store.api.getState();
    store.api.setState({
      answers: { ...answers, findings: [finding('a', idOf('instance-1')), finding('b', idOf('instance-2'))] },
    });
    expect(run(store, 'next-finding').view.openFinding).toBe('a');
    expect(run(store, 'next-finding').selection).toEqual([idOf('instance-2')]);
    expect(run(store, 'next-finding').view.openFinding).toBe('a');
    expect(run(store, 'previous-finding').view.openFinding).toBe('b');
    expect(names(run(store, 'apply-fix'))).toContain('fixed');
  });
});

it('opening another design can be undone, and the file comes back with it', () => {
  const { store, idOf } = drawn();
  const id = idOf('instance-1');
  store.setFile({ name: 'first' });
  store.openDesign(setField(emptyDesign('second'), id, 'x', 1), {});
  expect(names(store.api.getState())).toEqual([]);
  store.undo();
  expect(names(store.api.getState())).toContain('instance-1');
  expect(store.api.getState().file.name).toBe('first');
});
