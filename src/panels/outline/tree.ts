/** The design as a tree: internet, Region, VPC, subnet, what stands in it, then tables, groups and ACLs. */

import {
  compareNaturally,
  factsOf,
  shownTiers,
  visibleText,
  type GlyphName,
  type ShownTier,
  type Tiers,
} from '../../drawing/index.ts';
import {
  childrenByContainer,
  definitionOf,
  known,
  nameOf,
  resourcesOfKind,
  type Design,
  type Kind,
  type ResourceId,
} from '../../model/index.ts';

/** What a row is: a resource, or something that only groups others. */
export type RowSubject =
  | { readonly kind: 'resource'; readonly id: ResourceId; readonly of: Kind; readonly tier?: ShownTier }
  | { readonly kind: 'internet' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'folder'; readonly of: Kind; readonly count: number }
  | { readonly kind: 'others'; readonly count: number };

export interface TreeNode {
  /** Stays the same while the design changes around it. */
  readonly key: string;
  readonly subject: RowSubject;
  /** The resource's own name; absent for rows that are named by their subject. */
  readonly name?: string;
  /** Everything that a search looks at. */
  readonly words: string;
  readonly children: readonly TreeNode[];
}

/** Whether subnets stand under their Availability Zone. */
export type ZoneRows = 'shown' | 'hidden';

/** The tier of each subnet's IPv4 and IPv6, as far as they are worked out. */
export type KnownTiers = Tiers;

export const folderGlyphs = {
  internet: 'globe',
  region: 'region',
  zone: 'zone',
  others: 'generic',
} as const satisfies Record<string, GlyphName>;

/** Kinds that are listed in a folder of their VPC, in this order. */
const folders: readonly Kind[] = ['routeTable', 'securityGroup', 'networkAcl'];

export function treeOf(design: Design, tiers: KnownTiers, zones: ZoneRows = 'hidden'): readonly TreeNode[] {
  const { cardOfInterface } = factsOf(design);
  const children = childrenByContainer(design);
  const onCards = new Map<ResourceId, ResourceId[]>();
  for (const [eni, card] of cardOfInterface) {
    if (!Object.hasOwn(design.resources, eni) || !Object.hasOwn(design.resources, card)) continue;
    onCards.set(card, [...(onCards.get(card) ?? []), eni]);
  }

  const resourceNode = (id: ResourceId): TreeNode[] => {
    const resource = design.resources[id];
    if (!resource) return [];
    const name = visibleText(nameOf(resource) ?? id);
    const tier = tierOf(id);
    const block = 'cidrBlock' in resource ? known(resource.cidrBlock) : undefined;
    const address = 'privateIpAddress' in resource ? known(resource.privateIpAddress) : undefined;
    return [
      {
        key: id,
        subject: { kind: 'resource', id, of: resource.kind, ...(tier === undefined ? {} : { tier }) },
        name,
        words: [name, id, block, address]
          .filter((word) => word !== undefined)
          .join(' ')
          .toLowerCase(),
        children: within(id),
      },
    ];
  };

  const tierOf = (id: ResourceId): ShownTier | undefined => {
    const resource = design.resources[id];
    const pair = Object.hasOwn(tiers, id) ? tiers[id] : undefined;
    return resource?.kind === 'subnet' && pair ? shownTiers(resource, pair).own : undefined;
  };

  const nodesOf = (ids: readonly ResourceId[]): TreeNode[] => sorted(ids.flatMap(resourceNode));

  const within = (id: ResourceId): TreeNode[] => {
    const inside = (children.get(id) ?? []).filter((child) => !cardOfInterface.has(child));
    const kindOf = (child: ResourceId): Kind | undefined => design.resources[child]?.kind;
    const rows = zoned(
      id,
      nodesOf(inside.filter((child) => !folders.some((kind) => kind === kindOf(child)))),
    );
    const foldered = folders.flatMap((of): TreeNode[] => {
      const nodes = nodesOf(inside.filter((child) => kindOf(child) === of));
      if (nodes.length === 0) return [];
      const subject = { kind: 'folder', of, count: nodes.length } as const;
      return [{ key: `${id}/${of}`, subject, words: '', children: nodes }];
    });
    return [...rows, ...nodesOf(onCards.get(id) ?? []), ...foldered];
  };

  /** Subnets under a row for their zone, in the place of the first; those whose zone nobody told stay. */
  const zoned = (parent: ResourceId, rows: readonly TreeNode[]): TreeNode[] => {
    if (zones === 'hidden') return [...rows];
    const zoneOfRow = ({ key }: TreeNode): string | undefined => {
      const resource = design.resources[key];
      return resource?.kind === 'subnet' ? known(resource.availabilityZone) : undefined;
    };
    const names = [...new Set(rows.flatMap((row) => zoneOfRow(row) ?? []))].sort(compareNaturally);
    const first = rows.findIndex(({ key }) => design.resources[key]?.kind === 'subnet');
    const groups = names.map((zone): TreeNode => ({
      key: `${parent}/zone:${zone}`,
      subject: { kind: 'zone', zone },
      words: zone,
      children: rows.filter((row) => zoneOfRow(row) === zone),
    }));
    const before = rows.slice(0, Math.max(first, 0));
    const after = rows.slice(before.length).filter((row) => zoneOfRow(row) === undefined);
    return [...before, ...groups, ...after];
  };

  const free = (children.get(undefined) ?? []).filter((id) => !cardOfInterface.has(id));
  const isFormless = (id: ResourceId): boolean => {
    const kind = design.resources[id]?.kind;
    return kind !== undefined && definitionOf(kind).form === 'none';
  };
  const vpcs = free.filter((id) => design.resources[id]?.kind === 'vpc');
  const isOf = (id: ResourceId, of: Kind): boolean => design.resources[id]?.kind === of;
  const lists = nodesOf(free.filter((id) => isOf(id, 'managedPrefixList')));
  const others = nodesOf(free.filter((id) => isFormless(id) && !isOf(id, 'managedPrefixList')));
  const loose = nodesOf(free.filter((id) => !vpcs.includes(id) && !isFormless(id)));
  if (free.length === 0) return [];
  return [
    { key: 'internet', subject: { kind: 'internet' }, words: 'internet', children: [] },
    ...regionsOf(design).flatMap(({ region, ids }): TreeNode[] => {
      const nodes = nodesOf(ids);
      if (region === undefined) return nodes;
      return [
        { key: `region:${region}`, subject: { kind: 'region', region }, words: region, children: nodes },
      ];
    }),
    ...loose,
    ...(lists.length === 0
      ? []
      : [
          {
            key: 'free/managedPrefixList',
            subject: { kind: 'folder', of: 'managedPrefixList', count: lists.length } as const,
            words: '',
            children: lists,
          },
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            key: 'others',
            subject: { kind: 'others', count: others.length } as const,
            words: '',
            children: others,
          },
        ]),
  ];
}

/** VPCs by their Region; those whose Region nobody told stand alone. */
function regionsOf(design: Design): { readonly region: string | undefined; readonly ids: ResourceId[] }[] {
  const byRegion = new Map<string | undefined, ResourceId[]>();
  for (const [id, vpc] of resourcesOfKind(design, 'vpc')) {
    const region = known(vpc.region) ?? design.defaults?.region;
    byRegion.set(region, [...(byRegion.get(region) ?? []), id]);
  }
  return [...byRegion]
    .map(([region, ids]) => ({ region, ids }))
    .sort((left, right) => compareNaturally(left.region ?? '', right.region ?? ''));
}

/** By how the kind stands on the canvas, then by name: gates of a VPC before its subnets. */
function sorted(nodes: readonly TreeNode[]): TreeNode[] {
  const rank = ({ subject }: TreeNode): number => {
    if (subject.kind !== 'resource') return 3;
    return { gate: 0, container: 1, card: 2, none: 3 }[definitionOf(subject.of).form];
  };
  return [...nodes].sort(
    (left, right) => rank(left) - rank(right) || compareNaturally(left.name ?? '', right.name ?? ''),
  );
}

/** The tree cut down to rows that hold the words searched for, with all that they stand in. */
export function filtered(nodes: readonly TreeNode[], query: string): readonly TreeNode[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return nodes;
  return nodes.flatMap((node): TreeNode[] => {
    const children = filtered(node.children, wanted);
    return children.length > 0 || node.words.includes(wanted) ? [{ ...node, children }] : [];
  });
}

export interface Row {
  readonly node: TreeNode;
  readonly level: number;
  readonly position: number;
  readonly size: number;
  readonly expanded: boolean | undefined;
}

/** The rows that are seen: children only of what is open. */
export function rowsOf(
  nodes: readonly TreeNode[],
  isOpen: (node: TreeNode) => boolean,
  level = 1,
): readonly Row[] {
  return nodes.flatMap((node, index): Row[] => {
    const expanded = node.children.length === 0 ? undefined : isOpen(node);
    const row: Row = { node, level, position: index + 1, size: nodes.length, expanded };
    return expanded === true ? [row, ...rowsOf(node.children, isOpen, level + 1)] : [row];
  });
}

/** Folders, and the interfaces of a card, are folded away at first. */
export const startsClosed = ({ subject }: TreeNode): boolean =>
  subject.kind === 'folder' ||
  subject.kind === 'others' ||
  (subject.kind === 'resource' && definitionOf(subject.of).form !== 'container');

/** The ids of the resources in a row, itself first. */
export const idsWithin = (node: TreeNode): readonly ResourceId[] => [
  ...(node.subject.kind === 'resource' ? [node.subject.id] : []),
  ...node.children.flatMap(idsWithin),
];

/** The next row whose name begins with what was typed, looking on from a row and round to it. */
export function rowByName(
  rows: readonly Row[],
  from: number,
  typed: string,
  nameOf: (node: TreeNode) => string,
): Row | undefined {
  const wanted = typed.normalize('NFKC').toLowerCase();
  // A single letter goes on to the next; more letters stay where they already fit.
  const start = Array.from(wanted).length === 1 ? from + 1 : from;
  const order = [...rows.slice(start), ...rows.slice(0, start)];
  return order.find(({ node }) => nameOf(node).normalize('NFKC').toLowerCase().startsWith(wanted));
}

/** Everything that a row stands in, so that it can be brought to sight. */
export function pathTo(nodes: readonly TreeNode[], key: string): readonly TreeNode[] | undefined {
  for (const node of nodes) {
    if (node.key === key) return [];
    const below = pathTo(node.children, key);
    if (below) return [node, ...below];
  }
  return undefined;
}

/** The row that a key goes to from another; undefined where it is no such key, or there is none that way. */
export function keyTarget(key: string, rows: readonly Row[], index: number): string | undefined {
  const row = rows[index];
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(index + 1, rows.length - 1)]?.node.key;
    case 'ArrowUp':
      return rows[Math.max(index - 1, 0)]?.node.key;
    case 'Home':
      return rows[0]?.node.key;
    case 'End':
      return rows.at(-1)?.node.key;
    case 'ArrowRight':
      return row?.expanded === true ? rows[index + 1]?.node.key : undefined;
    case 'ArrowLeft':
      return row?.expanded === true
        ? undefined
        : rows.slice(0, index).findLast(({ level }) => level === (row?.level ?? 0) - 1)?.node.key;
    default:
      return undefined;
  }
}
