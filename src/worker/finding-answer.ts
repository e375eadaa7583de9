/** A finding as it travels from the analyzer to the page. */

import type { Fix } from '../engine/index.ts';
import type { LocalText, ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A fix that was applied to a copy and asked again before it is offered. */
export interface OfferedFix extends Fix {
  readonly title: LocalText;
}

export interface FindingAnswer {
  readonly key: string;
  /** The finding's own name, as muting and reports spell it. */
  readonly id: string;
  readonly severity: Severity;
  readonly family?: Family;
  readonly resource: ResourceId;
  readonly related: readonly ResourceId[];
  readonly message: LocalText;
  readonly fixes: readonly OfferedFix[];
  readonly references: readonly string[];
  readonly alsoKnownAs: readonly string[];
  readonly causedBy?: string;
  readonly muted?: { readonly reason: string };
}
