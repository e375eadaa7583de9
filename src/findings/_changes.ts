/** What a change of the design can touch, so that a fix on trial asks only what may be answered otherwise than before. */

import type { InterfaceNode, Network, SubnetNode } from '../engine/index.ts';
import {
  changedKeys,
  isKind,
  known,
  type Design,
  type Kind,
  type Resource,
  type ResourceId,
} from '../model/index.ts';
import type { FindingContext } from './_context.ts';

/** A trial that differs from the checked design only in what filters or routes the packets of some interfaces. */
export interface Since {
  readonly before: FindingContext;
  /** Interfaces with a changed group, ACL or table: flows in which none of them is an end are as before. */
  readonly touched: ReadonlySet<string>;
}

/** Kinds of which some resource is new, gone or changed. */
export function changedKinds(before: Design, after: Design): ReadonlySet<Kind> {
  const kinds = changedKeys(before.resources, after.resources).flatMap((id) => [
    before.resources[id]?.kind,
    after.resources[id]?.kind,
  ]);
  return new Set(kinds.filter((kind): kind is Kind => kind !== undefined && isKind(kind)));
}

/** Members that say what happens to packets of whoever uses the thing, and nothing else. */
const OWN_MEMBERS: Readonly<Partial<Record<string, readonly string[]>>> = {
  securityGroup: ['rules'],
  networkAcl: ['entries', 'associations'],
  routeTable: ['routes', 'associations'],
};

/** A table that serves a gateway stands on the way of others. */
const servesGateway = (resource: Resource | undefined): boolean =>
  resource?.kind === 'routeTable' &&
  (known(resource.associations) ?? []).some((entry) => entry.gatewayId !== undefined);

/** Alike but for such members; a table may also be new. */
function differsInOwn(before: Resource | undefined, after: Resource | undefined): boolean {
  if (!after || servesGateway(before) || servesGateway(after)) return false;
  if (!before) return after.kind === 'routeTable';
  const own = OWN_MEMBERS[after.kind];
  if (before.kind !== after.kind || !own) return false;
  const [former, members] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...former.keys(), ...members.keys()])].every(
    (member) => own.includes(member) || former.get(member) === members.get(member),
  );
}

/** Subnets whose packets meet another table or ACL than before, or a changed one. */
function changedSubnets(before: Network, after: Network, changed: ReadonlySet<ResourceId>): Set<SubnetNode> {
  const found = new Set<SubnetNode>();
  for (const [id, subnet] of after.subnets) {
    const former = before.subnets.get(id);
    if (former === subnet) continue;
    for (const [then, now] of [
      [former?.table.value?.id, subnet.table.value?.id],
      [former?.acl.value?.id, subnet.acl.value?.id],
    ])
      if (then !== now || (now !== undefined && changed.has(now))) found.add(subnet);
  }
  return found;
}

/** It may forward what is not its own, or stand for a service: flows of others go through it. */
const isOnTheWay = (node: InterfaceNode): boolean =>
  node.sourceDestCheck !== true || node.service !== 'plain' || node.nat !== undefined;

/**
 * What a trial has in common with the design before it. Undefined where more changed than groups' rules, ACLs and
 * tables, or where an interface that they concern may stand on the way of others.
 */
export function sinceOf(before: FindingContext, network: Network, design: Design): Since | undefined {
  const changed = new Set(changedKeys(before.design.resources, design.resources));
  for (const id of changed) {
    if (!differsInOwn(before.design.resources[id], design.resources[id])) return undefined;
  }
  // A regional NAT gateway reads a table of its own.
  for (const { tableId } of network.nats.values())
    if (tableId !== undefined && changed.has(tableId)) return undefined;
  const subnets = changedSubnets(before.network, network, changed);
  const touched = new Set<string>();
  const owners = new Set<string>();
  for (const node of network.interfaces.values()) {
    if (!subnets.has(node.subnet) && !node.groups.some(({ id }) => changed.has(id))) continue;
    // Nor may it reply for another interface of its owner (RP-6).
    if (isOnTheWay(node) || owners.has(node.owner)) return undefined;
    owners.add(node.owner);
    touched.add(node.id);
  }
  const shared = [...network.interfaces.values()].some(
    (node) => owners.has(node.owner) && !touched.has(node.id),
  );
  return shared ? undefined : { before, touched };
}

/**
 * The same after any edit of a design. Undefined too where what is met outside of a part, or the order in which things
 * are met, may be another.
 */
export const sinceEdit = (before: FindingContext, network: Network, design: Design): Since | undefined =>
  before.network !== network &&
  before.network.outside === network.outside &&
  before.network.assume === network.assume
    ? sinceOf(before, network, design)
    : undefined;
