/** Whose rules are shown for a selection: the route table, the security groups and the network ACL that hold for it. */

import { compareNaturally, factsOf } from '../../drawing/index.ts';
import {
  known,
  resourcesOfKind,
  tableOf,
  titleOf,
  type Design,
  type Resource,
  type ResourceId,
} from '../../model/index.ts';
import { aclOf } from '../inspector/acl.ts';

export interface RuleSubject {
  readonly table: ResourceId | undefined;
  readonly groups: readonly ResourceId[];
  readonly acl: ResourceId | undefined;
}

const NOTHING: RuleSubject = { table: undefined, groups: [], acl: undefined };

const ownGroups = (resource: Resource): readonly ResourceId[] =>
  'securityGroupIds' in resource ? (known(resource.securityGroupIds) ?? []) : [];

/** The groups of a thing: its own, and those of the interfaces that it is made of. */
export function groupsOf(design: Design, id: ResourceId, resource: Resource): readonly ResourceId[] {
  const interfaces = factsOf(design).interfacesOfCard.get(id) ?? [];
  return [...new Set([...ownGroups(resource), ...interfaces.flatMap(ownGroups)])];
}

/** The groups of everything that stands in a subnet, with how many things have each; by name. */
export function groupsIn(design: Design, subnetId: ResourceId): readonly (readonly [ResourceId, number])[] {
  const counts = new Map<ResourceId, number>();
  for (const resource of Object.values(design.resources)) {
    if (!('subnetId' in resource) || resource.subnetId !== subnetId) continue;
    for (const group of ownGroups(resource)) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].sort(([left], [right]) =>
    compareNaturally(titleOf(design, left), titleOf(design, right)),
  );
}

const ofSubnet = (design: Design, subnet: ResourceId): Omit<RuleSubject, 'groups'> => ({
  table: tableOf(design, subnet)?.id,
  acl: aclOf(design, subnet),
});

/** Where a thing stands: of several interfaces, the first. */
export function subnetOf(design: Design, id: ResourceId): ResourceId | undefined {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (!resource) return undefined;
  const [first] = factsOf(design).interfacesOfCard.get(id) ?? [];
  const place = 'subnetId' in resource ? resource.subnetId : first?.subnetId;
  return typeof place === 'string' ? place : undefined;
}

/** What AWS makes along with a VPC: what holds where nothing else is said. */
function ofVpc(design: Design, vpcId: ResourceId): RuleSubject {
  const isOwn = (resource: { readonly vpcId?: unknown }): boolean => resource.vpcId === vpcId;
  const main = resourcesOfKind(design, 'routeTable').find(
    ([, table]) =>
      isOwn(table) && (known(table.associations) ?? []).some(({ main: isMain }) => isMain === true),
  );
  const group = resourcesOfKind(design, 'securityGroup').find(
    ([, each]) => isOwn(each) && known(each.groupName) === 'default',
  );
  const acl = resourcesOfKind(design, 'networkAcl').find(
    ([, each]) => isOwn(each) && each.isDefault === true,
  );
  return { table: main?.[0], groups: group ? [group[0]] : [], acl: acl?.[0] };
}

/** The table of what comes in by a gateway. */
const edgeTableOf = (design: Design, gateway: ResourceId): ResourceId | undefined =>
  resourcesOfKind(design, 'routeTable').find(([, table]) =>
    (known(table.associations) ?? []).some(({ gatewayId }) => known(gatewayId) === gateway),
  )?.[0];

/** What holds for one resource; nothing for what no rules hold for. */
export function ruleSubject(design: Design, id: ResourceId): RuleSubject {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (!resource) return NOTHING;
  switch (resource.kind) {
    case 'routeTable':
      return { ...NOTHING, table: id };
    case 'securityGroup':
      return { ...NOTHING, groups: [id] };
    case 'networkAcl':
      return { ...NOTHING, acl: id };
    case 'subnet':
      return { ...ofSubnet(design, id), groups: groupsIn(design, id).map(([group]) => group) };
    case 'vpc':
      return ofVpc(design, id);
    case 'internetGateway':
      return { ...NOTHING, table: edgeTableOf(design, id) };
    default: {
      const subnet = subnetOf(design, id);
      return {
        ...(subnet === undefined ? NOTHING : ofSubnet(design, subnet)),
        groups: groupsOf(design, id, resource),
      };
    }
  }
}

export const hasRules = ({ table, groups, acl }: RuleSubject): boolean =>
  table !== undefined || groups.length > 0 || acl !== undefined;
