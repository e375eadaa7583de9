/** What else a change opens and closes: flows between things, and to and from the internet, before and after. */

import {
  classesOf,
  classPairs,
  type ClassPair,
  type InterfaceClass,
  type InterfaceNode,
  type Network,
} from '../engine/index.ts';
import {
  describeHeaders,
  EVERY_HEADER,
  headersWithout,
  isEmptyHeaderSet,
  NO_HEADERS,
  unionOfHeaders,
  type Family,
  type HeaderSet,
} from '../net/index.ts';
import type { FlowChange, FlowChanges } from './_answer.ts';
import type { FindingContext } from './_context.ts';
import { inboundOf, outboundOf } from './_exposure.ts';
import { headersOf } from './_headers.ts';

/** Everything that surely passes, by classes of interfaces that no rule tells apart. */
interface Flows {
  /** Who speaks for an interface, by family. */
  readonly speakerOf: Readonly<Record<Family, ReadonlyMap<string, InterfaceNode>>>;
  readonly speakers: Readonly<Record<Family, ReadonlySet<string>>>;
  /** Between speakers, and with `internet`. */
  readonly passing: Readonly<Record<Family, ReadonlyMap<string, HeaderSet>>>;
  /** Only flows of these are told, all others being as before. Undefined: all flows are told. */
  readonly touched: ReadonlySet<string> | undefined;
}

/** Longer lists are no help to a person who decides. */
const SHOWN = 20;

const INTERNET = 'internet';

/** Interfaces that may pass otherwise than before the change on trial, where they are few against the rest. */
function fewTouched(
  { since }: FindingContext,
  classes: Readonly<Record<Family, readonly InterfaceClass[]>>,
): ReadonlySet<string> | undefined {
  if (!since) return undefined;
  const all = [...classes[4], ...classes[6]];
  const parts = all.filter(({ speaker }) => since.touched.has(speaker.id)).length;
  return all.length > 2 * parts + 8 ? since.touched : undefined;
}

const flowsOf = (context: FindingContext): Flows =>
  context.once('flows', () => {
    const { network } = context;
    const speakerOf = { 4: new Map<string, InterfaceNode>(), 6: new Map<string, InterfaceNode>() };
    const speakers = { 4: new Set<string>(), 6: new Set<string>() };
    const passing = { 4: new Map<string, HeaderSet>(), 6: new Map<string, HeaderSet>() };
    const nodes = [...network.interfaces.values()].filter((node) => !node.nat && !node.primaryOfInstance);
    const classes = { 4: classesOf(network, nodes, 4), 6: classesOf(network, nodes, 6) };
    const touched = fewTouched(context, classes);
    for (const family of [4, 6] as const) {
      for (const { speaker, members } of classes[family]) {
        speakers[family].add(speaker.id);
        for (const node of members) speakerOf[family].set(node.id, speaker);
      }
      for (const { from, to, outcome } of pairsOf(network, family, nodes, classes[family], touched)) {
        const headers = unionOfHeaders(outcome.yes, outcome.partly);
        if (!isEmptyHeaderSet(headers)) passing[family].set(`${from.speaker.id} ${to.speaker.id}`, headers);
      }
    }
    for (const { node, family, allowed } of inboundOf(context))
      passing[family].set(`${INTERNET} ${node.id}`, headersOf(allowed));
    for (const { node, family, allowed } of outboundOf(context))
      passing[family].set(`${node.id} ${INTERNET}`, headersOf(allowed));
    return { speakerOf, speakers, passing, touched };
  });

/** All class pairs, or those in which a touched interface is an end. */
function pairsOf(
  network: Network,
  family: Family,
  nodes: readonly InterfaceNode[],
  classes: readonly InterfaceClass[],
  touched: ReadonlySet<string> | undefined,
): readonly ClassPair[] {
  if (!touched) return classPairs(network, EVERY_HEADER, family, nodes);
  const few = nodes.filter(({ id }) => touched.has(id));
  return classes.flatMap(({ speaker }) =>
    touched.has(speaker.id) ? [] : classPairs(network, EVERY_HEADER, family, [...few, speaker]),
  );
}

/** What passes between two interfaces, whoever speaks for them there. */
function passingBetween(flows: Flows, family: Family, from: string, to: string): HeaderSet {
  const speaker = (id: string): string => flows.speakerOf[family].get(id)?.id ?? id;
  const key = from === INTERNET || to === INTERNET ? `${from} ${to}` : `${speaker(from)} ${speaker(to)}`;
  return flows.passing[family].get(key) ?? NO_HEADERS;
}

function gained(
  context: FindingContext,
  before: Flows,
  after: Flows,
  touched: ReadonlySet<string> | undefined,
): FlowChanges {
  const flows: FlowChange[] = [];
  const owner = (id: string): string => context.network.interfaces.get(id)?.owner ?? id;
  for (const family of [4, 6] as const) {
    // Speakers of both, so that a class which falls apart is met in each of its parts.
    const ends = [...new Set([...before.speakers[family], ...after.speakers[family]]), INTERNET];
    const some = touched ? ends.filter((end) => touched.has(end)) : ends;
    const keys = new Set(
      ends.flatMap((from) => (touched?.has(from) ? ends : some).map((to) => `${from} ${to}`)),
    );
    for (const key of after.passing[family].keys())
      if (key.startsWith(`${INTERNET} `) || key.endsWith(` ${INTERNET}`)) keys.add(key);
    for (const key of keys) {
      const [from = '', to = ''] = key.split(' ');
      const more = headersWithout(
        passingBetween(after, family, from, to),
        passingBetween(before, family, from, to),
      );
      if (!isEmptyHeaderSet(more) && owner(from) !== owner(to)) {
        flows.push({ from: owner(from), to: owner(to), family, allowed: describeHeaders(more) });
      }
    }
  }
  return { flows: flows.slice(0, SHOWN), total: flows.length };
}

/** What a change lets through and what it stops. */
export function effects(
  before: FindingContext,
  after: FindingContext,
): { readonly opens: FlowChanges; readonly closes: FlowChanges } {
  const [old, fresh] = [flowsOf(before), flowsOf(after)];
  const { touched } = fresh;
  return { opens: gained(after, old, fresh, touched), closes: gained(before, fresh, old, touched) };
}
