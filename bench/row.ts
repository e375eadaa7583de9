/** What a benchmark tells: one row of the table, for people and as data. */

import type { Profile } from './generator.ts';

export interface Options {
  readonly seed: number;
  readonly profile: Profile;
  /** Overrides a row's own sizes. */
  readonly size: number | undefined;
}

export interface Row {
  /** What was done, and on how much. */
  readonly workload: string;
  readonly ours: string;
  readonly against: string;
  /** How they compare, as a person reads it. */
  readonly result: string;
  readonly target: string;
  /** Both sides agree, or the budget holds. A row without either is left out, not passed. */
  readonly verdict: 'holds' | 'missed' | 'disagrees';
  /** Over this a build must not go: the run fails. */
  readonly isHard?: true;
  /** The figures behind the words, in milliseconds or bytes. */
  readonly figures: Readonly<Record<string, number>>;
}

export interface Benchmark {
  readonly id: string;
  readonly run: (options: Options) => Promise<readonly Row[]> | readonly Row[];
}

export function milliseconds(value: number): string {
  if (value >= 60_000) return `${Math.round(value / 60_000)} min`;
  if (value >= 10_000) return `${Math.round(value / 1000)} s`;
  if (value >= 1000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 100) return `${Math.round(value)} ms`;
  if (value >= 1) return `${value.toFixed(1)} ms`;
  return value >= 0.1 ? `${value.toFixed(2)} ms` : `${Math.round(value * 1000)} µs`;
}

export const spread = ({
  median,
  low,
  high,
}: {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}): string => `${milliseconds(median)} (${milliseconds(low)} to ${milliseconds(high)})`;

export function times(ratio: number): string {
  return ratio >= 100
    ? `${Math.round(ratio).toLocaleString('en')}×`
    : `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×`;
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
