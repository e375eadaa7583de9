import { describe, expect, it } from 'vitest';
import { resourcesOfKind } from '../../model/index.ts';
import type { Allowed, ReachQuestion, Verdict } from '../answers.ts';
import { compile, type Network } from '../index.ts';
import { network } from '../notation.test-support.ts';
import { randomNetwork } from '../random.test-support.ts';
import { askAllowed, askReach } from './reach.ts';
import { askReachable, type ReachableEntry, type ReachableQuestion } from './reachable.ts';

const SHOP = `
  vpc v 10.0.0.0/16
  subnet pub 10.0.0.0/24 in v
  subnet app 10.0.1.0/24 in v
  subnet data 10.0.2.0/24 in v
  igw g on v
  table open in v: pub ; 0.0.0.0/0 > g
  table main in v: main ; 0.0.0.0/0 > n
  nat n in pub 10.0.0.5 eip 203.0.113.5
  sg web in v: in tcp 443 any ; out all any
  sg app-sg in v: in tcp 8080 sg:web ; out all any
  sg db in v: in tcp 5432 sg:app-sg
  instance front in pub 10.0.0.10 pub 203.0.113.10 sg web
  instance app-1 in app 10.0.1.10 sg app-sg
  instance app-2 in app 10.0.1.11 sg app-sg
  instance base in data 10.0.2.10 sg db
  acl closed in v: data ; in 100 allow tcp 5432 10.0.0.0/16 ; out 100 allow tcp 1024-65535 10.0.1.0/25
`;

const trafficText = (parts: readonly Allowed[]): string =>
  parts
    .map(({ protocol, ports, sources }) =>
      [protocol, ports, sources && `of ${sources.length > 3 ? 'many' : sources.join()}`]
        .filter(Boolean)
        .join(' '),
    )
    .join(', ');

const lineOf = ({ other, verdict, allowed, everywhere, narrow, unsure, unknowns }: ReachableEntry): string =>
  [
    `${other} ${verdict}`,
    trafficText(allowed),
    trafficText(everywhere) !== trafficText(allowed) && `everywhere ${trafficText(everywhere) || 'nothing'}`,
    narrow.length > 0 && `narrow ${trafficText(narrow)}`,
    unsure.length > 0 && `unsure ${trafficText(unsure)}`,
    ...unknowns.map(({ fact, resource }) => `${fact} ${resource}`),
  ]
    .filter(Boolean)
    .join('; ');

const linesOf = (net: Network, question: ReachableQuestion, family = 4): readonly string[] => {
  const answer = askReachable(net, question);
  if (!answer.ok) return [answer.problem.code];
  return answer.value.entries.filter((entry) => entry.family === family).map(lineOf);
};

describe('who reaches an end, and what it reaches', () => {
  const cases: readonly (readonly [what: string, change: string, ReachableQuestion, readonly string[]])[] = [
    [
      'only what a rule lets in reaches it, and the internet does not',
      '',
      { end: 'base', direction: 'to' },
      ['internet blocked', 'front blocked', 'app-1 partial; tcp 5432', 'app-2 partial; tcp 5432'],
    ],
    [
      'the internet reaches a public one',
      '',
      { end: 'front', direction: 'to' },
      ['internet partial; tcp 443', 'app-1 partial; tcp 443', 'app-2 partial; tcp 443', 'base blocked'],
    ],
    [
      'one reaches others by their rules, and the internet through the NAT gateway',
      '',
      { end: 'app-1', direction: 'from' },
      [
        'internet partial; tcp 0-65535, udp 0-65535, icmp',
        'front partial; tcp 443',
        'app-2 blocked',
        'base partial; tcp 5432',
      ],
    ],
    [
      'a subnet is all of its interfaces, and leaves out its own',
      'sg app-sg in v: in tcp 8080 sg:web ; out all any\ninstance app-2 in app 10.0.1.200 sg app-sg',
      { end: 'app', direction: 'from' },
      // The ACL lets replies out to the lower half of the subnet alone.
      [
        'internet partial; tcp 0-65535, udp 0-65535, icmp',
        'front partial; tcp 443',
        'base partial; tcp 5432 of 10.0.1.10/32; everywhere nothing',
      ],
    ],
    [
      'of a subnet, every interface that passes is named',
      'instance app-3 in app 10.0.1.12 sg app-sg\ninstance app-4 in app 10.0.1.200 sg app-sg',
      { end: 'app', direction: 'from' },
      [
        'internet partial; tcp 0-65535, udp 0-65535, icmp',
        'front partial; tcp 443',
        'base partial; tcp 5432 of 10.0.1.10/32,10.0.1.11/32,10.0.1.12/32; everywhere nothing',
      ],
    ],
    [
      'what all of the internet may is told apart from what a part may',
      'sg web in v: in tcp 443 any ; in tcp 22 198.51.100.0/24 ; out all any\nwithout app-1\nwithout app-2\nwithout base',
      { end: 'front', direction: 'to' },
      ['internet partial; tcp 443 of many, tcp 22,443 of 198.51.100.0/24; everywhere tcp 443'],
    ],
    [
      'replies that pass for some client ports only are told apart (EP-1)',
      'acl closed in v: data ; in 100 allow tcp 5432 10.0.0.0/16 ; out 100 allow tcp 1024-40000 10.0.0.0/16',
      { end: 'base', direction: 'to' },
      [
        'internet blocked',
        'front blocked',
        'app-1 partial; tcp 5432; narrow tcp 5432',
        'app-2 partial; tcp 5432; narrow tcp 5432',
      ],
    ],
    [
      'a missing fact is named, and never green (V-1)',
      'acl closed in v: data ; ?',
      { end: 'base', direction: 'to' },
      [
        'internet blocked',
        'front blocked',
        'app-1 undetermined; unsure tcp 5432; entries-of closed',
        'app-2 undetermined; unsure tcp 5432; entries-of closed',
      ],
    ],
    [
      'nobody opens a connection to a NAT gateway',
      '',
      { end: 'n', direction: 'to' },
      ['internet blocked', 'front blocked', 'app-1 blocked', 'app-2 blocked', 'base blocked'],
    ],
    ['a NAT gateway opens nothing', '', { end: 'n', direction: 'from' }, ['unsupported-end']],
    ['nothing is told of what nobody knows', '', { end: 'nobody', direction: 'to' }, ['unknown-end']],
    [
      'an empty subnet has no ends',
      'subnet bare 10.0.9.0/24 in v',
      { end: 'bare', direction: 'to' },
      ['end-without-interface'],
    ],
    ['a VPC is no end', '', { end: 'v', direction: 'to' }, ['end-without-interface']],
  ];
  it.each(cases)('%s', (_, change, question, wanted) => {
    expect(linesOf(compile(network(SHOP, change)), question)).toEqual(wanted);
  });
});

const NETWORKS = Number(process.env['NETWORKS'] ?? 30);
const SEED = Number(process.env['SEED'] ?? 1);

const flat = (parts: readonly Allowed[]): string => JSON.stringify(parts);

/** Every pair that one question tells must be what a question about that pair tells. */
function differences(compiled: Network, end: string, direction: 'to' | 'from'): string[] {
  const answer = askReachable(compiled, { end, direction });
  if (!answer.ok) return [];
  const said = new Map(answer.value.entries.map((entry) => [`${entry.other} ${entry.family}`, entry]));
  const nodes = [...compiled.interfaces.values()];
  const own = new Set(
    nodes.filter(({ id, owner, subnet }) => [id, owner, subnet.id].includes(end)).map(({ owner }) => owner),
  );
  const others = new Set(nodes.filter(({ nat }) => !nat).map(({ owner }) => owner));
  return ['internet', ...others].flatMap((other) =>
    ([4, 6] as const).flatMap((family) => {
      if (own.has(other)) return said.has(`${other} ${family}`) ? [`${end} ${direction} itself`] : [];
      const [from, to] = direction === 'to' ? [other, end] : [end, other];
      const question: ReachQuestion = { from, to, protocol: '-1', ipVersion: family === 4 ? '4' : '6' };
      const reach = askAllowed(compiled, question);
      const one = reach.ok ? reach.value.families[family] : undefined;
      const entry = said.get(`${other} ${family}`);
      const verdict: Verdict = entry?.verdict ?? 'not-applicable';
      const place = `${from} > ${to} v${family}`;
      if ((one?.verdict ?? 'not-applicable') !== verdict)
        return [`${place}: reach ${one?.verdict ?? 'none'}, told ${verdict}`];
      if (one && flat(one.allowed) !== flat(entry?.allowed ?? []))
        return [`${place}: reach allows ${flat(one.allowed)}, told ${flat(entry?.allowed ?? [])}`];
      if (entry?.verdict !== 'undetermined') return [];
      const whole = askReach(compiled, question);
      const facts = whole.ok ? whole.value.families[family]?.unknowns : [];
      return flat(entry.unsure) === '[]' || JSON.stringify(facts) !== JSON.stringify(entry.unknowns)
        ? [`${place}: misses ${JSON.stringify(facts)}, told ${JSON.stringify(entry.unknowns)}`]
        : [];
    }),
  );
}

describe('one question for all', () => {
  it('says of every pair what a question about the pair says', () => {
    const found: string[] = [];
    const seen = new Map<Verdict, number>();
    for (let seed = SEED; seed < SEED + NETWORKS && found.length < 4; seed += 1) {
      const design = network(...randomNetwork(seed).lines);
      const compiled = compile(design);
      const ends = (['instance', 'networkInterface', 'subnet', 'natGateway'] as const).flatMap((kind) =>
        resourcesOfKind(design, kind).map(([id]) => id),
      );
      for (const end of ends) {
        for (const direction of ['to', 'from'] as const) {
          found.push(...differences(compiled, end, direction).map((text) => `seed ${seed} ${text}`));
          const answer = askReachable(compiled, { end, direction });
          for (const { verdict } of answer.ok ? answer.value.entries : [])
            seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        }
      }
    }
    expect(found.slice(0, 4).join('\n')).toBe('');
    for (const verdict of ['reachable', 'partial', 'undetermined', 'blocked'] as const)
      expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThan(0);
  }, 60_000);
});
