/** How long a page's own script computes in each of its frames, from the browser's trace: what else the machine does in between is not counted. */

import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** The same on the clock of the thread; not every system has one. */
  readonly tts?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** What runs script; what lies within another is counted once. */
const SCRIPT = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
]);
/** Within script, but the browser's own work. */
const BROWSER = new Set(['Layout', 'UpdateLayoutTree', 'ParseHTML']);

const lengthOf = (spans: readonly (readonly [number, number])[]): number => {
  let sum = 0;
  let end = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
};

/** Milliseconds of script in each frame while the work goes on. */
export async function scriptTimes(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const frames = traceEvents.filter(({ name }) => name === 'FireAnimationFrame');
  const counts = new Map<string, number>();
  for (const { pid, tid } of frames) counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
  const [main] = [...counts].sort((a, b) => b[1] - a[1]);
  const own = traceEvents.filter(({ pid, tid, ph }) => `${pid} ${tid}` === main?.[0] && ph === 'X');
  const starts = own
    .filter(({ name }) => name === 'FireAnimationFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const hasClock = own.some(({ tdur }) => tdur !== undefined);
  const spans = (names: ReadonlySet<string>, from: number, to: number) =>
    own
      .filter(({ name, ts }) => names.has(name) && ts >= from && ts < to)
      .map(({ ts, dur = 0, tts = 0, tdur = 0 }) =>
        hasClock ? ([tts, tts + tdur] as const) : ([ts, ts + dur] as const),
      );
  // Several callbacks of one frame fire together: a frame begins where none fired for a while.
  const begins = starts.filter((ts, index) => index === 0 || ts - (starts[index - 1] ?? 0) > 4000);
  return begins.slice(0, -1).map((from, index) => {
    const to = begins[index + 1] ?? Infinity;
    const all = spans(SCRIPT, from, to);
    return (
      (lengthOf(all) -
        lengthOf(
          spans(BROWSER, from, to).filter(([start]) => all.some(([a, b]) => a <= start && start < b)),
        )) /
      1000
    );
  });
}
