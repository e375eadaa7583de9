/** Which findings are listed: from which severity on, and whether muted ones are among them. */

import { create } from 'zustand';
import { compareSeverity, type FindingAnswer, type Severity } from '../../app/index.ts';

export interface Filter {
  /** The least severity that is listed. */
  readonly least: Severity;
  readonly withMuted: boolean;
}

export const useFilter = create<Filter>(() => ({ least: 'note', withMuted: false }));

export const setFilter = (change: Partial<Filter>): void => useFilter.setState(change);

/** A finding with those that it causes. */
export interface Cause {
  readonly finding: FindingAnswer;
  readonly consequences: readonly FindingAnswer[];
}

/** What is listed, worst first; consequences stand under their cause, when that is listed too. */
export function causesOf(findings: readonly FindingAnswer[], { least, withMuted }: Filter): readonly Cause[] {
  const listed = findings
    .filter(({ severity, muted }) => compareSeverity(severity, least) <= 0 && (withMuted || !muted))
    .toSorted((left, right) => compareSeverity(left.severity, right.severity));
  const keys = new Set(listed.map(({ key }) => key));
  const isCaused = ({ causedBy, key }: FindingAnswer): boolean =>
    causedBy !== undefined && causedBy !== key && keys.has(causedBy);
  return listed
    .filter((finding) => !isCaused(finding))
    .map((finding) => ({
      finding,
      consequences: listed.filter((other) => isCaused(other) && other.causedBy === finding.key),
    }));
}
