/** The worker that analyses: the engine behind a message port. */

import {
  askReach,
  askReachWithFixes,
  askTiers,
  changedFlows,
  chosenRoute,
  compile,
  compileAfter,
  exposureInSteps,
  reachableInSteps,
  rowUse,
  ruleUsers,
  type Network,
} from '../engine/index.ts';
import { askIntents, checkInSteps, offerFixes, prepareCheck, weighChange } from '../findings/index.ts';
import { createAnalyzer, OPEN_RULES } from './analysis.ts';
import type { AnalyzerReport, AnalyzerRequest } from './messages.ts';
import { buffersOf } from './reach-rows.ts';

// A message to oneself comes after all that wait, and unlike a timer without delay.
const turn = new MessageChannel();
let next: (() => void) | undefined;
turn.port1.addEventListener('message', () => {
  const work = next;
  next = undefined;
  work?.();
});
turn.port1.start();

const today = (): string => new Date().toISOString().slice(0, 10);

const transferOf = (report: AnalyzerReport): Transferable[] =>
  report.kind === 'reachable' ? buffersOf(report.rows) : [];

/** What was compiled last: of the next design most is the same. */
let latest: Network | undefined;

const analyze = createAnalyzer({
  engine: {
    compile: (design) => {
      latest = latest ? compileAfter(latest, design) : compile(design);
      return latest;
    },
    askTiers,
    askIntents,
    askExposure: exposureInSteps,
    askReach,
    askReachWithFixes,
    weigh: weighChange,
    // What was read from an account is finished; what is drawn by hand is in the making.
    prepareCheck,
    beginCheck: (network, design, former) =>
      checkInSteps(network, design, {
        ...(former ? { former } : {}),
        mode: design.coverage === undefined ? 'live' : 'review',
        today: today(),
      }),
    beginOpenRules: (network, design) =>
      design.coverage === undefined
        ? checkInSteps(network, design, { only: [OPEN_RULES], today: today() })
        : undefined,
    offerFixes,
    compileAfter,
    ruleUsers,
    rowUse,
    changedFlows,
    chosenRoute,
    reachable: reachableInSteps,
  },
  post: (report) => globalThis.postMessage(report, { transfer: transferOf(report) }),
  later: (work) => {
    next = work;
    turn.port2.postMessage(undefined);
  },
  now: () => performance.now(),
});

globalThis.addEventListener('message', ({ data }: MessageEvent<AnalyzerRequest>) => analyze(data));
