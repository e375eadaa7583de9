import { describe, expect, it, vi } from 'vitest';
import type { SubnetTiers, Tier, TierOfFamily } from '../engine/index.ts';
import { emptyDesign, type Design } from '../model/index.ts';
import { startAnnouncer, whatChanged } from './announcer.ts';
import { noAnswers, type Answers, type FindingAnswer, type Severity } from './answers.ts';
import { createAppStore } from './store.ts';
import { findingOf } from './finding.test-support.ts';

const names = ['app-a', 'app-c', 'data-a', 'data-c'];
const design: Design = {
  ...emptyDesign('d'),
  resources: Object.fromEntries(names.map((name) => [name, { kind: 'subnet', tags: { Name: name } }])),
};

const family = (tier: Tier): TierOfFamily => ({
  tier,
  because: [],
  through: [],
  undetermined: false,
  unknowns: [],
  assumptions: [],
});
const tierOf = (id: string, tier: Tier): SubnetTiers => ({
  id,
  families: { 4: family(tier), 6: family('isolated') },
});

const finding = (key: string, severity: Severity, more: Partial<FindingAnswer> = {}): FindingAnswer =>
  findingOf(key, severity, {
    resource: 'app-a',
    message: { en: `${key} happens.`, ja: `${key} が起きます。` },
    ...more,
  });

const answers = (
  tiers: Readonly<Record<string, Tier>>,
  findings: readonly FindingAnswer[] = [],
  version = 1,
): Answers => ({
  ...noAnswers,
  version,
  tiers: Object.fromEntries(Object.entries(tiers).map(([id, tier]) => [id, tierOf(id, tier)])),
  findings,
});

const all = (tier: Tier): Readonly<Record<string, Tier>> =>
  Object.fromEntries(names.map((name) => [name, tier]));

describe('whatChanged', () => {
  const cases: readonly (readonly [string, Answers, Answers, string | undefined, string | undefined])[] = [
    ['nothing', answers({ 'app-a': 'public' }), answers({ 'app-a': 'public' }), undefined, undefined],
    [
      'a tier and an error',
      answers({ 'app-a': 'private' }),
      answers({ 'app-a': 'public' }, [finding('x', 'error')]),
      'app-a is now public. 1 new error: x happens.',
      'app-a はパブリックになりました。新しい指摘: エラー 1 件。x が起きます。',
    ],
    [
      'a tier',
      answers({ 'app-a': 'private' }),
      answers({ 'app-a': 'public' }),
      'app-a is now public.',
      'app-a はパブリックになりました。',
    ],
    [
      'a finding that stays',
      answers({}, [finding('x', 'error')]),
      answers({}, [finding('x', 'error')]),
      undefined,
      undefined,
    ],
    [
      'a finding',
      answers({}),
      answers({}, [finding('x', 'error')]),
      '1 new error: x happens.',
      '新しい指摘: エラー 1 件。x が起きます。',
    ],
    [
      'a finding that was accepted',
      answers({}),
      answers({}, [finding('x', 'error', { muted: { reason: 'wanted' } })]),
      undefined,
      undefined,
    ],
    [
      'two tiers alike',
      answers({ 'app-a': 'private', 'app-c': 'private' }),
      answers({ 'app-a': 'egress', 'app-c': 'egress' }),
      'app-a and app-c are now egress only.',
      'app-a、app-c は外向きのみになりました。',
    ],
    [
      'many tiers',
      answers(all('private')),
      answers(all('isolated')),
      '4 subnets are now isolated.',
      '4 個のサブネットが隔離になりました。',
    ],
    [
      'findings of two sorts, the worst told',
      answers({}),
      answers({}, [finding('w', 'warning'), finding('e', 'error'), finding('f', 'error')]),
      '2 new errors, 1 new warning: e happens.',
      '新しい指摘: エラー 2 件、警告 1 件。e が起きます。',
    ],
    [
      "muted ones and those of another's fix are not told",
      answers({}),
      answers({}, [
        finding('m', 'error', { muted: { reason: 'known' } }),
        finding('c', 'error', { causedBy: 'm' }),
      ]),
      undefined,
      undefined,
    ],
    [
      'one gone',
      answers({}, [finding('x', 'error')]),
      answers({}),
      '1 finding is gone.',
      '指摘が 1 件なくなりました。',
    ],
    [
      'a new subnet that leads nowhere is no news',
      answers({ 'app-a': 'public' }),
      answers({ 'app-a': 'public', 'app-c': 'isolated' }),
      undefined,
      undefined,
    ],
    [
      'a new subnet that was led out at once is',
      answers({}),
      answers({ 'app-c': 'public' }),
      'app-c is now public.',
      'app-c はパブリックになりました。',
    ],
  ];
  it.each(cases)('%s', (_, before, after, en, ja) => {
    const told = whatChanged(design, before, after);
    expect(told?.en).toBe(en);
    expect(told?.ja).toBe(ja);
  });
});

describe('startAnnouncer', () => {
  it('compares a first edit with the design as it was opened, however soon it comes', () => {
    vi.useFakeTimers();
    const store = createAppStore({ design });
    const stop = startAnnouncer(store, (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    });
    const answer = (tier: Tier, version: number) =>
      store.api.setState({ answers: answers({ 'app-a': tier }, [], version) });
    answer('private', store.api.getState().version);
    vi.advanceTimersByTime(100);
    store.edit({ en: 'x', ja: 'x' }, (now) => ({ ...now, name: 'two' }));
    answer('public', store.api.getState().version);
    vi.advanceTimersByTime(700);
    expect(store.api.getState().announcement?.text.en).toBe('app-a is now public.');
    stop();
    vi.useRealTimers();
  });

  it('waits until 700 ms after the last edit, and tells once', () => {
    vi.useFakeTimers();
    const store = createAppStore({ design });
    const stop = startAnnouncer(store, (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    });
    const answer = (tier: Tier, version: number) =>
      store.api.setState({ answers: answers({ 'app-a': tier }, [], version) });
    const rename = (name: string) =>
      store.edit({ en: 'x', ja: 'x' }, (now) => ({
        ...now,
        resources: { ...now.resources, 'app-a': { kind: 'subnet', tags: { Name: name } } },
      }));
    rename('one');
    answer('private', 1);
    vi.advanceTimersByTime(700);
    expect(store.api.getState().announcement).toBeUndefined();

    rename('two');
    answer('public', 2);
    vi.advanceTimersByTime(600);
    rename('three');
    answer('public', 3);
    vi.advanceTimersByTime(600);
    expect(store.api.getState().announcement).toBeUndefined();
    vi.advanceTimersByTime(100);
    expect(store.api.getState().announcement?.text.en).toBe('three is now public.');

    rename('four');
    answer('public', 4);
    vi.advanceTimersByTime(700);
    expect(store.api.getState().announcement?.serial).toBe(1);
    expect(store.api.getState().news).toBe('none');
    stop();
    vi.useRealTimers();
  });
});
