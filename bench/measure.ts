/** Timing: both sides in turn in one process, after a warm-up; the median with its spread. */

export interface Spread {
  /** Milliseconds. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: percentile(sorted, 50),
    low: sorted[0] ?? 0,
    high: sorted.at(-1) ?? 0,
    runs: sorted.length,
  };
}

/** Of sorted values, the one that so many of a hundred do not exceed. */
export const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;

const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

export interface Rounds {
  readonly warmUps: number;
  readonly runs: number;
}

export const ROUNDS: Rounds = { warmUps: 2, runs: 7 };

/** Runs each side once a round, so that what else the machine does meets them alike. */
export function interleaved<Side extends string>(
  sides: Readonly<Record<Side, () => void>>,
  { warmUps, runs }: Rounds = ROUNDS,
): Readonly<Record<Side, Spread>> {
  const names = Object.keys(sides) as Side[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  for (let round = 0; round < warmUps + runs; round += 1) {
    for (const name of names) {
      const time = timed(sides[name]);
      if (round >= warmUps) times[name].push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, spreadOf(times[name])])) as Record<Side, Spread>;
}

/** One side alone. */
export const repeated = (work: () => void, rounds: Rounds = ROUNDS): Spread =>
  interleaved({ work }, rounds).work;
