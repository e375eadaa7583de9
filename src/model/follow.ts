/** What holds where a switch is absent because another member decides it. */

import { definitionOf, type Design, type Resource } from './design.ts';
import { known } from './unknown.ts';

const memberOf = (resource: Resource, name: string): unknown =>
  Object.hasOwn(resource, name) ? Object.entries(resource).find(([key]) => key === name)?.[1] : undefined;

/**
 * The word that an absent switch takes: true, false, or undefined where nobody tells. What was read out of AWS tells
 * what is, and a launch default says nothing of that (AD-4).
 */
export function followedValue(design: Design, resource: Resource, name: string): boolean | undefined {
  const follows = definitionOf(resource.kind).fields[name]?.follows;
  if (!follows || design.coverage?.some((entry) => entry.source === 'awsCli')) return undefined;
  const id = follows.via === undefined ? undefined : known(memberOf(resource, follows.via));
  const from =
    follows.via === undefined ? resource : typeof id === 'string' ? design.resources[id] : undefined;
  if (!from) return undefined;
  const said = memberOf(from, follows.member);
  if (said === undefined) return definitionOf(from.kind).fields[follows.member]?.defaultValue === true;
  const value = known(said);
  return typeof value === 'boolean' ? value : undefined;
}
