/** Everything that passes in a network, and what passes in one network and not in another (AT-3, AT-4). */

import {
  describeHeaders,
  headersWithout,
  isEmptyHeaderSet,
  NO_HEADERS,
  regionsWithout,
  unionOfHeaders,
  type Family,
  type HeaderSet,
  type Region,
} from '../../net/index.ts';
import type { Allowed } from '../answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { classesOf } from './classes.ts';
import type { End } from './ends.ts';
import { everyHeaderOf } from './families.ts';
import { pairWalker } from './matrix.ts';
import { combinationsFor } from './options.ts';
import { passes } from './reach.ts';
import { touchedBy } from './touched.ts';

export interface ChangedFlow {
  /** A resource, or `internet`. */
  readonly from: string;
  readonly to: string;
  readonly family: Family;
  readonly allowed: readonly Allowed[];
}

/** Flows by pair and family; `total` counts pairs, also those that the list leaves out. */
export interface ChangedFlows {
  readonly flows: readonly ChangedFlow[];
  readonly total: number;
  /** Pairs of which it can't be told whether they change. */
  readonly uncertain: number;
}

export interface FlowEffects {
  readonly opens: ChangedFlows;
  readonly closes: ChangedFlows;
}

/** Longer lists are no help to a person who decides. */
const LISTED = 40;

const INTERNET = 'internet';

/** What surely passes, and what may. */
interface Passing {
  readonly sure: HeaderSet;
  readonly maybe: HeaderSet;
}

/** The same with the internet, by its addresses. */
interface PassingOutside {
  readonly sure: readonly Region[];
  readonly maybe: readonly Region[];
}

interface FamilyFlows {
  /** Who speaks for an interface. */
  readonly speakerOf: ReadonlyMap<string, string>;
  readonly nodes: readonly InterfaceNode[];
  readonly between: ReadonlyMap<string, Passing>;
  readonly inbound: ReadonlyMap<string, PassingOutside>;
  readonly outbound: ReadonlyMap<string, PassingOutside>;
}

const NOTHING: Passing = { sure: NO_HEADERS, maybe: NO_HEADERS };
const NOTHING_OUTSIDE: PassingOutside = { sure: [], maybe: [] };

const OUTSIDE: End = { kind: 'internet', reference: { id: INTERNET, kind: 'internet' } };

const endOf = (node: InterfaceNode): End => ({
  kind: 'thing',
  reference: { id: node.owner, kind: node.ownerKind },
  interfaces: [node],
  address: undefined,
});

/** What passes between the internet and an interface, over every way to address it. */
function withInternet(network: Network, from: End, to: End, family: Family): PassingOutside {
  const question = {
    asked: everyHeaderOf(family),
    family,
    sourcePorts: undefined,
    protocolText: '-1',
    portText: 'all',
  };
  const sure: Region[] = [];
  const maybe: Region[] = [];
  for (const combinations of combinationsFor(network, from, to, family)) {
    passes(network, question, combinations).forEach((outcome, index) => {
      const part = combinations[index]?.part;
      if (!part) return;
      const headers = unionOfHeaders(outcome.yes, outcome.partly);
      if (!isEmptyHeaderSet(headers)) sure.push({ set: part, headers });
      if (!isEmptyHeaderSet(outcome.maybe)) maybe.push({ set: part, headers: outcome.maybe });
    });
  }
  return { sure, maybe };
}

function flowsOf(network: Network, family: Family): FamilyFlows {
  const key = `flows ${family}`;
  const known = network.memo.get(key);
  if (known !== undefined) return known as FamilyFlows;
  const flows = walkedFlows(network, family, undefined);
  network.memo.set(key, flows);
  return flows;
}

/** What passes between all things; where some are touched, what they pass with any other. */
function walkedFlows(
  network: Network,
  family: Family,
  touched: ReadonlySet<string> | undefined,
): FamilyFlows {
  const isWalked = ({ id }: InterfaceNode): boolean => touched?.has(id) !== false;
  const nodes = [...network.interfaces.values()].filter((node) => !node.nat && !node.primaryOfInstance);
  const speakerOf = new Map<string, string>();
  const inbound = new Map<string, PassingOutside>();
  const outbound = new Map<string, PassingOutside>();
  const classes = classesOf(network, nodes, family);
  for (const { speaker, members } of classes) {
    for (const node of members) speakerOf.set(node.id, speaker.id);
    if (!isWalked(speaker)) continue;
    // IPv4 without a public face can't be opened from the internet: no walk needed (AD-3).
    if (family === 6 || speaker.mappings.length > 0 || speaker.mappingsMissing)
      inbound.set(speaker.id, withInternet(network, OUTSIDE, endOf(speaker), family));
    outbound.set(speaker.id, withInternet(network, endOf(speaker), OUTSIDE, family));
  }
  const between = new Map<string, Passing>();
  const { walk } = pairWalker(network, everyHeaderOf(family), family);
  for (const from of classes) {
    for (const to of classes) {
      if (!isWalked(from.speaker) && !isWalked(to.speaker)) continue;
      // A class of one has no pair with itself; of several, another member stands for the other end.
      const other = from === to ? to.members.find((node) => node.owner !== from.speaker.owner) : to.speaker;
      if (!other) continue;
      const { yes, partly, maybe } = walk(from.speaker, other).outcome;
      between.set(`${from.speaker.id} ${to.speaker.id}`, { sure: unionOfHeaders(yes, partly), maybe });
    }
  }
  return { speakerOf, nodes, between, inbound, outbound };
}

/** Interfaces that are of one class in both networks: what changes for one changes for all. */
function alike(before: FamilyFlows, after: FamilyFlows): InterfaceNode[][] {
  const groups = new Map<string, InterfaceNode[]>();
  const seen = new Set<string>();
  for (const node of [...after.nodes, ...before.nodes]) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    const [old, fresh] = [before.speakerOf.get(node.id), after.speakerOf.get(node.id)];
    if (old === undefined && fresh === undefined) continue;
    const key = `${old ?? ''} ${fresh ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()];
}

const betweenIn = (flows: FamilyFlows, from: string, to: string): Passing => {
  const [start, end] = [flows.speakerOf.get(from), flows.speakerOf.get(to)];
  return (start !== undefined && end !== undefined && flows.between.get(`${start} ${end}`)) || NOTHING;
};

const outsideIn = (flows: FamilyFlows, way: 'inbound' | 'outbound', id: string): PassingOutside => {
  const speaker = flows.speakerOf.get(id);
  return (speaker !== undefined && flows[way].get(speaker)) || NOTHING_OUTSIDE;
};

/** Pairs as they are found, each once for both families; those over the limit are only counted. */
interface Tally {
  readonly flows: ChangedFlow[];
  readonly pairs: Set<string>;
  readonly uncertain: Set<string>;
}

function count(tally: Tally, pair: Omit<ChangedFlow, 'allowed'>, headers: HeaderSet): void {
  tally.pairs.add(`${pair.from} ${pair.to}`);
  if (tally.flows.length < LISTED) tally.flows.push({ ...pair, allowed: describeHeaders(headers) });
}

const emptyTally = (): Tally => ({ flows: [], pairs: new Set(), uncertain: new Set() });

const countedUp = ({ flows, pairs, uncertain }: Tally): ChangedFlows => ({
  flows,
  total: pairs.size,
  uncertain: [...uncertain].filter((pair) => !pairs.has(pair)).length,
});

const headersIn = (regions: readonly Region[]): HeaderSet =>
  regions.reduce((set, region) => unionOfHeaders(set, region.headers), NO_HEADERS);

/** What passes in `after` and not in `before`. */
function gainedIn(
  before: FamilyFlows,
  after: FamilyFlows,
  family: Family,
  touched: ReadonlySet<string> | undefined,
  tally: Tally,
): void {
  const groups = alike(before, after);
  const isTouched = ({ id }: InterfaceNode): boolean => touched?.has(id) !== false;
  for (const starts of groups) {
    const [start] = starts;
    if (!start) continue;
    for (const ends of groups) {
      const end = ends.find((node) => node.owner !== start.owner);
      if (!end || !(isTouched(start) || isTouched(end))) continue;
      const [now, then] = [betweenIn(after, start.id, end.id), betweenIn(before, start.id, end.id)];
      if (now.sure === then.sure && now.maybe === then.maybe) continue;
      const more = headersWithout(now.sure, then.sure);
      const perhaps = headersWithout(now.maybe, unionOfHeaders(then.maybe, now.sure));
      if (isEmptyHeaderSet(more) && isEmptyHeaderSet(perhaps)) continue;
      for (const from of starts) {
        for (const to of ends) {
          if (from.owner === to.owner) continue;
          if (isEmptyHeaderSet(more)) tally.uncertain.add(`${from.owner} ${to.owner}`);
          else count(tally, { from: from.owner, to: to.owner, family }, more);
        }
      }
    }
    if (!isTouched(start)) continue;
    for (const way of ['inbound', 'outbound'] as const) {
      const [now, then] = [outsideIn(after, way, start.id), outsideIn(before, way, start.id)];
      const more = regionsWithout(now.sure, then.sure);
      const perhaps = regionsWithout(now.maybe, [...then.maybe, ...now.sure]);
      if (more.length === 0 && perhaps.length === 0) continue;
      for (const { owner } of starts) {
        const pair = way === 'inbound' ? { from: INTERNET, to: owner } : { from: owner, to: INTERNET };
        if (more.length === 0) tally.uncertain.add(`${pair.from} ${pair.to}`);
        else count(tally, { ...pair, family }, headersIn(more));
      }
    }
  }
}

const FAMILIES = [4, 6] as const;

/**
 * The same as `changedFlows`, where it is known which interfaces the change can touch: flows in which none of them
 * is an end are as before.
 */
export function changedFlowsOf(
  before: Network,
  after: Network,
  touched: ReadonlySet<string> | undefined,
): FlowEffects {
  const [opens, closes] = [emptyTally(), emptyTally()];
  for (const family of FAMILIES) {
    const old = flowsOf(before, family);
    const fresh = touched ? walkedFlows(after, family, touched) : flowsOf(after, family);
    gainedIn(old, fresh, family, touched, opens);
    gainedIn(fresh, old, family, touched, closes);
  }
  return { opens: countedUp(opens), closes: countedUp(closes) };
}

/**
 * What a change lets through and what it stops: pairs of things, and of things with the internet, whose flows
 * pass with headers that did not pass before. What passes in the network before is worked out once and kept with
 * it; of the one after only what the change can touch.
 */
export const changedFlows = (before: Network, after: Network): FlowEffects =>
  changedFlowsOf(before, after, touchedBy(before, after));
