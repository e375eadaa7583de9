/** Which findings are listed, how they are grouped, and in which order they stand. */

import { create } from 'zustand';
import { compareSeverity, type FindingAnswer, type Severity } from '../../app/index.ts';

export type Grouping = 'none' | 'resource' | 'severity';

export interface Filter {
  /** The least severity that is listed. */
  readonly least: Severity;
  readonly withMuted: boolean;
  readonly group: Grouping;
}

export const useFilter = create<Filter>(() => ({ least: 'note', withMuted: false, group: 'none' }));

export const setFilter = (change: Partial<Filter>): void => useFilter.setState(change);

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
  { least, withMuted }: Pick<Filter, 'least' | 'withMuted'>,
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

/** Rows under one heading; one group without a heading where nothing is grouped. */
export interface RowGroup {
  readonly key: string;
  readonly causes: readonly Cause[];
}

/** The rows in their groups; a group stands where its first row would. */
export function groupsOf(causes: readonly Cause[], group: Grouping): readonly RowGroup[] {
  if (group === 'none') return causes.length === 0 ? [] : [{ key: '', causes }];
  const groups = new Map<string, Cause[]>();
  for (const cause of causes) {
    const { finding } = cause;
    const key = group === 'resource' ? finding.resource : finding.severity;
    const list = groups.get(key);
    if (list) list.push(cause);
    else groups.set(key, [cause]);
  }
  return [...groups].map(([key, list]) => ({ key, causes: list }));
}

/**
 * The rows as they stay while somebody is at the list: those that were there keep their place, solved ones too, and
 * new ones come behind them. Where nothing changed it is the very same list, so that who keeps it comes to rest.
 */
export function keptInPlace(before: readonly Cause[], now: readonly Cause[]): readonly Cause[] {
  const fresh = new Map(now.map((cause) => [cause.finding.key, cause]));
  const kept = before.map((cause): Cause => {
    const present = fresh.get(cause.finding.key);
    fresh.delete(cause.finding.key);
    return present ?? (cause.isSolved ? cause : { ...cause, consequences: [], isSolved: true });
  });
  const isSame = fresh.size === 0 && kept.every((cause, index) => cause === before[index]);
  return isSame ? before : [...kept, ...fresh.values()];
}
