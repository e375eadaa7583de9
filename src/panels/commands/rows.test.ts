import { describe, expect, it } from 'vitest';
import { allCommands, createAppStore, type AppState } from '../../app/index.ts';
import { emptyDesign, type Design, type Language } from '../../model/index.ts';
import { entriesOf } from '../search/find.ts';
import { paletteRows, readQuery, type PaletteRow } from './rows.ts';
import { findingOf } from '../../app/finding.test-support.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc', tags: { Name: 'prod' }, cidrBlock: '10.0.0.0/16' },
    'subnet-1': { kind: 'subnet', tags: { Name: 'public-a' }, vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' },
    'i-1': {
      kind: 'instance',
      tags: { Name: 'web-1' },
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.0.20',
    },
    'i-2': { kind: 'instance', tags: { Name: 'web-2' }, subnetId: 'subnet-1' },
    'sg-1': { kind: 'securityGroup', vpcId: 'vpc-1', groupName: 'sg-web' },
    'rtb-1': { kind: 'routeTable', vpcId: 'vpc-1', associations: [{ main: true }] },
  },
};

const finding = findingOf('f', 'error', {
  id: 'admin-port-open-to-internet',
  resource: 'i-1',
  message: {
    en: 'The internet can open SSH on web-1 (i-1)',
    ja: 'インターネットから web-1 (i-1) の SSH に接続できます',
  },
});

function stateWith(selection: readonly string[] = []): AppState {
  const state = createAppStore({ design, selection }).api.getState();
  return { ...state, answers: { ...state.answers, findings: [finding] } };
}

const rowsFor = (
  query: string,
  more: Partial<Parameters<typeof paletteRows>[0]> = {},
): readonly PaletteRow[] =>
  paletteRows({ state: stateWith(), entries: entriesOf(design), query, language: 'en', ...more });

const labels = (rows: readonly PaletteRow[]): string[] =>
  rows.map(({ section, label }) => `${section}: ${label}`);

describe('readQuery', () => {
  it.each([
    ['> und', 'do', 'und'],
    ['@web', 'goTo', 'web'],
    ['!ssh', 'findings', 'ssh'],
    ['＠web', 'goTo', 'web'],
    [' web ', undefined, 'web'],
  ])('%s', (query, only, words) => {
    expect(readQuery(query)).toEqual({ only, words });
  });
});

describe('paletteRows', () => {
  it('lists resources, then what can be done with the first, then findings', () => {
    const rows = labels(rowsFor('web'));
    expect(rows.slice(0, 3)).toEqual(['goTo: web-1', 'goTo: web-2', 'goTo: sg-web']);
    expect(rows).toContain('do: Find a path from web-1');
    expect(rows).toContain('do: Edit the route table of web-1');
    expect(rows.at(-1)).toBe('findings: The internet can open SSH on web-1');
  });

  it('tells kind, place and address of a resource', () => {
    expect(rowsFor('web-1')[0]?.detail).toBe('Instance in public-a, 10.0.0.20');
    expect(rowsFor('web-1', { language: 'ja' })[0]?.detail).toBe('public-a 内のインスタンス、10.0.0.20');
  });

  const firsts: readonly (readonly [string, Language, string])[] = [
    ['日本語', 'en', 'do: Language: 日本語 (Japanese)'],
    ['japanese', 'en', 'do: Language: 日本語 (Japanese)'],
    ['english', 'ja', 'do: 言語: English (英語)'],
    ['dark', 'en', 'do: Theme: dark'],
    ['ダーク', 'ja', 'do: テーマ: ダーク'],
    ['10.0.0.20', 'en', 'goTo: web-1'],
    ['10.0.0.99', 'en', 'goTo: public-a'],
    ['sg-1', 'en', 'goTo: sg-web'],
    ['undo', 'ja', 'do: 元に戻す'],
    ['ssh', 'en', 'findings: The internet can open SSH on web-1'],
    ['admin-port', 'en', 'findings: The internet can open SSH on web-1'],
    ['find in', 'en', 'do: Find in the design'],
  ];
  it.each(firsts)('%s in %s finds %s first', (query, language, wanted) => {
    expect(labels(rowsFor(query, { language }))[0]).toBe(wanted);
  });

  it.each([
    ['>', 'do'],
    ['@', 'goTo'],
    ['!', 'findings'],
  ])('%s narrows to one sort', (sign, section) => {
    const rows = rowsFor(sign);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.section))).toEqual(new Set([section]));
  });

  it('before anything is written, offers what can be done with the selection', () => {
    const rows = rowsFor('', { state: stateWith(['i-1']) });
    expect(rows[0]?.section).toBe('about');
    expect(labels(rows)).toContain('about: Find a path from web-1');
  });

  it('narrowed to a resource, lists only what can be done with it', () => {
    const rows = rowsFor('', { about: 'vpc-1' });
    expect(labels(rows)).toContain('about: Rename');
    expect(labels(rows)).not.toContain('about: Find a path from prod');
    expect(rows.every(({ subject }) => subject.kind === 'command' && subject.on === 'vpc-1')).toBe(true);
  });

  it('says why something cannot be done now, and puts it last', () => {
    const rows = rowsFor('>redo');
    expect(rows[0]).toMatchObject({ label: 'Redo', problem: 'There is nothing to redo.' });
    const problems = rowsFor('>').map(({ problem }) => problem !== undefined);
    expect(problems.lastIndexOf(false)).toBeLessThan(problems.indexOf(true));
  });

  it.each(['en', 'ja'] as const)('every command is reached by its own words in %s', (language) => {
    const missed = allCommands.filter(({ id, label }) => {
      const rows = rowsFor(`>${label[language]}`, { language });
      return !rows.slice(0, 3).some(({ key }) => key === `command ${id}`);
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});
