/** The analyzer's client: sends patches, takes deltas into the store, asks the open path question again and again. */

import type { ReachQuestion, SubnetTiers } from '../engine/index.ts';
import {
  applyDelta,
  type AnalyzerReport,
  type AnalyzerRequest,
  type AskTopic,
  type FindingAnswer,
} from '../worker/index.ts';
import { badgesOf, type Answers, type PathQuestion, type TitledFix } from './answers.ts';
import { merged } from './merged.ts';
import { startReachClient } from './reach-client.ts';
import { startRuleClient } from './rule-client.ts';
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
export function startAnalyzer(store: Store, open: OpenPort): () => void {
  const { api, onDesignChange } = store;
  let port: AnalyzerPort | undefined;
  // What the worker has told so far; its deltas build on that even while the store shows a fault.
  let tiers: Readonly<Record<string, SubnetTiers>> = {};
  let findings: Readonly<Record<string, FindingAnswer>> = {};
  const asked = new Map<AskTopic, { readonly ask: number; readonly question: PathQuestion }>();
  let weighed: { readonly ask: number; readonly fix: TitledFix } | undefined;
  let asks = 0;
  const nextAsk = (): number => {
    asks += 1;
    return asks;
  };

  const setAnswers = (change: Partial<Answers>) =>
    api.setState(({ answers }) => ({ answers: merged(answers, { fault: undefined, ...change }) }));

  const fail = (version: number, message: string, details: string) => {
    reach.failed();
    setAnswers({
      version,
      state: 'failed',
      tiers: {},
      findings: [],
      badges: {},
      intents: [],
      openRules: [],
      fault: { message, details },
    });
  };

  const take = (report: AnalyzerReport) => {
    if (rules.take(report) || reach.take(report)) return;
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
      case 'intents':
        setAnswers({ intents: report.answers });
        break;
      case 'openRules':
        setAnswers({ openRules: report.findings });
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
        takeAnswer(report);
        break;
      case 'weighed':
        if (weighed?.ask === report.ask) {
          const { version, opens, closes, after } = report;
          api.setState({
            fixEffects: { fix: weighed.fix, version, opens, closes, ...(after ? { after } : {}) },
          });
        }
        break;
      case 'failed':
        fail(report.version, report.message, report.details);
        break;
      default:
        // What is told of rules and of who reaches whom was taken above.
        break;
    }
  };

  const takeAnswer = ({ ask, version, result, fixes }: Extract<AnalyzerReport, { kind: 'answer' }>) => {
    for (const [topic, { ask: own, question }] of asked) {
      if (own !== ask) continue;
      const answer = { version, question, result, fixes };
      api.setState(topic === 'path' ? { pathAnswer: answer } : { proofAnswer: answer });
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
    if (api.getState().view.inView.length > 0) showInView();
    if (request.kind !== 'replace' && request.kind !== 'patch') port.post(request);
    rules.reopened();
    reach.reopened();
  };

  /** Nothing to start a worker for. */
  const showInView = () => port?.post({ kind: 'visible', ids: api.getState().view.inView });

  const rules = startRuleClient(store, post, nextAsk);
  const reach = startReachClient(store, post, nextAsk);

  // Both families, whichever is looked at: they stand side by side.
  const questionOf = ({ from, to, protocol, port: ports }: PathQuestion): ReachQuestion => ({
    from,
    to,
    protocol,
    ...(ports === '' ? {} : { port: ports }),
  });

  const ask = (topic: AskTopic, question: PathQuestion) => {
    const number = nextAsk();
    asked.set(topic, { ask: number, question });
    post({ kind: 'ask', ask: number, topic, question: questionOf(question) });
  };

  /** The question of the open path panel. */
  const openQuestion = (): PathQuestion | undefined => {
    const { view } = api.getState();
    const question = view.pathDraft ?? view.path;
    return view.right === 'path' && isComplete(question) ? question : undefined;
  };

  const askPath = () => {
    const question = openQuestion();
    if (question) ask('path', question);
  };

  const askProof = () => {
    const { proof } = api.getState().view;
    if (proof) ask('proof', proof);
  };

  const weigh = () => {
    const { weighed: fix } = api.getState().view;
    if (!fix) return;
    weighed = { ask: nextAsk(), fix };
    const question = openQuestion();
    post({
      kind: 'weigh',
      ask: weighed.ask,
      actions: fix.actions,
      ...(question ? { question: questionOf(question) } : {}),
    });
  };

  const stopChanges = onDesignChange((change) => {
    setAnswers({ state: 'running' });
    if (change.kind === 'replaced') post({ kind: 'replace', version: change.version, design: change.design });
    else post({ kind: 'patch', version: change.version, patches: change.patches });
    askPath();
    askProof();
    weigh();
    rules.designChanged();
  });

  const stopView = api.subscribe(({ view }, { view: before }) => {
    if (view.path !== before.path || view.right !== before.right || view.pathDraft !== before.pathDraft)
      askPath();
    if (view.proof !== before.proof) askProof();
    if (view.inView !== before.inView) showInView();
    if (view.weighed !== before.weighed) weigh();
  });

  return () => {
    stopChanges();
    stopView();
    rules.stop();
    reach.stop();
    port?.stop();
  };
}
