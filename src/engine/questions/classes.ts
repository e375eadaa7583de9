/**
 * Interfaces that no rule can tell apart (AT-3): one walk serves the whole class. The key holds everything
 * that a device consults about an end; a new thing consulted belongs here too.
 */

import { known } from '../../model/index.ts';
import { sameAddresses, shareOf, singleAddress, type Family, type Share } from '../../net/index.ts';
import { keptAnswer } from '../compile/kept-answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { comparedSets, publicPlaceOf } from './atoms.ts';

export interface InterfaceClass {
  readonly members: InterfaceNode[];
  /** Any member: it speaks for all. */
  readonly speaker: InterfaceNode;
}

/** What devices of other VPCs and the internet ask of its public addresses. */
function facesOf(network: Network, node: InterfaceNode): string {
  return node.mappings
    .map((mapping) => {
      const place = node.addresses[4].findIndex(
        (address) => address === mapping.private || sameAddresses(address, mapping.private),
      );
      const single = singleAddress(mapping.public);
      const among =
        single === undefined ? mapping.public.ranges.length : `@${publicPlaceOf(network, single)}`;
      const address =
        mapping.elasticIp === undefined ? undefined : network.design.resources[mapping.elasticIp];
      const pool = address?.kind === 'elasticIp' ? known(address.publicIpv4Pool) : undefined;
      return `${place}:${mapping.predicted}:${among}:${pool ?? ''}`;
    })
    .join(',');
}

const SHARES: Readonly<Record<Share, string>> = { all: '1', some: '?', none: '0' };

/** What devices ask of an interface, as text. Of its faces other parts of the network have a say. */
const keyOf = (network: Network, node: InterfaceNode, family: Family): string =>
  keptAnswer(network, node, `class ${family}`, () => ownKeyOf(network, node, family)) +
  facesOf(network, node);

function ownKeyOf(network: Network, node: InterfaceNode, family: Family): string {
  const compared = comparedSets(network, node.vpc, family);
  const atom = node.addresses[family]
    .map((address) => compared.map((set) => SHARES[shareOf(address, set)]).join(''))
    .join(',');
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
    atom,
    '',
  ].join('|');
}

/** The classes of all interfaces of a family, in document order. */
export function classesOf(
  network: Network,
  nodes: readonly InterfaceNode[],
  family: Family,
): InterfaceClass[] {
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
