/** An instance whose interfaces are resources of their own: its addresses and groups are theirs. */

import { factsOf } from '../../drawing/index.ts';
import {
  definitionOf,
  known,
  resourceOfKind,
  type Design,
  type NetworkInterface,
  type Resource,
  type ResourceId,
} from '../../model/index.ts';

/** The interfaces that a card stands for, the first one first. */
export function interfacesOf(
  design: Design,
  card: ResourceId,
): readonly (readonly [ResourceId, NetworkInterface])[] {
  const { cardOfInterface } = factsOf(design);
  const found = [...cardOfInterface].flatMap(([id, owner]): (readonly [ResourceId, NetworkInterface])[] => {
    const eni = owner === card ? resourceOfKind(design, id, 'networkInterface') : undefined;
    return eni ? [[id, eni]] : [];
  });
  const place = ([, eni]: readonly [ResourceId, NetworkInterface]): number =>
    known(eni.attachment)?.deviceIndex ?? Number.MAX_SAFE_INTEGER;
  return found.sort((left, right) => place(left) - place(right));
}

/** What only says how an interface is made at launch: without meaning once it is there. */
const launchOnly: readonly string[] = ['associatePublicIpAddress', 'ipv6AddressCount'];

/** Whose member it is: the resource's own, its first interface's, or nobody's any more. */
export function ownerOfMember(
  design: Design,
  id: ResourceId,
  resource: Resource,
  name: string,
): { readonly id: ResourceId; readonly resource: Resource } | undefined {
  const [first] = resource.kind === 'instance' ? interfacesOf(design, id) : [];
  if (!first) return { id, resource };
  if (launchOnly.includes(name)) return undefined;
  const [eniId, eni] = first;
  return Object.hasOwn(definitionOf(eni.kind).fields, name) && !Object.hasOwn(resource, name)
    ? { id: eniId, resource: eni }
    : { id, resource };
}
