/** What a fix changes in lists of routes, rules and entries: the rows that come, those that go, and their neighbours. */

import {
  applyActions,
  known,
  type AwsAction,
  type Design,
  type NetworkAclEntry,
  type ResourceId,
  type Route,
  type SecurityGroupRule,
} from '../../model/index.ts';
import { entryBlock, entryTraffic } from '../inspector/entries.ts';
import { destinationOf, destinationText, targetOf } from '../inspector/routes.ts';
import { peerOf, peerText, trafficOf } from '../inspector/rules.ts';
import { formatTraffic } from '../inspector/traffic.ts';

export interface DiffRow {
  readonly sign: 'added' | 'removed' | 'same';
  readonly cells: readonly string[];
}

export interface DiffTable {
  readonly resource: ResourceId;
  readonly rows: readonly DiffRow[];
}

export interface DiffWords {
  readonly allow: string;
  readonly deny: string;
  readonly inbound: string;
  readonly outbound: string;
  readonly anyTraffic: string;
  readonly nameOf: (id: string) => string;
}

/** A list's rows as texts, in the order in which they decide. */
type Listing = readonly (readonly string[])[];

function listingOf(design: Design, id: ResourceId, words: DiffWords): Listing | undefined {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  switch (resource?.kind) {
    case 'routeTable':
      return (known(resource.routes) ?? []).map((route) => routeCells(design, route, words));
    case 'securityGroup':
      return (known(resource.rules) ?? []).map((rule) => ruleCells(design, rule, words));
    case 'networkAcl':
      return [...(known(resource.entries) ?? [])]
        .sort(
          (left, right) =>
            Number(left.egress ?? false) - Number(right.egress ?? false) ||
            left.ruleNumber - right.ruleNumber,
        )
        .map((entry) => entryCells(entry, words));
    default:
      return undefined;
  }
}

function routeCells(design: Design, route: Route, words: DiffWords): readonly string[] {
  const target = targetOf(route)?.id;
  return [
    destinationText(design, destinationOf(route) ?? ''),
    target === undefined ? '' : words.nameOf(target),
  ];
}

function ruleCells(design: Design, rule: SecurityGroupRule, words: DiffWords): readonly string[] {
  const traffic = trafficOf(rule);
  return [
    rule.isEgress === true ? words.outbound : words.inbound,
    traffic ? formatTraffic(traffic, words.anyTraffic) : '',
    peerText(design, peerOf(rule) ?? ''),
  ];
}

function entryCells(entry: NetworkAclEntry, words: DiffWords): readonly string[] {
  const traffic = entryTraffic(entry);
  return [
    entry.egress === true ? words.outbound : words.inbound,
    String(entry.ruleNumber),
    entry.ruleAction === 'allow' ? words.allow : words.deny,
    traffic ? formatTraffic(traffic, words.anyTraffic) : '',
    entryBlock(entry) ?? '',
  ];
}

/** How many unchanged rows stand on each side of a change. */
const NEIGHBOURS = 1;

/** Marks rows of two listings; what both have, in order, is the same. */
export function diffListings(before: Listing, after: Listing): readonly DiffRow[] {
  const key = (cells: readonly string[]): string => cells.join('\n');
  const left = [...before];
  const rows: DiffRow[] = [];
  for (const cells of after) {
    const at = left.findIndex((other) => key(other) === key(cells));
    if (at < 0) {
      rows.push({ sign: 'added', cells });
      continue;
    }
    rows.push(...left.splice(0, at).map((gone): DiffRow => ({ sign: 'removed', cells: gone })));
    left.shift();
    rows.push({ sign: 'same', cells });
  }
  rows.push(...left.map((gone): DiffRow => ({ sign: 'removed', cells: gone })));
  return rows.filter(
    ({ sign }, index) =>
      sign !== 'same' ||
      rows.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1).some((row) => row.sign !== 'same'),
  );
}

/** Every list that the actions change, with its rows before and after. */
export function diffOf(
  design: Design,
  actions: readonly AwsAction[],
  words: DiffWords,
): readonly DiffTable[] {
  const after = applyActions(design, actions);
  const touched = [...new Set(actions.map(({ resource }) => resource))];
  return touched.flatMap((resource): DiffTable[] => {
    const now = listingOf(after, resource, words);
    if (!now) return [];
    const rows = diffListings(listingOf(design, resource, words) ?? [], now);
    return rows.length === 0 ? [] : [{ resource, rows }];
  });
}

/** Actions that no list shows: they are told as sentences. */
export const actionsBeside = (
  actions: readonly AwsAction[],
  tables: readonly DiffTable[],
): readonly AwsAction[] =>
  actions.filter(
    ({ action, resource }) =>
      !tables.some((table) => table.resource === resource) ||
      !/Route$|SecurityGroup|NetworkAclEntry$/.test(action),
  );
