/** What a change of the design can touch, so that a fix on trial asks only what may be answered otherwise than before. */

import type { Network } from '../engine/index.ts';
import { isKind, type Design, type Kind, type Resource, type ResourceId } from '../model/index.ts';
import type { FindingContext } from './_context.ts';

/** A trial that differs from the checked design only in rules of groups. */
export interface Since {
  readonly before: FindingContext;
  /** Interfaces that carry a changed group: flows in which none of them is an end are as before. */
  readonly touched: ReadonlySet<string>;
}

function changedResources(before: Design, after: Design): ResourceId[] {
  const ids = new Set([...Object.keys(before.resources), ...Object.keys(after.resources)]);
  return [...ids].filter((id) => before.resources[id] !== after.resources[id]);
}

/** Kinds of which some resource is new, gone or changed. */
export function changedKinds(before: Design, after: Design): ReadonlySet<Kind> {
  const kinds = changedResources(before, after).flatMap((id) => [
    before.resources[id]?.kind,
    after.resources[id]?.kind,
  ]);
  return new Set(kinds.filter((kind): kind is Kind => kind !== undefined && isKind(kind)));
}

/** Both are groups, alike but for their rules. */
function differInRules(before: Resource | undefined, after: Resource | undefined): boolean {
  if (before?.kind !== 'securityGroup' || after?.kind !== 'securityGroup') return false;
  const members = new Map(Object.entries(after));
  const former = Object.entries(before);
  return (
    former.every(([member, value]) => member === 'rules' || members.get(member) === value) &&
    [...members.keys()].every((member) => member === 'rules' || Object.hasOwn(before, member))
  );
}

/**
 * What a trial has in common with the design before it. Undefined where more than rules of groups changed, or where
 * an interface that carries such a group may stand on the way of others.
 */
export function sinceOf(before: FindingContext, network: Network, design: Design): Since | undefined {
  const changed = new Set(changedResources(before.design, design));
  for (const id of changed) {
    if (!differInRules(before.design.resources[id], design.resources[id])) return undefined;
  }
  const touched = new Set<string>();
  const owners = new Set<string>();
  for (const node of network.interfaces.values()) {
    const isTouched = node.groups.some(({ id }) => changed.has(id));
    if (!isTouched) continue;
    // It may forward what is not its own, stand for a service, or reply for another interface of its owner (RP-6).
    if (node.sourceDestCheck !== true || node.service !== 'plain' || node.nat || owners.has(node.owner))
      return undefined;
    owners.add(node.owner);
    touched.add(node.id);
  }
  const shared = [...network.interfaces.values()].some(
    (node) => owners.has(node.owner) && !touched.has(node.id),
  );
  return shared ? undefined : { before, touched };
}
