import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commonHeaders,
  countHeaders,
  describeHeaders,
  EVERY_HEADER,
  hasHeader,
  headerSet,
  headersWithin,
  headersWithout,
  icmpHeaders,
  ICMP_HEADERS,
  ICMPV6_HEADERS,
  intervalsOf,
  isEmptyHeaderSet,
  LINE_END,
  NO_HEADERS,
  pointAt,
  protocolHeaders,
  TCP_HEADERS,
  tcpPorts,
  UDP_HEADERS,
  udpPorts,
  unionOfHeaders,
  type HeaderPoint,
  type HeaderSet,
} from './header-line.ts';

const all = (...sets: readonly HeaderSet[]): HeaderSet => sets.reduce(unionOfHeaders, NO_HEADERS);

/** `tcp 80,443 · icmp 8/0 · 47` */
const told = (set: HeaderSet): string =>
  describeHeaders(set)
    .map(({ protocol, ports }) => (ports === undefined ? protocol : `${protocol} ${ports}`))
    .join(' · ');

describe('header sets as people write them', () => {
  const cases: readonly (readonly [string, HeaderSet])[] = [
    ['', NO_HEADERS],
    ['-1', EVERY_HEADER],
    ['-1', headersWithout(EVERY_HEADER, ICMPV6_HEADERS)],
    ['-1', headersWithout(EVERY_HEADER, ICMP_HEADERS)],
    ['tcp 443', tcpPorts(443, 443)],
    ['tcp 80,443', all(tcpPorts(443, 443), tcpPorts(80, 80))],
    ['tcp 80-81', all(tcpPorts(81, 81), tcpPorts(80, 80))],
    ['tcp 0-65535', TCP_HEADERS],
    ['udp 0-65535', UDP_HEADERS],
    // The last tcp port and the first udp port are neighbours on the line, never one range.
    ['tcp 65535 · udp 0', all(tcpPorts(65_535, 65_535), udpPorts(0, 0))],
    ['tcp 0-65535 · udp 53', all(TCP_HEADERS, udpPorts(53, 53))],
    ['icmp', ICMP_HEADERS],
    ['icmp 8/0', icmpHeaders(1, 8, 0)],
    ['icmp 8', icmpHeaders(1, 8, 'any')],
    ['icmp', icmpHeaders(1, 'any', 'any')],
    ['icmp 0-8', headersWithout(icmpHeaders(1, 'any', 'any'), headerSet([[131_072 + 9 * 256, 196_607]]))],
    ['icmp 3/4-8/0', headerSet([[131_072 + 3 * 256 + 4, 131_072 + 8 * 256]])],
    ['icmpv6 128/0', icmpHeaders(58, 128, 0)],
    ['icmpv6', ICMPV6_HEADERS],
    ['udp 65535 · icmp 0/0', all(udpPorts(65_535, 65_535), icmpHeaders(1, 0, 0))],
    ['47', protocolHeaders(47)],
    ['47 · 50 · 51', all(protocolHeaders(50), protocolHeaders(51), protocolHeaders(47))],
    ['tcp 0-65535', protocolHeaders(6)],
    ['icmpv6', protocolHeaders(58)],
    ['icmpv6 255 · 0', all(icmpHeaders(58, 255, 'any'), protocolHeaders(0))],
  ];
  it.each(cases)('%j', (expected, set) => {
    expect(told(set)).toBe(expected);
  });

  it('everything leaves out points that stand for no header', () => {
    expect(countHeaders(EVERY_HEADER)).toBe(4 * 65_536 + 256 - 4);
    for (const number of [1, 6, 17, 58]) {
      const own = commonHeaders(EVERY_HEADER, protocolHeaders(number));
      expect(countHeaders(own)).toBe(65_536);
    }
  });

  it('is one object for one set', () => {
    expect(
      headerSet([
        [5, 9],
        [1, 4],
      ]),
    ).toBe(headerSet([[1, 9]]));
    expect(headerSet([[9, 5]])).toBe(NO_HEADERS);
    expect(all(tcpPorts(0, 100), tcpPorts(101, 65_535))).toBe(TCP_HEADERS);
  });
});

const points: readonly (readonly [number, HeaderPoint])[] = [
  [0, { protocol: 6, port: 0 }],
  [65_535, { protocol: 6, port: 65_535 }],
  [65_536, { protocol: 17, port: 0 }],
  [131_072 + 8 * 256, { protocol: 1, type: 8, code: 0 }],
  [196_607, { protocol: 1, type: 255, code: 255 }],
  [196_608 + 128 * 256 + 3, { protocol: 58, type: 128, code: 3 }],
  [262_144 + 47, { protocol: 47 }],
  [LINE_END, { protocol: 255 }],
];

describe('a point of the line', () => {
  it.each(points)('%i', (position, expected) => {
    expect(pointAt(position)).toEqual(expected);
  });
});

/** Intervals in windows around the places where stretches of the line meet, so that plain sets stay small. */
const WINDOWS = [0, 65_530, 131_064, 196_600, 262_140, LINE_END - 12] as const;
const interval = fc
  .tuple(fc.constantFrom(...WINDOWS), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([window, first, last]): [number, number] => [window + first, window + last]);
const intervals = fc.array(interval, { maxLength: 6 }).map((list) =>
  // What stands for no header is in no set: the numbers that have their own stretch.
  list.filter(([first, last]) =>
    [1, 6, 17, 58].every((number) => 262_144 + number < first || 262_144 + number > last),
  ),
);

const plain = (list: readonly (readonly [number, number])[]): Set<number> => {
  const found = new Set<number>();
  for (const [first, last] of list) for (let at = first; at <= last; at += 1) found.add(at);
  return found;
};

function expectSame(given: HeaderSet, members: ReadonlySet<number>): void {
  const parts = intervalsOf(given);
  parts.forEach(([first, last], index) => {
    expect(first).toBeLessThanOrEqual(last);
    const next = parts[index + 1];
    if (next) expect(next[0]).toBeGreaterThan(last + 1);
  });
  expect(plain(parts)).toEqual(members);
}

describe('header sets against plain sets, at random', () => {
  it('union, common and without hold the same members', () => {
    fc.assert(
      fc.property(intervals, intervals, (left, right) => {
        const [a, b] = [headerSet(left), headerSet(right)];
        const [p, q] = [plain(left), plain(right)];
        expectSame(a, p);
        expectSame(unionOfHeaders(a, b), new Set([...p, ...q]));
        expectSame(commonHeaders(a, b), new Set([...p].filter((at) => q.has(at))));
        expectSame(headersWithout(a, b), new Set([...p].filter((at) => !q.has(at))));
        expect(headersWithin(a, b)).toBe([...p].every((at) => q.has(at)));
        expect(isEmptyHeaderSet(a)).toBe(p.size === 0);
        expect(countHeaders(a)).toBe(p.size);
        for (const at of [...p, ...q]) expect(hasHeader(a, at)).toBe(p.has(at));
      }),
      { numRuns: 500 },
    );
  });

  it('the laws of sets hold, by identity', () => {
    fc.assert(
      fc.property(intervals, intervals, intervals, (...three) => {
        const [a, b, c] = three.map(headerSet) as [HeaderSet, HeaderSet, HeaderSet];
        const not = (set: HeaderSet): HeaderSet => headersWithout(EVERY_HEADER, set);
        expect(unionOfHeaders(a, b)).toBe(unionOfHeaders(b, a));
        expect(commonHeaders(a, b)).toBe(commonHeaders(b, a));
        expect(unionOfHeaders(unionOfHeaders(a, b), c)).toBe(unionOfHeaders(a, unionOfHeaders(b, c)));
        expect(commonHeaders(commonHeaders(a, b), c)).toBe(commonHeaders(a, commonHeaders(b, c)));
        expect(commonHeaders(a, unionOfHeaders(b, c))).toBe(
          unionOfHeaders(commonHeaders(a, b), commonHeaders(a, c)),
        );
        expect(headersWithout(a, b)).toBe(commonHeaders(a, not(b)));
        expect(not(not(a))).toBe(a);
        expect(not(unionOfHeaders(a, b))).toBe(commonHeaders(not(a), not(b)));
        expect(commonHeaders(a, not(a))).toBe(NO_HEADERS);
        expect(unionOfHeaders(a, not(a))).toBe(EVERY_HEADER);
        expect(commonHeaders(a, EVERY_HEADER)).toBe(a);
        expect(unionOfHeaders(a, NO_HEADERS)).toBe(a);
        expect(headersWithout(a, NO_HEADERS)).toBe(a);
      }),
      { numRuns: 300 },
    );
  });

  it('are told so that they can be read back', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const set = headerSet(list);
        expect(readBack(told(set))).toBe(set);
      }),
    );
  });
});

/** Reads what `told` writes. */
function readBack(text: string): HeaderSet {
  const parts = text === '' ? [] : text.split(' · ');
  return all(
    ...parts.map((part) => {
      const [protocol = '', list] = part.split(' ');
      const base = { tcp: 0, udp: 65_536, icmp: 131_072, icmpv6: 196_608 }[protocol];
      if (base === undefined) return protocolHeaders(Number(protocol));
      if (list === undefined) return headerSet([[base, base + 65_535]]);
      const isIcmp = base >= 131_072;
      return headerSet(
        list.split(',').map((range): [number, number] => {
          const [from = '', to = from] = range.split('-');
          return isIcmp
            ? [base + edge(from, 0), base + edge(to, 255)]
            : [base + Number(from), base + Number(to)];
        }),
      );
    }),
  );
}

/** `8/0` is one code of a type; `8` all of them. */
function edge(text: string, code: number): number {
  const [type = '', own] = text.split('/');
  return Number(type) * 256 + (own === undefined ? code : Number(own));
}
