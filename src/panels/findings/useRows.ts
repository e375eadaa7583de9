/** The rows of the list over time: they rest while somebody is at them, and new ones are told for a while. */

import { useEffect, useMemo, useRef, useState } from 'react';
import { app, causesOf, useApp, type Cause, type FindingAnswer } from '../../app/index.ts';
import { keptInPlace, useFilter } from './filter.ts';

/** How long a new finding carries its dot. */
const NEWS = 5000;

/**
 * The listed causes. While `isHeld` nothing moves; the new order comes when the pointer and the focus have left.
 * A change of the filter is somebody's wish and shows at once.
 */
export function useRows(isHeld: boolean): readonly Cause[] {
  const findings = useApp(({ answers }) => answers.findings);
  const { least, withMuted } = useFilter();
  const causes = useMemo(() => causesOf(findings, { least, withMuted }), [findings, least, withMuted]);
  const filter = `${least} ${String(withMuted)}`;
  const [shown, setShown] = useState({ causes, filter });
  const holds = isHeld && shown.filter === filter;
  const next = useMemo(
    () => (holds ? keptInPlace(shown.causes, causes) : causes),
    [holds, shown.causes, causes],
  );
  useEffect(() => setShown({ causes: next, filter }), [next, filter]);
  return next;
}

/** Keys of findings that came since the list was opened, for a few seconds each; an opened design is no news. */
export function useNews(findings: readonly FindingAnswer[]): ReadonlySet<string> {
  const known = useRef<Set<string> | undefined>(undefined);
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());

  useEffect(
    () =>
      app.onDesignChange(({ kind }) => {
        if (kind === 'replaced') known.current = undefined;
      }),
    [],
  );

  useEffect(() => {
    const before = known.current;
    known.current = new Set([...(before ?? []), ...findings.map(({ key }) => key)]);
    const fresh = before ? findings.filter(({ key }) => !before.has(key)).map(({ key }) => key) : [];
    if (fresh.length === 0) return;
    setNews((present) => new Set([...present, ...fresh]));
    setTimeout(() => setNews((present) => new Set([...present].filter((key) => !fresh.includes(key)))), NEWS);
  }, [findings]);

  return news;
}
