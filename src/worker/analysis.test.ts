import { describe, expect, it } from 'vitest';
import type { Network, ReachableEntry, ReachableSteps, ReachAnswer, SubnetTiers } from '../engine/index.ts';
import type { Check, FindingAnswer } from '../findings/index.ts';
import { emptyDesign, type Design } from '../model/index.ts';
import { createAnalyzer, type Engine } from './analysis.ts';
import { applyDelta, deltaBetween } from './delta.ts';
import type { AnalyzerReport } from './messages.ts';

const none = {
  tier: 'isolated',
  because: [],
  through: [],
  undetermined: false,
  unknowns: [],
  assumptions: [],
} as const;
const tiersOf = (id: string): SubnetTiers => ({ id, families: { 4: none, 6: none } });

const noFlows = { flows: [], total: 0 };
const noChanges = { flows: [], total: 0, uncertain: 0 };
const noEffects = { opens: noChanges, closes: noChanges };

/** An answer with a blocker in it. */
const answerTo = (from: string): ReachAnswer =>
  ({ from: { id: from }, families: { 4: { blockers: [{}], alternatives: [] } } }) as unknown as ReachAnswer;

const entry = (other: string): ReachableEntry => ({
  other,
  family: 4,
  verdict: 'partial',
  allowed: [{ protocol: 'tcp', ports: '443' }],
  everywhere: [],
  narrow: [],
  unsure: [],
  unknowns: [],
});

function* reachSteps(log: string[]): ReachableSteps {
  for (const other of ['internet', 'i-1']) {
    log.push(`reach of ${other}`);
    yield [entry(other)];
  }
}

function* open(): Generator<undefined, Check> {
  yield;
  return { answers: [] } as unknown as Check;
}

/** An engine that sees subnets and nothing else, and writes down what it was asked. */
function recorder(log: string[], fault?: string): Engine {
  return {
    compile: (design) => {
      log.push(`compile ${Object.keys(design.resources).join(',')}`);
      if (fault !== undefined) throw new Error(fault);
      return {
        design,
        interfaces: new Map([
          ['eni:1', 0],
          ['eni:2', 0],
        ]),
      } as unknown as Network;
    },
    askTiers: ({ design }) => {
      log.push('tiers');
      return Object.keys(design.resources).map(tiersOf);
    },
    askIntents: function* judge({ design }) {
      for (const id of Object.keys(design.intents)) {
        log.push(`intent ${id}`);
        yield { id, held: id === 'kept' };
      }
    },
    askExposure: function* expose() {
      log.push('exposure');
      yield;
      return { inbound: [], outbound: [] };
    },
    prepareCheck: function* prepare() {
      yield;
    },
    askReach: (_, question) => {
      log.push(`reach ${question.from}`);
      return question.from.startsWith('blocked')
        ? { ok: true, value: answerTo(question.from) }
        : { ok: false, problem: { code: 'unknown-end', parameters: {} } };
    },
    askReachWithFixes: (_, question) => {
      log.push(`try ${question.from}`);
      return { ok: true, value: answerTo(question.from) };
    },
    weigh: (_, __, actions) => {
      log.push(`weigh ${actions.length}`);
      return { opens: noFlows, closes: noFlows };
    },
    beginOpenRules: (_, { coverage }) => {
      if (coverage) return undefined;
      log.push('open rules');
      return open();
    },
    beginCheck: function* check() {
      log.push('findings');
      yield;
      return { answers: [] } as unknown as Check;
    },
    offerFixes: function* offer(_, isLookedAt) {
      const isSeen = ['i-seen', 'i-hidden'].filter((resource) =>
        isLookedAt({ resource, related: [] as readonly string[] } as FindingAnswer),
      );
      log.push(['fix', ...isSeen].join(' '));
      yield () => [];
      return [];
    },
    compileAfter: (former) => former,
    ruleUsers: (_, id) => ({ id, users: [], rows: id === 'sg-two' ? 2 : 0, idle: {} }),
    rowUse: (_, id, index) => {
      log.push(`row ${id} ${index}`);
      return { index, without: noEffects };
    },
    changedFlows: () => {
      log.push('trial');
      return noEffects;
    },
    reachable: (_, { end, direction }) => {
      log.push(`who ${direction} ${end}`);
      if (end === 'nobody') return { ok: false, problem: { code: 'unknown-end', parameters: { end } } };
      return { ok: true, value: reachSteps(log) };
    },
    chosenRoute: (_, table, address) => {
      log.push(`look ${table} ${address}`);
      return { routes: [] };
    },
  };
}

/** An analyzer whose slices are run by hand. */
function handDriven(fault?: string) {
  const log: string[] = [];
  const reports: AnalyzerReport[] = [];
  const waiting: (() => void)[] = [];
  const send = createAnalyzer({
    engine: recorder(log, fault),
    post: (report) => reports.push(report),
    later: (work) => waiting.push(work),
    now: () => 0,
  });
  const slice = (count = 1) => {
    for (let done = 0; done < count; done += 1) waiting.shift()?.();
  };
  const drain = () => {
    while (waiting.length > 0) waiting.shift()?.();
  };
  return { log, reports, send, slice, drain };
}

const withSubnets = (...ids: string[]): Design => ({
  ...emptyDesign('t'),
  resources: Object.fromEntries(ids.map((id) => [id, { kind: 'subnet' as const }])),
});

/** What follows the tiers. */
const rest = ['findings', 'exposure', 'fix', 'open rules', 'fix'];

describe('the analyzer', () => {
  it('tells tiers, findings and exposure of a design, then that it is done', () => {
    const { reports, send, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    drain();
    expect(reports.map(({ kind }) => kind)).toEqual([
      'tiers',
      'findings',
      'exposure',
      'done',
      'findings',
      'openRules',
    ]);
    expect(reports.at(-3)).toEqual({ kind: 'done', version: 1, milliseconds: 0, pairs: 2 });
  });

  it('judges intents one by one before it is done, and tells when none is left', () => {
    const { log, reports, send, drain } = handDriven();
    const design = withSubnets('s-1');
    send({ kind: 'replace', version: 1, design: { ...design, intents: { kept: {}, lost: {} } } });
    drain();
    expect(log.filter((entry) => entry.startsWith('intent'))).toEqual(['intent kept', 'intent lost']);
    const kinds = reports.map(({ kind }) => kind);
    expect(kinds.indexOf('intents')).toBeLessThan(kinds.indexOf('done'));
    const told = reports.find(({ kind }) => kind === 'intents');
    expect(told?.kind === 'intents' && told.answers.map(({ id, held }) => [id, held])).toEqual([
      ['kept', true],
      ['lost', false],
    ]);
    reports.length = 0;
    send({ kind: 'replace', version: 2, design });
    drain();
    expect(reports.filter(({ kind }) => kind === 'intents')).toEqual([
      { kind: 'intents', version: 2, answers: [] },
    ]);
  });

  it('sends only what changed, and what is gone', () => {
    const { reports, send, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1', 's-2') });
    drain();
    reports.length = 0;
    send({
      kind: 'patch',
      version: 2,
      patches: [
        { member: 'resources', id: 's-1' },
        { member: 'resources', id: 's-3', value: { kind: 'subnet' } },
      ],
    });
    drain();
    expect(reports[0]).toEqual({
      kind: 'tiers',
      version: 2,
      delta: { changed: { 's-3': tiersOf('s-3') }, gone: ['s-1'] },
    });
  });

  it('drops the work of a version when a newer one arrives', () => {
    const { log, reports, send, slice, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    slice(2);
    send({ kind: 'replace', version: 2, design: withSubnets('s-2') });
    drain();
    expect(log).toEqual(['compile s-1', 'tiers', 'compile s-2', 'tiers', ...rest]);
    expect(reports.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  });

  it('answers a question before it goes on, and only the newest of those that wait', () => {
    const { log, reports, send, slice, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    slice(1);
    send({ kind: 'ask', ask: 1, topic: 'path', question: { from: 'a', to: 'b' } });
    send({ kind: 'ask', ask: 2, topic: 'path', question: { from: 'c', to: 'd' } });
    drain();
    expect(log).toEqual(['compile s-1', 'reach c', 'tiers', ...rest]);
    expect(reports.find(({ kind }) => kind === 'answer')).toMatchObject({ ask: 2, version: 1 });
  });

  it('tells a path at once and its fixes once they are tried; a proof has none', () => {
    const { log, reports, send, slice, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    slice(1);
    send({ kind: 'ask', ask: 1, topic: 'path', question: { from: 'blocked 1', to: 'b' } });
    send({ kind: 'ask', ask: 2, topic: 'proof', question: { from: 'blocked 2', to: 'b' } });
    send({ kind: 'weigh', ask: 3, actions: [] });
    drain();
    expect(log.slice(1, 5)).toEqual(['reach blocked 1', 'reach blocked 2', 'try blocked 1', 'weigh 0']);
    expect(reports.filter(({ kind }) => kind === 'answer')).toMatchObject([
      { ask: 1, fixes: 'likely' },
      { ask: 2, fixes: 'tried' },
      { ask: 1, fixes: 'tried' },
    ]);
    expect(reports.find(({ kind }) => kind === 'weighed')).toMatchObject({ ask: 3, opens: noFlows });
  });

  it('takes open rules from the check where that has them already', () => {
    const { log, reports, send, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: { ...withSubnets('s-1'), coverage: [] } });
    drain();
    expect(log).not.toContain('open rules');
    expect(reports.at(-1)).toEqual({ kind: 'openRules', version: 1, findings: [] });
  });

  it('tries no fixes of a question that a newer one replaced', () => {
    const { log, send, slice, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    send({ kind: 'ask', ask: 1, topic: 'path', question: { from: 'blocked 1', to: 'b' } });
    slice(1);
    send({ kind: 'ask', ask: 2, topic: 'path', question: { from: 'free', to: 'b' } });
    drain();
    expect(log.filter((line) => line.startsWith('try'))).toEqual([]);
  });

  it('tries rows that are looked at once the rest is told, before fixes, and again for each version', () => {
    const { log, reports, send, drain } = handDriven();
    send({ kind: 'watch', ask: 1, of: ['sg-two'], rowsOf: ['sg-two'] });
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    drain();
    expect(log.slice(1, 6)).toEqual(['tiers', 'findings', 'exposure', 'row sg-two 0', 'row sg-two 1']);
    send({ kind: 'replace', version: 2, design: withSubnets('s-1') });
    drain();
    expect(reports[0]?.kind).toBe('ruleUsers');
    expect(reports.filter(({ kind }) => kind === 'rowUse').map(({ version }) => version)).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it('looks at other rows without analysing anew', () => {
    const { log, send, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    drain();
    log.length = 0;
    send({ kind: 'watch', ask: 1, of: ['sg-two'], rowsOf: ['sg-two'] });
    send({ kind: 'watch', ask: 2, of: ['sg-two'], rowsOf: [] });
    drain();
    expect(log).toEqual([]);
    send({ kind: 'watch', ask: 3, of: ['sg-two', 'sg-none'], rowsOf: ['sg-two', 'sg-none'] });
    drain();
    expect(log).toEqual(['row sg-two 0', 'row sg-two 1']);
  });

  it('answers what is being typed before the rest, and only the newest of it', () => {
    const { log, reports, send, slice, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    slice(1);
    send({ kind: 'trial', ask: 1, patches: [] });
    send({ kind: 'trial', ask: 2, patches: [] });
    send({ kind: 'lookup', ask: 3, table: 'rtb-1', address: '10.0.0.9' });
    drain();
    expect(log.slice(1, 5)).toEqual(['look rtb-1 10.0.0.9', 'trial', 'tiers', 'findings']);
    expect(reports.filter(({ kind }) => kind === 'tried')).toMatchObject([{ ask: 2, version: 1 }]);
  });

  it('tells who reaches an end before the rest, and again for each version', () => {
    const { log, reports, send, slice, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    slice(1);
    send({ kind: 'reachable', ask: 1, question: { end: 's-1', direction: 'to' } });
    send({ kind: 'ask', ask: 2, topic: 'path', question: { from: 'a', to: 'b' } });
    drain();
    expect(log.slice(1, 6)).toEqual(['reach a', 'who to s-1', 'reach of internet', 'reach of i-1', 'tiers']);
    const told = reports.filter(({ kind }) => kind === 'reachable');
    expect(told).toMatchObject([{ ask: 1, version: 1, part: 'first', rest: 'none' }]);
    send({ kind: 'patch', version: 2, patches: [] });
    drain();
    expect(reports.filter(({ kind }) => kind === 'reachable').map(({ version }) => version)).toEqual([1, 2]);
  });

  it('tells of an end that nobody knows, and of none when nobody looks', () => {
    const { log, reports, send, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    send({ kind: 'reachable', ask: 1, question: { end: 'nobody', direction: 'from' } });
    drain();
    expect(reports.filter(({ kind }) => kind === 'notReachable')).toMatchObject([{ ask: 1, version: 1 }]);
    send({ kind: 'reachable', ask: 2 });
    send({ kind: 'patch', version: 2, patches: [] });
    drain();
    expect(log.filter((line) => line.startsWith('who'))).toEqual(['who from nobody']);
  });

  it('tries fixes of what is in view first', () => {
    const { log, send, drain } = handDriven();
    send({ kind: 'visible', ids: ['i-seen'] });
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    drain();
    expect(log.filter((line) => line.startsWith('fix'))).toEqual(['fix i-seen', 'fix i-seen']);
  });

  it('reports a fault with its version and goes on with the next design', () => {
    const { reports, send, drain } = handDriven('no such rule');
    send({ kind: 'replace', version: 4, design: withSubnets('s-1') });
    drain();
    send({ kind: 'replace', version: 5, design: withSubnets('s-1') });
    drain();
    expect(reports).toMatchObject([
      { kind: 'failed', version: 4, message: 'no such rule' },
      { kind: 'failed', version: 5, message: 'no such rule' },
    ]);
  });
});

describe('a delta', () => {
  const cases: readonly (readonly [
    string,
    Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>,
    unknown,
  ])[] = [
    ['nothing', { a: [1] }, { a: [1] }, { changed: {}, gone: [] }],
    ['a new entry', {}, { a: 1 }, { changed: { a: 1 }, gone: [] }],
    ['one that is gone', { a: 1 }, {}, { changed: {}, gone: ['a'] }],
    [
      'a change deep inside',
      { a: { b: [{ c: 1 }] } },
      { a: { b: [{ c: 2 }] } },
      { changed: { a: { b: [{ c: 2 }] } }, gone: [] },
    ],
    [
      'a member more',
      { a: { b: 1 } },
      { a: { b: 1, c: undefined } },
      { changed: { a: { b: 1, c: undefined } }, gone: [] },
    ],
    ['a list where an object was', { a: {} }, { a: [] }, { changed: { a: [] }, gone: [] }],
  ];
  it.each(cases)('of %s', (_, before, after, expected) => {
    const delta = deltaBetween(before, after);
    expect(delta).toEqual(expected);
    expect(applyDelta(before, delta)).toEqual(after);
  });

  it('that says nothing leaves the map itself', () => {
    const map = { a: 1 };
    expect(applyDelta(map, { changed: {}, gone: [] })).toBe(map);
  });
});

it('tells who reaches an end a slice at a time, with questions between', () => {
  const log: string[] = [];
  const reports: AnalyzerReport[] = [];
  const waiting: (() => void)[] = [];
  let time = 0;
  const send = createAnalyzer({
    engine: recorder(log),
    post: (report) => reports.push(report),
    later: (work) => waiting.push(work),
    now: () => (time += 9),
  });
  send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
  send({ kind: 'reachable', ask: 1, question: { end: 's-1', direction: 'to' } });
  waiting.shift()?.();
  send({ kind: 'ask', ask: 2, topic: 'path', question: { from: 'a', to: 'b' } });
  while (waiting.length > 0) waiting.shift()?.();
  expect(log.slice(0, 5)).toEqual([
    'compile s-1',
    'who to s-1',
    'reach of internet',
    'reach a',
    'reach of i-1',
  ]);
  const told = reports.flatMap((report) => (report.kind === 'reachable' ? [report] : []));
  expect(told.map(({ part, rest }) => `${part} ${rest}`)).toEqual(['first more', 'more more', 'more none']);
  const { news } = told[0] ?? {};
  expect(news).toEqual({ ids: ['internet'], parts: [entry('').allowed, []], facts: [[]] });
  // What was told once is only a number from then on.
  expect(told[1]?.news).toEqual({ ids: ['i-1'], parts: [], facts: [] });
});

it('tries fixes for a slice at a time, with questions between', () => {
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  let clock = 0;
  const send = createAnalyzer({
    engine: {
      ...recorder(log),
      offerFixes: function* offer() {
        for (let step = 1; step <= 9; step += 1) {
          log.push(`step ${step}`);
          clock += 3;
          yield () => [];
        }
        return [];
      },
    },
    post: () => undefined,
    later: (work) => waiting.push(work),
    now: () => clock,
  });
  send({ kind: 'replace', version: 1, design: withSubnets('a') });
  while (!log.includes('step 1')) waiting.shift()?.();
  send({ kind: 'ask', ask: 1, topic: 'proof', question: { from: 'x', to: 'y' } });
  while (!log.includes('step 4')) waiting.shift()?.();
  expect(log.slice(log.indexOf('step 1'))).toEqual([
    'step 1',
    'step 2',
    'step 3',
    'reach x',
    'step 4',
    'step 5',
    'step 6',
  ]);
});
