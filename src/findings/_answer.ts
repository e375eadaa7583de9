/** Findings as they leave this folder: told in both languages, with fixes that were tried. */

import type { Allowed, Fix, ReachQuestion } from '../engine/index.ts';
import type { LocalText, ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { Live, Severity } from './_finding.ts';

/** Traffic that a fix lets through or stops, beside what it is meant for. */
export interface FlowChange {
  /** A resource, or `internet`. */
  readonly from: string;
  readonly to: string;
  readonly family: Family;
  readonly allowed: readonly Allowed[];
}

/** Changes of flows; `total` counts those as well that the list leaves out. */
export interface FlowChanges {
  readonly flows: readonly FlowChange[];
  readonly total: number;
}

/** A fix that was applied to a copy: the finding went, and no intent broke. */
export interface OfferedFix extends Fix {
  readonly title: LocalText;
  readonly opens: FlowChanges;
  readonly closes: FlowChanges;
}

export interface FindingAnswer {
  /** The same as long as it is about the same thing, over edits and reloads. */
  readonly key: string;
  readonly id: string;
  readonly severity: Severity;
  readonly live: Live;
  readonly family?: Family;
  readonly resource: ResourceId;
  readonly related: readonly ResourceId[];
  readonly message: LocalText;
  readonly fixes: readonly OfferedFix[];
  readonly references: readonly string[];
  readonly alsoKnownAs: readonly string[];
  /** Key of the finding whose fix ends this one too: listed under that, and not counted. */
  readonly causedBy?: string;
  /** The state that it is about, for an acceptance to name: it returns when that has changed. */
  readonly inputs?: string;
  /** Accepted by a person: listed, not counted. */
  readonly muted?: { readonly reason: string; readonly until?: string };
  /** Findings of one id and resource that share it are the same gap, met by different traffic. */
  readonly gap?: string;
  /** A question whose answer shows that it is true. */
  readonly proof?: ReachQuestion;
}
