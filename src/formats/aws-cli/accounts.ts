/** Whose a resource is and in which Region it stands (C-14), from elements, neighbours, folders and callers. */

import type { MergedResource } from './merge-facts.ts';
import { accountInPath, regionInPath } from './names.ts';

export interface Place {
  readonly ownerId?: string;
  readonly region?: string;
}

/** An answer, with what is known of who was asked. */
interface AskedAnswer {
  readonly file: string;
  readonly group: string;
  readonly ids: readonly string[];
  readonly told: Place;
}

/** What lies together in one folder was, as a rule, asked with one account and Region. */
export interface Places {
  /** Of a resource, as far as anything tells. */
  readonly of: (id: string) => Place;
  /** Of an answer: the account and Region that were asked; undefined where it may be one Region of several. */
  readonly ofAnswer: (answer: AskedAnswer) => Place | undefined;
}

const only = <Value>(values: Iterable<Value>): Value | undefined => {
  const distinct = new Set(values);
  const [first] = distinct;
  return distinct.size === 1 ? first : undefined;
};

const defined = <Value>(values: readonly (Value | undefined)[]): Value[] =>
  values.filter((value): value is Value => value !== undefined);

const placeOf = (ownerId: string | undefined, region: string | undefined): Place => ({
  ...(ownerId === undefined ? {} : { ownerId }),
  ...(region === undefined ? {} : { region }),
});

/**
 * Works places out for all resources at once; `callers` are accounts by folder. `usual`: where everything stands that
 * is open already, for answers that say nothing of their own.
 */
export function findPlaces(
  resources: ReadonlyMap<string, MergedResource>,
  callers: ReadonlyMap<string, string>,
  usual?: Place | 'several',
): Places {
  const tells = (id: string, name: 'ownerId' | 'region' | 'vpcId'): string | undefined =>
    resources
      .get(id)
      ?.facts.map((fact) => fact[name])
      .findLast((value) => value !== undefined);

  const vpcOf = (id: string): string | undefined => {
    const vpcId = tells(id, 'vpcId');
    return vpcId !== undefined && resources.get(vpcId)?.kind === 'vpc' ? vpcId : undefined;
  };

  // A VPC does not say its Region: whatever stands in it does.
  const regionsOfVpcs = new Map<string, string>();
  const ownersByGroup = new Map<string, Map<string, number>>();
  const regionsByGroup = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, value: string): void => {
    const set = map.get(key);
    if (set) set.add(value);
    else map.set(key, new Set([value]));
  };
  for (const { id, facts } of resources.values()) {
    const region = tells(id, 'region');
    const vpcId = vpcOf(id);
    if (region !== undefined && vpcId !== undefined) regionsOfVpcs.set(vpcId, region);
    for (const fact of facts) {
      if (fact.ownerId !== undefined && fact.ownerId !== 'AWS') {
        const owners = ownersByGroup.get(fact.group) ?? new Map<string, number>();
        ownersByGroup.set(fact.group, owners.set(fact.ownerId, (owners.get(fact.ownerId) ?? 0) + 1));
      }
      if (region !== undefined) note(regionsByGroup, fact.group, region);
    }
  }

  const accountOf = (file: string, group: string): string | undefined => {
    const owners = ownersByGroup.get(group);
    const named = accountInPath(file);
    // Twelve digits may be a date: they count where no element says otherwise.
    if (named !== undefined && (!owners || owners.has(named))) return named;
    // What a caller sees is mostly its own; shared subnets show others.
    return callers.get(group) ?? [...(owners ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0];
  };
  const regionOf = (file: string, group: string): string | undefined => {
    const regions = regionsByGroup.get(group);
    const named = regionInPath(file);
    return named !== undefined && (!regions || regions.has(named)) ? named : only(regions ?? []);
  };

  const known = new Map<string, Place>();
  const of = (id: string): Place => {
    const before = known.get(id);
    if (before) return before;
    const resource = resources.get(id);
    const [first] = resource?.facts ?? [];
    if (!resource || !first) return {};
    const vpcId = vpcOf(id);
    const outer = vpcId === undefined || vpcId === id ? {} : of(vpcId);
    const place = placeOf(
      tells(id, 'ownerId') ?? outer.ownerId ?? accountOf(first.file, first.group),
      tells(id, 'region') ??
        (resource.kind === 'vpc' ? regionsOfVpcs.get(id) : undefined) ??
        outer.region ??
        regionOf(first.file, first.group),
    );
    known.set(id, place);
    return place;
  };

  return {
    of,
    ofAnswer: ({ file, group, ids, told }) => {
      const around = usual === 'several' ? undefined : usual;
      const region =
        told.region ??
        only(defined(ids.map((id) => of(id).region))) ??
        regionOf(file, group) ??
        around?.region;
      const isOneOfSeveral = usual === 'several' || (regionsByGroup.get(group)?.size ?? 0) > 1;
      if (region === undefined && isOneOfSeveral) return undefined;
      return placeOf(told.ownerId ?? accountOf(file, group) ?? around?.ownerId, region);
    },
  };
}
