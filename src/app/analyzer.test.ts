import { describe, expect, it } from 'vitest';
import type { ReachableEntry, SubnetTiers, Tier } from '../engine/index.ts';
import { emptyDesign, type Design } from '../model/index.ts';
import {
  createReachPacker,
  type AnalyzerReport,
  type AnalyzerRequest,
  type FindingAnswer,
} from '../worker/index.ts';
import { startAnalyzer } from './analyzer.ts';
import { badgesOf } from './answers.ts';
import { createAppStore } from './store.ts';
import { findingOf } from './finding.test-support.ts';

const label = { en: 'Change', ja: '変更' };

const tiersOf = (id: string, tier: Tier): SubnetTiers => {
  const family = { tier, because: [], through: [], undetermined: false, unknowns: [], assumptions: [] };
  return { id, families: { 4: family, 6: { ...family, tier: 'isolated' } } };
};

const finding = (key: string, severity: FindingAnswer['severity'], resource = 's-1'): FindingAnswer =>
  findingOf(key, severity, { resource });

/** A store with a worker played by hand. */
function connected() {
  const store = createAppStore();
  const sent: AnalyzerRequest[] = [];
  let report: (report: AnalyzerReport) => void = () => undefined;
  let crash: (message: string, details: string) => void = () => undefined;
  let opened = 0;
  const stop = startAnalyzer(store, (onReport, onCrash) => {
    opened += 1;
    report = onReport;
    crash = onCrash;
    return { post: (request) => sent.push(request), stop: () => undefined };
  });
  const add = (id: string) =>
    store.edit(label, (design): Design => ({
      ...design,
      resources: { ...design.resources, [id]: { kind: 'subnet' } },
    }));
  return {
    store,
    sent,
    add,
    stop,
    report: (message: AnalyzerReport) => report(message),
    crash: () => crash('out of memory', 'stack'),
    opened: () => opened,
    answers: () => store.api.getState().answers,
  };
}

describe('the analyzer’s client', () => {
  it('sends the design once and patches after', () => {
    const { store, sent, add } = connected();
    store.openDesign(emptyDesign('t'), {});
    add('s-1');
    expect(sent.map(({ kind }) => kind)).toEqual(['replace', 'patch']);
  });

  it('keeps answers of an older version until newer ones come, and tells their version', () => {
    const { add, report, answers, store } = connected();
    add('s-1');
    report({ kind: 'tiers', version: 1, delta: { changed: { 's-1': tiersOf('s-1', 'public') }, gone: [] } });
    report({
      kind: 'findings',
      version: 1,
      delta: { changed: { a: finding('a', 'error') }, gone: [] },
      order: ['a'],
    });
    report({ kind: 'done', version: 1, milliseconds: 3, pairs: 6 });
    const badge = answers().badges['s-1'];
    add('s-2');
    expect([answers().version, store.api.getState().version, answers().state]).toEqual([1, 2, 'running']);
    expect(answers().findings).toHaveLength(1);
    report({
      kind: 'findings',
      version: 2,
      delta: { changed: { b: finding('b', 'note', 's-2') }, gone: [] },
      order: ['a', 'b'],
    });
    expect(answers().version).toBe(2);
    expect(answers().badges).toEqual({
      's-1': { severity: 'error', count: 1 },
      's-2': { severity: 'note', count: 1 },
    });
    expect(answers().badges['s-1']).toBe(badge);
  });

  it('shows no verdict after a fault, and all again with the next answer', () => {
    const { add, report, answers } = connected();
    add('s-1');
    report({ kind: 'tiers', version: 1, delta: { changed: { 's-1': tiersOf('s-1', 'public') }, gone: [] } });
    report({ kind: 'failed', version: 1, message: 'no', details: 'stack' });
    expect(answers()).toMatchObject({
      state: 'failed',
      tiers: {},
      findings: [],
      fault: { message: 'no', details: 'stack' },
    });
    report({ kind: 'tiers', version: 2, delta: { changed: { 's-2': tiersOf('s-2', 'private') }, gone: [] } });
    expect(Object.keys(answers().tiers)).toEqual(['s-1', 's-2']);
  });

  it('opens a new worker with the whole design after a crash', () => {
    const { add, crash, sent, opened, answers } = connected();
    add('s-1');
    crash();
    expect(answers()).toMatchObject({ state: 'failed', fault: { message: 'out of memory' } });
    add('s-2');
    expect(opened()).toBe(2);
    expect(sent.at(-1)).toMatchObject({ kind: 'replace', version: 2 });
  });

  it('tells what is in view, and a new worker too, without starting one for it', () => {
    const { store, add, crash, sent, opened } = connected();
    store.setView({ inView: ['s-1'] });
    expect([opened(), sent]).toEqual([0, []]);
    add('s-1');
    store.setView({ inView: ['s-1', 's-2'] });
    crash();
    add('s-2');
    const told = sent.flatMap((request) =>
      request.kind === 'visible' ? [request.ids.join()] : [request.kind],
    );
    expect(told).toEqual(['replace', 's-1', 's-1,s-2', 'replace', 's-1,s-2']);
  });

  it('lists who reaches an end: in slices at first, in place of an older answer only when whole', () => {
    const { store, add, sent, report, crash } = connected();
    const rows = (
      ask: number,
      version: number,
      part: 'first' | 'more',
      rest: 'more' | 'none',
      ...ids: string[]
    ) => {
      const { rows: columns, news } = pack(ids.map(entry));
      report({ kind: 'reachable', ask, version, part, rest, rows: columns, news });
    };
    const shown = () => {
      const { reachAnswer } = store.api.getState();
      if (!reachAnswer || 'problem' in reachAnswer) return reachAnswer?.problem.code;
      const { version, rest, tables } = reachAnswer;
      const ids = [...reachAnswer.rows.others].map((number) => tables.ids[number]);
      return `${version} ${ids.join()} ${rest}`;
    };
    let pack = createReachPacker();
    const entry = (other: string): ReachableEntry => ({
      other,
      family: 4,
      verdict: 'blocked',
      allowed: [],
      everywhere: [],
      narrow: [],
      unsure: [],
      unknowns: [],
    });
    const asked = (): number => {
      const last = sent.findLast(({ kind }) => kind === 'reachable');
      return last?.kind === 'reachable' ? last.ask : -1;
    };
    add('s-1');
    store.setView({ reach: { end: 'i', direction: 'to' } });
    const ask = asked();
    rows(ask, 1, 'first', 'more', 'a');
    expect(shown()).toBe('1 a more');
    rows(ask, 1, 'more', 'none', 'b');
    expect(shown()).toBe('1 a,b none');
    add('s-2');
    rows(ask, 2, 'first', 'more', 'c');
    expect(shown()).toBe('1 a,b none');
    rows(ask, 2, 'more', 'none', 'a');
    expect(shown()).toBe('2 c,a none');
    // Rows that nobody waits for any more still say what numbers stand for.
    store.setView({ reach: { end: 'j', direction: 'to' } });
    rows(ask, 2, 'first', 'none', 'd');
    expect(shown()).toBe('2 c,a none');
    rows(asked(), 2, 'first', 'none', 'd', 'a');
    expect(shown()).toBe('2 d,a none');
    report({
      kind: 'notReachable',
      ask: asked(),
      version: 2,
      problem: { code: 'unknown-end', parameters: { end: 'j' } },
    });
    expect(shown()).toBe('unknown-end');
    crash();
    expect(shown()).toBeUndefined();
    // A new worker is asked anew, and counts anew.
    pack = createReachPacker();
    add('s-3');
    rows(asked(), 3, 'first', 'none', 'z');
    expect(shown()).toBe('3 z none');
  });

  it('asks the open path question at each version, and takes only the newest answer', () => {
    const { store, add, sent, report } = connected();
    store.setView({
      right: 'path',
      path: { from: 'a', to: '', protocol: 'tcp', port: '443', ipVersion: 'both' },
    });
    expect(sent).toEqual([]);
    store.setView({ path: { from: 'a', to: 'b', protocol: 'tcp', port: '', ipVersion: '4' } });
    expect(sent.at(-1)).toEqual({
      kind: 'ask',
      ask: 1,
      topic: 'path',
      question: { from: 'a', to: 'b', protocol: 'tcp' },
    });
    add('s-1');
    expect(sent.at(-1)).toMatchObject({ kind: 'ask', ask: 2 });
    const result = { ok: false, problem: { code: 'unknown-end', parameters: {} } } as const;
    report({ kind: 'answer', ask: 1, version: 0, result, fixes: 'tried' });
    expect(store.api.getState().pathAnswer).toBeUndefined();
    report({ kind: 'answer', ask: 2, version: 1, result, fixes: 'tried' });
    expect(store.api.getState().pathAnswer).toMatchObject({ version: 1, question: { to: 'b' }, result });
  });
});

describe('badges', () => {
  const design: Design = {
    ...emptyDesign('t'),
    resources: {
      's-1': { kind: 'subnet' },
      's-2': { kind: 'subnet' },
      'acl-1': { kind: 'networkAcl' },
      'acl-2': {
        kind: 'networkAcl',
        associations: [{ subnetId: 's-1' }, { subnetId: 's-2' }],
      },
      'sg-1': { kind: 'securityGroup' },
      'rtb-1': { kind: 'routeTable', associations: [{ subnetId: 's-1' }] },
      'rtb-2': { kind: 'routeTable', associations: [{ main: true }] },
      'i-1': { kind: 'instance', networkInterfaceIds: ['eni-1'] },
      'eni-1': { kind: 'networkInterface', securityGroupIds: ['sg-1'] },
    },
  };
  const related = (made: FindingAnswer, ...ids: string[]): FindingAnswer => ({ ...made, related: ids });
  const cases: readonly (readonly [string, readonly FindingAnswer[], unknown])[] = [
    [
      'the worst and how many',
      [finding('a', 'note'), finding('b', 'error')],
      { 's-1': { severity: 'error', count: 2 } },
    ],
    [
      'none of what is muted or goes with another',
      [
        { ...finding('a', 'error'), muted: { reason: 'x' } },
        { ...finding('b', 'error'), causedBy: 'a' },
      ],
      {},
    ],
    [
      'also on what stands for a resource without a place',
      [related(finding('a', 'error', 'acl-1'), 'sg-1', 's-2', 's-1')],
      { 'acl-1': { severity: 'error', count: 1 }, 's-2': { severity: 'error', count: 1 } },
    ],
    [
      'on the subnets of an ACL that its finding names',
      [related(finding('a', 'error', 'acl-2'), 's-2')],
      { 'acl-2': { severity: 'error', count: 1 }, 's-2': { severity: 'error', count: 1 } },
    ],
    [
      'on every subnet of an ACL whose finding names none',
      [finding('a', 'note', 'acl-2')],
      {
        'acl-2': { severity: 'note', count: 1 },
        's-1': { severity: 'note', count: 1 },
        's-2': { severity: 'note', count: 1 },
      },
    ],
    [
      'on the instances that use a group',
      [finding('a', 'note', 'sg-1')],
      { 'sg-1': { severity: 'note', count: 1 }, 'i-1': { severity: 'note', count: 1 } },
    ],
    [
      'on the subnets left to a main route table',
      [finding('a', 'note', 'rtb-2')],
      { 'rtb-2': { severity: 'note', count: 1 }, 's-2': { severity: 'note', count: 1 } },
    ],
  ];
  it.each(cases)('show %s', (_, findings, expected) => {
    expect(badgesOf(design, findings, {})).toEqual(expected);
  });
});
