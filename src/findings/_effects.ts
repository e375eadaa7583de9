/** What else a change opens and closes: every flow between things, and to and from the internet, before and after. */

import { askExposure, askMatrix, type Allowed, type Network } from '../engine/index.ts';
import { describeHeaders, headersWithout, isEmptyHeaderSet, NO_HEADERS, unionOfHeaders, type Family, type HeaderSet } from '../net/index.ts';
import type { FlowChange, FlowChanges } from './_answer.ts';
import { headersOf } from './_headers.ts';

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly family: Family;
  readonly headers: HeaderSet;
}

export type Flows = ReadonlyMap<string, Flow>;

/** Longer lists are no help to a person who decides. */
const SHOWN = 20;

/** Everything that surely passes in a network. */
export function flowsOf(network: Network): Flows {
  const flows = new Map<string, Flow>();
  const add = (from: string, to: string, family: Family, allowed: readonly Allowed[]): void => {
    const headers = headersOf(allowed);
    if (isEmptyHeaderSet(headers)) return;
    const key = `${from} ${to} ${family}`;
    const before = flows.get(key);
    flows.set(key, { from, to, family, headers: before ? unionOfHeaders(before.headers, headers) : headers });
  };
  const matrix = askMatrix(network, {});
  if (matrix.ok) for (const pair of matrix.value.pairs) add(pair.from, pair.to, pair.family, pair.allowed);
  const exposure = askExposure(network);
  for (const entry of exposure.inbound) if (!entry.oneWay) add('internet', entry.resource, entry.family, entry.allowed);
  for (const entry of exposure.outbound) add(entry.resource, 'internet', entry.family, entry.allowed);
  return flows;
}

function gained(before: Flows, after: Flows): FlowChanges {
  const flows: FlowChange[] = [];
  for (const [key, { from, to, family, headers }] of after) {
    const more = headersWithout(headers, before.get(key)?.headers ?? NO_HEADERS);
    if (!isEmptyHeaderSet(more)) flows.push({ from, to, family, allowed: describeHeaders(more) });
  }
  return { flows: flows.slice(0, SHOWN), total: flows.length };
}

/** What a change lets through and what it stops. */
export const effects = (before: Flows, after: Flows): { readonly opens: FlowChanges; readonly closes: FlowChanges } => ({
  opens: gained(before, after),
  closes: gained(after, before),
});
