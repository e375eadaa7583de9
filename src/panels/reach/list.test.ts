import { describe, expect, it } from 'vitest';
import type { ReachableEntry, Verdict } from '../../engine/index.ts';
import { network } from '../../engine/notation.test-support.ts';
import { createReachMemory, createReachPacker } from '../../worker/index.ts';
import {
  groupsOf,
  itemsOf,
  matches,
  questionOf,
  shortened,
  sourceOf,
  throughSource,
  wayOf,
  type Item,
} from './list.ts';

const design = network(`
  vpc prod 10.0.0.0/16
  subnet app-a 10.0.1.0/24 in prod
  subnet app-b 10.0.2.0/24 in prod
  vpc other 10.1.0.0/16
  subnet far 10.1.0.0/24 in other
  instance web-2 in app-a 10.0.1.12
  instance web-10 in app-a 10.0.1.20
  instance end in app-b 10.0.2.10
  instance near in app-b 10.0.2.11
  eni away in far 10.1.0.10
  sg db in prod: in tcp 5432 10.0.0.0/16
  instance base in app-b 10.0.2.12 sg db
`);

const entry = (other: string, verdict: Verdict, part: Partial<ReachableEntry> = {}): ReachableEntry => ({
  other,
  family: 4,
  verdict,
  allowed: [],
  everywhere: [],
  narrow: [],
  unsure: [],
  unknowns: [],
  ...part,
});

const same = (id: string): string => id;

function listOf(entries: readonly ReachableEntry[]) {
  const memory = createReachMemory();
  const { rows, news } = createReachPacker()(entries);
  memory.learn(news);
  return sourceOf({
    version: 1,
    question: { end: 'end', direction: 'to' },
    rows,
    tables: memory.tables(),
    rest: 'none',
  });
}

const item = (id: string): Item => ({ id, rows: [0], standing: 'open' });

describe('the lists', () => {
  it('have every other end once, by the better of its two versions', () => {
    const source = listOf([
      entry('internet', 'blocked'),
      entry('web-2', 'partial'),
      entry('near', 'undetermined'),
      entry('away', 'blocked'),
      entry('web-2', 'blocked', { family: 6 }),
      entry('near', 'blocked', { family: 6 }),
    ]);
    const { open, untold, closed } = itemsOf(source);
    const told = [open, untold, closed].map((list) => list.map(({ id, rows }) => `${id} ${rows.join()}`));
    expect(told).toEqual([['web-2 1,4'], ['near 2,5'], ['internet 0', 'away 3']]);
    expect(source.entryAt(4)).toEqual(entry('web-2', 'blocked', { family: 6 }));
  });

  it('go by place: the internet, the own VPC, others; names as people count', () => {
    const items = ['away', 'web-10', 'near', 'internet', 'web-2'].map(item);
    const groups = groupsOf(design, items, 'end', same);
    expect(groups.map(({ place, items: list }) => [place, ...list.map(({ id }) => id)])).toEqual([
      ['internet', 'internet'],
      ['app-a', 'web-2', 'web-10'],
      ['app-b', 'near'],
      ['far', 'away'],
    ]);
  });

  const lengths: readonly (readonly [most: number, shown: readonly number[], left: number])[] = [
    [10, [2, 3], 0],
    [5, [2, 3], 0],
    [4, [2, 3], 0],
    [3, [2, 1], 2],
    [2, [2], 3],
  ];
  it.each(lengths)('of five show %i at most: %j, %i left', (most, shown, left) => {
    const groups = [
      { place: 'a', items: ['1', '2'].map(item) },
      { place: 'b', items: ['3', '4', '5'].map(item) },
    ];
    const short = shortened(groups, most);
    expect([short.groups.map(({ items }) => items.length), short.left]).toEqual([shown, left]);
  });

  const filters: readonly (readonly [written: string, found: readonly string[]])[] = [
    ['', ['web-2', 'web-10', 'near', 'away', 'internet']],
    ['WEB', ['web-2', 'web-10']],
    [' 10.0.1.2', ['web-10']],
    ['app-b', ['near']],
    ['net', ['internet']],
    ['nothing like it', []],
  ];
  it.each(filters)('filtered by “%s” keep %j', (written, found) => {
    const items = ['web-2', 'web-10', 'near', 'away', 'internet'].map(item);
    expect(items.filter((each) => matches(design, each, written, same)).map(({ id }) => id)).toEqual(found);
  });
});

describe('the path of a row', () => {
  const tcp = (ports: string) => [{ protocol: 'tcp', ports }];
  const cases: readonly (readonly ['to' | 'from', ReachableEntry, string])[] = [
    ['to', entry('web-2', 'partial', { allowed: tcp('443,8080') }), 'web-2 > end tcp 443,8080 v4'],
    ['from', entry('web-2', 'partial', { allowed: tcp('443') }), 'end > web-2 tcp 443 v4'],
    ['to', entry('web-2', 'partial', { allowed: tcp('0-65535') }), 'web-2 > end tcp  v4'],
    ['to', entry('web-2', 'undetermined', { unsure: tcp('22'), family: 6 }), 'web-2 > end tcp 22 v6'],
    ['to', entry('internet', 'blocked'), 'internet > end -1  v4'],
    [
      'to',
      entry('web-2', 'partial', { allowed: [{ protocol: 'icmp', ports: '8,11' }] }),
      'web-2 > end icmp 8 v4',
    ],
    ['to', entry('web-2', 'partial', { allowed: [{ protocol: '47' }] }), 'web-2 > end -1  v4'],
  ];
  it.each(cases)('%s: %o', (direction, told, wanted) => {
    const { from, to, protocol, port, ipVersion } = questionOf({ end: 'end', direction }, told);
    expect(`${from} > ${to} ${protocol} ${port} v${ipVersion}`).toBe(wanted);
  });
});

it('is about what would listen where nothing passes', () => {
  const { protocol, port } = wayOf(design, { end: 'base', direction: 'to' }, entry('web-2', 'blocked'));
  expect([protocol, port]).toEqual(['tcp', '5432']);
});

it('of a NAT gateway tells whose connections it carries', () => {
  const way = { interface: '', verdict: 'partial', because: [], unknowns: [], assumptions: [] } as const;
  const allowed = [{ protocol: 'tcp', ports: '443' }];
  const source = throughSource(
    [
      { ...way, resource: 'web-2', family: 4, via: ['nat', 'igw'], allowed },
      { ...way, resource: 'near', family: 4, via: ['igw'], allowed },
    ],
    'nat',
  );
  expect([source.count, source.otherAt(0), source.entryAt(0).allowed]).toEqual([1, 'web-2', allowed]);
});
