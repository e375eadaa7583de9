/**
 * Every header that a rule can tell apart is a point on one line: tcp ports, udp ports, ICMP type × code,
 * ICMPv6 type × code, then the other protocol numbers. A set of headers is a sorted list of disjoint
 * intervals, interned, so that equal sets are the same object and algebra is memoised on two small numbers.
 */

export interface HeaderSet {
  readonly id: number;
  /** Flat: first, last, first, last … sorted, disjoint, never touching. */
  readonly bounds: readonly number[];
}

const TCP = 0;
const UDP = 65_536;
const ICMP = 131_072;
const ICMPV6 = 196_608;
const OTHER = 262_144;
export const LINE_END = OTHER + 255;

export const PROTOCOL_NUMBERS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

const interned = new Map<string, HeaderSet>();
const all: HeaderSet[] = [];

function intern(bounds: readonly number[]): HeaderSet {
  const key = bounds.join(',');
  const known = interned.get(key);
  if (known) return known;
  const set: HeaderSet = { id: all.length, bounds };
  all.push(set);
  interned.set(key, set);
  return set;
}

/** Any intervals, in any order, made a set. */
export function headerSet(intervals: readonly (readonly [number, number])[]): HeaderSet {
  const sorted = intervals.filter(([first, last]) => first <= last).sort((a, b) => a[0] - b[0]);
  const bounds: number[] = [];
  for (const [first, last] of sorted) {
    const end = bounds.at(-1);
    if (end !== undefined && first <= end + 1) bounds[bounds.length - 1] = Math.max(end, last);
    else bounds.push(first, last);
  }
  return intern(bounds);
}

export const NO_HEADERS: HeaderSet = headerSet([]);
/** The numbers of tcp, udp and the ICMPs have their own stretches; their points among the others stay empty. */
const OWN_STRETCH = Object.values(PROTOCOL_NUMBERS).sort((a, b) => a - b);
export const EVERY_HEADER: HeaderSet = headerSet(
  [-1, ...OWN_STRETCH].map((number, index, all) => [
    index === 0 ? 0 : OTHER + number + 1,
    all[index + 1] === undefined ? LINE_END : OTHER + (all[index + 1] ?? 0) - 1,
  ]),
);
export const TCP_HEADERS: HeaderSet = headerSet([[TCP, TCP + 65_535]]);
export const UDP_HEADERS: HeaderSet = headerSet([[UDP, UDP + 65_535]]);
export const ICMP_HEADERS: HeaderSet = headerSet([[ICMP, ICMP + 65_535]]);
export const ICMPV6_HEADERS: HeaderSet = headerSet([[ICMPV6, ICMPV6 + 65_535]]);

export const tcpPorts = (first: number, last: number): HeaderSet => headerSet([[TCP + first, TCP + last]]);
export const udpPorts = (first: number, last: number): HeaderSet => headerSet([[UDP + first, UDP + last]]);

/** An ICMP (1) or ICMPv6 (58) type, with one code or all of them. */
export function icmpHeaders(protocol: 1 | 58, type: number | 'any', code: number | 'any'): HeaderSet {
  const base = protocol === 1 ? ICMP : ICMPV6;
  if (type === 'any') return protocol === 1 ? ICMP_HEADERS : ICMPV6_HEADERS;
  const start = base + type * 256;
  return headerSet([code === 'any' ? [start, start + 255] : [start + code, start + code]]);
}

/** Everything of one protocol number. */
export function protocolHeaders(protocol: number): HeaderSet {
  switch (protocol) {
    case 1:
      return ICMP_HEADERS;
    case 6:
      return TCP_HEADERS;
    case 17:
      return UDP_HEADERS;
    case 58:
      return ICMPV6_HEADERS;
    default:
      return headerSet([[OTHER + protocol, OTHER + protocol]]);
  }
}

type Operation = 'union' | 'common' | 'without';

/** The first sets, those of the rules themselves, meet most often: their results stand in a table. */
const DENSE = 512;

interface Memo {
  readonly dense: (HeaderSet | undefined)[];
  readonly others: Map<number, HeaderSet>;
}

const emptyMemo = (): Memo => ({ dense: [], others: new Map() });
const memo: Readonly<Record<Operation, Memo>> = {
  union: emptyMemo(),
  common: emptyMemo(),
  without: emptyMemo(),
};

function remembered({ dense, others }: Memo, a: HeaderSet, b: HeaderSet): HeaderSet | undefined {
  return a.id < DENSE && b.id < DENSE ? dense[a.id * DENSE + b.id] : others.get(a.id * 67_108_864 + b.id);
}

function remember({ dense, others }: Memo, a: HeaderSet, b: HeaderSet, result: HeaderSet): HeaderSet {
  if (a.id >= DENSE || b.id >= DENSE) {
    others.set(a.id * 67_108_864 + b.id, result);
    return result;
  }
  // Filled at first use: a table that grew out of order would be a map again.
  if (dense.length === 0) for (let at = 0; at < DENSE * DENSE; at += 1) dense.push(undefined);
  dense[a.id * DENSE + b.id] = result;
  return result;
}

export function unionOfHeaders(a: HeaderSet, b: HeaderSet): HeaderSet {
  if (a === b || b.bounds.length === 0) return a;
  if (a.bounds.length === 0) return b;
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  return (
    remembered(memo.union, left, right) ??
    remember(memo.union, left, right, headerSet([...intervalsOf(left), ...intervalsOf(right)]))
  );
}

export function commonHeaders(a: HeaderSet, b: HeaderSet): HeaderSet {
  if (a === b || a.bounds.length === 0 || b === EVERY_HEADER) return a;
  if (b.bounds.length === 0 || a === EVERY_HEADER) return b;
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  return (
    remembered(memo.common, left, right) ??
    remember(memo.common, left, right, intern(intersect(left.bounds, right.bounds)))
  );
}

export function headersWithout(a: HeaderSet, b: HeaderSet): HeaderSet {
  if (a.bounds.length === 0 || b.bounds.length === 0) return a;
  if (a === b) return NO_HEADERS;
  return (
    remembered(memo.without, a, b) ??
    remember(memo.without, a, b, intern(intersect(a.bounds, complement(b.bounds))))
  );
}

export const isEmptyHeaderSet = (set: HeaderSet): boolean => set.bounds.length === 0;

export const headersWithin = (inner: HeaderSet, outer: HeaderSet): boolean =>
  commonHeaders(inner, outer) === inner;

export function hasHeader(set: HeaderSet, point: number): boolean {
  for (let i = 0; i < set.bounds.length; i += 2) {
    if (point < (set.bounds[i] ?? 0)) return false;
    if (point <= (set.bounds[i + 1] ?? 0)) return true;
  }
  return false;
}

export function intervalsOf(set: HeaderSet): [number, number][] {
  const intervals: [number, number][] = [];
  for (let i = 0; i < set.bounds.length; i += 2) intervals.push([set.bounds[i] ?? 0, set.bounds[i + 1] ?? 0]);
  return intervals;
}

export const countHeaders = (set: HeaderSet): number =>
  intervalsOf(set).reduce((sum, [first, last]) => sum + last - first + 1, 0);

function intersect(a: readonly number[], b: readonly number[]): number[] {
  const bounds: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const first = Math.max(a[i] ?? 0, b[j] ?? 0);
    const last = Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0);
    if (first <= last) bounds.push(first, last);
    if ((a[i + 1] ?? 0) < (b[j + 1] ?? 0)) i += 2;
    else j += 2;
  }
  return bounds;
}

function complement(bounds: readonly number[]): number[] {
  const holes: number[] = [];
  let next = 0;
  for (let i = 0; i < bounds.length; i += 2) {
    const first = bounds[i] ?? 0;
    if (first > next) holes.push(next, first - 1);
    next = (bounds[i + 1] ?? 0) + 1;
  }
  if (next <= LINE_END) holes.push(next, LINE_END);
  return holes;
}

/** One protocol's part of a set, told as people write it. */
export interface ProtocolPart {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a number as text, or `-1` for everything. */
  readonly protocol: string;
  /** Ports as `80,443,8000-8010`; for ICMP types as `8` or `8/0`; absent for a whole portless protocol. */
  readonly ports?: string;
}

const described = new Map<HeaderSet, readonly ProtocolPart[]>();

/** Tells a set by protocol. Everything, or everything that a family has, is the one entry `-1`. */
export function describeHeaders(set: HeaderSet): readonly ProtocolPart[] {
  const known = described.get(set);
  if (known) return known;
  const parts = partsOf(set);
  described.set(set, parts);
  return parts;
}

function partsOf(set: HeaderSet): ProtocolPart[] {
  if (
    set === EVERY_HEADER ||
    set === headersWithout(EVERY_HEADER, ICMPV6_HEADERS) ||
    set === headersWithout(EVERY_HEADER, ICMP_HEADERS)
  ) {
    return [{ protocol: '-1' }];
  }
  const parts: ProtocolPart[] = [];
  const inside = (base: number): [number, number][] =>
    intervalsOf(commonHeaders(set, headerSet([[base, base + 65_535]]))).map(([a, b]) => [a - base, b - base]);
  for (const [protocol, base] of [
    ['tcp', TCP],
    ['udp', UDP],
  ] as const) {
    const ranges = inside(base);
    if (ranges.length > 0)
      parts.push({ protocol, ports: ranges.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(',') });
  }
  for (const [protocol, base] of [
    ['icmp', ICMP],
    ['icmpv6', ICMPV6],
  ] as const) {
    const ranges = inside(base);
    if (ranges.length === 0) continue;
    const whole = ranges.length === 1 && ranges[0]?.[0] === 0 && ranges[0][1] === 65_535;
    parts.push(
      whole ? { protocol } : { protocol, ports: ranges.map(([a, b]) => describeIcmp(a, b)).join(',') },
    );
  }
  for (const [first, last] of intervalsOf(commonHeaders(set, headerSet([[OTHER, LINE_END]])))) {
    for (let point = first; point <= last; point += 1) parts.push({ protocol: String(point - OTHER) });
  }
  return parts;
}

function describeIcmp(first: number, last: number): string {
  const type = (point: number): number => Math.floor(point / 256);
  if (first === last) return `${type(first)}/${first % 256}`;
  if (first % 256 === 0 && last % 256 === 255) {
    return type(first) === type(last) ? `${type(first)}` : `${type(first)}-${type(last)}`;
  }
  return `${type(first)}/${first % 256}-${type(last)}/${last % 256}`;
}

/** What one point of the line stands for; `port` for tcp and udp, `type` and `code` for ICMP. */
export type HeaderPoint =
  | { readonly protocol: 6 | 17; readonly port: number }
  | { readonly protocol: 1 | 58; readonly type: number; readonly code: number }
  | { readonly protocol: number; readonly port?: never; readonly type?: never };

export function pointAt(position: number): HeaderPoint {
  if (position < UDP) return { protocol: 6, port: position };
  if (position < ICMP) return { protocol: 17, port: position - UDP };
  if (position < ICMPV6) return { protocol: 1, type: (position - ICMP) >> 8, code: (position - ICMP) & 255 };
  if (position < OTHER)
    return { protocol: 58, type: (position - ICMPV6) >> 8, code: (position - ICMPV6) & 255 };
  return { protocol: position - OTHER };
}
