/** The six things that are mostly expected of a network, and the intent that is being written from one of them. */

import { create } from 'zustand';
import type { PathQuestion } from '../../app/index.ts';
import { titleOf, type Design, type Intent, type ResourceId } from '../../model/index.ts';
import { parseTraffic } from '../inspector/traffic.ts';
import { endsOf, INTERNET } from '../path/ends.ts';
import type { Expectation } from '../path/intent.ts';

export interface IntentTemplate {
  readonly id: string;
  /** An end that is always the internet; the others are asked for. */
  readonly from?: typeof INTERNET;
  readonly to?: typeof INTERNET;
  readonly expect: Expectation;
  /** Traffic that is mostly meant; all of it where a word is absent. */
  readonly port?: string;
}

export const intentTemplates: readonly IntentTemplate[] = [
  { id: 'internet-never', from: INTERNET, expect: 'blocked' },
  { id: 'internet-reaches', from: INTERNET, expect: 'reachable', port: '443' },
  { id: 'reaches-internet', to: INTERNET, expect: 'reachable', port: '443' },
  { id: 'never-internet', to: INTERNET, expect: 'blocked' },
  { id: 'reaches', expect: 'reachable', port: '443' },
  { id: 'never', expect: 'blocked' },
];

export interface IntentDraft {
  readonly from: string;
  readonly to: string;
  /** As it is written: `TCP 443`. */
  readonly traffic: string;
  readonly expect: Expectation;
}

export interface Drafting {
  readonly draft?: IntentDraft;
}

/** The intent that is being written; it outlives its tab. */
export const useDrafting = create<Drafting>(() => ({}));
export const setDraft = (draft: IntentDraft): void => useDrafting.setState({ draft });
export const dropDraft = (): void => useDrafting.setState({}, true);

/** What is selected, where it can be the end of a path. */
export function chosenEnd(design: Design, selection: readonly ResourceId[]): ResourceId | undefined {
  const [only, other] = selection;
  if (only === undefined || other !== undefined) return undefined;
  return endsOf(design, INTERNET).some(({ value }) => value === only) ? only : undefined;
}

/** A draft with what the template knows and what is selected in the first open end. */
export function draftOf(
  { from, to, expect, port }: IntentTemplate,
  chosen: ResourceId | undefined,
  all: string,
): IntentDraft {
  return {
    from: from ?? chosen ?? '',
    to: to ?? (from === undefined ? '' : (chosen ?? '')),
    traffic: port === undefined ? all : `TCP ${port}`,
    expect,
  };
}

/** The template as an intent whose open ends are called something: how it reads in a list. */
export const asIntent = (
  { from, to, expect, port }: IntentTemplate,
  names: { readonly from: string; readonly to: string },
): Intent => ({
  from: from ?? names.from,
  to: to ?? names.to,
  expect,
  ...(port === undefined ? { protocol: '-1' } : { protocol: 'tcp', port }),
});

/** What the draft asks; undefined while an end or the traffic is not one that can be asked for. */
export function questionOfDraft({ from, to, traffic }: IntentDraft, all: string): PathQuestion | undefined {
  const read = parseTraffic(traffic, all);
  if (from === '' || to === '' || from === to || !read.ok) return undefined;
  const { protocol, from: first, to: last } = read.value;
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
  const isWhole = first === undefined || first < 0 || (first === 0 && last === 65_535);
  const hasLast = last !== undefined && last >= 0 && last !== first;
  const port = isWhole
    ? ''
    : hasLast || (isIcmp && last === first)
      ? `${first}${isIcmp ? '/' : '-'}${last}`
      : String(first);
  return { from, to, protocol, port, ipVersion: 'both' };
}

/** How an end reads in a field. */
export const endText = (design: Design, end: string, internet: string): string =>
  end === INTERNET ? internet : end === '' ? '' : titleOf(design, end);
