/** Who a question is about: ids, names, addresses and words made ends that can be walked (CLI.md, V-3). */

import { known, nameOf, type Resource, type ResourceId } from '../../model/index.ts';
import {
  addressesOf,
  countAddresses,
  failure,
  formatCidr,
  hasAddress,
  oneAddress,
  parseAddress,
  parseCidr,
  shareOf,
  singleAddress,
  success,
  type AddressSet,
  type Family,
  type Result,
} from '../../net/index.ts';
import type { EndReference, QuestionProblem } from '../answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';

export type End =
  /** One thing with one or several interfaces; the first is primary. */
  | {
      readonly kind: 'thing';
      readonly reference: EndReference;
      readonly interfaces: readonly InterfaceNode[];
      readonly address: { readonly family: Family; readonly set: AddressSet } | undefined;
    }
  /** All interfaces of a subnet or block. */
  | { readonly kind: 'all'; readonly reference: EndReference; readonly interfaces: readonly InterfaceNode[] }
  | { readonly kind: 'internet'; readonly reference: EndReference }
  | { readonly kind: 'addresses'; readonly reference: EndReference; readonly set: AddressSet };

const SERVICES = new Set(['s3', 'dynamodb', 'ssm', 'onprem', 'dns']);

function referenceTo(network: Network, id: ResourceId): EndReference {
  const resource = network.design.resources[id];
  const name = resource ? nameOf(resource) : undefined;
  return { id, kind: resource?.kind ?? 'networkInterface', ...(name === undefined ? {} : { name }) };
}

const ENDS = new Set<Resource['kind']>([
  'instance',
  'networkInterface',
  'subnet',
  'natGateway',
  'internetGateway',
  'elasticIp',
]);

/** Everything that goes by this name: a Name tag, or the address it has in the code it came from. */
function named(network: Network, text: string): ResourceId[] {
  const found: ResourceId[] = [];
  for (const [id, resource] of Object.entries(network.design.resources)) {
    if (!ENDS.has(resource.kind)) continue;
    if (nameOf(resource) === text || resource.provenance?.address === text) found.push(id);
  }
  // An interface that carries its instance's name is not a second meaning.
  const owners = new Set(found);
  return found.filter((id) => {
    const owner = network.interfaces.get(id)?.owner;
    return owner === undefined || owner === id || !owners.has(owner);
  });
}

/** Interfaces of a family by the addresses that they surely have, in the network's order. */
interface Holders {
  readonly bySingle: ReadonlyMap<bigint, readonly Placed[]>;
  /** Those that hold more than such addresses: delegated prefixes, or what AWS will choose. */
  readonly wide: readonly Placed[];
}

interface Placed {
  readonly node: InterfaceNode;
  readonly place: number;
}

function holdersIn(network: Network, family: Family): Holders {
  const key = `holders ${family}`;
  const known_ = network.memo.get(key);
  if (known_ !== undefined) return known_ as Holders;
  const bySingle = new Map<bigint, Placed[]>();
  const wide: Placed[] = [];
  let place = 0;
  for (const node of network.interfaces.values()) {
    const placed = { node, place };
    place += 1;
    const singles = new Set(node.addresses[family].flatMap((set) => singleAddress(set) ?? []));
    for (const value of singles) {
      const list = bySingle.get(value);
      if (list) list.push(placed);
      else bySingle.set(value, [placed]);
    }
    if (countAddresses(node.own[family]) > BigInt(singles.size)) wide.push(placed);
  }
  const holders = { bySingle, wide };
  network.memo.set(key, holders);
  return holders;
}

/** Interfaces that hold an address, privately or by a public face. */
function holdersOf(
  network: Network,
  family: Family,
  value: bigint,
): { readonly node: InterfaceNode; readonly set: AddressSet }[] {
  const { bySingle, wide } = holdersIn(network, family);
  const further = wide.filter(
    ({ node }) =>
      hasAddress(node.own[family], value) && !node.addresses[family].some((set) => hasAddress(set, value)),
  );
  const set = oneAddress(family, value);
  const found = [...(bySingle.get(value) ?? []), ...further]
    .sort((a, b) => a.place - b.place)
    .map(({ node }) => ({ node, set }));
  const face = family === 4 ? network.publicFaces.get(value) : undefined;
  if (face) found.push({ node: face.interface, set: face.mapping.private });
  return found;
}

function addressEnd(
  network: Network,
  text: string,
  family: Family,
  value: bigint,
  role: 'from' | 'to',
): Result<End, QuestionProblem> {
  const set = oneAddress(family, value);
  const literal: End = { kind: 'addresses', reference: { id: text, kind: 'address' }, set };
  if (role === 'to') return success(literal);
  const holders = holdersOf(network, family, value);
  const [only] = holders;
  if (!only) return success(literal);
  if (holders.length > 1) {
    return failure({
      code: 'ambiguous-end',
      parameters: { end: text },
      candidates: holders.map(({ node }) => referenceTo(network, node.owner)),
    });
  }
  return success({
    kind: 'thing',
    reference: referenceTo(network, only.node.owner),
    interfaces: [only.node],
    address: { family, set: only.set },
  });
}

function blockEnd(network: Network, text: string, set: AddressSet, role: 'from' | 'to'): End {
  const inside =
    role === 'from'
      ? [...network.interfaces.values()].filter(
          (node) =>
            node.addresses[set.family].some((address) => shareOf(address, set) === 'all') && !node.nat,
        )
      : [];
  if (inside.length > 0) return { kind: 'all', reference: { id: text, kind: 'block' }, interfaces: inside };
  return { kind: 'addresses', reference: { id: text, kind: 'block' }, set };
}

function resourceEnd(network: Network, id: ResourceId, role: 'from' | 'to'): Result<End, QuestionProblem> {
  const reference = referenceTo(network, id);
  const resource = network.design.resources[id];
  const without = failure<QuestionProblem>({ code: 'end-without-interface', parameters: { end: id } });
  switch (resource?.kind) {
    case 'internetGateway':
    case 'egressOnlyInternetGateway':
      return success({ kind: 'internet', reference });
    case 'subnet': {
      const interfaces = (network.subnets.get(id)?.interfaces ?? []).filter((node) => !node.nat);
      return interfaces.length > 0 ? success({ kind: 'all', reference, interfaces }) : without;
    }
    case 'elasticIp': {
      const text = known(resource.publicIp);
      const parsed = text === undefined ? undefined : parseAddress(text);
      return parsed?.ok ? addressEnd(network, text ?? id, 4, parsed.value.value, role) : without;
    }
    case 'natGateway':
      if (role === 'from') return failure({ code: 'unsupported-end', parameters: { end: id } });
      break;
    case 'instance':
    case 'networkInterface':
    case undefined:
      break;
    default:
      return without;
  }
  const own = network.interfaces.get(id);
  const interfaces = network.interfacesOf.get(id) ?? (own ? [own] : []);
  return interfaces.length > 0
    ? success({ kind: 'thing', reference, interfaces, address: undefined })
    : without;
}

/**
 * Makes an end of what a person wrote. `role` matters for addresses: as a source an address is whoever
 * holds it; as a destination it is wherever the source's routes lead.
 */
export function resolveEnd(
  network: Network,
  written: string,
  role: 'from' | 'to',
): Result<End, QuestionProblem> {
  const text = written.trim();
  if (text === '') return failure({ code: 'unknown-end', parameters: { end: written } });
  if (text === 'internet')
    return success({ kind: 'internet', reference: { id: 'internet', kind: 'internet' } });
  if (Object.hasOwn(network.design.resources, text) || network.interfaces.has(text))
    return resourceEnd(network, text, role);
  const byName = named(network, text);
  const [only] = byName;
  if (only !== undefined && byName.length === 1) return resourceEnd(network, only, role);
  if (byName.length > 1) {
    return failure({
      code: 'ambiguous-end',
      parameters: { end: text },
      candidates: byName.map((id) => referenceTo(network, id)),
    });
  }
  const address = parseAddress(text);
  if (address.ok) return addressEnd(network, text, address.value.family, address.value.value, role);
  const block = parseCidr(text);
  if (block.ok) {
    if (block.value.first === block.value.last)
      return addressEnd(network, formatCidr(block.value), block.value.family, block.value.first, role);
    return success(blockEnd(network, formatCidr(block.value), addressesOf(block.value), role));
  }
  if (SERVICES.has(text.split('.')[0] ?? ''))
    return failure({ code: 'unsupported-end', parameters: { end: text } });
  return failure({ code: 'unknown-end', parameters: { end: text } });
}
