import { describe, expect, it } from 'vitest';
import { addResource, emptyDesign, nameOf, setField, type Design } from '../../model/index.ts';
import type { CanvasPort } from '../ports.ts';
import { commandFor, isSingleKey, pressedKeys, writtenKeys, type Focus } from '../shortcuts.ts';
import type { AppState } from '../state.ts';
import { createAppStore, type Store } from '../store.ts';
import { whyNot, type Command } from './_command.ts';
import { allCommands } from './index.ts';

const onPage: Focus = { isInField: false, isInPopup: false, isInCanvas: false, isInOutline: false };

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
  if (whyNot(command, state) === undefined)
    command.run({ store, state, canvas, shell: undefined, random: seeded(), place: 'page' });
  return store.api.getState();
}

const names = ({ design }: AppState): string[] =>
  Object.values(design.resources).map((resource) => nameOf(resource) ?? '');

describe('the list of commands', () => {
  it('has no two commands of one id', () => {
    expect(allCommands.map(({ id }) => id)).toEqual([...new Set(allCommands.map(({ id }) => id))]);
  });

  const places = { canvas: ['canvas'], outline: ['outline'], drawing: ['canvas', 'outline'] };
  it('has no two commands on one key in one place', () => {
    const keys = allCommands.flatMap(({ shortcuts = [], scope }) =>
      (scope === undefined ? ['page'] : places[scope]).flatMap((place) =>
        shortcuts.map((shortcut) => `${shortcut} in ${place}`),
      ),
    );
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(allCommands)('$id has a label in both languages', ({ label, otherwise }) => {
    for (const words of [label, otherwise ?? label]) {
      expect(words.en.trim()).not.toBe('');
      expect(words.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(words.en.replace('日本語', '')).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  it('says why a command cannot be run, on an empty page and on a drawn one', () => {
    const states = [createAppStore(), drawn().store].map(({ api }) => api.getState());
    const vague = states.flatMap((state) =>
      allCommands.filter((command) => whyNot(command, state)?.en === 'Not at the moment.'),
    );
    expect(vague.map(({ id }) => id)).toEqual([]);
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
    ['F2', { isInOutline: true }, 'rename'],
    ['F6', { isInField: true }, 'next-region'],
    ['Ctrl K', { isInField: true }, 'command-palette'],
    ['Ctrl F', { isInField: true }, 'find'],
    ['C', {}, 'tool-connect'],
    ['C', { isInOutline: true }, 'connect-to'],
    ['M', { isInOutline: true }, 'move-to'],
    ['M', {}, undefined],
    ['J', { isInOutline: true }, 'next-finding'],
    ['P', { isInOutline: true }, undefined],
    ['?', {}, 'shortcuts'],
    ['/', {}, 'search-palette'],
    ['Ctrl 0', {}, undefined],
  ];
  it.each(places)('%s with the focus %j runs %s', (keys, focus, id) => {
    expect(commandFor(allCommands, keys, { ...onPage, ...focus })?.id).toBe(id);
  });
});

describe('single keys', () => {
  it.each([
    ['P', true],
    ['?', true],
    ['Shift 1', true],
    ['Ctrl P', false],
    ['Escape', false],
    ['F6', false],
    ['Delete', false],
  ])('%s counts as one: %s', (keys, counts) => {
    expect(isSingleKey(keys)).toBe(counts);
    const command = commandFor(allCommands, keys, onPage, 'off');
    if (counts) expect(command).toBeUndefined();
  });

  it('finds a sign wherever the keyboard has it', () => {
    const slash = { key: '/', code: 'Digit7', ctrlKey: false, metaKey: false, altKey: false, shiftKey: true };
    expect(writtenKeys(slash, 'other')).toBe('/');
    expect(writtenKeys({ ...slash, ctrlKey: true }, 'other')).toBe('Ctrl /');
  });

  it('with Alt, goes by the letter of the key and not by what it writes', () => {
    const written = { key: 'ß', code: 'KeyS', ctrlKey: false, metaKey: false, altKey: true, shiftKey: false };
    expect(pressedKeys(written, 'mac')).toBe('Alt S');
  });
});

describe('why a command cannot be run', () => {
  const command = (id: string): Command => {
    const found = allCommands.find((other) => other.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['path-from-here', [], 'Select one of these first: Instance, Network interface, Subnet.'],
    ['path-from-here', ['instance-1'], undefined],
    ['path-from-here', ['vpc-1'], 'Select one of these first: Instance, Network interface, Subnet.'],
    ['path-from-here', ['instance-1', 'instance-2'], 'Select one resource alone.'],
    ['copy-id', ['instance-1', 'instance-2'], undefined],
    ['edit-route-table', ['instance-1'], undefined],
    ['undo', [], 'There is nothing to undo.'],
    ['delete', [], 'Select a resource first.'],
  ];
  it.each(cases)('%s on %j: %s', (id, chosen, wanted) => {
    const { store, idOf } = drawn();
    store.select(chosen.map(idOf));
    expect(whyNot(command(id), store.api.getState())?.en).toBe(wanted);
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

  it('escape leaves the path before it goes outward', () => {
    const { store, idOf } = drawn();
    store.setView({ lens: 'path', right: 'path', hop: 1, pickingEnd: 'to' });
    store.select([idOf('subnet-1')]);
    const still = run(store, 'escape').view;
    expect([still.right, still.pickingEnd]).toEqual(['path', undefined]);
    const { view, selection } = run(store, 'escape');
    expect([view.lens, view.right, view.hop]).toEqual(['topology', 'inspector', undefined]);
    expect(selection).toEqual([idOf('subnet-1')]);
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
