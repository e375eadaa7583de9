import { describe, expect, it } from 'vitest';
import { compile } from '../engine/index.ts';
import { network } from '../engine/notation.test-support.ts';
import { emptyDesign, isKind } from '../model/index.ts';
import { answerOf, SHOP, told, withNames } from './_examples.test-support.ts';
import { beginCheck, checkDesign, findings, offerFixes, type FindingAnswer } from './index.ts';

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name).sort();

describe('every finding', () => {
  it.each(findings.map((finding) => [finding.id, finding] as const))('%s is well told', (id, finding) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/u);
    for (const text of [finding.title, finding.message]) {
      expect(text.en).toMatch(/^[\x20-\x7e–→]+$/u);
      expect(text.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/u);
    }
    expect(finding.message.en).toMatch(/\.$/u);
    expect(namesIn(finding.message.ja)).toEqual(namesIn(finding.message.en));
    expect(finding.reference).toMatch(/^[A-Za-z0-9]+\/latest\/[A-Za-z0-9_./-]+\.html$/u);
    expect(finding.reads.every(isKind)).toBe(true);
  });

  it('has an id of its own', () => {
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});

const live = { mode: 'live' } as const;

describe('a drawing in the making stays calm', () => {
  it.each<[string, string]>([
    ['nothing at all', ''],
    ['an empty VPC', 'vpc v 10.0.0.0/16'],
    [
      'an empty VPC with what AWS makes with it',
      'vpc v 10.0.0.0/16\ntable t in v: main\nacl k in v: default ; in 100 allow all any ; out 100 allow all any\nsg d in v default: in all sg:d ; out all any',
    ],
    ['a VPC with subnets alone', 'vpc v 10.0.0.0/16\nsubnet a 10.0.0.0/24 in v\nsubnet b 10.0.1.0/24 in v'],
    ['a NAT gateway that nobody is routed to', 'vpc v 10.0.0.0/16\nsubnet a 10.0.0.0/24 in v\nnat n in a'],
    ['a gateway that is attached to nothing', 'vpc v 10.0.0.0/16\nigw g'],
    [
      'an ACL without entries that guards nobody',
      'vpc v 10.0.0.0/16\nsubnet a 10.0.0.0/24 in v\nacl k in v: a',
    ],
    [
      'an instance just dropped into a public subnet',
      'vpc v 10.0.0.0/16\nsubnet a 10.0.0.0/24 in v\nigw g on v\ntable t in v: a ; 0.0.0.0/0 > g\ninstance i in a',
    ],
    ['a VPC without a block yet', 'vpc v\nsubnet a 10.0.0.0/24 in v'],
  ])('%s', (_, lines) => {
    expect(told(network(lines), live)).toEqual([]);
  });

  it('tells contradictions at once, and the rest when the hand is still', () => {
    const design = network(`${SHOP}
      subnet app-c 10.0.10.0/24 in v az 1c
      instance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s
      sg s in v: in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0`);
    const ids = (settled: 'settled' | 'editing'): string[] =>
      beginCheck(compile(design), design, { mode: 'live', settled }).answers.map(({ id }) => id);
    expect(ids('editing')).toEqual(['subnet-cidr-overlap']);
    expect(ids('settled')).toEqual(
      expect.arrayContaining(['subnet-cidr-overlap', 'admin-port-open-to-internet']),
    );
  });

  it('keeps what only a review asks for out of the way', () => {
    const design = network(`${SHOP}
      instance i in app-a sg s
      sg s in v: in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0`);
    expect(told(design, live)).toEqual([]);
    expect(told(design)).toEqual(['note open-rule-without-path:s:ipv4:tcp 22']);
  });

  it('says nothing of a design without resources', () => {
    const design = emptyDesign('new');
    expect(checkDesign(compile(design), design)).toEqual([]);
  });
});

describe('one cause, one finding', () => {
  const folded = (lines: string): [string, string | undefined][] => {
    const design = network(SHOP, lines);
    return checkDesign(compile(design), design).map((answer) => [answer.key, answer.causedBy]);
  };

  it('folds what a dead route leads to under the route', () => {
    expect(folded('igw g\ninstance w in pub-a 10.0.0.20 pub 203.0.113.20')).toEqual(
      expect.arrayContaining([
        ['route-blackhole:public:0.0.0.0/0', undefined],
        ['nat-gateway-in-private-subnet:n', 'route-blackhole:public:0.0.0.0/0'],
        ['public-ip-without-internet-route:w:ipv4', 'route-blackhole:public:0.0.0.0/0'],
      ]),
    );
  });

  it('folds the same rule on many interfaces', () => {
    const all = folded(
      'sg s in v: in tcp 22 0.0.0.0/0 ; out all any\ninstance a in pub-a pub sg s\ninstance b in pub-a pub sg s\ninstance c in pub-c pub sg s',
    );
    expect(all.filter(([, causedBy]) => causedBy === undefined)).toHaveLength(1);
    expect(all).toHaveLength(3);
  });

  it('leaves apart what two rules do', () => {
    const all = folded(
      'sg s in v: in tcp 22 0.0.0.0/0 ; out all any\nsg r in v: in tcp 22 0.0.0.0/0 ; out all any\ninstance a in pub-a pub sg s\ninstance b in pub-a pub sg r',
    );
    expect(all.filter(([, causedBy]) => causedBy === undefined)).toHaveLength(2);
  });

  it('folds nothing under what is muted', () => {
    const design = network(SHOP, 'igw g\ninstance w in pub-a 10.0.0.20 pub 203.0.113.20');
    const muted = [{ finding: 'route-blackhole', resource: 'public', reason: 'being rebuilt' }];
    const answers = checkDesign(compile(design), { ...design, muted });
    expect(answers.find(({ id }) => id === 'route-blackhole')?.muted).toEqual({ reason: 'being rebuilt' });
    expect(answers.every(({ causedBy }) => causedBy !== 'route-blackhole:public:0.0.0.0/0')).toBe(true);
  });
});

describe('acceptance', () => {
  const design = {
    ...network(SHOP, 'table private in v: app-a ; 0.0.0.0/0 > nat-gone'),
    muted: [{ finding: 'route-blackhole', resource: 'private', reason: 'known', until: '2026-06-30' }],
  };
  it.each<[string, string | undefined, boolean]>([
    ['before it ends', '2026-06-30', true],
    ['after it ends', '2026-07-01', false],
    ['where nobody knows the day', undefined, true],
  ])('%s', (_, today, isMuted) => {
    const [answer] = checkDesign(compile(design), design, today === undefined ? {} : { today });
    expect(answer?.muted !== undefined).toBe(isMuted);
  });
});

describe('fixes', () => {
  const OPEN = `${SHOP}
    sg s in v: in tcp 22,443 0.0.0.0/0 ; out all 0.0.0.0/0
    instance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s
    instance j in app-a 10.0.10.20 sg s`;

  it('say what else they close', () => {
    const [fix] = answerOf(network(OPEN), 'admin-port-open-to-internet:i:ipv4').fixes;
    expect(fix?.opens).toEqual({ flows: [], total: 0 });
    expect(fix?.closes.flows).toEqual(
      expect.arrayContaining([
        { from: 'internet', to: 'i', family: 4, allowed: [{ protocol: 'tcp', ports: '22' }] },
      ]),
    );
  });

  it('say what else they open', () => {
    const design = network(
      SHOP,
      'sg s in v: in tcp 22 0.0.0.0/0 ; out all 0.0.0.0/0\ninstance i in app-c 10.0.11.20 sg s\neip e 203.0.113.20 on i',
    );
    const fix = answerOf(design, 'public-ip-without-internet-route:i:ipv4').fixes.find(
      (each) => each.title.en === 'Use public',
    );
    expect(fix?.opens.flows).toEqual(
      expect.arrayContaining([
        { from: 'internet', to: 'i', family: 4, allowed: [{ protocol: 'tcp', ports: '22' }] },
        expect.objectContaining({ from: 'i', to: 'internet' }),
      ]),
    );
  });

  it('are not offered where an intent would break', () => {
    const design = network(OPEN);
    const intents = { ssh: { from: 'internet', to: 'i', protocol: 'tcp', port: '22', expect: 'reachable' } };
    expect(answerOf(design, 'admin-port-open-to-internet:i:ipv4').fixes).toHaveLength(2);
    expect(answerOf({ ...design, intents }, 'admin-port-open-to-internet:i:ipv4').fixes).toEqual([]);
  });

  it('are not offered where an intent for a tier would break', () => {
    const design = {
      ...network(SHOP, 'nat n in app-c eip 203.0.113.5'),
      intents: { inner: { from: 'app-c', expect: 'isolated' } },
    };
    expect(answerOf(design, 'nat-gateway-in-private-subnet:n').fixes.map((fix) => fix.title.en)).toEqual([
      'Add a NAT gateway in pub-c',
    ]);
  });

  it('are worked out the same each time', () => {
    const design = network(SHOP, 'nat n in app-c eip 203.0.113.5');
    expect(checkDesign(compile(design), design)).toEqual(checkDesign(compile(design), design));
  });

  it('come piece by piece, and together as from one call', () => {
    const design = network(OPEN);
    const work = offerFixes(beginCheck(compile(design), design));
    let pieces = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      pieces += 1;
      expect(step.value().map(({ key }) => key)).toEqual(
        beginCheck(compile(design), design).answers.map(({ key }) => key),
      );
    }
    expect(pieces).toBeGreaterThan(1);
    expect(step.value).toEqual(checkDesign(compile(design), design));
  });
});

describe('what somebody looks at', () => {
  // A dead route, and what goes with its fix.
  const design = network(
    SHOP,
    'nat n in app-c eip 203.0.113.5\nigw g\ninstance w in pub-a 10.0.0.20 pub 203.0.113.20\ntable private in v: app-a ; 0.0.0.0/0 > nat-gone',
  );
  const first = (isLookedAt?: (answer: FindingAnswer) => boolean): string | undefined => {
    const work = offerFixes(beginCheck(compile(design), design), isLookedAt);
    for (let step = work.next(); step.done !== true; step = work.next()) {
      const fixed = step.value().find(({ fixes }) => fixes.length > 0);
      if (fixed) return fixed.key;
    }
    return undefined;
  };
  const fixable = checkDesign(compile(design), design)
    .filter(({ fixes, causedBy }) => fixes.length > 0 && causedBy === undefined)
    .map(({ key }) => key);

  it.each(fixable)('is mended first, and all comes out the same: %s', (key) => {
    expect(first(({ key: other }) => other === key)).toBe(key);
    const work = offerFixes(beginCheck(compile(design), design), (answer) => answer.key === key);
    let step = work.next();
    while (step.done !== true) step = work.next();
    expect(step.value).toEqual(checkDesign(compile(design), design));
  });

  it('comes out the same too when all of it is looked at', () => {
    const work = offerFixes(beginCheck(compile(design), design), () => true);
    let step = work.next();
    while (step.done !== true) step = work.next();
    expect(step.value).toEqual(checkDesign(compile(design), design));
    expect(step.value.some(({ causedBy }) => causedBy !== undefined)).toBe(true);
    expect(fixable.length).toBeGreaterThan(1);
  });
});

describe('names', () => {
  const design = withNames(network(SHOP, 'table private in v: app-a ; 0.0.0.0/0 > nat-gone'), {
    private: 'rtb-app',
    'app-a': 'twin',
    'app-c': 'twin',
  });
  it.each([
    ['short', 'Route 0.0.0.0/0 in rtb-app leads nowhere: nat-gone is gone.'],
    ['full', 'Route 0.0.0.0/0 in rtb-app (private) leads nowhere: nat-gone is gone.'],
  ] as const)('%s', (naming, message) => {
    expect(answerOf(design, 'route-blackhole:private:0.0.0.0/0', { naming }).message.en).toBe(message);
  });

  it('keep the id where two things are called alike', () => {
    const overlap = {
      ...design,
      resources: {
        ...design.resources,
        'app-c': { ...network('subnet app-c 10.0.10.0/24 in v').resources['app-c'], tags: { Name: 'twin' } },
      },
    } as typeof design;
    expect(answerOf(overlap, 'subnet-cidr-overlap:app-c:ipv4:app-a', { naming: 'short' }).message.en).toBe(
      'twin (app-c) and twin (app-a) overlap in 10.0.10.0/24.',
    );
  });

  it('stand without a space between Japanese words', () => {
    const japanese = withNames(network(SHOP, 'table private in v: app-a ; 0.0.0.0/0 > nat-gone'), {
      private: 'アプリ用',
    });
    expect(answerOf(japanese, 'route-blackhole:private:0.0.0.0/0', { naming: 'short' }).message.ja).toBe(
      'アプリ用のルート 0.0.0.0/0 はブラックホールです。ターゲット nat-gone は存在しません。',
    );
  });
});
