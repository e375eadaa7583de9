/**
 * The flows that a design itself asks for: what each inbound rule names, web traffic of a rule that lets
 * everything out, and saved intents. Only those that an ACL or a route could stop are asked of the engine.
 */

import {
  classesOf,
  keptAnswer,
  PUBLIC,
  resolveEnd,
  type FamilyAnswer,
  type InterfaceNode,
  type ReachQuestion,
  type SubnetNode,
  type VpcNode,
} from '../engine/index.ts';
import type { ResourceId } from '../model/index.ts';
import {
  commonAddresses,
  commonHeaders,
  describeHeaders,
  EVERY_HEADER,
  formatCidr,
  intervalsOf,
  isEmptyAddressSet,
  pointAt,
  shareOf,
  toCidrs,
  unionOfHeaders,
  TCP_HEADERS,
  UDP_HEADERS,
  type AddressSet,
  type Family,
  type HeaderSet,
} from '../net/index.ts';
import { isOpen } from './_acls.ts';
import { isInternetWide, type FindingContext } from './_context.ts';
import { listenedOn, rulesOf, type PlacedRule } from './_groups.ts';

/** An end of a flow: an interface of the design, or somewhere outside. */
export interface FlowEnd {
  readonly text: string;
  readonly node: InterfaceNode | undefined;
}

export interface Flow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly family: Family;
  readonly protocol: string;
  readonly port: string | undefined;
  /** The rule that asks for it; undefined for an intent. */
  readonly rule: PlacedRule | undefined;
}

export interface AskedFlow extends Flow {
  readonly answer: FamilyAnswer;
}

/** The question that a flow is, for whoever wants to see its way. */
export const questionOf = ({ from, to, family, protocol, port }: Flow): ReachQuestion => ({
  from: from.node?.owner ?? from.text,
  to: to.node?.owner ?? to.text,
  protocol,
  ...(port === undefined ? {} : { port }),
  ipVersion: family === 4 ? '4' : '6',
});

const inside = (node: InterfaceNode): FlowEnd => ({ text: node.id, node });
const OUTSIDE: FlowEnd = { text: 'internet', node: undefined };

interface Traffic {
  readonly protocol: string;
  readonly port: string | undefined;
}

/** One header that stands for a rule: what the other end listens on, else the first that the rule names. */
function trafficOf(headers: HeaderSet, listens: HeaderSet | undefined): Traffic | undefined {
  if (headers === EVERY_HEADER && !listens) return { protocol: 'tcp', port: '443' };
  const ported = commonHeaders(headers, unionOfHeaders(TCP_HEADERS, UDP_HEADERS));
  const wanted = listens ? commonHeaders(ported, listens) : ported;
  const [first] = intervalsOf(wanted.bounds.length > 0 ? wanted : ported);
  if (first) {
    const point = pointAt(first[0]);
    // A whole protocol is tried where web traffic goes.
    const whole = first[1] - first[0] > 60_000;
    const port = whole || !('port' in point) ? 443 : point.port;
    return { protocol: point.protocol === 17 ? 'udp' : 'tcp', port: String(port ?? 443) };
  }
  const [part] = describeHeaders(headers);
  return part ? { protocol: part.protocol, port: part.ports?.split(/[,-]/u)[0] } : undefined;
}

/** One interface of each sort, by what rules can tell apart and by what it listens on. */
function speakers(context: FindingContext): InterfaceNode[] {
  const nodes = [...context.network.interfaces.values()].filter(
    (node) => !node.nat && node.service === 'plain' && node.state.kind !== 'dead',
  );
  const found = new Set<InterfaceNode>();
  for (const family of [4, 6] as const) {
    for (const { members } of classesOf(context.network, nodes, family)) {
      const told = new Set<number | undefined>();
      for (const node of members) {
        const listens = listenedOn(context, node)?.id;
        if (!told.has(listens)) found.add(node);
        told.add(listens);
      }
    }
  }
  return [...found];
}

/** Its ACL may stop something, or cannot be told. */
const isGuarded = (subnet: SubnetNode): boolean => !subnet.acl.value || !isOpen(subnet.acl.value);

/** Its table sends part of its own VPC elsewhere than straight there. */
const isDetoured = (context: FindingContext, subnet: SubnetNode): boolean =>
  context.once(`detoured ${subnet.id}`, () => {
    const table = subnet.table.value;
    if (!table) return true;
    return ([4, 6] as const).some((family) =>
      table.routes[family].some(
        (route) =>
          route.target.kind !== 'local' &&
          !isEmptyAddressSet(commonAddresses({ family, ranges: [route.cidr] }, table.vpc.blocks[family])) &&
          table.vpc.cidrs[family].every((own) => own.prefixLength <= route.cidr.prefixLength),
      ),
    );
  });

/** Between two subnets only an ACL or a detour can come between. */
const mayFail = (context: FindingContext, a: SubnetNode, b: SubnetNode): boolean =>
  isGuarded(a) || isGuarded(b) || isDetoured(context, a) || isDetoured(context, b);

/** Members of a VPC that may be meant by a rule, with an address of the family, whoever the rule is for. */
function meantBy(
  context: FindingContext,
  vpc: VpcNode,
  peer: PlacedRule['rule']['peer'],
  family: Family,
): readonly InterfaceNode[] {
  if (peer.kind === 'missing' || (peer.kind === 'addresses' && peer.set.family !== family)) return [];
  const known = keptAnswer(
    context.network,
    vpc,
    `meant ${family}`,
    () => new Map<AddressSet | ResourceId, readonly InterfaceNode[]>(),
  );
  const what = peer.kind === 'group' ? peer.id : peer.set;
  const before = known.get(what);
  if (before) return before;
  const found = vpc.interfaces.filter((node) => {
    if (node.nat || node.service !== 'plain' || node.state.kind === 'dead') return false;
    const [address] = node.addresses[family];
    if (!address) return false;
    return peer.kind === 'group'
      ? node.groups.some((group) => group.id === peer.id)
      : shareOf(address, peer.set) === 'all';
  });
  known.set(what, found);
  return found;
}

/** Of those, who can fail to reach the target: one of each subnet. */
function clientsOf(
  context: FindingContext,
  target: InterfaceNode,
  { rule }: PlacedRule,
  family: Family,
): InterfaceNode[] {
  const found = new Map<SubnetNode, InterfaceNode>();
  for (const node of meantBy(context, target.vpc, rule.peer, family)) {
    if (node.owner === target.owner || node.subnet === target.subnet || found.has(node.subnet)) continue;
    if (mayFail(context, node.subnet, target.subnet)) found.set(node.subnet, node);
  }
  return [...found.values()];
}

const isReached = (node: InterfaceNode, family: Family): boolean =>
  family === 6 ? node.addresses[6].length > 0 : node.mappings.length > 0;

/** Where on the internet a rule's peer is: everywhere, or its first block. */
function outsideOf(set: AddressSet): FlowEnd | undefined {
  const part = commonAddresses(set, PUBLIC[set.family]);
  if (isEmptyAddressSet(part)) return undefined;
  if (isInternetWide(set)) return OUTSIDE;
  const [block] = toCidrs(part);
  return block && { text: formatCidr(block), node: undefined };
}

/** Part of the internet has no way back out of the subnet, or none that is sure. */
const isPartlyRouted = (context: FindingContext, subnet: SubnetNode, family: Family): boolean =>
  context.ways(subnet, family)?.some((way) => way.route?.target.kind !== 'internetGateway') ?? true;

function* inbound(context: FindingContext, target: InterfaceNode): Generator<Flow> {
  const listens = listenedOn(context, target);
  for (const rule of target.groups.flatMap((group) => rulesOf(group, 'in'))) {
    const traffic = trafficOf(rule.rule.headers, listens);
    if (!traffic) continue;
    for (const family of [4, 6] as const) {
      if (target.addresses[family].length === 0) continue;
      for (const client of clientsOf(context, target, rule, family)) {
        yield { from: inside(client), to: inside(target), family, ...traffic, rule };
      }
      const { peer } = rule.rule;
      if (peer.kind !== 'addresses' || peer.set.family !== family || !isReached(target, family)) continue;
      const from = outsideOf(peer.set);
      const uncertain = isGuarded(target.subnet) || isPartlyRouted(context, target.subnet, family);
      if (from && uncertain) yield { from, to: inside(target), family, ...traffic, rule };
    }
  }
}

function* outbound(context: FindingContext, source: InterfaceNode): Generator<Flow> {
  const guarded = source.vpc.subnets.some(isGuarded);
  if (!guarded) return;
  for (const family of [4, 6] as const) {
    if (source.addresses[family].length === 0 || context.tier(source.subnet, family).tier === 'isolated')
      continue;
    const rule = source.groups
      .flatMap((group) => rulesOf(group, 'out'))
      .find(
        ({ rule: each }) =>
          each.peer.kind === 'addresses' && each.peer.set.family === family && isInternetWide(each.peer.set),
      );
    if (!rule) continue;
    const ports =
      rule.rule.headers === EVERY_HEADER ? ['443', '80'] : [trafficOf(rule.rule.headers, undefined)?.port];
    for (const port of ports)
      yield { from: inside(source), to: OUTSIDE, family, protocol: 'tcp', port, rule };
  }
}

function* intended(context: FindingContext): Generator<Flow> {
  const end = (text: string, role: 'from' | 'to'): FlowEnd => {
    const found = resolveEnd(context.network, text, role);
    return { text, node: found.ok && found.value.kind === 'thing' ? found.value.interfaces[0] : undefined };
  };
  for (const { from, to, protocol = 'tcp', port, ipVersion, expect } of Object.values(
    context.design.intents,
  )) {
    if (expect !== 'reachable' || from === undefined || to === undefined) continue;
    for (const family of [4, 6] as const) {
      if (ipVersion !== undefined && ipVersion !== 'both' && ipVersion !== String(family)) continue;
      yield { from: end(from, 'from'), to: end(to, 'to'), family, protocol, port, rule: undefined };
    }
  }
}

const flowsOf = (context: FindingContext, node: InterfaceNode): readonly Flow[] =>
  keptAnswer(context.network, node, 'flows', () => [...inbound(context, node), ...outbound(context, node)]);

const askAll = (context: FindingContext, flows: readonly Flow[]): readonly AskedFlow[] =>
  flows.flatMap((flow) => {
    // By the interface itself, where the proof that a person sees names its owner.
    const question = { ...questionOf(flow), from: flow.from.text, to: flow.to.text };
    const answer = context.ask(question)?.families[flow.family];
    return answer ? [{ ...flow, answer }] : [];
  });

const isWithin = ({ node, text }: FlowEnd): boolean => node !== undefined || text === OUTSIDE.text;

/** The flows of one speaker; an address outside may be somebody's elsewhere in the network, and is asked anew. */
function askedFlowsOf(context: FindingContext, node: InterfaceNode): readonly AskedFlow[] {
  const flows = flowsOf(context, node);
  return flows.every(({ from, to }) => isWithin(from) && isWithin(to))
    ? keptAnswer(context.network, node, 'asked flows', () => askAll(context, flows))
    : askAll(context, flows);
}

/** Every tried flow with its answer; flows that can't be asked are left out. */
export const triedFlows = (context: FindingContext): readonly AskedFlow[] =>
  context.once('tried flows', () => [
    ...askAll(context, [...intended(context)]),
    ...speakers(context).flatMap((node) => askedFlowsOf(context, node)),
  ]);

/** Asks them speaker by speaker, so that there is time for something else in between. */
export function* prepareFlows(context: FindingContext): Generator<undefined, void, undefined> {
  for (const node of speakers(context)) {
    askedFlowsOf(context, node);
    yield;
  }
}

/** What a sentence calls an end. */
export const endValue = ({ text, node }: FlowEnd) =>
  node
    ? { ids: [node.owner] }
    : text === 'internet'
      ? { en: 'the internet', ja: 'インターネット' }
      : { ids: [text] };
