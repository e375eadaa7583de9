/** Whether anything can come by a rule of a security group at all: all that it names, to all that carry it. */

import {
  addressesWithout,
  commonAddresses,
  describeHeaders,
  formatCidr,
  isEmptyAddressSet,
  isEmptyHeaderSet,
  shareOf,
  toCidrs,
  type AddressSet,
  type Family,
} from '../../net/index.ts';
import { publicFrom } from '../addresses.ts';
import type { Blocker } from '../answers.ts';
import type { GroupNode, GroupRule, InterfaceNode, Network } from '../compile/network.ts';
import { partition } from '../devices/routeTable.ts';
import { classesOf } from './classes.ts';
import type { End } from './ends.ts';
import { askReach, passes } from './reach.ts';
import { combinationsFor } from './options.ts';

export type RulePath =
  | { readonly state: 'open' }
  /** Nothing comes by it; what stops the first pair. */
  | { readonly state: 'closed'; readonly blocker?: Blocker }
  /** A fact is missing, or it leads over something that is not modelled. */
  | { readonly state: 'unknown' }
  /** No interface carries the group, or nothing is what the rule names. */
  | { readonly state: 'unused' };

const FAMILIES = [4, 6] as const;

const endOf = (node: InterfaceNode): End => ({
  kind: 'thing',
  reference: { id: node.owner, kind: node.ownerKind },
  interfaces: [node],
  address: undefined,
});

const addressesEnd = (set: AddressSet): End => ({
  kind: 'addresses',
  reference: { id: textOf(set), kind: 'block' },
  set,
});

const textOf = (set: AddressSet): string => toCidrs(set).map(formatCidr)[0] ?? '';

const speakers = (network: Network, nodes: readonly InterfaceNode[], family: Family): InterfaceNode[] =>
  classesOf(network, nodes, family).map(({ speaker }) => speaker);

/** Who a rule means, seen from one that carries it: things of the network, and addresses outside it. */
function peersOf(network: Network, holder: InterfaceNode, rule: GroupRule, family: Family): readonly End[] {
  const nodes = [...network.interfaces.values()].filter((node) => !node.nat && node.owner !== holder.owner);
  const { peer } = rule;
  if (peer.kind === 'group') {
    const members = nodes.filter((node) => node.groups.some(({ id }) => id === peer.id));
    return speakers(network, members, family).map(endOf);
  }
  if (peer.kind !== 'addresses' || peer.set.family !== family) return [];
  const inside = nodes.filter((node) =>
    node.addresses[family].some((address) => shareOf(address, peer.set) !== 'none'),
  );
  const outside = commonAddresses(peer.set, publicFrom(family, holder.vpc.blocks[family]));
  return [
    ...speakers(network, inside, family).map(endOf),
    ...(isEmptyAddressSet(outside) ? [] : [addressesEnd(outside)]),
  ];
}

/** Whether addresses that a rule names may be reached over something that is not modelled: a VPN, another network. */
function leadsOutOfSight(network: Network, holder: InterfaceNode, rule: GroupRule, family: Family): boolean {
  if (rule.peer.kind !== 'addresses' || rule.peer.set.family !== family) return false;
  const table = holder.subnet.table.value;
  if (!table || table.missing) return true;
  const vpcs = [...network.vpcs.values()].map((vpc) => vpc.blocks[family]);
  const foreign = vpcs.reduce((set, own) => addressesWithout(set, own), rule.peer.set);
  return partition(table, foreign).some(({ hits }) =>
    hits.some(({ route }) => route?.target.kind === 'unsupported' || route?.target.kind === 'missing'),
  );
}

/** What stops the first pair, for traffic that the rule names. */
function blockerOf(
  network: Network,
  from: End,
  to: End,
  rule: GroupRule,
  family: Family,
): Blocker | undefined {
  const [part] = describeHeaders(rule.headers);
  const port = part?.ports?.split(',')[0];
  const answer = askReach(network, {
    from: from.reference.id,
    to: to.reference.id,
    protocol: part?.protocol ?? '-1',
    ...(port === undefined ? {} : { port }),
    ipVersion: family === 4 ? '4' : '6',
  });
  return answer.ok ? answer.value.families[family]?.blockers[0] : undefined;
}

/** Whether anything comes by a rule, by the walks of all pairs that it means. */
export function rulePath(network: Network, group: GroupNode, side: 'in' | 'out', rule: GroupRule): RulePath {
  if (rule.missing || rule.peer.kind === 'missing') return { state: 'unknown' };
  let closed: { readonly from: End; readonly to: End; readonly family: Family } | undefined;
  let state: RulePath['state'] = 'unused';
  for (const family of FAMILIES) {
    const carrying = [...network.interfaces.values()].filter((node) =>
      node.groups.some(({ id }) => id === group.id),
    );
    for (const holder of speakers(network, carrying, family)) {
      for (const peer of peersOf(network, holder, rule, family)) {
        const [from, to] = side === 'in' ? [peer, endOf(holder)] : [endOf(holder), peer];
        const question = {
          asked: rule.headers,
          family,
          sourcePorts: undefined,
          protocolText: '-1',
          portText: 'all',
        };
        for (const combinations of combinationsFor(network, from, to, family)) {
          for (const { yes, partly, maybe } of passes(network, question, combinations)) {
            if (!isEmptyHeaderSet(yes) || !isEmptyHeaderSet(partly)) return { state: 'open' };
            if (!isEmptyHeaderSet(maybe)) state = 'unknown';
          }
        }
        closed ??= { from, to, family };
      }
      if (leadsOutOfSight(network, holder, rule, family)) state = 'unknown';
    }
  }
  if (state === 'unknown') return { state };
  if (!closed) return { state: 'unused' };
  const blocker = blockerOf(network, closed.from, closed.to, rule, closed.family);
  return { state: 'closed', ...(blocker ? { blocker } : {}) };
}
