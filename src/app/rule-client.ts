/** The client's part for the tables of rules: which are looked at, what is being typed, which address is looked up. */

import type { FlowEffects, RouteChoice, RowUse, RuleUsers } from '../engine/index.ts';
import { patchesBetween, type Design, type ResourceId } from '../model/index.ts';
import type { AnalyzerReport, RuleRequest } from '../worker/index.ts';
import type { Store } from './store.ts';

/** Which tables, groups and ACLs are looked at, and of which each row is tried. */
export interface WatchedRules {
  readonly of: readonly ResourceId[];
  readonly rowsOf: readonly ResourceId[];
}

/** A change that is being typed: the design as it would be. */
export interface RuleTrial {
  /** The table that it is typed in. */
  readonly sheet: string;
  /** What the row is about, where the cell that is typed says it. */
  readonly what?: string;
  readonly before: Design;
  readonly after: Design;
}

/** An address of which a table is asked where it goes. */
export interface RouteLookup {
  readonly table: ResourceId;
  readonly address: string;
}

/** An answer with the version of the design that it belongs to. */
export interface Dated<Value> {
  readonly version: number;
  readonly value: Value;
}

/** What is told of the tables that are looked at. */
export interface RuleAnswers {
  readonly users: Readonly<Record<ResourceId, Dated<RuleUsers>>>;
  /** By table, group or ACL, then by the row's place in the document's list. */
  readonly uses: Readonly<Record<ResourceId, Readonly<Record<number, Dated<RowUse>>>>>;
}

export interface TrialAnswer extends Dated<FlowEffects> {
  readonly trial: RuleTrial;
}

export interface LookupAnswer extends Dated<RouteChoice | undefined> {
  readonly lookup: RouteLookup;
}

export const noRuleAnswers: RuleAnswers = { users: {}, uses: {} };

export interface RuleClient {
  /** Whether the report was for it. */
  readonly take: (report: AnalyzerReport) => boolean;
  /** What was asked of the design before is pointless, or asked again. */
  readonly designChanged: () => void;
  /** A worker started anew: it does not know what is looked at. */
  readonly reopened: () => void;
  readonly stop: () => void;
}

/** Ties what the tables ask to the worker, until it is stopped. */
export function startRuleClient(
  { api }: Pick<Store, 'api'>,
  post: (request: RuleRequest) => void,
  nextAsk: () => number,
): RuleClient {
  let watching = 0;
  let trial: { readonly ask: number; readonly trial: RuleTrial } | undefined;
  let lookup: { readonly ask: number; readonly lookup: RouteLookup } | undefined;

  const watch = (): void => {
    watching = nextAsk();
    post({ kind: 'watch', ask: watching, ...api.getState().view.watchedRules });
  };

  const tryOut = (): void => {
    const { design, view } = api.getState();
    trial = undefined;
    // What was typed on an older design is typed anew by the table that shows this one.
    if (view.ruleTrial?.before !== design) return;
    trial = { ask: nextAsk(), trial: view.ruleTrial };
    post({ kind: 'trial', ask: trial.ask, patches: patchesBetween(design, view.ruleTrial.after) });
  };

  const look = (): void => {
    const { routeLookup } = api.getState().view;
    lookup = routeLookup && { ask: nextAsk(), lookup: routeLookup };
    if (lookup) post({ kind: 'lookup', ask: lookup.ask, ...lookup.lookup });
  };

  const setRules = (change: (answers: RuleAnswers) => RuleAnswers): void =>
    api.setState(({ ruleAnswers }) => ({ ruleAnswers: change(ruleAnswers) }));

  const take = (report: AnalyzerReport): boolean => {
    switch (report.kind) {
      case 'ruleUsers': {
        const { version, users } = report;
        if (report.ask !== watching) return true;
        const told = Object.fromEntries(users.map((value) => [value.id, { version, value }]));
        setRules((answers) => ({
          users: told,
          // What is not looked at any more is forgotten; the rest stays until it is told anew.
          uses: Object.fromEntries(users.map(({ id }) => [id, answers.uses[id] ?? {}])),
        }));
        return true;
      }
      case 'rowUse': {
        const { version, id, use } = report;
        if (report.ask !== watching) return true;
        setRules(({ users, uses }) => ({
          users,
          uses: { ...uses, [id]: { ...uses[id], [use.index]: { version, value: use } } },
        }));
        return true;
      }
      case 'tried':
        if (trial?.ask === report.ask) {
          const { version, effects } = report;
          api.setState({ trialAnswer: { version, value: effects, trial: trial.trial } });
        }
        return true;
      case 'lookedUp':
        if (lookup?.ask === report.ask) {
          const { version, choice } = report;
          api.setState({ lookupAnswer: { version, value: choice, lookup: lookup.lookup } });
        }
        return true;
      default:
        return false;
    }
  };

  const stop = api.subscribe(({ view }, { view: before }) => {
    if (view.watchedRules !== before.watchedRules) watch();
    if (view.ruleTrial !== before.ruleTrial) tryOut();
    if (view.routeLookup !== before.routeLookup) look();
  });

  return {
    take,
    designChanged: () => {
      trial = undefined;
      look();
    },
    reopened: () => {
      if (api.getState().view.watchedRules.of.length > 0) watch();
    },
    stop,
  };
}
