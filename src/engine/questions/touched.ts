/** Whose flows a change of rules can touch, so that only those are walked again. */

import { changedKeys, isKind, type Design, type ResourceId } from '../../model/index.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';

/** The one resource in which two designs differ; undefined where there are none or several. */
export function onlyChange(before: Design, after: Design): ResourceId | undefined {
  if (before.defaults !== after.defaults || before.coverage !== after.coverage) return undefined;
  const changed = changedKeys(before.resources, after.resources);
  return changed.length === 1 ? changed[0] : undefined;
}

/** Members other than the rows: what a table, group or ACL is for and whose it is. */
function sameBesidesRows(before: Design, after: Design, id: ResourceId, rows: string): boolean {
  const [old, fresh] = [before.resources[id], after.resources[id]];
  if (!old || !fresh || old.kind !== fresh.kind) return false;
  const others = (resource: object): Map<string, unknown> =>
    new Map(Object.entries(resource).filter(([name]) => name !== rows));
  const [left, right] = [others(old), others(fresh)];
  return (
    left.size === right.size &&
    [...left].every(([name, value]) => JSON.stringify(right.get(name)) === JSON.stringify(value))
  );
}

const ROWS: Readonly<Record<string, string>> = {
  routeTable: 'routes',
  securityGroup: 'rules',
  networkAcl: 'entries',
};

/** Interfaces that a table, group or ACL holds for. */
function heldBy({ interfaces }: Network, id: ResourceId): InterfaceNode[] {
  return [...interfaces.values()].filter(
    ({ groups, subnet }) =>
      groups.some((group) => group.id === id) || subnet.table.value?.id === id || subnet.acl.value?.id === id,
  );
}

/** Nothing passes it but what is its own (NG, NI, MB), and all of its owner is touched along (RP-6). */
function standsAlone(network: Network, node: InterfaceNode, touched: ReadonlySet<string>): boolean {
  if (node.nat || node.sourceDestCheck !== true || node.service !== 'plain') return false;
  return (network.interfacesOf.get(node.owner) ?? []).every(({ id }) => touched.has(id));
}

/** A table that a gateway reads, or that a regional NAT gateway has for itself. */
const isRead = (network: Network, id: ResourceId): boolean =>
  [...network.gateways.values()].some(({ edgeTable }) => edgeTable?.id === id) ||
  [...network.nats.values()].some(
    ({ tableId, subnet }) => tableId === id || (!subnet && tableId === undefined),
  );

/**
 * The interfaces at an end of each flow that may pass otherwise in the second network, where it differs from the
 * first in the rows of one table, group or ACL alone, and nobody forwards for others there. Undefined: any flow may.
 */
export function touchedBy(before: Network, after: Network): ReadonlySet<string> | undefined {
  const id = onlyChange(before.design, after.design);
  const kind = id === undefined ? undefined : after.design.resources[id]?.kind;
  if (id === undefined || kind === undefined || !isKind(kind)) return undefined;
  const rows = ROWS[kind];
  if (rows === undefined || !sameBesidesRows(before.design, after.design, id, rows)) return undefined;
  if (kind === 'routeTable' && (isRead(before, id) || isRead(after, id))) return undefined;
  const held = [...heldBy(before, id), ...heldBy(after, id)];
  const touched = new Set(held.map((node) => node.id));
  return held.every((node) =>
    standsAlone(node === after.interfaces.get(node.id) ? after : before, node, touched),
  )
    ? touched
    : undefined;
}
