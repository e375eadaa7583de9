import { describe, expect, it } from 'vitest';
import { commandById, createAppStore, type Command } from '../../app/index.ts';
import { addResource, emptyDesign, kindNames, type Design, type Kind } from '../../model/index.ts';
import type { MenuTopic } from '../shell/dialogs.ts';
import { menus, MOST_ROWS } from './menus.ts';
import { rowsOfMenu } from './rows.ts';

const topics = Object.keys(menus) as readonly MenuTopic[];

/** A VPC with a subnet, and one of each kind where it can stand. */
function oneOfEach(): { readonly design: Design; readonly idOf: (kind: Kind) => string | undefined } {
  let design = emptyDesign('t');
  let next = 7;
  const random = () => {
    next = (next * 1103515245 + 12345) % 2147483648;
    return next / 2147483648;
  };
  const ids = new Map<Kind, string>();
  const order: readonly Kind[] = [
    'vpc',
    'subnet',
    ...kindNames.filter((kind) => !['vpc', 'subnet'].includes(kind)),
  ];
  for (const kind of order) {
    for (const under of [undefined, ids.get('subnet'), ids.get('vpc')]) {
      const added = addResource(design, { kind, ...(under === undefined ? {} : { under }) }, random);
      if (!added.ok) continue;
      ({ design } = added.value);
      ids.set(kind, added.value.id);
      break;
    }
  }
  return { design, idOf: (kind) => ids.get(kind) };
}

const idsOf = (rows: ReturnType<typeof rowsOfMenu>): string[] =>
  rows.flatMap((row) => (typeof row === 'string' ? [] : [row.id]));

describe('menus', () => {
  it.each(topics)('%s names commands that there are', (topic) => {
    const missing = menus[topic].filter((id) => id !== '-' && !commandById(id));
    expect(missing).toEqual([]);
  });

  const { design, idOf } = oneOfEach();
  const cases = kindNames.flatMap((kind) => topics.map((topic) => [kind, topic] as const));
  it.each(cases)('on %s, %s has at most twelve rows and no loose lines', (kind, topic) => {
    const id = idOf(kind);
    if (id === undefined) throw new Error(`no ${kind}`);
    const { api } = createAppStore({ design, selection: [id] });
    const rows = rowsOfMenu(topic, api.getState(), commandById);
    expect(idsOf(rows).length).toBeLessThanOrEqual(MOST_ROWS);
    const isLine = rows.map((row) => typeof row === 'string');
    expect([isLine.at(0), isLine.at(-1)]).not.toContain(true);
    expect(isLine.some((line, index) => line && isLine[index + 1])).toBe(false);
  });

  const wanted: readonly (readonly [string, MenuTopic, readonly Kind[], string, boolean])[] = [
    ['an instance starts a path', 'drawing', ['instance'], 'path-from-here', true],
    ['a VPC does not', 'drawing', ['vpc'], 'path-from-here', false],
    ['two do not', 'drawing', ['instance', 'networkInterface'], 'path-from-here', false],
    ['two can be deleted', 'drawing', ['instance', 'networkInterface'], 'delete', true],
    ['a subnet can be connected from the outline', 'outline', ['subnet'], 'connect-to', true],
    ['a prefix list cannot', 'outline', ['managedPrefixList'], 'connect-to', false],
    ['the canvas has no rename', 'ground', [], 'rename', false],
    ['the canvas finds', 'ground', [], 'find', true],
  ];
  it.each(wanted)('%s', (_, topic, kinds, command, isThere) => {
    const { api } = createAppStore({ design, selection: kinds.flatMap((kind) => idOf(kind) ?? []) });
    expect(idsOf(rowsOfMenu(topic, api.getState(), commandById)).includes(command)).toBe(isThere);
  });

  it('is none when nothing in it can be done', () => {
    const { api } = createAppStore();
    const never = (id: string): Command | undefined => {
      const command = commandById(id);
      return command && { ...command, when: () => false };
    };
    expect(rowsOfMenu('ground', api.getState(), never)).toEqual([]);
  });
});
