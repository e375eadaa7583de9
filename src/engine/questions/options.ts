/** The ways to read a question: which addresses of which interfaces speak for its two ends, and for which part of what is asked (V-3). */

import { addressesWithout, shareOf, singleAddress, type AddressSet, type Family } from '../../net/index.ts';
import type { InterfaceNode, Network, VpcNode } from '../compile/network.ts';
import { lookup } from '../devices/routeTable.ts';
import { atomsOf, internetAtoms } from './atoms.ts';
import type { End } from './ends.ts';
import type { TripEnd } from './trip-ends.ts';

/** One pair of settled ends, and the part of the asked set it stands for. */
export interface Combination {
  readonly from: TripEnd;
  readonly to: TripEnd;
  /** The addresses of the set end that this stands for; undefined when both ends are things. */
  readonly part: AddressSet | undefined;
}

/** Ways to address the destination: one that works is enough; of each, all combinations must pass. */
export interface Option {
  readonly combinations: readonly Combination[];
  readonly except: readonly string[];
}

export const addressesAt = (end: TripEnd): AddressSet => (end.kind === 'interface' ? end.address : end.set);

const facesOf = (node: InterfaceNode): TripEnd[] => {
  if (node.mappings.length === 0)
    return [
      {
        kind: 'face',
        face: { kind: 'interface', interface: node, mapping: undefined },
        set: node.addresses[4][0] ?? { family: 4, ranges: [] },
      },
    ];
  return node.mappings.map((mapping) => ({
    kind: 'face',
    face: { kind: 'interface', interface: node, mapping },
    set: mapping.public,
  }));
};

const privatesOf = (node: InterfaceNode, family: Family): TripEnd[] =>
  node.addresses[family].map((address) => ({ kind: 'interface', interface: node, address }));

/** An interface as the internet addresses it. */
const outwardFaces = (node: InterfaceNode, family: Family): TripEnd[] =>
  family === 4
    ? node.addresses[4].length > 0
      ? facesOf(node)
      : []
    : node.addresses[6].map((set) => ({
        kind: 'face',
        face: { kind: 'interface', interface: node, mapping: undefined },
        set,
      }));

const primaryOf = (node: InterfaceNode, family: Family): TripEnd[] => privatesOf(node, family).slice(0, 1);

/** The source side: ends of which each must pass. */
function sourcesOf(end: End, family: Family): TripEnd[] | 'outside' {
  switch (end.kind) {
    case 'thing': {
      if (end.address) {
        const [node] = end.interfaces;
        return node && end.address.family === family
          ? [{ kind: 'interface', interface: node, address: end.address.set }]
          : [];
      }
      // V-3: the primary address of the primary interface speaks.
      const [primary] = end.interfaces;
      return primary ? primaryOf(primary, family) : [];
    }
    case 'all':
      return end.interfaces.flatMap((node) => primaryOf(node, family));
    case 'internet':
    case 'addresses':
      return 'outside';
  }
}

const vpcOf = (end: TripEnd): VpcNode | undefined =>
  end.kind === 'interface' ? end.interface.vpc : undefined;

/** Parts of the set that the inside end's table sends elsewhere on purpose are no part of `internet` (V-3). */
function splitPurpose(
  node: InterfaceNode,
  atoms: readonly AddressSet[],
): { readonly atoms: AddressSet[]; readonly except: string[] } {
  const table = node.subnet.table.value;
  if (!table) return { atoms: [...atoms], except: [] };
  const kept: AddressSet[] = [];
  const except: string[] = [];
  for (const atom of atoms) {
    const route = lookup(table, atom)[0]?.route;
    if (route?.target.kind === 'unsupported' && route.cidr.prefixLength > 0) except.push(route.destination);
    else kept.push(atom);
  }
  return { atoms: kept, except: [...new Set(except)] };
}

/** Of a block inside the VPC, the interfaces count; free addresses are nobody. */
const insideEnds = (from: InterfaceNode, set: AddressSet): TripEnd[] =>
  from.vpc.interfaces
    .filter((node) => node !== from && !node.nat)
    .flatMap((node) =>
      privatesOf(node, set.family).filter(
        (end) => end.kind === 'interface' && shareOf(end.address, set) === 'all',
      ),
    );

function outwardOptions(
  network: Network,
  sources: readonly TripEnd[],
  set: AddressSet | 'internet',
  family: Family,
): Option[] {
  const combinations: Combination[] = [];
  const except = new Set<string>();
  for (const from of sources) {
    if (from.kind !== 'interface') continue;
    const { vpc } = from.interface;
    if (set !== 'internet' && singleAddress(set) === undefined) {
      const inside = insideEnds(from.interface, set);
      if (inside.length > 0) {
        for (const to of inside) combinations.push({ from, to, part: addressesAt(to) });
        const outside = addressesWithout(set, vpc.blocks[family]);
        for (const part of atomsOf(network, [vpc], outside))
          combinations.push({ from, to: { kind: 'addresses', set: part }, part });
        continue;
      }
    }
    const whole = set === 'internet' ? internetAtoms(network, vpc, family) : atomsOf(network, [vpc], set);
    const split =
      set === 'internet' ? splitPurpose(from.interface, whole) : { atoms: [...whole], except: [] };
    for (const part of split.atoms) combinations.push({ from, to: { kind: 'addresses', set: part }, part });
    for (const text of split.except) except.add(text);
  }
  return combinations.length === 0 ? [] : [{ combinations, except: [...except] }];
}

function inwardOptions(
  network: Network,
  from: End,
  targets: readonly InterfaceNode[],
  mode: 'some' | 'all',
  family: Family,
): Option[] {
  const combine = (to: TripEnd, node: InterfaceNode): Combination[] => {
    const set = from.kind === 'addresses' ? from.set : undefined;
    if (set && set.family !== family) return [];
    const atoms = set
      ? atomsOf(network, [node.vpc], set)
      : splitPurpose(node, internetAtoms(network, node.vpc, family)).atoms;
    return atoms.map((part) => ({ from: { kind: 'addresses', set: part }, to, part }));
  };
  const except = (node: InterfaceNode): readonly string[] =>
    from.kind === 'internet' ? splitPurpose(node, internetAtoms(network, node.vpc, family)).except : [];
  if (mode === 'all') {
    const combinations = targets.flatMap((node) =>
      outwardFaces(node, family)
        .slice(0, 1)
        .flatMap((to) => combine(to, node)),
    );
    return combinations.length === 0 ? [] : [{ combinations, except: [] }];
  }
  return targets.flatMap((node) =>
    outwardFaces(node, family).map((to) => ({ combinations: combine(to, node), except: except(node) })),
  );
}

function pairOptions(sources: readonly TripEnd[], to: End, family: Family): Option[] {
  if (to.kind !== 'thing' && to.kind !== 'all') return [];
  const waysTo = (from: TripEnd, node: InterfaceNode): TripEnd[] => {
    if (vpcOf(from) === node.vpc) return privatesOf(node, family);
    // IG-3: from another VPC its public face is a way as well.
    return family === 4
      ? [...privatesOf(node, 4), ...(node.mappings.length > 0 ? facesOf(node) : [])]
      : privatesOf(node, 6);
  };
  const other = (from: TripEnd, node: InterfaceNode): boolean =>
    !(from.kind === 'interface' && from.interface === node);
  if (to.kind === 'all') {
    const combinations = sources.flatMap((from) =>
      to.interfaces
        .filter((node) => other(from, node))
        .flatMap((node) =>
          waysTo(from, node)
            .slice(0, 1)
            .map((end) => ({ from, to: end, part: addressesAt(end) })),
        ),
    );
    return combinations.length === 0 ? [] : [{ combinations, except: [] }];
  }
  const [first] = sources;
  if (sources.length === 1 && first) {
    return to.interfaces
      .flatMap((node) => waysTo(first, node))
      .map((end) => ({ combinations: [{ from: first, to: end, part: undefined }], except: [] }));
  }
  const combinations = sources.flatMap((from) =>
    to.interfaces
      .slice(0, 1)
      .filter((node) => other(from, node))
      .flatMap((node) =>
        waysTo(from, node)
          .slice(0, 1)
          .map((end) => ({ from, to: end, part: addressesAt(from) })),
      ),
  );
  return combinations.length === 0 ? [] : [{ combinations, except: [] }];
}

/** An address of the outside world, asked from outside: whose public face it is. */
function faceOfAddress(network: Network, set: AddressSet): InterfaceNode[] {
  const value = singleAddress(set);
  if (value === undefined) return [];
  if (set.family === 4) {
    const face = network.publicFaces.get(value);
    return face ? [face.interface] : [];
  }
  for (const vpc of network.vpcs.values()) {
    const node = vpc.byAddress[6]?.get(value);
    if (node) return [node];
  }
  return [];
}

export function optionsOf(network: Network, from: End, to: End, family: Family): Option[] {
  const sources = sourcesOf(from, family);
  if (sources === 'outside') {
    if (from.kind === 'addresses' && from.set.family !== family) return [];
    if (to.kind === 'thing' || to.kind === 'all')
      return inwardOptions(network, from, to.interfaces, to.kind === 'all' ? 'all' : 'some', family);
    if (to.kind === 'addresses' && to.set.family === family) {
      const holders = faceOfAddress(network, to.set);
      if (holders.length > 0) {
        const options = inwardOptions(network, from, holders, 'some', family);
        // Of several faces only the one that was asked for.
        const asked = options.filter((option) =>
          option.combinations.some(
            (each) => each.to.kind === 'face' && singleAddress(each.to.set) === singleAddress(to.set),
          ),
        );
        return asked.length > 0 ? asked : options;
      }
      const set = from.kind === 'addresses' ? from.set : undefined;
      return [
        {
          combinations: [
            {
              from: { kind: 'addresses', set: set ?? to.set },
              to: { kind: 'addresses', set: to.set },
              part: undefined,
            },
          ],
          except: [],
        },
      ];
    }
    return [];
  }
  switch (to.kind) {
    case 'thing':
    case 'all':
      return pairOptions(sources, to, family);
    case 'internet':
      return outwardOptions(network, sources, 'internet', family);
    case 'addresses':
      return to.set.family === family ? outwardOptions(network, sources, to.set, family) : [];
  }
}

/** Ends and combinations for callers that ask many pairs: the matrix, exposure, findings. */
export const combinationsFor = (
  network: Network,
  from: End,
  to: End,
  family: Family,
): readonly (readonly Combination[])[] =>
  optionsOf(network, from, to, family).map((option) => option.combinations);
