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
  /** Which of its lists it is, where it has one for each direction. */
  readonly part?: string;
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

/** The lists of a resource: one, or one for each direction. */
type Listings = readonly { readonly part?: string; readonly rows: Listing }[];

function listingsOf(design: Design, id: ResourceId, words: DiffWords): Listings | undefined {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  switch (resource?.kind) {
    case 'routeTable':
      return [{ rows: (known(resource.routes) ?? []).map((route) => routeCells(design, route, words)) }];
    case 'securityGroup': {
      const rules = known(resource.rules) ?? [];
      const of = (direction: 'in' | 'out') =>
        rules
          .filter(({ isEgress }) => (isEgress === true) === (direction === 'out'))
          .map((rule) => ruleCells(design, rule, words));
      return [
        { part: words.inbound, rows: of('in') },
        { part: words.outbound, rows: of('out') },
      ];
    }
    case 'networkAcl': {
      const entries = known(resource.entries) ?? [];
      const of = (direction: 'in' | 'out') => [
        ...entries
          .filter(
            ({ egress, ruleNumber }) =>
              (egress === true) === (direction === 'out') && ruleNumber < CLOSING_ENTRY,
          )
          .toSorted((left, right) => left.ruleNumber - right.ruleNumber)
          .map((entry) => entryCells(entry, words)),
        // The entry that every ACL ends with.
        ['*', words.deny, words.anyTraffic, '0.0.0.0/0'],
      ];
      return [
        { part: words.inbound, rows: of('in') },
        { part: words.outbound, rows: of('out') },
      ];
    }
    default:
      return undefined;
  }
}

/** NA-2: from here on an entry is the closing one, shown as `*`. */
const CLOSING_ENTRY = 32_767;

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
    traffic ? formatTraffic(traffic, words.anyTraffic).replace('-', '–') : '',
    peerText(design, peerOf(rule) ?? ''),
  ];
}

function entryCells(entry: NetworkAclEntry, words: DiffWords): readonly string[] {
  const traffic = entryTraffic(entry);
  return [
    String(entry.ruleNumber),
    entry.ruleAction === 'allow' ? words.allow : words.deny,
    traffic ? formatTraffic(traffic, words.anyTraffic).replace('-', '–') : '',
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
    const before = listingsOf(design, resource, words) ?? [];
    return (listingsOf(after, resource, words) ?? []).flatMap(({ part, rows: now }, index) => {
      const rows = diffListings(before[index]?.rows ?? [], now);
      return rows.length === 0 ? [] : [{ resource, ...(part === undefined ? {} : { part }), rows }];
    });
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
