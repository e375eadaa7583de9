/** The last answers of the analyzer, with the version of the design that they belong to. */

import type { ExposureAnswer, Fix, QuestionProblem, ReachAnswer, SubnetTiers } from '../engine/index.ts';
import type { Design, LocalText, ResourceId } from '../model/index.ts';
import type { Result } from '../net/index.ts';
import type { FindingAnswer, FlowChanges, IntentAnswer, Severity } from '../worker/index.ts';
import { concernedBy } from './concerned.ts';

export type {
  FindingAnswer,
  FlowChanges,
  IntentAnswer,
  IntentTrouble,
  OfferedFix,
  Severity,
} from '../worker/index.ts';

/** A fix with what its button and its undo step say; those of findings also tell what else they open. */
export interface TitledFix extends Fix {
  readonly title: LocalText;
}

export interface AnalyzerFault {
  readonly message: string;
  /** Everything that a person could send along with a report. */
  readonly details: string;
}

export interface Answers {
  /** The version of the design that these answers are about. */
  readonly version: number;
  readonly state: 'idle' | 'running' | 'failed';
  readonly tiers: Readonly<Record<ResourceId, SubnetTiers>>;
  readonly findings: readonly FindingAnswer[];
  /** The worst unmuted finding of each resource that has one. */
  readonly badges: Readonly<Record<ResourceId, Badge>>;
  readonly exposure?: ExposureAnswer;
  /** Of every intent of the design, in its order. */
  readonly intents: readonly IntentAnswer[];
  /** Rules that are open to the world although nothing gets in by them. */
  readonly openRules: readonly FindingAnswer[];
  readonly milliseconds: number;
  readonly pairs: number;
  readonly fault?: AnalyzerFault;
}

export interface Badge {
  readonly severity: Severity;
  readonly count: number;
}

export const noAnswers: Answers = {
  version: 0,
  state: 'idle',
  tiers: {},
  findings: [],
  badges: {},
  intents: [],
  openRules: [],
  milliseconds: 0,
  pairs: 0,
};

/** A path question as the fields hold it; empty texts are not answered yet. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: string;
  readonly ipVersion: '4' | '6' | 'both';
}

export interface PathAnswer {
  readonly version: number;
  readonly question: PathQuestion;
  readonly result: Result<ReachAnswer, QuestionProblem>;
  /** `tried`: its fixes are those that helped on a copy; before that they are only likely to. */
  readonly fixes: 'likely' | 'tried';
}

/** What a fix opens and closes beside what it is for, from a second look at a copy. */
export interface FixEffects {
  readonly fix: TitledFix;
  readonly version: number;
  readonly opens: FlowChanges;
  readonly closes: FlowChanges;
  /** The answer to the open path question as it would be. */
  readonly after?: ReachAnswer;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

export const compareSeverity = (a: Severity, b: Severity): number => rank[a] - rank[b];

/** Badges of a list of findings; an unchanged badge keeps its identity, so that its node is not drawn again. */
export function badgesOf(
  design: Design,
  findings: readonly FindingAnswer[],
  previous: Readonly<Record<ResourceId, Badge>>,
): Readonly<Record<ResourceId, Badge>> {
  const badges: Record<ResourceId, Badge> = {};
  for (const finding of findings) {
    // What goes with another's fix is listed under that and not counted.
    if (finding.muted || finding.causedBy !== undefined) continue;
    const { severity } = finding;
    for (const id of new Set([finding.resource, ...concernedBy(design, finding)])) {
      const now = badges[id];
      badges[id] = now
        ? {
            severity: compareSeverity(severity, now.severity) < 0 ? severity : now.severity,
            count: now.count + 1,
          }
        : { severity, count: 1 };
    }
  }
  let same = Object.keys(badges).length === Object.keys(previous).length;
  for (const [id, badge] of Object.entries(badges)) {
    const before = Object.hasOwn(previous, id) ? previous[id] : undefined;
    if (before?.severity === badge.severity && before.count === badge.count) badges[id] = before;
    else same = false;
  }
  return same ? previous : badges;
}
