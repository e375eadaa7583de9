/** What the analyzer does for the lists of who reaches an end and what it reaches: class by class, in slices, of the newest version. */

import type {
  Network,
  QuestionProblem,
  ReachableEntry,
  ReachableQuestion,
  ReachableSteps,
} from '../engine/index.ts';
import type { Result } from '../net/index.ts';
import type { AnalyzerReport, ReachableRequest } from './messages.ts';
import { createReachPacker } from './reach-rows.ts';
import type { Present } from './rule-work.ts';

/** The engine as this work calls it. */
export interface ReachEngine {
  readonly reachable: (
    network: Network,
    question: ReachableQuestion,
  ) => Result<ReachableSteps, QuestionProblem>;
}

export interface ReachWork {
  readonly take: (request: ReachableRequest) => void;
  /** What is looked at belongs to a newer version now. */
  readonly restart: () => void;
  /** One slice of it; false when nobody looks or all is told. */
  readonly step: (present: Present) => boolean;
  readonly isWaiting: () => boolean;
  /** Drops everything, after a fault. */
  readonly drop: () => void;
}

interface Surroundings {
  readonly engine: ReachEngine;
  readonly post: (report: AnalyzerReport) => void;
  readonly now: () => number;
  /** Milliseconds that one step may take. */
  readonly slice: number;
}

export function createReachWork({ engine, post, now, slice }: Surroundings): ReachWork {
  const pack = createReachPacker();
  let asked: ReachableRequest | undefined;
  let isToBegin = false;
  let steps: ReachableSteps | undefined;
  const begin = (): void => {
    steps = undefined;
    isToBegin = asked?.question !== undefined;
  };

  return {
    take: (request) => {
      asked = request;
      begin();
    },
    restart: begin,
    step: ({ version, network }) => {
      if (asked?.question === undefined) return false;
      const { ask, question } = asked;
      const began = now();
      let part: 'first' | 'more' = 'more';
      if (isToBegin) {
        isToBegin = false;
        part = 'first';
        const begun = engine.reachable(network(), question);
        if (!begun.ok) {
          post({ kind: 'notReachable', ask, version, problem: begun.problem });
          return true;
        }
        steps = begun.value;
      }
      if (!steps) return false;
      const entries: ReachableEntry[] = [];
      let rest: 'more' | 'none' = 'none';
      for (let next = steps.next(); next.done !== true; next = steps.next()) {
        for (const entry of next.value) entries.push(entry);
        if (now() - began < slice) continue;
        rest = 'more';
        break;
      }
      if (rest === 'none') steps = undefined;
      post({ kind: 'reachable', ask, version, part, rest, ...pack(entries) });
      return true;
    },
    isWaiting: () => isToBegin || steps !== undefined,
    drop: () => {
      isToBegin = false;
      steps = undefined;
    },
  };
}
