/** The lists of the Reach tab: every other end once, by what holds for it and by where it stands. */

import { entryAt, familyOf, otherOf, verdictOf, type PathQuestion, type ReachList } from '../../app/index.ts';
import type { OutboundExposure, ReachableEntry, ReachableQuestion, Verdict } from '../../engine/index.ts';
import { sortNaturally } from '../../drawing/index.ts';
import { containerOf, known, vpcOf, type Design, type ResourceId } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import { portChoices } from '../path/ports.ts';

/** Rows of an answer, read one by one: only those on the page become more than numbers. */
export interface Source {
  readonly count: number;
  readonly otherAt: (row: number) => string;
  readonly familyAt: (row: number) => Family;
  readonly verdictAt: (row: number) => Verdict;
  readonly entryAt: (row: number) => ReachableEntry;
}

export const sourceOf = ({ rows, tables }: ReachList): Source => ({
  count: rows.others.length,
  otherAt: (row) => otherOf(rows, tables, row),
  familyAt: (row) => familyOf(rows, row),
  verdictAt: (row) => verdictOf(rows, row),
  entryAt: (row) => entryAt(rows, tables, row),
});

/** What leaves to the internet through a NAT device, as rows. */
export function throughSource(outbound: readonly OutboundExposure[], nat: ResourceId): Source {
  const entries = outbound
    .filter(({ via }) => via.includes(nat))
    .map(({ resource, family, verdict, allowed, unknowns }): ReachableEntry => ({
      other: resource,
      family,
      verdict,
      allowed,
      everywhere: allowed,
      narrow: [],
      unsure: [],
      unknowns,
    }));
  const at = (row: number): ReachableEntry => {
    const entry = entries[row];
    if (!entry) throw new RangeError(`No row ${row}`);
    return entry;
  };
  return {
    count: entries.length,
    otherAt: (row) => at(row).other,
    familyAt: (row) => at(row).family,
    verdictAt: (row) => at(row).verdict,
    entryAt: at,
  };
}

/** `open`: something passes. `untold`: a missing fact decides whether anything does. */
export type Standing = 'open' | 'untold' | 'closed';

const standings: Readonly<Record<Verdict, Standing>> = {
  reachable: 'open',
  partial: 'open',
  undetermined: 'untold',
  blocked: 'closed',
  'not-applicable': 'closed',
};

const best: readonly Standing[] = ['open', 'untold', 'closed'];

/** One other end, with its rows over both families. */
export interface Item {
  readonly id: string;
  readonly rows: readonly number[];
  readonly standing: Standing;
}

/** Every other end once, by the best that holds for it. */
export function itemsOf(source: Source): Readonly<Record<Standing, readonly Item[]>> {
  const found = new Map<string, { readonly id: string; readonly rows: number[]; standing: Standing }>();
  for (let row = 0; row < source.count; row += 1) {
    const id = source.otherAt(row);
    const standing = standings[source.verdictAt(row)];
    const item = found.get(id);
    if (!item) found.set(id, { id, rows: [row], standing });
    else {
      item.rows.push(row);
      if (best.indexOf(standing) < best.indexOf(item.standing)) item.standing = standing;
    }
  }
  const lists: Record<Standing, Item[]> = { open: [], untold: [], closed: [] };
  for (const item of found.values()) lists[item.standing].push(item);
  return lists;
}

const INTERNET = 'internet';

/** Items that stand in one place. */
export interface Group {
  /** The subnet, or `internet`. */
  readonly place: string;
  /** The subnet's VPC. */
  readonly vpc?: ResourceId;
  readonly items: readonly Item[];
}

const containerOfId = (design: Design, id: ResourceId): ResourceId | undefined => {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  return resource && containerOf(design, resource);
};

/** By place: the internet, then the subnets of the end's own VPC, then those of others. */
export function groupsOf(
  design: Design,
  items: readonly Item[],
  end: ResourceId,
  nameOf: (id: string) => string,
): readonly Group[] {
  const places = new Map<string, Item[]>();
  for (const item of items) {
    const place = item.id === INTERNET ? INTERNET : (containerOfId(design, item.id) ?? '');
    const list = places.get(place);
    if (list) list.push(item);
    else places.set(place, [item]);
  }
  const own = vpcOf(design, end);
  const groups = [...places].map(([place, list]): Group => {
    const vpc = place === INTERNET ? undefined : vpcOf(design, place);
    return {
      place,
      ...(vpc === undefined ? {} : { vpc }),
      items: sortNaturally(list, ({ id }) => [nameOf(id)]),
    };
  });
  const rank = ({ place, vpc }: Group): string => (place === INTERNET ? '0' : vpc === own ? '1' : '2');
  return sortNaturally(groups, (group) => [
    rank(group),
    group.vpc === undefined ? '' : nameOf(group.vpc),
    nameOf(group.place),
  ]);
}

/** The first so many items of the groups, and how many are left. */
export function shortened(
  groups: readonly Group[],
  most: number,
): { readonly groups: readonly Group[]; readonly left: number } {
  const shown: Group[] = [];
  let room = most;
  let left = 0;
  for (const group of groups) {
    const items = group.items.slice(0, room);
    room -= items.length;
    left += group.items.length - items.length;
    if (items.length > 0) shown.push(items.length === group.items.length ? group : { ...group, items });
  }
  // One more is shown sooner than counted.
  return left === 1 ? { groups, left: 0 } : { groups: shown, left };
}

/** Whether what was written is a part of its name, id, address, or of where it stands. */
export function matches(
  design: Design,
  { id }: Item,
  written: string,
  nameOf: (id: string) => string,
): boolean {
  const words = written.trim().toLowerCase();
  if (words === '') return true;
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  const place = resource && containerOf(design, resource);
  const address = resource && 'privateIpAddress' in resource ? known(resource.privateIpAddress) : undefined;
  return [id, nameOf(id), address ?? '', place === undefined ? '' : nameOf(place)].some((text) =>
    text.toLowerCase().includes(words),
  );
}

const NAMED = ['tcp', 'udp', 'icmp', 'icmpv6'];

/** The question about one row, with what passes, or may, filled in. */
export function questionOf(
  { end, direction }: ReachableQuestion,
  { other, family, allowed, unsure }: Pick<ReachableEntry, 'other' | 'family' | 'allowed' | 'unsure'>,
): PathQuestion {
  const [part] = [...allowed, ...unsure];
  // Of a protocol without a name the path tells with all others.
  const protocol = part && NAMED.includes(part.protocol) ? part.protocol : '-1';
  const ports = part?.ports ?? '';
  const isPorted = protocol === 'tcp' || protocol === 'udp';
  return {
    from: direction === 'to' ? other : end,
    to: direction === 'to' ? end : other,
    protocol,
    // Of ICMP one type is asked.
    port: isPorted
      ? ports === '0-65535'
        ? ''
        : ports
      : protocol === '-1'
        ? ''
        : (ports.split(/[,-]/)[0] ?? ''),
    ipVersion: family === 4 ? '4' : '6',
  };
}

/** The question of a row; of what is closed, about what its rules or its services listen at. */
export function wayOf(design: Design, question: ReachableQuestion, entry: ReachableEntry): PathQuestion {
  const asked = questionOf(question, entry);
  if (entry.allowed.length > 0 || entry.unsure.length > 0) return asked;
  const [choice] = portChoices(design, asked.to);
  return choice ? { ...asked, protocol: choice.protocol, port: choice.port } : asked;
}
