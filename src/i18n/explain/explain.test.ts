/** The sentences as a reader sees them, and the catalogue held against the engine's codes. */

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Blocker, Fix, Hop, MissingFact } from '../../engine/index.ts';
import type { AwsAction, Language } from '../../model/index.ts';
import { actions, explainAction } from './actions.ts';
import { advisories, assumptions, explainAdvisory, explainAssumption } from './advisories.ts';
import { blockers, explainBlocker } from './blockers.ts';
import { explainFact, explainMissing, facts } from './facts.ts';
import { explainFix, fixes } from './fixes.ts';
import { explainHop } from './hops.ts';
import { explainProblem } from './problems.ts';
import { namesIn, render } from './template.ts';
import { explainReason, explainReasonShortly, reasons } from './tiers.ts';
import { valueNames } from './values.ts';
import { refusals, states } from './words.ts';

const names: Readonly<Record<string, string>> = {
  'rtb-1': 'private-rt',
  'i-1': 'web',
  'sg-1': 'sg-web',
  'i-2': '社内 DB',
};
const context = (language: Language) => ({ language, nameOf: (id: string) => names[id] ?? id });
const en = context('en');
const ja = context('ja');

const blocker = (
  code: string,
  parameters: Readonly<Record<string, string>>,
  more: Partial<Blocker> = {},
): Blocker => ({
  code,
  direction: 'forward',
  family: 4,
  resource: 'x-1',
  parameters,
  fixes: [],
  ...more,
});

describe('a template', () => {
  const fill = (template: string, language: Language, values: Readonly<Record<string, string>>): string =>
    render(
      template,
      language,
      (name) => values[name],
      () => (language === 'en' ? 'the thing' : '対象'),
    );
  it.each<[string, Language, Record<string, string>, string]>([
    ['{a} to {b}', 'en', { a: 'x', b: 'y' }, 'x to y'],
    ['{a} to {b}', 'en', { a: 'x' }, 'x to the thing'],
    ['{a} to {b}', 'en', { b: 'y' }, 'The thing to y'],
    ['stop[ at {a}].', 'en', { a: 'x' }, 'stop at x.'],
    ['stop[ at {a}].', 'en', {}, 'stop.'],
    ['[{a} is|Nothing is] here', 'en', { a: 'x' }, 'x is here'],
    ['[{a} is|Nothing is] here', 'en', {}, 'Nothing is here'],
    ['{a} から {b} へ', 'ja', { a: 'x', b: 'y' }, 'x から y へ'],
    ['{a} から {b} へ', 'ja', { a: '東京', b: 'y' }, '東京から y へ'],
    ['{a} から {b} へ', 'ja', { a: 'x' }, 'x から対象へ'],
    ['{a}', 'en', { a: '[b|c] {d}' }, '[b|c] {d}'],
  ])('%s in %s with %j', (template, language, values, expected) => {
    expect(fill(template, language, values)).toBe(expected);
  });
});

describe('a name that several kinds of things have', () => {
  const kinds: Readonly<Record<string, Record<Language, string>>> = {
    'acl-1': { en: 'network ACL', ja: 'ネットワーク ACL' },
    'sg-1': { en: 'security group', ja: 'セキュリティグループ' },
    'i-1': { en: 'instance', ja: 'インスタンス' },
    'nat-1': { en: 'NAT gateway', ja: 'NAT ゲートウェイ' },
  };
  const shared = (language: Language) => ({
    language,
    kindOf: (id: string) => kinds[id]?.[language],
    nameOf: (id: string) => (kinds[id] ? `${kinds[id][language]} db` : id),
  });
  const denied = blocker('SUBNET_ACL_RESTRICTION', { acl: 'acl-1', protocol: 'tcp', ports: '22' });
  const unlisted = blocker('ENI_SG_RULES_MISMATCH', { groups: 'sg-9,sg-1', protocol: 'tcp', ports: '22' });
  const missing = (fact: string, parameters: Readonly<Record<string, string>>): MissingFact => ({
    fact,
    resource: 'x-1',
    parameters,
  });
  it.each<[string, (language: Language) => string, string, string]>([
    [
      'begins a sentence with a capital',
      (language) => explainBlocker({ ...denied, side: 'in' }, shared(language)),
      'Network ACL db denies inbound TCP 22.',
      'ネットワーク ACL db が、インバウンドの TCP 22 を拒否しています。',
    ],
    [
      'says its kind among others',
      (language) => explainBlocker({ ...unlisted, side: 'in' }, shared(language)),
      'No inbound rule of sg-9, security group db allows TCP 22.',
      'sg-9、セキュリティグループ db に TCP 22 を許可するインバウンドルールがありません。',
    ],
    [
      'says it once',
      (language) => explainFact(missing('group', { group: 'sg-1' }), shared(language)),
      'security group db',
      'セキュリティグループ db',
    ],
    [
      'says the product as it is written',
      (language) => explainFact(missing('nat-gateway', { nat: 'nat-1' }), shared(language)),
      'NAT gateway db',
      'NAT ゲートウェイ db',
    ],
    [
      'says its kind at a hop',
      (language) =>
        explainHop(
          {
            resource: 'i-1',
            kind: 'instance',
            action: 'deliver',
            header: { src: '', dst: '', protocol: 'tcp', srcPort: '', dstPort: '' },
          },
          shared(language),
        ),
      'delivered to instance db',
      'インスタンス db に届きます',
    ],
  ])('%s', (_, say, inEnglish, inJapanese) => {
    expect([say('en'), say('ja')]).toEqual([inEnglish, inJapanese]);
  });
});

describe('blockers', () => {
  it.each<[Blocker, string, string]>([
    [
      blocker('NO_ROUTE_TO_DESTINATION', { table: 'rtb-1', destination: '8.8.8.8' }),
      'private-rt has no route to 8.8.8.8.',
      'private-rt に 8.8.8.8 へのルートがありません。',
    ],
    [
      blocker(
        'NO_ROUTE_TO_DESTINATION',
        { destination: '10.0.1.5' },
        { resource: 'rtb-1', direction: 'return' },
      ),
      'The reply is dropped. private-rt has no route to 10.0.1.5.',
      '応答は破棄されます。private-rt に 10.0.1.5 へのルートがありません。',
    ],
    [
      blocker(
        'SUBNET_ACL_RESTRICTION',
        { acl: 'acl-1', protocol: 'tcp', ports: '32768-60999', peer: '10.0.1.5' },
        { rule: '32767', side: 'out', at: 'subnet-1' },
      ),
      'acl-1 denies outbound TCP 32768–60999 to 10.0.1.5 at rule *.',
      'acl-1 のルール * が、アウトバウンドの 10.0.1.5 への TCP 32768–60999 を拒否しています。',
    ],
    [
      blocker('SUBNET_ACL_RESTRICTION', {}, { resource: 'acl-9' }),
      'acl-9 denies this traffic.',
      'acl-9 が、この通信を拒否しています。',
    ],
    [
      blocker(
        'ENI_SG_RULES_MISMATCH',
        { groups: 'sg-1,sg-2', protocol: 'tcp', ports: '22', peer: '1.2.3.4' },
        { side: 'in' },
      ),
      'No inbound rule of sg-web, sg-2 allows TCP 22 from 1.2.3.4.',
      'sg-web、sg-2 に 1.2.3.4 からの TCP 22 を許可するインバウンドルールがありません。',
    ],
    [
      blocker('NO_ROUTE_TO_DESTINATION', { table: 'rtb-1', destination: 'internet' }),
      'private-rt has no route to the internet.',
      'private-rt にインターネットへのルートがありません。',
    ],
    [
      blocker('NO_ROUTE_TO_DESTINATION', { reason: 'no-internet-gateway' }, { resource: 'vpc-1' }),
      'vpc-1 has no internet gateway.',
      'vpc-1 にインターネットゲートウェイがありません。',
    ],
    [
      blocker('SG_HAS_NO_RULES', { protocol: 'icmp', ports: '8' }, { side: 'out', resource: 'sg-1' }),
      'ICMP type 8 is not allowed: there are no outbound rules in sg-web.',
      'sg-web にアウトバウンドルールがないため、ICMP タイプ 8 は許可されません。',
    ],
    [
      blocker(
        'BAD_STATE_ROUTE',
        { table: 'rtb-1', target: 'nat-1', targetState: 'deleted' },
        { rule: '0.0.0.0/0' },
      ),
      'The route to 0.0.0.0/0 in private-rt is a blackhole: nat-1 is deleted.',
      'private-rt の 0.0.0.0/0 へのルートはブラックホールです (nat-1: 削除済み)。',
    ],
    [
      blocker('BAD_STATE', { targetState: 'stopped' }, { resource: 'i-2' }),
      '社内 DB is stopped, so nothing passes it.',
      '社内 DB が動作していないため (停止中)、通信できません。',
    ],
    [
      blocker('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', { interface: 'i-1', gateway: 'igw-1' }),
      'web has no public IPv4 address, so igw-1 drops the packet.',
      'web にパブリック IPv4 アドレスがないため、igw-1 で破棄されます。',
    ],
    [
      blocker('REPLY_MISROUTED', { table: 'rtb-1', target: 'nat-1' }, { direction: 'return' }),
      'private-rt sends the reply to nat-1, not to where the request came from.',
      'private-rt は応答を nat-1 に送るため、リクエストの送信元に届きません。',
    ],
    [
      blocker('SOMETHING_NEW', {}, { resource: 'i-1' }),
      'web stops the traffic (SOMETHING_NEW).',
      'web で通信が止まります (SOMETHING_NEW)。',
    ],
  ])('%j', (answer, english, japanese) => {
    expect(explainBlocker(answer, en)).toBe(english);
    expect(explainBlocker(answer, ja)).toBe(japanese);
  });
});

describe('fixes', () => {
  const route: AwsAction = {
    action: 'CreateRoute',
    resource: 'rtb-1',
    parameters: { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' },
  };
  const ingress: AwsAction = {
    action: 'AuthorizeSecurityGroupIngress',
    resource: 'sg-1',
    parameters: { ipProtocol: 'tcp', fromPort: 443, toPort: 443, groupId: 'sg-2' },
  };
  const entry: AwsAction = {
    action: 'CreateNetworkAclEntry',
    resource: 'acl-1',
    parameters: {
      ruleNumber: 99,
      egress: true,
      protocol: '6',
      ruleAction: 'allow',
      cidrBlock: '10.0.0.0/24',
      fromPort: 1024,
      toPort: 65535,
    },
  };
  const fix = (id: string, list: readonly AwsAction[], parameters: Fix['parameters'] = {}): Fix => ({
    id,
    parameters,
    actions: list,
  });
  it.each<[Fix, string, string]>([
    [
      fix('add-route', [route]),
      'Add route 0.0.0.0/0 → nat-1 to private-rt',
      'private-rt にルート 0.0.0.0/0 → nat-1 を追加',
    ],
    [
      fix('allow-in-group', [ingress]),
      'Allow inbound TCP 443 from sg-2 in sg-web',
      'sg-web のインバウンドルールで sg-2 からの TCP 443 を許可',
    ],
    [
      { ...fix('allow-in-group', [ingress]), parameters: { users: 'i-app, i-db' } },
      'Allow inbound TCP 443 from sg-2 in sg-web (also used by i-app, i-db)',
      'sg-web のインバウンドルールで sg-2 からの TCP 443 を許可 (i-app、i-db も使用)',
    ],
    [
      { ...fix('allow-in-group', [ingress]), parameters: { userCount: '4' } },
      'Allow inbound TCP 443 from sg-2 in sg-web (also used by 4 others)',
      'sg-web のインバウンドルールで sg-2 からの TCP 443 を許可 (ほか 4 件も使用)',
    ],
    [
      fix('allow-in-acl', [entry]),
      'Allow outbound TCP 1024–65535 to 10.0.0.0/24 in acl-1 (rule 99)',
      'acl-1 のアウトバウンドで 10.0.0.0/24 への TCP 1024–65535 を許可 (ルール 99)',
    ],
    [
      fix('create-gateway', [
        {
          action: 'CreateEgressOnlyInternetGateway',
          resource: 'vpc-1',
          parameters: { egressOnlyInternetGatewayId: 'eigw-x' },
        },
      ]),
      'Create an egress-only internet gateway for vpc-1',
      'vpc-1 に Egress-Only インターネットゲートウェイを作成',
    ],
    [
      fix('source-dest-check-off', [
        {
          action: 'ModifyNetworkInterfaceAttribute',
          resource: 'eni:i-1',
          parameters: { sourceDestCheck: false },
        },
      ]),
      'Turn off the source/destination check of web',
      'web の送信元/送信先チェックを無効化',
    ],
    [
      fix('rename', [{ action: 'CreateTags', resource: 'i-1', parameters: { name: 'db' } }]),
      'Rename web to db',
      'web の名前を db に変更',
    ],
    [
      fix('unheard-of', [route, entry]),
      'Add route 0.0.0.0/0 → nat-1 to private-rt; Add outbound rule 99 to acl-1: allow TCP 1024–65535 to 10.0.0.0/24',
      'private-rt にルート 0.0.0.0/0 → nat-1 を追加、acl-1 にアウトバウンドルール 99 を追加: 10.0.0.0/24 への TCP 1024–65535 を許可',
    ],
    [
      fix('unheard-of', [{ action: 'RebootInstances', resource: 'i-1', parameters: { dryRun: false } }]),
      'RebootInstances on web: dryRun=false',
      'web に RebootInstances を実行: dryRun=false',
    ],
  ])('%j', (answer, english, japanese) => {
    expect(explainFix(answer, en)).toBe(english);
    expect(explainFix(answer, ja)).toBe(japanese);
  });
});

describe('hops', () => {
  const header = { src: '10.0.0.5', dst: '8.8.8.8', protocol: 'tcp', srcPort: '32768-60999', dstPort: '443' };
  const hop = (more: Partial<Hop>): Hop => ({
    resource: 'x-1',
    kind: 'instance',
    action: 'forward',
    header,
    ...more,
  });
  it.each<[Hop, string, string]>([
    [
      hop({ resource: 'rtb-1', because: { resource: 'rtb-1', rule: '0.0.0.0/0' } }),
      'private-rt forwards it by route 0.0.0.0/0',
      'private-rt のルート 0.0.0.0/0 で転送されます',
    ],
    [
      hop({ resource: 'sg-1', action: 'allow', because: { resource: 'sg-1', rule: 'inbound 2' } }),
      'sg-web allows it (inbound rule 2)',
      'sg-web のインバウンドルール 2 が許可しています',
    ],
    [
      hop({ resource: 'sg-1', action: 'allow', tracked: true }),
      'sg-web lets the reply through: security groups are stateful',
      'セキュリティグループはステートフルなので、応答は sg-web を通ります',
    ],
    [
      hop({ resource: 'acl-1', action: 'deny', because: { resource: 'acl-1', rule: '32767' } }),
      'acl-1 denies it at rule *',
      'acl-1 のルール * が拒否しています',
    ],
    [
      hop({ resource: 'nat-1', action: 'translate', header: { ...header, src: '10.0.9.9' } }),
      'nat-1 changes the source to 10.0.9.9',
      'nat-1 が送信元を 10.0.9.9 に変換します',
    ],
    [hop({ resource: 'i-1', action: 'deliver' }), 'delivered to web', 'web に届きます'],
  ])('%j', (answer, english, japanese) => {
    expect(explainHop(answer, en, header)).toBe(english);
    expect(explainHop(answer, ja, header)).toBe(japanese);
  });
});

it('tells a missing fact as a phrase and as a sentence', () => {
  const missing: MissingFact = { fact: 'routes-of', resource: 'rtb-1' };
  expect(explainFact(missing, en)).toBe('the routes of private-rt');
  expect(explainMissing(missing, en)).toBe('The design lacks the routes of private-rt.');
  expect(explainMissing(missing, ja)).toBe('private-rt のルートがデザインに含まれていません。');
});

it('tells a route that decides a tier', () => {
  const reason = { kind: 'route', table: 'rtb-1', destination: '0.0.0.0/0', target: 'igw-1' } as const;
  expect(explainReason(reason, en)).toBe('private-rt 0.0.0.0/0 → igw-1');
  expect(explainReasonShortly(reason, en)).toBe('0.0.0.0/0 → igw-1');
});

it.each(Object.keys(reasons))('has few words for %s, too', (code) => {
  const reason = { kind: 'fact', code, resource: 'rtb-1' } as const;
  for (const language of ['en', 'ja'] as const) {
    const short = explainReasonShortly(reason, context(language));
    expect(short).not.toBe(code);
    expect(short.length).toBeLessThan(explainReason(reason, context(language)).length);
  }
});

it('tells a question that cannot be asked', () => {
  const problem = { code: 'bad-port', parameters: { text: '99999' } } as const;
  expect(explainProblem(problem, en)).toMatch(/^99999 is not a list of ports\. Write for example 443/u);
});

describe('the catalogue', () => {
  const catalogues = { blockers, advisories, assumptions, facts, fixes, actions, reasons };
  const entries = Object.entries(catalogues).flatMap(([catalogue, codes]) =>
    Object.entries<{ readonly en: string; readonly ja: string }>(codes).map(
      ([code, sentence]): [string, { en: string; ja: string }] => [`${catalogue} ${code}`, sentence],
    ),
  );

  it.each(entries)('%s mentions the same known values in both languages', (_, sentence) => {
    const mentioned = [...new Set(namesIn(sentence.en))].sort();
    expect([...new Set(namesIn(sentence.ja))].sort()).toEqual(mentioned);
    expect(valueNames).toEqual(expect.arrayContaining(mentioned));
  });

  const bare = (language: Language): [string, string][] => [
    ...Object.keys(blockers).map((code): [string, string] => [
      code,
      explainBlocker(blocker(code, {}), context(language)),
    ]),
    ...Object.keys(advisories).map((code): [string, string] => [
      code,
      explainAdvisory({ code, resource: 'x-1' }, context(language)),
    ]),
    ...Object.keys(assumptions).map((code): [string, string] => [
      code,
      explainAssumption({ code, resource: 'x-1' }, context(language)),
    ]),
    ...Object.keys(facts).map((fact): [string, string] => [
      fact,
      explainFact({ fact, resource: 'x-1' }, context(language)),
    ]),
    ...Object.keys(fixes).map((id): [string, string] => [
      id,
      explainFix({ id, parameters: {}, actions: [] }, context(language)),
    ]),
    ...Object.keys(actions).map((action): [string, string] => [
      action,
      explainAction({ action, resource: 'x-1', parameters: {} }, context(language)),
    ]),
  ];
  it.each([...bare('en'), ...bare('ja')])('%s is told without any value: %s', (_, text) => {
    expect(text).not.toMatch(/undefined|[{}[\]|]|^\s|\s$|\s{2}/u);
    expect(text.length).toBeGreaterThan(5);
  });
});

describe('every code of the engine has words', () => {
  const folder = fileURLToPath(new URL('../../engine', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !/\.(test|test-support)\.ts$/u.test(file) && file !== 'answers.ts',
    )
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gmu, ''));
  const found = (pattern: RegExp): string[] => [
    ...new Set(
      sources.flatMap((source) =>
        [...source.matchAll(pattern)].flatMap(([text]) =>
          [...text.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? ''),
        ),
      ),
    ),
  ];
  const codes = Object.keys({ ...blockers, ...advisories, ...assumptions });

  it.each(found(/'[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+'/gu))('code %s', (code) => {
    expect(codes).toContain(code);
  });
  it.each([...found(/\bfact: '[^']+'/gu), ...found(/'[a-z][a-z-]*-of'/gu)])('fact %s', (fact) => {
    expect(Object.keys(facts)).toContain(fact);
  });
  it.each(found(/\bid: '[a-z]+(?:-[a-z]+)+'/gu))('fix %s', (id) => {
    expect(Object.keys(fixes)).toContain(id);
  });
  it.each(found(/factReason\([^)]*\)/gu))('tier reason %s', (code) => {
    expect(Object.keys(reasons)).toContain(code);
  });
  it.each(found(/\bstate: '[a-z]+(?:-[a-z]+)+'/gu))('state %s', (state) => {
    expect(Object.keys(states)).toContain(state);
  });
  it.each(found(/\breason: ('[a-z-]+'(?: \| )?)+/gu))('reason %s', (reason) => {
    const own = Object.keys(blockers).some((code) => code.endsWith(` ${reason}`));
    expect(own || [...Object.keys(refusals), ...Object.keys(states)].includes(reason)).toBe(true);
  });
});
