/** Which findings are listed, how they are grouped, and in which order they stand. */

import { create } from 'zustand';
import type { Cause, Severity } from '../../app/index.ts';

export type Grouping = 'none' | 'resource' | 'severity';

export interface Filter {
  /** The least severity that is listed. */
  readonly least: Severity;
  readonly withMuted: boolean;
  readonly group: Grouping;
}

export const useFilter = create<Filter>(() => ({ least: 'note', withMuted: false, group: 'none' }));

export const setFilter = (change: Partial<Filter>): void => useFilter.setState(change);

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
