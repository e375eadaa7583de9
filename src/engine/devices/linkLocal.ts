/** Services that answer on the link: no group, no ACL, no route is consulted (AD-12). */

import { shareOf, singleAddress } from '../../net/index.ts';
import { DNS_SERVICE, METADATA_SERVICE, OTHER_LINK_SERVICES } from '../addresses.ts';
import type { InterfaceNode } from '../compile/network.ts';
import { turnOnMetadata } from './fixes.ts';
import { doubt, drop, type Walk } from './walk.ts';
import { shownAs, type Packet, type Step } from './packet.ts';

/** The VPC's resolver: the third address of its first IPv4 block. */
function isResolver(node: InterfaceNode, packet: Packet): boolean {
  if (shareOf(packet.dst, DNS_SERVICE[packet.family]) === 'all') return true;
  const value = singleAddress(packet.dst);
  return (
    packet.family === 4 &&
    value !== undefined &&
    node.vpc.primary !== undefined &&
    value === node.vpc.primary.first + 2n
  );
}

/**
 * The router's address in the sender's own subnet: the second of its block (AD-9). AWS exempts from filters what a host
 * says to its router, no more; in another subnet that address is reserved and nobody's, like any other of the five.
 */
function isRouter(node: InterfaceNode, packet: Packet): boolean {
  const value = singleAddress(packet.dst);
  return value !== undefined && node.subnet.cidrs[packet.family].some((cidr) => value === cidr.first + 1n);
}

/** Delivers to a link-local service, or undefined where the destination is none. */
export function linkLocalService(walk: Walk, node: InterfaceNode, packet: Packet): Step | undefined {
  const delivered: Step = { to: 'delivered', at: 'service', packet };
  const off = (resource: string, kind: string, fixes: Parameters<typeof drop>[2]['fixes']): Step => {
    drop(walk, packet, {
      code: 'LINK_LOCAL_SERVICE_OFF',
      resource,
      kind,
      parameters: { instance: node.owner, vpc: node.vpc.id },
      ...(fixes ? { fixes } : {}),
    });
    return delivered;
  };
  if (shareOf(packet.dst, METADATA_SERVICE[packet.family]) === 'all') {
    const shown = shownAs(node);
    switch (node.metadata[packet.family]) {
      case 'on':
        return delivered;
      case 'unknown':
        doubt(walk, {
          fact: 'metadata-options',
          resource: node.owner,
          obtain: `aws ec2 describe-instances --instance-ids ${node.owner}`,
        });
        return delivered;
      case 'off':
        return off(shown.resource, shown.kind, () => turnOnMetadata(node, packet.family));
      case 'not-an-instance':
        return off(shown.resource, shown.kind, undefined);
    }
  }
  if (isResolver(node, packet)) {
    if (node.vpc.dnsSupport === undefined) {
      doubt(walk, {
        fact: 'dns-support-of',
        resource: node.vpc.id,
        obtain: `aws ec2 describe-vpc-attribute --vpc-id ${node.vpc.id} --attribute enableDnsSupport`,
      });
      return delivered;
    }
    return node.vpc.dnsSupport ? delivered : off(node.vpc.id, 'vpc', undefined);
  }
  if (shareOf(packet.dst, OTHER_LINK_SERVICES[packet.family]) === 'all' || isRouter(node, packet))
    return delivered;
  return undefined;
}
