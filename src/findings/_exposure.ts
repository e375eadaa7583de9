/** What the whole internet can open on each interface, and the rules that let it. */

import type { Allowed, InterfaceNode } from '../engine/index.ts';
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
import { addressesNamed, headersOf } from './_headers.ts';

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

/** Interfaces that the internet opens something on. */
export const opened = (context: FindingContext): readonly Opened[] =>
  context.once('opened', () =>
    context.exposure().inbound.flatMap((entry) => {
      const node = context.network.interfaces.get(entry.interface);
      if (!node || entry.oneWay) return [];
      const open = headersOf(entry.allowed.filter((part) => isForEveryone(part, entry.family)));
      const rules = wideRulesOf(node, entry.family).filter(
        ({ rule }) => !isEmptyHeaderSet(commonHeaders(rule.headers, open)),
      );
      return isEmptyHeaderSet(open) || rules.length === 0 ? [] : [{ node, family: entry.family, open, rules }];
    }),
  );

/** Every TCP port at least. */
export const opensEverything = (headers: HeaderSet): boolean => headersWithin(TCP_HEADERS, headers);

/**
 * The rules that open some of these ports. Where every port is open, the rules for every port are told by that
 * finding, and here only what stays open without them.
 */
export function rulesOpening({ open, rules }: Opened, ports: HeaderSet): { readonly rules: readonly PlacedRule[]; readonly ports: HeaderSet } {
  const narrow = opensEverything(open) ? rules.filter(({ rule }) => !opensEverything(rule.headers)) : rules;
  const opening = narrow.filter(({ rule }) => !isEmptyHeaderSet(commonHeaders(commonHeaders(rule.headers, ports), open)));
  const letIn = opening.reduce((set, { rule }) => unionOfHeaders(set, rule.headers), NO_HEADERS);
  return { rules: opening, ports: commonHeaders(commonHeaders(letIn, ports), open) };
}

export const portSet = (ports: readonly number[]): HeaderSet =>
  ports.reduce((set, port) => unionOfHeaders(set, tcpPorts(port, port)), NO_HEADERS);
