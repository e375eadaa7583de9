/** What copies have in common, whether they are pasted or made beside their original. */

import type { Cidr } from '../../net/index.ts';
import { childrenByContainer } from '../containment.ts';
import type { Design, Resource, ResourceId } from '../design.ts';
import { known } from '../unknown.ts';
import { shifted } from './addresses.ts';

/** From the block of what is copied to the one that its copy gets. */
export interface BlockMove {
  readonly from: Cidr;
  readonly to: Cidr;
}

/** What is neither copied nor shared: facts that hold for the original alone. */
const ownFacts: readonly string[] = ['provenance', 'arn', 'publicIp', 'publicIpAddress', 'ipv6Addresses'];

/** Some resources and all that stands in them; addresses drawn for what is copied are copied too. */
export function withContents(design: Design, roots: readonly ResourceId[]): ResourceId[] {
  const children = childrenByContainer(design);
  const found = new Set<ResourceId>();
  const visit = (id: ResourceId): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const child of children.get(id) ?? []) visit(child);
  };
  for (const root of roots) visit(root);
  for (const [id, resource] of Object.entries(design.resources)) {
    if (resource.kind !== 'elasticIp') continue;
    const holder = known(resource.natGatewayId);
    if (holder !== undefined && found.has(holder)) found.add(id);
  }
  return [...found];
}

/** A resource as a copy of it begins: ids and addresses put through, facts of its original's own left out. */
export function copyOf(
  resource: Resource,
  idFor: (id: string) => string | undefined,
  isCopied: (id: string) => boolean,
  move: BlockMove | undefined,
): Resource {
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const id = idFor(value);
      if (id !== undefined) return id;
      return move ? shifted(value, move.from, move.to) : value;
    }
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
  };
  const members = Object.entries(unbound(resource, isCopied)).filter(([name]) => !ownFacts.includes(name));
  return Object.fromEntries(
    members.map(([name, value]) => [name, name === 'tags' || name === 'kind' ? value : copy(value)]),
  ) as Resource;
}

/**
 * A resource without what only one can have: the interfaces of an instance that are not copied with it, an
 * interface's instance likewise, and the addresses that AWS gave the original.
 */
function unbound(resource: Resource, isCopiedId: (id: string) => boolean): Resource {
  const isCopied = (id: unknown): boolean => typeof id === 'string' && isCopiedId(id);
  switch (resource.kind) {
    case 'instance': {
      const { networkInterfaceIds, ...rest } = resource;
      const kept = known(networkInterfaceIds)?.filter(isCopied) ?? [];
      return kept.length === 0 ? rest : { ...rest, networkInterfaceIds: kept };
    }
    case 'networkInterface': {
      const { attachment, privateIpAddresses, ...rest } = resource;
      const addresses = known(privateIpAddresses)?.map((item) => {
        const { association: _, ...address } = item;
        return address;
      });
      return {
        ...rest,
        ...(isCopied(known(known(attachment)?.instanceId)) && attachment !== undefined ? { attachment } : {}),
        ...(addresses === undefined ? {} : { privateIpAddresses: addresses }),
      };
    }
    case 'natGateway': {
      const { natGatewayAddresses, ...rest } = resource;
      const addresses = known(natGatewayAddresses)?.flatMap(({ allocationId, isPrimary, privateIp }) =>
        allocationId === undefined || isCopied(allocationId)
          ? [
              {
                ...(allocationId === undefined ? {} : { allocationId }),
                ...(privateIp === undefined ? {} : { privateIp }),
                ...(isPrimary === undefined ? {} : { isPrimary }),
              },
            ]
          : [],
      );
      return addresses === undefined ? rest : { ...rest, natGatewayAddresses: addresses };
    }
    default:
      return resource;
  }
}
