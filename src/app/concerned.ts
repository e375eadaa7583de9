/** What of the drawing a finding is about: a table, ACL or group has no place of its own, those who use it have. */

import { routeEdgeId } from '../drawing/index.ts';
import { definitionOf, known, resourcesOfKind, type Design, type ResourceId } from '../model/index.ts';
import type { FindingAnswer } from './answers.ts';

function isDrawn(design: Design, id: ResourceId): boolean {
  const kind = Object.hasOwn(design.resources, id) ? design.resources[id]?.kind : undefined;
  return kind !== undefined && definitionOf(kind).form !== 'none';
}

/** Subnets that a list of associations names. */
const subnetsOf = (associations: readonly { readonly subnetId?: unknown }[]): ResourceId[] =>
  associations.flatMap(({ subnetId }) => (typeof subnetId === 'string' ? [subnetId] : []));

/** An interface is drawn as its instance. */
function cardOf(design: Design, id: ResourceId): ResourceId {
  const eni = design.resources[id];
  if (eni?.kind !== 'networkInterface') return id;
  const attached = known(known(eni.attachment)?.instanceId);
  if (attached !== undefined) return attached;
  const owner = resourcesOfKind(design, 'instance').find(([, { networkInterfaceIds }]) =>
    known(networkInterfaceIds)?.includes(id),
  );
  return owner?.[0] ?? id;
}

function usersOfGroup(design: Design, group: ResourceId): ResourceId[] {
  const users = [...resourcesOfKind(design, 'networkInterface'), ...resourcesOfKind(design, 'instance')];
  return users.flatMap(([id, { securityGroupIds }]) =>
    known(securityGroupIds)?.includes(group) === true ? [cardOf(design, id)] : [],
  );
}

/** Those without a table of their own use the main one. */
function usersOfTable(design: Design, table: ResourceId): ResourceId[] {
  const tables = resourcesOfKind(design, 'routeTable');
  const own = design.resources[table];
  if (own?.kind !== 'routeTable') return [];
  const associations = known(own.associations) ?? [];
  const named = subnetsOf(associations);
  if (!associations.some(({ main }) => main === true)) return named;
  const taken = new Set(tables.flatMap(([, { associations: of }]) => subnetsOf(known(of) ?? [])));
  const left = resourcesOfKind(design, 'subnet').filter(
    ([id, { vpcId }]) => known(vpcId) === known(own.vpcId) && !taken.has(id),
  );
  return [...named, ...left.map(([id]) => id)];
}

/** Who is drawn and uses a resource that is not drawn; a resource that is drawn stands for itself. */
export function usersOf(design: Design, id: ResourceId): readonly ResourceId[] {
  if (isDrawn(design, id)) return [cardOf(design, id)];
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  switch (resource?.kind) {
    case 'networkAcl':
      return subnetsOf(known(resource.associations) ?? []);
    case 'securityGroup':
      return [...new Set(usersOfGroup(design, id))];
    case 'routeTable':
      return usersOfTable(design, id);
    default:
      return [];
  }
}

/** Where a finding shows itself: at its resource, else at those of its users that it names, else at all of them. */
export function concernedBy(
  design: Design,
  { resource, related }: Pick<FindingAnswer, 'resource' | 'related'>,
): readonly ResourceId[] {
  const users = usersOf(design, resource);
  const named = users.filter((id) => related.includes(id));
  if (named.length > 0) return named;
  if (users.length > 0) return users;
  const standIn = related.find((id) => isDrawn(design, id));
  return standIn === undefined ? [] : [cardOf(design, standIn)];
}

/** Everything that rings for a finding: where it shows itself, and the drawn ones among those that it names. */
export const ringOf = (
  design: Design,
  finding: Pick<FindingAnswer, 'resource' | 'related'>,
): readonly ResourceId[] => [
  ...new Set([
    ...concernedBy(design, finding),
    ...finding.related.filter((id) => isDrawn(design, id)).map((id) => cardOf(design, id)),
  ]),
];

/** Lines that a warning is about: from its resource to one that it names. */
export const warnedLines = (findings: readonly FindingAnswer[]): ReadonlySet<string> =>
  new Set(
    findings
      .filter(({ severity, muted }) => severity === 'warning' && !muted)
      .flatMap(({ resource, related }) => related.map((target) => routeEdgeId(resource, target))),
  );

/** Subnets whose name or tag claims another tier. */
export const contradictedIn = (findings: readonly FindingAnswer[]): ReadonlySet<string> =>
  new Set(
    findings
      .filter(({ id, muted }) => id === 'label-contradicts-tier' && !muted)
      .map(({ resource }) => resource),
  );
