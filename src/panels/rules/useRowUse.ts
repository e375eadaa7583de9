/** What is told of rows so far, and whether it is about the design that is shown. */

import { useApp } from '../../app/index.ts';
import type { RouteStanding, RuleUsers } from '../../engine/index.ts';
import type { ResourceId } from '../../model/index.ts';
import { standingOf, type Standing } from './row-words.ts';

export interface Told<Value> {
  readonly value: Value;
  /** It belongs to an older design: it stands until it is told anew, but not as a fact. */
  readonly isStale: boolean;
}

export function useRuleUsers(id: ResourceId): Told<RuleUsers> | undefined {
  const told = useApp(({ ruleAnswers }) => ruleAnswers.users[id]);
  const version = useApp((state) => state.version);
  return told && { value: told.value, isStale: told.version !== version };
}

/** How each row stands, by its place in the document's list. */
export function useStandings(id: ResourceId): (index: number | undefined) => Told<Standing> {
  const users = useRuleUsers(id);
  const uses = useApp(({ ruleAnswers }) => ruleAnswers.uses[id]);
  const version = useApp((state) => state.version);
  return (index) => {
    if (index === undefined) return { value: { kind: 'pending' }, isStale: false };
    const use = uses?.[index];
    const idle = users?.value.idle[index];
    const isStale = idle ? (users?.isStale ?? false) : use !== undefined && use.version !== version;
    return { value: standingOf(idle, use?.value), isStale };
  };
}

export function useRoutes(id: ResourceId): Told<readonly RouteStanding[]> | undefined {
  const users = useRuleUsers(id);
  const routes = users?.value.routes;
  return routes && { value: routes, isStale: users.isStale };
}
