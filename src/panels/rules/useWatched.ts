/** Which tables of rules are on the page: their rows are tried while they are looked at. */

import { useEffect, useId } from 'react';
import { app } from '../../app/index.ts';
import type { ResourceId } from '../../model/index.ts';
import type { RuleSubject } from './subject.ts';

interface Shown {
  readonly ids: readonly ResourceId[];
  /** `standing`: only whom they hold for and how routes stand. */
  readonly depth: 'rows' | 'standing';
}

/** By who shows them: the drawer and the inspector may both. */
const shown = new Map<string, Shown>();

const same = (left: readonly ResourceId[], right: readonly ResourceId[]): boolean =>
  left.length === right.length && left.every((id, at) => id === right[at]);

function tell(): void {
  const all = [...shown.values()];
  const of = [...new Set(all.flatMap(({ ids }) => ids))];
  const rowsOf = [...new Set(all.flatMap(({ ids, depth }) => (depth === 'rows' ? ids : [])))];
  const before = app.api.getState().view.watchedRules;
  if (!same(of, before.of) || !same(rowsOf, before.rowsOf)) app.setView({ watchedRules: { of, rowsOf } });
}

export function useWatched({ table, groups, acl }: RuleSubject, depth: Shown['depth']): void {
  const owner = useId();
  const ids = [table, ...groups, acl].filter((id) => id !== undefined);
  const key = ids.join('\n');
  useEffect(() => {
    shown.set(owner, { ids: key === '' ? [] : key.split('\n'), depth });
    tell();
  }, [owner, key, depth]);
  useEffect(
    () => () => {
      shown.delete(owner);
      tell();
    },
    [owner],
  );
}
