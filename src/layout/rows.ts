/** Which row and which column each subnet of a VPC stands in: zones are columns, tiers are rows. */

import {
  blocksOf,
  labelOf,
  floorTiers,
  sortNaturally,
  tierOrder,
  zoneOf,
  type TierPair,
  type Tiers,
} from '../drawing/index.ts';
import { nameOf, type ResourceId, type Subnet } from '../model/index.ts';

/** The column of subnets that say nothing of a zone. */
export const NO_ZONE = '';

export interface Row {
  /** By zone; a zone that lacks such a subnet has an empty cell. */
  readonly cells: ReadonlyMap<string, ResourceId>;
}

export interface SubnetTable {
  /** Names of zones, in order; the column without one is last. */
  readonly zones: readonly string[];
  readonly rows: readonly Row[];
}

interface Placed {
  readonly id: ResourceId;
  readonly subnet: Subnet;
  readonly zone: string;
  readonly rank: number;
}

const escapeForPattern = (text: string): string => text.replaceAll(/[^\w]/g, String.raw`\$&`);

/** How a zone may be named inside the name of a subnet. */
export interface ZonePatterns {
  /** Whole or short, between other words: `ap-northeast-1a`, `1a`. */
  readonly inside: readonly RegExp[];
  /** Its letter at the end: `app-a`, `app-az1`. */
  readonly ending: RegExp | undefined;
}

export function patternsOf(zone: string): ZonePatterns {
  const short = /\d*[a-z]$|\d+$/.exec(zone)?.[0] ?? '';
  const letter = short.slice(-1);
  return {
    inside: [zone.toLowerCase(), short]
      .filter((part) => part.length > 1)
      .map((part) => new RegExp(`(^|[^a-z0-9])${escapeForPattern(part)}(?=$|[^a-z0-9])`)),
    ending: letter === '' ? undefined : new RegExp(`[^a-z0-9](az)?${escapeForPattern(letter)}$`),
  };
}

/**
 * What subnets of one role are called in every zone: the name without the zone (`app-a`, `app-c`), its
 * short form (`1a`), or a number at its end.
 */
export function stemOf(name: string, { inside, ending }: ZonePatterns): string {
  let stem = name.toLowerCase();
  for (const pattern of inside) stem = stem.replace(pattern, '$1');
  if (ending) stem = stem.replace(ending, '');
  stem = stem.replace(/[^a-z]*\d+$/, '');
  if (/^[a-z0-9]*$/.test(stem)) return stem;
  return stem.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

const UNRANKED = Infinity;

/** By the more open of the two families, then by the one that the border shows. */
function rankOf(subnet: Subnet, pair: TierPair): number {
  const { own, ipv6 } = floorTiers(subnet, pair);
  const ownRank = tierOrder.indexOf(own);
  const openest = ipv6 === undefined ? ownRank : Math.min(ownRank, tierOrder.indexOf(ipv6));
  return openest * tierOrder.length + ownRank;
}

/** Orders subnets into rows, the most public on top, those of one role side by side. */
export function subnetTableOf(
  subnets: readonly (readonly [ResourceId, Subnet])[],
  tiers: Tiers,
  patternsOfZone: (zone: string) => ZonePatterns,
): SubnetTable {
  const placed = sortNaturally(
    subnets.map(([id, subnet]): Placed => {
      const pair = Object.hasOwn(tiers, id) ? tiers[id] : undefined;
      return { id, subnet, zone: zoneOf(subnet) ?? NO_ZONE, rank: pair ? rankOf(subnet, pair) : UNRANKED };
    }),
    ({ id, subnet }) => [
      nameOf(subnet) === undefined ? '' : labelOf(id, subnet),
      blocksOf(subnet)[0] ?? '',
      id,
    ],
  );
  const named = sortNaturally(
    [...new Set(placed.map(({ zone }) => zone))].filter((zone) => zone !== NO_ZONE),
    (zone) => [zone],
  );
  const zones = placed.some(({ zone }) => zone === NO_ZONE) ? [...named, NO_ZONE] : named;
  const patterns = new Map(zones.map((zone) => [zone, patternsOfZone(zone)]));
  const ranks = [...new Set(placed.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  return {
    zones,
    rows: ranks.flatMap((rank) =>
      rowsOfTier(
        placed.filter((one) => one.rank === rank),
        zones,
        patterns,
      ),
    ),
  };
}

function rowsOfTier(
  placed: readonly Placed[],
  zones: readonly string[],
  patterns: ReadonlyMap<string, ZonePatterns>,
): Row[] {
  const byRole = new Map<string, Map<string, ResourceId>>();
  const times = new Map<string, number>();
  for (const { id, subnet, zone } of placed) {
    const name = nameOf(subnet);
    const ofZone = patterns.get(zone);
    const stem = name === undefined || ofZone === undefined ? '' : stemOf(name, ofZone);
    // The second of one role in one zone goes to the second row of that role.
    const seen = times.get(`${stem}/${zone}`) ?? 0;
    times.set(`${stem}/${zone}`, seen + 1);
    const cells = byRole.get(`${stem} ${seen}`);
    if (cells) cells.set(zone, id);
    else byRole.set(`${stem} ${seen}`, new Map([[zone, id]]));
  }
  const roles = sortNaturally([...byRole], ([role]) => [role]).map(([, cells]) => cells);
  if (zones.length === 1) return roles.map((cells) => ({ cells }));
  // Roles of one zone only would each leave a row nearly empty: they share rows.
  const rows = roles.filter((cells) => cells.size > 1).map((cells) => ({ cells }));
  const loose: Map<string, ResourceId>[] = [];
  for (const cells of roles.filter(({ size }) => size === 1)) {
    for (const [zone, id] of cells) {
      const free = loose.find((row) => !row.has(zone));
      if (free) free.set(zone, id);
      else loose.push(new Map([[zone, id]]));
    }
  }
  return [...rows, ...loose.map((cells) => ({ cells }))];
}
