/** What else a change opens and closes: flows between things, and to and from the internet, before and after. */

import { classesOf, pairWalker, type InterfaceNode, type PairWalker } from '../engine/index.ts';
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

/** Speakers of both, so that a class which falls apart is met in each of its parts. */
function endsOf(before: Flows, after: Flows): InterfaceNode[] {
  const ends = new Map<string, InterfaceNode>();
  for (const node of [...before.speakers, ...after.speakers]) ends.set(node.id, node);
  return [...ends.values()];
}

function gained(
  before: FindingContext,
  after: FindingContext,
  touched: ReadonlySet<string> | 'all',
): FlowChanges {
  const flows: FlowChange[] = [];
  let total = 0;
  const owner = (id: string): string =>
    (after.network.interfaces.get(id) ?? before.network.interfaces.get(id))?.owner ?? id;
  for (const family of [4, 6] as const) {
    const [old, fresh] = [flowsOf(before, family), flowsOf(after, family)];
    const tell = (from: string, to: string, now: HeaderSet, then: HeaderSet): void => {
      if (now === then) return;
      const more = headersWithout(now, then);
      if (isEmptyHeaderSet(more) || owner(from) === owner(to)) return;
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
      }
    }
    const isTouched = (node: InterfaceNode): boolean => touched === 'all' || touched.has(node.id);
    const ends = endsOf(old, fresh);
    const some = ends.filter(isTouched);
    for (const from of ends) {
      const sender = after.network.interfaces.get(from.id);
      // What is not there any more sends nothing.
      if (!sender) continue;
      for (const to of isTouched(from) ? ends : some) {
        if (from === to || from.owner === to.owner) continue;
        const receiver = after.network.interfaces.get(to.id);
        if (!receiver) continue;
        const isFar = receiver.vpc !== sender.vpc && family === 4 && receiver.mappings.length === 0;
        if (isFar && fresh.isClosed(sender, receiver.vpc)) continue;
        tell(from.id, to.id, fresh.between(from.id, to.id), old.between(from.id, to.id));
      }
    }
  }
  return { flows, total };
}

/** What a change lets through and what it stops. */
export function effects(
  before: FindingContext,
  after: FindingContext,
): { readonly opens: FlowChanges; readonly closes: FlowChanges } {
  const touched = touchedBy(before, after);
  return { opens: gained(before, after, touched), closes: gained(after, before, touched) };
}
