import { describe, expect, it } from 'vitest';
import type { FamilyAnswer, Hop, Leg, ReachAnswer } from '../../engine/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import {
  deciderOf,
  headerText,
  headlineOf,
  hopLines,
  legTitle,
  plainText,
  ruleOf,
  shownFamily,
} from './answer.ts';

const telling = { path: pathTexts.en, context: { language: 'en' as const, nameOf: (id: string) => id } };

const header = { src: '10.0.0.20', dst: '10.0.20.10', protocol: 'tcp', srcPort: '49152', dstPort: '5432' };
const hop = (more: Partial<Hop>): Hop => ({
  resource: 'sg-1',
  kind: 'securityGroup',
  action: 'allow',
  header,
  ...more,
});

const leg = (verdict: Leg['verdict'], hops: readonly Hop[] = []): Leg => ({ verdict, hops, blockers: [] });

const family = (more: Partial<FamilyAnswer>): FamilyAnswer => ({
  verdict: 'reachable',
  forward: leg('reachable'),
  return: leg('reachable'),
  allowed: [],
  blockers: [],
  alternatives: [],
  unknowns: [],
  assumptions: [],
  advisories: [],
  ...more,
});

const reach = (families: ReachAnswer['families']): ReachAnswer => ({
  from: { id: 'web-1', kind: 'instance' },
  to: { id: 'db-1', kind: 'instance' },
  protocol: 'tcp',
  port: '5432',
  verdict: 'blocked',
  families,
});

describe('shownFamily', () => {
  const both = reach({ 4: family({}), 6: family({ verdict: 'blocked' }) });
  const onlySix = reach({ 4: family({ verdict: 'not-applicable' }), 6: family({}) });
  it.each([
    ['both', both, 4],
    ['6', both, 6],
    ['both', onlySix, 6],
    ['4', onlySix, 4],
  ] as const)('asked for %s', (ipVersion, answer, wanted) => {
    expect(shownFamily(answer, ipVersion)?.family).toBe(wanted);
  });
});

describe('ruleOf', () => {
  it.each<[string, Partial<Hop>, string]>([
    ['a group rule', { because: { resource: 'sg-1', rule: 'outbound 1' } }, 'outbound rule 1'],
    ['an entry', { because: { resource: 'acl-1', rule: '100' }, side: 'in' }, 'inbound rule 100'],
    [
      'the closing entry',
      { action: 'deny', because: { resource: 'acl-1', rule: '32767' }, side: 'out' },
      'outbound rule *',
    ],
    ['no rule', { action: 'deny' }, 'no rule allows it'],
    ['a tracked reply', { tracked: true }, 'stateful, no rule needed'],
    [
      'a local route',
      { action: 'forward', resource: 'rtb-1', because: { resource: 'rtb-1', rule: '10.0.0.0/16' } },
      '10.0.0.0/16 → local',
    ],
    [
      'a route',
      { action: 'forward', resource: 'igw-1', because: { resource: 'rtb-1', rule: '0.0.0.0/0' } },
      '0.0.0.0/0 → igw-1',
    ],
    ['a delivery', { action: 'deliver' }, 'interface 10.0.20.10'],
  ])('tells %s', (_, part, wanted) => {
    expect(ruleOf(hop(part), undefined, telling)).toBe(wanted);
  });

  it('tells a translation by what changed', () => {
    expect(ruleOf(hop({ action: 'translate', header: { ...header, src: '3.1.1.1' } }), header, telling)).toBe(
      '10.0.0.20 → 3.1.1.1',
    );
  });
});

describe('hopLines', () => {
  const lines = hopLines(
    leg('blocked', [hop({}), hop({ action: 'deny' }), hop({ header: { ...header, src: '3.1.1.1' } })]),
    4,
  );

  it('tells the header at the start and where it changes', () => {
    expect(lines.map(({ header: told }) => told)).toEqual([
      '10.0.0.20:49152 → 10.0.20.10:5432',
      undefined,
      '3.1.1.1:49152 → 10.0.20.10:5432',
    ]);
  });

  it('stops at the first deny and goes on untravelled, numbered behind the request', () => {
    expect(lines.map(({ state, index, number }) => [state, index, number])).toEqual([
      ['passed', 4, 1],
      ['stopped', 5, 2],
      ['never', 6, 3],
    ]);
  });
});

describe('headerText', () => {
  it.each([
    [header, '10.0.0.20:49152 → 10.0.20.10:5432'],
    [{ ...header, src: '2001:db8::1' }, '[2001:db8::1]:49152 → 10.0.20.10:5432'],
    [{ ...header, srcPort: '', dstPort: '' }, '10.0.0.20 → 10.0.20.10'],
  ])('writes %j', (value, wanted) => {
    expect(headerText(value)).toBe(wanted);
  });
});

describe('headlineOf', () => {
  const blocker = {
    code: 'NO_ROUTE_TO_DESTINATION',
    direction: 'forward',
    family: 4,
    resource: 'rtb-1',
    parameters: { destination: '0.0.0.0/0' },
    fixes: [],
  } as const;
  it.each<[string, FamilyAnswer, string, string | undefined]>([
    ['reachable', family({}), 'Reachable', undefined],
    [
      'partial',
      family({ verdict: 'partial', allowed: [{ protocol: 'tcp', ports: '443' }] }),
      'Partly reachable',
      undefined,
    ],
    [
      'blocked',
      family({ verdict: 'blocked', forward: leg('blocked'), blockers: [blocker] }),
      'Blocked',
      blocker.code,
    ],
    [
      'blocked on the way back',
      family({ verdict: 'blocked', return: leg('blocked'), blockers: [{ ...blocker, direction: 'return' }] }),
      'Blocked on the way back',
      blocker.code,
    ],
    ['undetermined', family({ verdict: 'undetermined' }), 'Cannot tell', undefined],
    ['not-applicable', family({ verdict: 'not-applicable' }), 'Does not apply', undefined],
  ])('says %s', (_, answer, title, code) => {
    const headline = headlineOf(reach({ 4: answer }), { family: 4, answer }, telling);
    expect([headline.title, headline.code]).toEqual([title, code]);
    expect(headline.body).not.toBe('');
  });
});

describe('legTitle', () => {
  it.each<[Leg, 'request' | 'reply', string]>([
    [leg('reachable'), 'request', 'Request arrives'],
    [leg('blocked', [hop({}), hop({ action: 'drop' })]), 'reply', 'Reply stops at hop 2'],
    [leg('blocked'), 'request', 'Request is blocked'],
    [leg('undetermined'), 'reply', 'Reply: cannot tell'],
  ])('%#', (value, which, wanted) => {
    expect(legTitle(value, which, telling.path)).toBe(wanted);
  });
});

describe('deciderOf', () => {
  it.each<[Partial<Hop>, string]>([
    [{ action: 'forward', resource: 'igw-1', because: { resource: 'rtb-1', rule: '0.0.0.0/0' } }, 'rtb-1'],
    [{ action: 'deliver', resource: 'db-1' }, 'db-1'],
    [{ resource: 'eni-1', because: { resource: 'sg-1', rule: 'inbound 1' } }, 'sg-1'],
  ])('%#', (part, wanted) => {
    expect(deciderOf(hop(part))).toBe(wanted);
  });
});

describe('plainText', () => {
  it('holds the question, the verdict and every hop', () => {
    const answer = family({
      forward: leg('reachable', [hop({ because: { resource: 'sg-1', rule: 'outbound 1' } })]),
    });
    const written = plainText(reach({ 4: answer }), { family: 4, answer }, telling);
    expect(written.split('\n')).toEqual([
      'web-1 → db-1, TCP 5432, IPv4',
      'Reachable',
      'web-1 reaches db-1 on TCP 5432, and the reply returns.',
      '',
      'Request arrives',
      '1. sg-1 allows it (outbound rule 1) (10.0.0.20:49152 → 10.0.20.10:5432)',
    ]);
  });
});
