/** The analyzer's client: sends patches, takes deltas into the store, asks the open path question again and again. */

import type { SubnetTiers } from '../engine/index.ts';
import {
  applyDelta,
  type AnalyzerReport,
  type AnalyzerRequest,
  type FindingAnswer,
} from '../worker/index.ts';
import { badgesOf, type Answers, type PathQuestion } from './answers.ts';
import { merged } from './merged.ts';
import type { Store } from './store.ts';

/** A worker, as far as the client needs it. */
export interface AnalyzerPort {
  readonly post: (request: AnalyzerRequest) => void;
  readonly stop: () => void;
}

/** Starts a worker that reports to the given functions. */
export type OpenPort = (
  onReport: (report: AnalyzerReport) => void,
  onCrash: (message: string, details: string) => void,
) => AnalyzerPort;

/** Whether the fields hold a question that can be asked. */
export const isComplete = ({ from, to }: PathQuestion): boolean => from !== '' && to !== '';

/** Ties the store to a worker until the returned function is called. */
export function startAnalyzer({ api, onDesignChange }: Store, open: OpenPort): () => void {
  let port: AnalyzerPort | undefined;
  // What the worker has told so far; its deltas build on that even while the store shows a fault.
  let tiers: Readonly<Record<string, SubnetTiers>> = {};
  let findings: Readonly<Record<string, FindingAnswer>> = {};
  let asked: { readonly ask: number; readonly question: PathQuestion } | undefined;
  let asks = 0;

  const setAnswers = (change: Partial<Answers>) =>
    api.setState(({ answers }) => ({ answers: merged(answers, { fault: undefined, ...change }) }));

  const fail = (version: number, message: string, details: string) =>
    setAnswers({
      version,
      state: 'failed',
      tiers: {},
      findings: [],
      badges: {},
      fault: { message, details },
    });

  const take = (report: AnalyzerReport) => {
    switch (report.kind) {
      case 'tiers':
        tiers = applyDelta(tiers, report.delta);
        setAnswers({ tiers });
        break;
      case 'findings': {
        findings = applyDelta(findings, report.delta);
        const list = report.order.flatMap((key) => findings[key] ?? []);
        const { design, answers } = api.getState();
        const badges = badgesOf(design, list, answers.badges);
        setAnswers({ version: report.version, findings: list, badges });
        break;
      }
      case 'exposure':
        setAnswers({ exposure: report.answer });
        break;
      case 'done':
        setAnswers({
          version: report.version,
          state: 'idle',
          milliseconds: report.milliseconds,
          pairs: report.pairs,
        });
        break;
      case 'answer':
        if (asked?.ask === report.ask) {
          const { question } = asked;
          api.setState({ pathAnswer: { version: report.version, question, result: report.result } });
        }
        break;
      case 'failed':
        fail(report.version, report.message, report.details);
        break;
    }
  };

  const crash = (message: string, details: string) => {
    port?.stop();
    port = undefined;
    fail(api.getState().version, message, details);
  };

  const post = (request: AnalyzerRequest) => {
    if (port) {
      port.post(request);
      return;
    }
    tiers = {};
    findings = {};
    port = open(take, crash);
    const { design, version } = api.getState();
    port.post({ kind: 'replace', version, design });
    if (request.kind === 'ask') port.post(request);
  };

  const askPath = () => {
    const { view } = api.getState();
    if (view.right !== 'path' || !isComplete(view.path)) return;
    const { from, to, protocol, port: ports, ipVersion } = view.path;
    asks += 1;
    asked = { ask: asks, question: view.path };
    post({
      kind: 'ask',
      ask: asks,
      question: { from, to, protocol, ipVersion, ...(ports === '' ? {} : { port: ports }) },
    });
  };

  const stopChanges = onDesignChange((change) => {
    setAnswers({ state: 'running' });
    if (change.kind === 'replaced') post({ kind: 'replace', version: change.version, design: change.design });
    else post({ kind: 'patch', version: change.version, patches: change.patches });
    askPath();
  });

  const stopView = api.subscribe(({ view }, { view: before }) => {
    if (view.path !== before.path || view.right !== before.right) askPath();
  });

  return () => {
    stopChanges();
    stopView();
    port?.stop();
  };
}
