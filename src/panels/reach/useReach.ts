/** Who reaches an end, or what it reaches, for as long as somebody looks at it. */

import { useEffect, useMemo } from 'react';
import { app, useApp, type ReachAnswer } from '../../app/index.ts';
import type { ReachableQuestion } from '../../engine/index.ts';

export interface Reach {
  readonly question: ReachableQuestion;
  /** Undefined until something is told. */
  readonly answer: ReachAnswer | undefined;
  /** The answer is about an older design. */
  readonly isStale: boolean;
}

export function useReach(end: string, direction: ReachableQuestion['direction']): Reach {
  const question = useMemo((): ReachableQuestion => ({ end, direction }), [end, direction]);
  useEffect(() => {
    app.setView({ reach: question });
    return () => {
      if (app.api.getState().view.reach === question) app.setView({ reach: undefined });
    };
  }, [question]);
  const told = useApp(({ reachAnswer }) => reachAnswer);
  const answer = told?.question === question ? told : undefined;
  const isStale = useApp(({ version }) => answer !== undefined && answer.version !== version);
  return { question, answer, isStale };
}
