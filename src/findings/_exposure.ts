/** What the whole internet can open on each interface, and the rules that let it. */

import {
  classesOf,
  keptAnswer,
  type Allowed,
  type InterfaceNode,
  type ReachQuestion,
} from '../engine/index.ts';
import {
  commonHeaders,
  headersWithin,
  isEmptyHeaderSet,
  NO_HEADERS,
  TCP_HEADERS,
  tcpPorts,
  unionOfHeaders,
  type Family,
  type HeaderSet,
} from '../net/index.ts';
import { isInternetWide, type FindingContext } from './_context.ts';
import { wideRulesOf, type PlacedRule } from './_groups.ts';
import { addressesNamed, headersOf, tcpRanges } from './_headers.ts';
import { wayIn } from './_proofs.ts';

export interface Opened {
  readonly node: InterfaceNode;
  readonly family: Family;
  /** What anyone on the internet gets through with, replies included. */
  readonly open: HeaderSet;
  /** Rules for everyone that let some of it in. */
  readonly rules: readonly PlacedRule[];
}

/** Of a part of the internet alone it is not for everyone. */
const isForEveryone = ({ sources }: Allowed, family: Family): boolean =>
  sources === undefined || sources.includes('internet') || isInternetWide(addressesNamed(sources, family));

export interface Passing {
  readonly node: InterfaceNode;
  readonly family: Family;
  readonly allowed: readonly Allowed[];
}

/** What passes between the internet and an interface; one of each class is asked for all. */
const allowedWith = (
  context: FindingContext,
  speaker: InterfaceNode,
  family: Family,
  way: 'in' | 'out',
): readonly Allowed[] => {
  const ends = way === 'in' ? { from: 'internet', to: speaker.id } : { from: speaker.id, to: 'internet' };
  const question = { ...ends, protocol: '-1', ipVersion: family === 4 ? '4' : '6' } as const;
  return context.askAllowed(question)?.families[family]?.allowed ?? [];
};

/** Without a public face there is no address to get in by (AD-3). */
const mayEnter = (node: InterfaceNode, family: Family): boolean => family === 6 || node.mappings.length > 0;

/** Who speaks for each interface that is not a NAT gateway's or a service's. */
const speakersOf = (context: FindingContext, family: Family): ReadonlyMap<InterfaceNode, InterfaceNode> =>
  context.once(`speakers ${family}`, () => {
    const nodes = [...context.network.interfaces.values()].filter(
      (node) => !node.nat && node.service === 'plain',
    );
    return new Map(
      classesOf(context.network, nodes, family).flatMap(({ speaker, members }) =>
        members.map((node): [InterfaceNode, InterfaceNode] => [node, speaker]),
      ),
    );
  });

/** What passes from the internet to an interface, or from it to the internet. */
export function passingWith(
  context: FindingContext,
  node: InterfaceNode,
  family: Family,
  way: 'in' | 'out',
): readonly Allowed[] {
  const speaker = speakersOf(context, family).get(node);
  if (!speaker || (way === 'in' && !mayEnter(node, family))) return [];
  return allowedWith(context, speaker, family, way);
}

/** Asks what passes from the internet interface by interface, so that there is time for something else in between. */
export function* prepareExposure(context: FindingContext): Generator<undefined, void, undefined> {
  for (const family of [4, 6] as const) {
    for (const node of new Set(speakersOf(context, family).values())) {
      passingWith(context, node, family, 'in');
      yield;
    }
  }
}

/** Everything that gets in from somewhere on the internet. */
export const inboundOf = (context: FindingContext): readonly Passing[] =>
  ([4, 6] as const).flatMap((family) =>
    [...speakersOf(context, family).keys()].flatMap((node) => {
      const allowed = passingWith(context, node, family, 'in');
      return allowed.length > 0 ? [{ node, family, allowed }] : [];
    }),
  );

/** Interfaces on which everyone on the internet opens something. */
export const opened = (context: FindingContext): readonly Opened[] =>
  context.once('opened', () =>
    inboundOf(context).flatMap((passing) => {
      const { node, family } = passing;
      return keptAnswer(context.network, node, `opened ${family}`, () => openedBy(passing)) ?? [];
    }),
  );

function openedBy({ node, family, allowed }: Passing): Opened | undefined {
  const open = headersOf(allowed.filter((part) => isForEveryone(part, family)));
  const rules = wideRulesOf(node, family).filter(
    ({ rule }) => !isEmptyHeaderSet(commonHeaders(rule.headers, open)),
  );
  return isEmptyHeaderSet(open) || rules.length === 0 ? undefined : { node, family, open, rules };
}

/** The question that shows the first of some TCP ports to be open. */
export function openingProof(
  { node, family }: Pick<Opened, 'node' | 'family'>,
  ports: HeaderSet,
): { readonly proof?: ReachQuestion } {
  const [first] = tcpRanges(ports);
  return first ? wayIn(node, family, { protocol: 'tcp', port: String(first[0]) }) : {};
}

/** Every TCP port at least. */
export const opensEverything = (headers: HeaderSet): boolean => headersWithin(TCP_HEADERS, headers);

/**
 * The rules that open some of these ports. Where every port is open, the rules for every port are told by that
 * finding, and here only what stays open without them.
 */
export function rulesOpening(
  { open, rules }: Opened,
  ports: HeaderSet,
): { readonly rules: readonly PlacedRule[]; readonly ports: HeaderSet } {
  const narrow = opensEverything(open) ? rules.filter(({ rule }) => !opensEverything(rule.headers)) : rules;
  const opening = narrow.filter(
    ({ rule }) => !isEmptyHeaderSet(commonHeaders(commonHeaders(rule.headers, ports), open)),
  );
  const letIn = opening.reduce((set, { rule }) => unionOfHeaders(set, rule.headers), NO_HEADERS);
  return { rules: opening, ports: commonHeaders(commonHeaders(letIn, ports), open) };
}

export const portSet = (ports: readonly number[]): HeaderSet =>
  ports.reduce((set, port) => unionOfHeaders(set, tcpPorts(port, port)), NO_HEADERS);
