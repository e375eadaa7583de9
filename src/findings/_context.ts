/** What findings read: the compiled network, the engine's answers (each worked out once), and who is drawn where. */

import {
  askAllowed,
  askBriefly,
  keptAnswer,
  partition,
  PUBLIC,
  publicFrom,
  tierOf,
  type InterfaceNode,
  type Network,
  type FamilyAnswer,
  type ReachQuestion,
  type RouteNode,
  type SubnetNode,
  type TableNode,
  type TierOfFamily,
} from '../engine/index.ts';
import type { Design, LocalText, ResourceId } from '../model/index.ts';
import { commonAddresses, countAddresses, type AddressSet, type Family } from '../net/index.ts';
import type { Since } from './_changes.ts';
import type { Values } from './_finding.ts';
import { namer, say, type Namer, type Naming } from './_words.ts';

export type Mode = 'live' | 'review';

/** Who wins a part of the public addresses in a subnet's table. */
export interface Way {
  readonly part: AddressSet;
  /** Undefined: nothing matches. */
  readonly route: RouteNode | undefined;
  /** `open`: AWS's choice or a missing fact may name another winner. */
  readonly standing: 'certain' | 'open';
}

/** An answer by family, without what its ends are called. */
export interface Answered {
  readonly families: Readonly<Partial<Record<Family, FamilyAnswer>>>;
}

export interface FindingContext {
  readonly network: Network;
  readonly design: Design;
  /** `review`: everything counts as finished. */
  readonly mode: Mode;
  readonly name: Namer;
  readonly say: (sentence: LocalText, values: Values) => LocalText;
  readonly tier: (subnet: SubnetNode, family: Family) => TierOfFamily;
  /** Undefined when the table or its routes are not told. */
  readonly ways: (subnet: SubnetNode, family: Family) => readonly Way[] | undefined;
  /** Undefined for a question that can't be asked. Of what is reached nothing but that it is, and how narrowly. */
  readonly ask: (question: ReachQuestion) => Answered | undefined;
  /** The same with what passes, and nothing of why. */
  readonly askAllowed: (question: ReachQuestion) => Answered | undefined;
  /** Subnets for which a table is in effect. */
  readonly subnetsOf: (table: TableNode) => readonly SubnetNode[];
  /** Set where this is a change tried on another design: what is sure to be the same as there. */
  readonly since: Since | undefined;
  /** Worked out once for all findings of this network. */
  readonly once: <Result>(key: string, compute: () => Result) => Result;
}

export function findingContext(
  network: Network,
  design: Design,
  mode: Mode,
  naming: Naming,
  since?: Since,
): FindingContext {
  const memo = new Map<string, unknown>();
  const once = <Result>(key: string, compute: () => Result): Result => {
    if (!memo.has(key)) memo.set(key, compute());
    return memo.get(key) as Result;
  };
  const name = namer(design, naming);
  return {
    network,
    design,
    mode,
    name,
    since,
    once,
    say: (sentence, values) => say(sentence, values, name),
    tier: (subnet, family) => tierOf(network, subnet, family),
    ways: (subnet, family) => {
      const table = subnet.table.value;
      if (!table || table.missing) return undefined;
      return keptAnswer(network, table, `ways ${family}`, () => waysOf(table, family));
    },
    ask: asking('ask', network, once, since),
    askAllowed: asking('askAllowed', network, once, since),
    subnetsOf: (table) => once('subnets by table', () => subnetsByTable(network)).get(table) ?? [],
  };
}

const INTERNET = 'internet';

/**
 * Asks, unless the answer is sure to be the same as one that is known: between an interface and the internet, or two
 * interfaces of one VPC, it is kept as long as their part of the network is as it was.
 */
function asking(
  how: 'ask' | 'askAllowed',
  network: Network,
  once: FindingContext['once'],
  since: Since | undefined,
): FindingContext['ask'] {
  const endOf = (text: string): InterfaceNode | typeof INTERNET | undefined =>
    text === INTERNET ? INTERNET : network.interfaces.get(text);
  const isAsBefore = (end: InterfaceNode | typeof INTERNET | undefined): boolean =>
    end === INTERNET || (end !== undefined && since?.touched.has(end.id) === false);
  return (question) => {
    const key = `${how} ${Object.entries(question).flat().join(' ')}`;
    const compute = (): Answered | undefined => {
      const answer = how === 'ask' ? askBriefly(network, question) : askAllowed(network, question);
      return answer.ok ? { families: answer.value.families } : undefined;
    };
    const [from, to] = [endOf(question.from), endOf(question.to)];
    const node = typeof to === 'object' ? to : typeof from === 'object' ? from : undefined;
    const vpc = typeof from === 'object' ? from.vpc : node?.vpc;
    if (!from || !to || !node || vpc !== node.vpc) return once(key, compute);
    return keptAnswer(network, node, key, () =>
      since && isAsBefore(from) && isAsBefore(to) ? since.before[how](question) : compute(),
    );
  };
}

function waysOf(table: TableNode, family: Family): readonly Way[] {
  return partition(table, publicFrom(family, table.vpc.blocks[family])).map(({ part, hits }) => ({
    part,
    route: hits[0]?.route,
    standing: hits.length > 1 ? 'open' : 'certain',
  }));
}

function subnetsByTable(network: Network): ReadonlyMap<TableNode, readonly SubnetNode[]> {
  const users = new Map<TableNode, SubnetNode[]>();
  for (const subnet of network.subnets.values()) {
    const table = subnet.table.value;
    if (!table) continue;
    const list = users.get(table);
    if (list) list.push(subnet);
    else users.set(table, [subnet]);
  }
  return users;
}

/** Interfaces of instances, tasks and functions: what a person puts there to do work. */
const isWorkload = (node: InterfaceNode): boolean => !node.nat && node.service === 'plain';

export const workloadsOf = (subnet: SubnetNode): InterfaceNode[] => subnet.interfaces.filter(isWorkload);

/** Written in the document, so that a change can name it. */
export const isWritten = (context: FindingContext, id: ResourceId): boolean =>
  Object.hasOwn(context.design.resources, id);

/** At least half of the public addresses: a person means the whole internet. */
export function isInternetWide(set: AddressSet): boolean {
  const whole = PUBLIC[set.family];
  return countAddresses(commonAddresses(set, whole)) * 2n >= countAddresses(whole);
}

/** The internet gateway that some of a subnet's ways lead to. */
export const leadsToInternet = (ways: readonly Way[]): boolean =>
  ways.some((way) => way.route?.target.kind === 'internetGateway');

/** A way that nobody can tell the end of: a kind that is not modelled, or a missing fact. */
export const isUnclear = (way: Way): boolean =>
  way.standing === 'open' || way.route?.target.kind === 'unsupported' || way.route?.target.kind === 'missing';
