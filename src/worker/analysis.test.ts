import { describe, expect, it } from 'vitest';
import type { Network, SubnetTiers } from '../engine/index.ts';
import type { Check } from '../findings/index.ts';
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
    askExposure: () => {
      log.push('exposure');
      return { inbound: [], outbound: [] };
    },
    askReach: (_, question) => {
      log.push(`reach ${question.from}`);
      return { ok: false, problem: { code: 'unknown-end', parameters: {} } };
    },
    beginCheck: () => {
      log.push('findings');
      return { answers: [] } as unknown as Check;
    },
    offerFixes: function* offer() {
      log.push('fix');
      yield [];
      return [];
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

describe('the analyzer', () => {
  it('tells tiers, findings and exposure of a design, then that it is done', () => {
    const { reports, send, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    drain();
    expect(reports.map(({ kind }) => kind)).toEqual(['tiers', 'findings', 'exposure', 'done', 'findings']);
    expect(reports.at(-2)).toEqual({ kind: 'done', version: 1, milliseconds: 0, pairs: 2 });
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
    expect(log).toEqual(['compile s-1', 'tiers', 'compile s-2', 'tiers', 'findings', 'exposure', 'fix']);
    expect(reports.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  });

  it('answers a question before it goes on, and only the newest of those that wait', () => {
    const { log, reports, send, slice, drain } = handDriven();
    send({ kind: 'replace', version: 1, design: withSubnets('s-1') });
    slice(1);
    send({ kind: 'ask', ask: 1, question: { from: 'a', to: 'b' } });
    send({ kind: 'ask', ask: 2, question: { from: 'c', to: 'd' } });
    drain();
    expect(log).toEqual(['compile s-1', 'reach c', 'tiers', 'findings', 'exposure', 'fix']);
    expect(reports.find(({ kind }) => kind === 'answer')).toMatchObject({ ask: 2, version: 1 });
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
