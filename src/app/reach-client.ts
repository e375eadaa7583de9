/** The client's part for the lists of who reaches an end and what it reaches: which is looked at, and what is told of it. */

import type { QuestionProblem, ReachableQuestion } from '../engine/index.ts';
import {
  createReachMemory,
  joinedRows,
  type AnalyzerReport,
  type ReachableRequest,
  type ReachRows,
  type ReachTables,
} from '../worker/index.ts';
import { merged } from './merged.ts';
import type { Store } from './store.ts';

interface ToldReach {
  readonly version: number;
  readonly question: ReachableQuestion;
}

/** Rows as they were told; what their numbers stand for is in the tables. */
export interface ReachList extends ToldReach {
  readonly rows: ReachRows;
  readonly tables: ReachTables;
  /** `more`: the worker is still at it. */
  readonly rest: 'more' | 'none';
}

/** Of this end nothing can be asked. */
export interface NoReach extends ToldReach {
  readonly problem: QuestionProblem;
}

export type ReachAnswer = ReachList | NoReach;

export interface ReachClient {
  /** Whether the report was for it. */
  readonly take: (report: AnalyzerReport) => boolean;
  /** A worker started anew: it knows nothing of what was told and what is looked at. */
  readonly reopened: () => void;
  /** There are no verdicts now. */
  readonly failed: () => void;
  readonly stop: () => void;
}

/** Ties the list that is looked at to the worker, until it is stopped. */
export function startReachClient(
  { api }: Pick<Store, 'api'>,
  post: (request: ReachableRequest) => void,
  nextAsk: () => number,
): ReachClient {
  let memory = createReachMemory();
  let asked: { readonly ask: number; readonly question: ReachableQuestion } | undefined;
  /** What came of the newest version; shown at once, or in place of an older answer when it is whole. */
  let coming: ReachList | undefined;

  const show = (reachAnswer: ReachAnswer | undefined): void =>
    api.setState((state) => merged(state, { reachAnswer }), true);

  const ask = (): void => {
    const { reach } = api.getState().view;
    const number = nextAsk();
    asked = reach && { ask: number, question: reach };
    coming = undefined;
    post({ kind: 'reachable', ask: number, ...(reach ? { question: reach } : {}) });
  };

  const takeRows = (report: Extract<AnalyzerReport, { readonly kind: 'reachable' }>): void => {
    // Numbers mean the same in all that follows, also where these rows are not wanted any more.
    memory.learn(report.news);
    if (asked?.ask !== report.ask) return;
    const { version, rest, part } = report;
    const { question } = asked;
    const rows = part === 'more' && coming ? joinedRows(coming.rows, report.rows) : report.rows;
    coming = { version, question, rows, tables: memory.tables(), rest };
    const shown = api.getState().reachAnswer;
    const isOlderShown = shown?.question === question && shown.version !== version;
    if (rest === 'none' || !isOlderShown) show(coming);
  };

  const stop = api.subscribe(({ view }, { view: before }) => {
    if (view.reach !== before.reach) ask();
  });

  return {
    take: (report) => {
      switch (report.kind) {
        case 'reachable':
          takeRows(report);
          return true;
        case 'notReachable': {
          const { version, problem } = report;
          if (asked?.ask === report.ask) show({ version, question: asked.question, problem });
          return true;
        }
        default:
          return false;
      }
    },
    reopened: () => {
      memory = createReachMemory();
      if (asked) ask();
    },
    failed: () => show(undefined),
    stop,
  };
}
