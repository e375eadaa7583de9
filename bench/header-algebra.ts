/** The algebra of header sets, interned and memoised, against the same merges on plain sorted intervals. */

import { dice } from '../src/engine/dice.test-support.ts';
import {
  commonHeaders,
  headersWithout,
  headerSet,
  LINE_END,
  unionOfHeaders,
  type HeaderSet,
} from '../src/net/index.ts';
import { interleaved } from './measure.ts';
import { spread, times, type Benchmark, type Options, type Row } from './row.ts';

/** So many different sets, as rules make them, and so many operations a round. */
const SETS = 120;
const OPERATIONS = 50_000;
const TARGET = 1.5;

type Bounds = readonly number[];

function common(a: Bounds, b: Bounds): number[] {
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

function union(a: Bounds, b: Bounds): number[] {
  const bounds: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const isLeft = j >= b.length || (i < a.length && (a[i] ?? 0) <= (b[j] ?? 0));
    const [first, last] = isLeft ? [a[i] ?? 0, a[i + 1] ?? 0] : [b[j] ?? 0, b[j + 1] ?? 0];
    if (isLeft) i += 2;
    else j += 2;
    const end = bounds.at(-1);
    if (end !== undefined && first <= end + 1) bounds[bounds.length - 1] = Math.max(end, last);
    else bounds.push(first, last);
  }
  return bounds;
}

function without(a: Bounds, b: Bounds): number[] {
  const holes: number[] = [];
  let next = 0;
  for (let i = 0; i < b.length; i += 2) {
    const first = b[i] ?? 0;
    if (first > next) holes.push(next, first - 1);
    next = (b[i + 1] ?? 0) + 1;
  }
  if (next <= LINE_END) holes.push(next, LINE_END);
  return common(a, holes);
}

type Operation = 'union' | 'common' | 'without';
interface Step {
  readonly operation: Operation;
  readonly a: number;
  readonly b: number;
}

const ofSets = { union: unionOfHeaders, common: commonHeaders, without: headersWithout };
const ofIntervals = { union, common, without };

function row({ seed }: Options): Row {
  const { roll, pick } = dice(seed);
  const sets: HeaderSet[] = Array.from({ length: SETS }, () =>
    headerSet(
      Array.from({ length: 1 + roll(6) }, () => {
        const first = roll(131_072);
        return [first, first + (roll(100) < 70 ? 0 : roll(2000))] as const;
      }),
    ),
  );
  const plain: Bounds[] = sets.map(({ bounds }) => bounds);
  const steps: Step[] = Array.from({ length: OPERATIONS }, () => ({
    operation: pick(['union', 'common', 'without'] as const),
    a: roll(SETS),
    b: roll(SETS),
  }));
  const time = interleaved({
    ours: () => {
      for (const { operation, a, b } of steps) ofSets[operation](at(sets, a), at(sets, b));
    },
    intervals: () => {
      for (const { operation, a, b } of steps) ofIntervals[operation](at(plain, a), at(plain, b));
    },
  });
  const wrong = steps.filter(
    ({ operation, a, b }) =>
      ofSets[operation](at(sets, a), at(sets, b)).bounds.join() !==
      ofIntervals[operation](at(plain, a), at(plain, b)).join(),
  ).length;
  const ratio = time.intervals.median / time.ours.median;
  const count = OPERATIONS.toLocaleString('en');
  return {
    workload: `Header algebra, ${count} operations on ${SETS} sets`,
    ours: spread(time.ours),
    against: `${spread(time.intervals)}: plain sorted intervals`,
    result: `${times(ratio)}; ${wrong === 0 ? `${count} results agree` : `${wrong} results disagree`}`,
    target: `≥ ${TARGET}×`,
    verdict: wrong > 0 ? 'disagrees' : ratio >= TARGET ? 'holds' : 'missed',
    figures: { ours: time.ours.median, intervals: time.intervals.median, ratio },
  };
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

export const headerAlgebra: Benchmark = { id: 'header-algebra', run: (options) => [row(options)] };
