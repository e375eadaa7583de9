/** What page and analyzer say to each other: patches in, deltas out, each with the version it belongs to. */

import type {
  ExposureAnswer,
  FlowEffects,
  QuestionProblem,
  ReachableQuestion,
  ReachAnswer,
  ReachQuestion,
  RouteChoice,
  RowUse,
  RuleUsers,
  SubnetTiers,
} from '../engine/index.ts';
import type { FindingAnswer, FlowChanges, IntentAnswer } from '../findings/index.ts';
import type { AwsAction, Design, DesignPatch, ResourceId } from '../model/index.ts';
import type { Result } from '../net/index.ts';
import type { PackedReach } from './reach-rows.ts';

export type AnalyzerRequest =
  | { readonly kind: 'replace'; readonly version: number; readonly design: Design }
  | { readonly kind: 'patch'; readonly version: number; readonly patches: readonly DesignPatch[] }
  /** A point question: answered before the rest of the analysis goes on. The newest of each topic counts. */
  | { readonly kind: 'ask'; readonly ask: number; readonly topic: AskTopic; readonly question: ReachQuestion }
  /** What a fix would do beside what it is for. */
  | {
      readonly kind: 'weigh';
      readonly ask: number;
      readonly actions: readonly AwsAction[];
      /** Asked again with the fix. */
      readonly question?: ReachQuestion;
    }
  /** What is in view: fixes of its findings are tried first. The rest loses nothing but time. */
  | { readonly kind: 'visible'; readonly ids: readonly ResourceId[] }
  | ReachableRequest
  | RuleRequest;

/** Who reaches an end, or what it reaches: told now, and again of each version, until another is asked for or none. */
export interface ReachableRequest {
  readonly kind: 'reachable';
  readonly ask: number;
  readonly question?: ReachableQuestion;
}

/** What the tables of rules ask; the newest of each kind counts. */
export type RuleRequest =
  /** Tables, groups and ACLs that are looked at: told now, and again of each version. */
  | {
      readonly kind: 'watch';
      readonly ask: number;
      readonly of: readonly ResourceId[];
      /** Those of which each row is tried as well. */
      readonly rowsOf: readonly ResourceId[];
    }
  /** What a change would open and close that is still being typed. */
  | { readonly kind: 'trial'; readonly ask: number; readonly patches: readonly DesignPatch[] }
  /** Where a table sends an address. */
  | { readonly kind: 'lookup'; readonly ask: number; readonly table: ResourceId; readonly address: string };

/** `path`: with fixes that were tried. `proof`: one way that shows a finding or an exposure to be true. */
export type AskTopic = 'path' | 'proof';

/** The entries of a map that are new or other than before, and the keys that are gone. */
export interface Delta<Key extends string, Value> {
  readonly changed: Readonly<Record<Key, Value>>;
  readonly gone: readonly Key[];
}

export type AnalyzerReport =
  | { readonly kind: 'tiers'; readonly version: number; readonly delta: Delta<ResourceId, SubnetTiers> }
  | {
      readonly kind: 'findings';
      readonly version: number;
      readonly delta: Delta<string, FindingAnswer>;
      /** Every finding's key, in the order they are listed. */
      readonly order: readonly string[];
    }
  | { readonly kind: 'exposure'; readonly version: number; readonly answer: ExposureAnswer }
  /** Every intent of the design, in its order. */
  | { readonly kind: 'intents'; readonly version: number; readonly answers: readonly IntentAnswer[] }
  /** Rules that are open to the world although nothing gets in by them. */
  | { readonly kind: 'openRules'; readonly version: number; readonly findings: readonly FindingAnswer[] }
  /** Of what is looked at: whom it holds for, and which of its rows decide nothing. */
  | {
      readonly kind: 'ruleUsers';
      readonly version: number;
      readonly ask: number;
      readonly users: readonly RuleUsers[];
    }
  | {
      readonly kind: 'rowUse';
      readonly version: number;
      readonly ask: number;
      readonly id: ResourceId;
      readonly use: RowUse;
    }
  | {
      readonly kind: 'tried';
      readonly version: number;
      readonly ask: number;
      readonly effects: FlowEffects;
    }
  | {
      readonly kind: 'lookedUp';
      readonly version: number;
      readonly ask: number;
      readonly choice?: RouteChoice;
    }
  /** All of a version is told. */
  | { readonly kind: 'done'; readonly version: number; readonly milliseconds: number; readonly pairs: number }
  | {
      readonly kind: 'answer';
      readonly ask: number;
      readonly version: number;
      readonly result: Result<ReachAnswer, QuestionProblem>;
      /** Fixes come twice: as they are likely to help, then those that did on a copy. */
      readonly fixes: 'likely' | 'tried';
    }
  | {
      readonly kind: 'weighed';
      readonly ask: number;
      readonly version: number;
      readonly opens: FlowChanges;
      readonly closes: FlowChanges;
      /** The answer to the question as it would be. */
      readonly after?: ReachAnswer;
    }
  /** A slice of who reaches an end, or what it reaches; `rest`: whether more comes. */
  | ({
      readonly kind: 'reachable';
      readonly ask: number;
      readonly version: number;
      readonly part: 'first' | 'more';
      readonly rest: 'more' | 'none';
    } & PackedReach)
  | {
      readonly kind: 'notReachable';
      readonly ask: number;
      readonly version: number;
      readonly problem: QuestionProblem;
    }
  | { readonly kind: 'failed'; readonly version: number; readonly message: string; readonly details: string };
