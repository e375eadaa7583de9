/**
 * Interfaces that no rule can tell apart (AT-3): one walk serves the whole class. The key holds everything
 * that a device consults about an end; a new thing consulted belongs here too.
 */

import { shareOf, type Family } from '../../net/index.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { addressText } from '../devices/walk.ts';
import { comparedSets } from './atoms.ts';

export interface InterfaceClass {
  readonly members: InterfaceNode[];
  /** Any member: it speaks for all. */
  readonly speaker: InterfaceNode;
}

/** What devices ask of an interface, as text. */
function keyOf(network: Network, node: InterfaceNode, family: Family): string {
  const compared = comparedSets(network, node.vpc, family);
  const atom = node.addresses[family]
    .map((address) => compared.map((set) => (shareOf(address, set) === 'all' ? '1' : shareOf(address, set) === 'some' ? '?' : '0')).join(''))
    .join(',');
  const faces = node.mappings.map((mapping) => `${node.addresses[4].findIndex((address) => address === mapping.private || addressText(address) === addressText(mapping.private))}:${mapping.predicted}:${mapping.public.ranges.length}`).join(',');
  return [
    node.subnet.id,
    node.groups.map((group) => group.id).join(','),
    node.state.kind,
    String(node.sourceDestCheck),
    node.filtered,
    node.nat?.id ?? '',
    node.windows ? 'w' : '',
    node.denyAllIgwTraffic ? 'd' : '',
    node.service,
    node.primaryOfInstance ? 's' : '',
    node.mappingsMissing ? 'm' : '',
    // A routed-to device forwards for others and is met by routes: alone in its class.
    node.sourceDestCheck === false ? node.id : '',
    faces,
    atom,
  ].join('|');
}

/** The classes of all interfaces of a family, in document order. */
export function classesOf(network: Network, nodes: readonly InterfaceNode[], family: Family): InterfaceClass[] {
  const classes = new Map<string, InterfaceClass>();
  for (const node of nodes) {
    if (node.addresses[family].length === 0) continue;
    const key = keyOf(network, node, family);
    const known = classes.get(key);
    if (known) known.members.push(node);
    else classes.set(key, { members: [node], speaker: node });
  }
  return [...classes.values()];
}
