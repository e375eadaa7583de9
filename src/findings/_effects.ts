/** What else a change opens and closes: flows between things, and to and from the internet, before and after. */

import { classesOf, pairWalker, type InterfaceNode, type PairWalker, type VpcNode } from '../engine/index.ts';
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
import { passingWith } from './_exposure.ts';
import { headersOf } from './_headers.ts';

/** Longer lists are no help to a person who decides. */
const SHOWN = 20;

const INTERNET = 'internet';

/** Who speaks for the interfaces that no rule tells apart, and what passes between them. */
interface Flows {
  readonly speakers: readonly InterfaceNode[];
  readonly between: (from: string, to: string) => HeaderSet;
  /** Whether one walk for all of the sender's pairs there says that nothing passes. */
  readonly isClosed: PairWalker['isClosed'];
  readonly withInternet: (id: string, way: 'in' | 'out') => HeaderSet;
}

const flowsOf = (context: FindingContext, family: Family): Flows =>
  context.once(`flows ${family}`, () => {
    const { network } = context;
    const nodes = [...network.interfaces.values()].filter((node) => !node.nat && !node.primaryOfInstance);
    const speakerOf = new Map<string, InterfaceNode>();
    const speakers: InterfaceNode[] = [];
    for (const { speaker, members } of classesOf(network, nodes, family)) {
      speakers.push(speaker);
      for (const node of members) speakerOf.set(node.id, speaker);
    }
    const { walk, isClosed } = pairWalker(network, EVERY_HEADER, family);
    const known = new Map<InterfaceNode, Map<InterfaceNode, HeaderSet>>();
    const passing = (from: InterfaceNode, to: InterfaceNode): HeaderSet => {
      const row = known.get(from) ?? new Map<InterfaceNode, HeaderSet>();
      known.set(from, row);
      const before = row.get(to);
      if (before) return before;
      const { yes, partly } = walk(from, to).outcome;
      const headers = unionOfHeaders(yes, partly);
      row.set(to, headers);
      return headers;
    };
    return {
      speakers,
      between: (from, to) => {
        const [start, end] = [speakerOf.get(from), speakerOf.get(to)];
        if (!start || !end) return NO_HEADERS;
        // Of one class: each as it is, since one does not speak with itself.
        const [one, other] =
          start === end ? [network.interfaces.get(from), network.interfaces.get(to)] : [start, end];
        return one && other ? passing(one, other) : NO_HEADERS;
      },
      isClosed,
      withInternet: (id, way) => {
        const node = network.interfaces.get(id);
        return node ? headersOf(passingWith(context, node, family, way)) : NO_HEADERS;
      },
    };
  });

/** Interfaces of which flows may have changed; all others, and those between them, are as before. */
function touchedBy(before: FindingContext, after: FindingContext): ReadonlySet<string> | 'all' {
  if (after.since) return after.since.touched;
  if (before.network.outside !== after.network.outside) return 'all';
  const touched = new Set<string>();
  const collect = (one: FindingContext, other: FindingContext): void => {
    for (const [id, vpc] of one.network.vpcs) {
      if (other.network.vpcs.get(id) !== vpc) for (const node of vpc.interfaces) touched.add(node.id);
    }
  };
  collect(before, after);
  collect(after, before);
  return touched;
}

/** Ends that stand for classes, of one VPC; from far away mostly those with a public face alone can be met. */
interface Place {
  readonly all: InterfaceNode[];
  readonly faced: InterfaceNode[];
}

/** Those of the ends that are there after the change, by their VPC. */
function placesOf(ends: readonly InterfaceNode[]): ReadonlyMap<VpcNode, Place> {
  const places = new Map<VpcNode, Place>();
  for (const node of ends) {
    const place = places.get(node.vpc) ?? { all: [], faced: [] };
    places.set(node.vpc, place);
    place.all.push(node);
    if (node.mappings.length > 0) place.faced.push(node);
  }
  return places;
}

function* gained(
  before: FindingContext,
  after: FindingContext,
  touched: ReadonlySet<string> | 'all',
): Generator<undefined, FlowChanges, undefined> {
  const flows: FlowChange[] = [];
  let total = 0;
  const owner = (id: string): string => after.network.interfaces.get(id)?.owner ?? id;
  for (const family of [4, 6] as const) {
    const [old, fresh] = [flowsOf(before, family), flowsOf(after, family)];
    const tell = (from: string, to: string, now: HeaderSet, then: HeaderSet): void => {
      if (now === then) return;
      const more = headersWithout(now, then);
      if (isEmptyHeaderSet(more)) return;
      total += 1;
      if (flows.length < SHOWN)
        flows.push({ from: owner(from), to: owner(to), family, allowed: describeHeaders(more) });
    };
    // What the internet opens counts for more than what things open to each other.
    const ids = touched === 'all' ? after.network.interfaces.keys() : touched;
    for (const id of ids) {
      for (const way of ['in', 'out'] as const) {
        const [now, then] = [fresh.withInternet(id, way), old.withInternet(id, way)];
        if (way === 'in') tell(INTERNET, id, now, then);
        else tell(id, INTERNET, now, then);
        yield;
      }
    }
    // Speakers of both, so that a class which falls apart is met in each of its parts.
    const speakers = new Set([...old.speakers, ...fresh.speakers].map(({ id }) => id));
    const ends = [...speakers].flatMap((id) => after.network.interfaces.get(id) ?? []);
    const isTouched = (node: InterfaceNode): boolean => touched === 'all' || touched.has(node.id);
    const places = placesOf(ends);
    const touchedPlaces = touched === 'all' ? places : placesOf(ends.filter(isTouched));
    for (const from of ends) {
      for (const [vpc, { all, faced }] of isTouched(from) ? places : touchedPlaces) {
        const isFar = family === 4 && vpc !== from.vpc;
        for (const to of isFar && fresh.isClosed(from, vpc) ? faced : all) {
          if (from.owner !== to.owner)
            tell(from.id, to.id, fresh.between(from.id, to.id), old.between(from.id, to.id));
        }
        yield;
      }
    }
  }
  return { flows, total };
}

export interface Effects {
  readonly opens: FlowChanges;
  readonly closes: FlowChanges;
}

/** What a change lets through and what it stops, worked out bit by bit. */
export function* effectsInSteps(
  before: FindingContext,
  after: FindingContext,
): Generator<undefined, Effects, undefined> {
  const touched = touchedBy(before, after);
  const opens = yield* gained(before, after, touched);
  return { opens, closes: yield* gained(after, before, touched) };
}

/** The same at once. */
export function effects(before: FindingContext, after: FindingContext): Effects {
  const work = effectsInSteps(before, after);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
