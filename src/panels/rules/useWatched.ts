/** Which tables of rules are on the page: their rows are tried while they are looked at. */

import { useEffect, useId } from 'react';
import { app } from '../../app/index.ts';
import type { ResourceId } from '../../model/index.ts';
import type { RuleSubject } from './subject.ts';

/** By who shows them: the drawer and the inspector may both. */
const shown = new Map<string, readonly ResourceId[]>();

function tell(): void {
  const watched = [...new Set([...shown.values()].flat())];
  const before = app.api.getState().view.watchedRules;
  if (watched.length !== before.length || watched.some((id, at) => id !== before[at]))
    app.setView({ watchedRules: watched });
}

export function useWatched({ table, groups, acl }: RuleSubject): void {
  const owner = useId();
  const ids = [table, ...groups, acl].filter((id) => id !== undefined);
  const key = ids.join('\n');
  useEffect(() => {
    shown.set(owner, key === '' ? [] : key.split('\n'));
    tell();
  }, [owner, key]);
  useEffect(
    () => () => {
      shown.delete(owner);
      tell();
    },
    [owner],
  );
}
