import { describe, expect, it } from 'vitest';
import type { FamilyAnswer, Hop, Leg, ReachAnswer } from '../../engine/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import { familiesThatApply, shownFamily, toldHops } from '../../app/index.ts';
import {
  addressWords,
  deciderOf,
  headerEnds,
  headlineOf,
  hopLines,
  legTitle,
  ruleOf,
  sentHeader,
} from './answer.ts';

const telling = {
  path: pathTexts.en,
  context: { language: 'en' as const, nameOf: (id: string) => id },
  targetOf: (_: string, destination: string) => (destination === '0.0.0.0/0' ? 'igw-1' : undefined),
  addressAs: (address: string) => address,
};

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

  it('stands beside the other where both apply', () => {
    expect(familiesThatApply(both).map(({ family: of }) => of)).toEqual([4, 6]);
    expect(familiesThatApply(onlySix).map(({ family: of }) => of)).toEqual([6]);
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
      { action: 'forward', resource: 'rtb-1', because: { resource: 'rtb-1', rule: '0.0.0.0/0' } },
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
  const stopped = leg('blocked', [
    hop({}),
    hop({ action: 'deny' }),
    hop({ header: { ...header, src: '3.1.1.1' } }),
    hop({ action: 'drop' }),
    hop({ action: 'deliver' }),
  ]);
  const lines = hopLines(stopped, 4);

  it('tells the header at the start and where it changes', () => {
    expect(lines.map(({ header: told }) => told?.src)).toEqual([
      '10.0.0.20',
      undefined,
      '3.1.1.1',
      '10.0.0.20',
    ]);
  });

  it('stops at each deny, goes on untravelled between them, and tells nothing behind the last', () => {
    expect(lines.map(({ state, index, number }) => [state, index, number])).toEqual([
      ['passed', 4, 1],
      ['stopped', 5, 2],
      ['never', 6, 3],
      ['stopped', 7, 4],
    ]);
    expect(toldHops(stopped)).toHaveLength(4);
    expect(toldHops(leg('reachable', [hop({}), hop({})]))).toHaveLength(2);
  });

  it('lets nothing pass for sure where a fact is missing', () => {
    const subnet = hop({ resource: 'subnet-1', kind: 'subnet' });
    const missing = [{ fact: 'network-acl-of', resource: 'subnet-1' }];
    const states = (unknowns: typeof missing) =>
      hopLines(leg('undetermined', [hop({}), subnet]), 0, undefined, unknowns).map(({ state }) => state);
    expect(states(missing)).toEqual(['passed', 'untold']);
    expect(states([])).toEqual(['passed', 'passed']);
  });

  it('travels nothing of a reply to a request that never arrives', () => {
    const states = hopLines(leg('reachable', [hop({}), hop({})]), 0, undefined, [], 'stopped');
    expect(states.map(({ state }) => state)).toEqual(['never', 'never']);
  });

  it('knows what the first hop gets, so that its translation can be told', () => {
    const changed = { ...header, dst: '10.0.0.9' };
    const answer = family({
      source: header.src,
      destination: '3.1.1.1',
      forward: leg('reachable', [hop({ action: 'translate', header: changed })]),
    });
    const [line] = hopLines(answer.forward, 0, sentHeader(answer, 'request'));
    expect(line && ruleOf(line.hop, line.before, telling)).toBe('3.1.1.1 → 10.0.0.9');
    expect(sentHeader(answer, 'reply')).toMatchObject({ src: '10.0.0.9', dst: '10.0.0.20', srcPort: '5432' });
  });
});

describe('headerEnds', () => {
  it.each([
    [header, ['10.0.0.20:49152', '10.0.20.10:5432']],
    [{ ...header, src: '2001:db8::1' }, ['[2001:db8::1]:49152', '10.0.20.10:5432']],
    [{ ...header, srcPort: '', dstPort: '' }, ['10.0.0.20', '10.0.20.10']],
  ])('writes %j', (value, wanted) => {
    expect(headerEnds(value)).toEqual(wanted);
  });
});

describe('the address of a NAT gateway that the design does not tell', () => {
  const list = '10.0.0.4/30, 10.0.0.8/29, …';
  const nat: Partial<Hop> = { resource: 'nat-1', kind: 'natGateway', action: 'translate', at: 'subnet-1' };
  const through = (src: string) =>
    family({ forward: leg('reachable', [hop({ ...nat, header: { ...header, src } })]) });
  it.each([
    [list, list, 'nat-1', 'its private address in subnet-1'],
    [list, list, 'igw-1', 'private address of nat-1'],
    ['10.0.0.9', '10.0.0.9', 'nat-1', '10.0.0.9'],
    [list, '10.0.0.20', 'nat-1', '10.0.0.20'],
  ])('%s: %s at %s is %s', (src, address, at, wanted) => {
    expect(addressWords(through(src), telling)(address, at)).toBe(wanted);
  });

  it('is told in words where it translates', () => {
    const addressAs = addressWords(through(list), telling);
    const rule = ruleOf(hop({ ...nat, header: { ...header, src: list } }), header, { ...telling, addressAs });
    expect(rule).toBe('10.0.0.20 → its private address in subnet-1');
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

  it('says of no traffic that it passes only, where a part of the ends is what passes', () => {
    const body = (ports: string) => {
      const answer = family({ verdict: 'partial', allowed: [{ protocol: 'tcp', ports }] });
      return headlineOf(reach({}), { family: 4, answer }, telling).body;
    };
    expect(body('5432')).toBe('web-1 reaches db-1 for a part of what was asked.');
    expect(body('443')).toBe('web-1 reaches db-1 on TCP 443 only.');
  });

  it.each([
    ['reachable', 'Reachable, though an intent says never'],
    ['partial', 'Partly reachable, though an intent says never'],
    ['blocked', 'Blocked'],
  ] as const)('says at once that what is %s must not be', (verdict, title) => {
    const answer = family({ verdict });
    const headline = headlineOf(reach({}), { family: 4, answer }, { ...telling, isForbidden: true });
    expect(headline.title).toBe(title);
  });

  it.each<[string, Partial<ReachAnswer>, string | RegExp]>([
    [
      'a block that is asked from',
      { from: { id: '10.0.0.0/16', kind: 'block' } },
      /\. For example from web-1 \(10\.0\.0\.20\)\.$/,
    ],
    [
      'a block that is asked for',
      { to: { id: '10.0.20.0/24', kind: 'block' } },
      /\. For example to db-1 \(10\.0\.20\.10\)\.$/,
    ],
    ['ends that are things', {}, /returns\.$/],
    ['an address', { from: { id: '10.0.0.20', kind: 'address' } }, /returns\.$/],
  ])('says what speaks for %s', (_, asked, wanted) => {
    const answer = family({
      source: '10.0.0.20',
      destination: '10.0.20.10',
      forward: leg('reachable', [hop({ at: 'web-1' }), hop({ resource: 'db-1', action: 'deliver' })]),
    });
    const { body } = headlineOf({ ...reach({}), ...asked }, { family: 4, answer }, telling);
    expect(body).toMatch(wanted);
  });

  it('leaves no spaces around the word for the internet in Japanese', () => {
    const words = { path: pathTexts.ja, context: { language: 'ja' as const, nameOf: (id: string) => id } };
    const asked = { ...reach({}), to: { id: 'インターネット', kind: 'internet' } };
    const headline = headlineOf(asked, { family: 4, answer: family({}) }, words);
    expect(headline.body).toBe('web-1 からインターネットへ TCP 5432 で到達でき、応答も戻ります。');
  });
});

describe('legTitle', () => {
  it.each<[Leg, 'request' | 'reply' | 'would reply', string]>([
    [leg('reachable'), 'request', 'Request arrives'],
    [leg('blocked', [hop({}), hop({ action: 'drop' })]), 'reply', 'Reply stops at hop 2'],
    [leg('blocked'), 'request', 'Request is blocked'],
    [leg('undetermined'), 'reply', 'Reply: cannot tell'],
    [leg('reachable'), 'reply', 'Reply arrives'],
    [leg('reachable'), 'would reply', 'Reply would arrive'],
    [leg('blocked', [hop({ action: 'drop' })]), 'would reply', 'Reply would stop at hop 1'],
    [leg('blocked'), 'would reply', 'Reply would be blocked'],
  ])('%#', (value, which, wanted) => {
    expect(legTitle(value, which, telling.path)).toBe(wanted);
  });
});

describe('deciderOf', () => {
  const dropping: Leg = {
    ...leg('blocked'),
    blockers: [
      {
        code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
        direction: 'forward',
        family: 4,
        resource: 'db-1',
        parameters: { gateway: 'igw-1' },
        fixes: [],
      },
    ],
  };
  it.each<[Partial<Hop>, string]>([
    [{ action: 'forward', resource: 'igw-1', because: { resource: 'rtb-1', rule: '0.0.0.0/0' } }, 'rtb-1'],
    [{ action: 'deliver', resource: 'db-1' }, 'db-1'],
    [{ resource: 'eni-1', because: { resource: 'sg-1', rule: 'inbound 1' } }, 'sg-1'],
    [{ action: 'drop', resource: 'db-1' }, 'igw-1'],
    [{ action: 'drop', resource: 'rtb-1' }, 'rtb-1'],
  ])('%#', (part, wanted) => {
    expect(deciderOf(dropping, hop(part))).toBe(wanted);
  });
});
