/** What the whole internet can open on each interface, and the rules that let it. */

import { classesOf, type Allowed, type InterfaceNode, type ReachQuestion } from '../engine/index.ts';
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

/** What passed before the change that is on trial, by interface. */
const before = (context: FindingContext, family: Family, way: 'in' | 'out'): ReadonlyMap<string, Passing> =>
  context.once(
    `passing ${way} ${family}`,
    () =>
      new Map(
        (way === 'in' ? inboundOf : outboundOf)(context)
          .filter((passing) => passing.family === family)
          .map((passing) => [passing.node.id, passing]),
      ),
  );

/** What passes between the internet and each interface; one of each class is asked for all. */
function withInternet(
  context: FindingContext,
  nodes: readonly InterfaceNode[],
  family: Family,
  way: 'in' | 'out',
): Passing[] {
  const { since } = context;
  const former = since && before(since.before, family, way);
  return classesOf(context.network, nodes, family).flatMap(({ speaker, members }) => {
    if (former && since && !since.touched.has(speaker.id)) {
      const { allowed = [] } = former.get(speaker.id) ?? {};
      return allowed.length === 0 ? [] : members.map((node): Passing => ({ node, family, allowed }));
    }
    const ends = way === 'in' ? { from: 'internet', to: speaker.id } : { from: speaker.id, to: 'internet' };
    const answer = context.ask({ ...ends, protocol: '-1', ipVersion: family === 4 ? '4' : '6' });
    const allowed = answer?.families[family]?.allowed ?? [];
    return allowed.length === 0 ? [] : members.map((node): Passing => ({ node, family, allowed }));
  });
}

const plainInterfaces = (context: FindingContext): InterfaceNode[] =>
  [...context.network.interfaces.values()].filter((node) => !node.nat && node.service === 'plain');

/** Everything that gets in from somewhere on the internet. Without a public face there is no address for it (AD-3). */
export const inboundOf = (context: FindingContext): readonly Passing[] =>
  context.once('inbound', () =>
    ([4, 6] as const).flatMap((family) =>
      withInternet(
        context,
        plainInterfaces(context).filter((node) => family === 6 || node.mappings.length > 0),
        family,
        'in',
      ),
    ),
  );

/** Everything that gets out to somewhere on the internet. */
export const outboundOf = (context: FindingContext): readonly Passing[] =>
  context.once('outbound', () =>
    ([4, 6] as const).flatMap((family) => withInternet(context, plainInterfaces(context), family, 'out')),
  );

/** Interfaces on which everyone on the internet opens something. */
export const opened = (context: FindingContext): readonly Opened[] =>
  context.once('opened', () =>
    inboundOf(context).flatMap(({ node, family, allowed }) => {
      const open = headersOf(allowed.filter((part) => isForEveryone(part, family)));
      const rules = wideRulesOf(node, family).filter(
        ({ rule }) => !isEmptyHeaderSet(commonHeaders(rule.headers, open)),
      );
      return isEmptyHeaderSet(open) || rules.length === 0 ? [] : [{ node, family, open, rules }];
    }),
  );

/** The question that shows the first of some TCP ports to be open. */
export function openingProof({ node, family }: Opened, ports: HeaderSet): { readonly proof?: ReachQuestion } {
  const [first] = tcpRanges(ports);
  if (!first) return {};
  return {
    proof: {
      from: 'internet',
      to: node.owner,
      protocol: 'tcp',
      port: String(first[0]),
      ipVersion: family === 4 ? '4' : '6',
    },
  };
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
