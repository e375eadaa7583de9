/** Findings as rows: what one causes stands under it, and what is one gap is one row. */

import { compareSeverity, type FindingAnswer, type Severity } from './answers.ts';

/** A finding with those that it causes. */
export interface Cause {
  readonly finding: FindingAnswer;
  readonly consequences: readonly FindingAnswer[];
  /** How many of these are the same gap again, met by other traffic. */
  readonly alike?: number;
  /** It is not found any more; its row keeps its place while somebody is at the list. */
  readonly isSolved?: true;
}

/** What is listed, worst first; consequences stand under their cause, when that is listed too. */
export function causesOf(
  findings: readonly FindingAnswer[],
  { least, withMuted }: { readonly least: Severity; readonly withMuted: boolean },
): readonly Cause[] {
  const listed = findings
    .filter(({ severity, muted }) => compareSeverity(severity, least) <= 0 && (withMuted || !muted))
    .toSorted((left, right) => compareSeverity(left.severity, right.severity));
  const keys = new Set(listed.map(({ key }) => key));
  const isCaused = ({ causedBy, key }: FindingAnswer): boolean =>
    causedBy !== undefined && causedBy !== key && keys.has(causedBy);
  return foldedGaps(
    listed
      .filter((finding) => !isCaused(finding))
      .map((finding) => ({
        finding,
        consequences: listed.filter((other) => isCaused(other) && other.causedBy === finding.key),
      })),
  );
}

/** One row for each gap: the others that it makes, one for each kind of traffic that meets it, stand below the first. */
function foldedGaps(causes: readonly Cause[]): readonly Cause[] {
  const rows = new Map<string, Cause>();
  for (const cause of causes) {
    const { id, resource, gap, severity, key } = cause.finding;
    const at = gap === undefined ? key : [id, resource, gap, severity].join(' ');
    const first = rows.get(at);
    rows.set(
      at,
      first
        ? {
            finding: first.finding,
            consequences: [...first.consequences, cause.finding, ...cause.consequences],
            alike: (first.alike ?? 0) + 1,
          }
        : cause,
    );
  }
  return [...rows.values()];
}
