/** A table, an ACL or a group used in a VPC that it does not belong to, or two where AWS takes one (RT-1, NA-1, SG-8). */

import type { InterfaceNode, SubnetNode } from '../engine/index.ts';
import { known, resourcesOfKind, type LocalText, type ResourceId } from '../model/index.ts';
import { action, associateTable, setOnInterface, title } from './_actions.ts';
import { isWritten, type FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding, Values } from './_finding.ts';

const strange = (resource: ResourceId, home: ResourceId, place: ResourceId): Values => ({
  resource: { ids: [resource] },
  vpcA: { ids: [home] },
  vpcB: { ids: [place] },
});

interface Use {
  readonly subnet: SubnetNode;
  readonly by: ResourceId;
}

/** Explicit associations of tables or ACLs with subnets of the design. */
function usesOf(context: FindingContext, kind: 'routeTable' | 'networkAcl'): Use[] {
  return resourcesOfKind(context.design, kind).flatMap(([by, resource]) =>
    (known<readonly { readonly subnetId?: unknown }[]>(resource.associations) ?? []).flatMap(
      ({ subnetId }) => {
        const subnet = typeof subnetId === 'string' ? context.network.subnets.get(subnetId) : undefined;
        return subnet ? [{ subnet, by }] : [];
      },
    ),
  );
}

/** The VPC's own, which AWS takes when nothing is said. */
function standardOf(
  context: FindingContext,
  kind: 'routeTable' | 'networkAcl',
  vpc: ResourceId,
): ResourceId | undefined {
  if (kind === 'networkAcl') {
    return resourcesOfKind(context.design, kind).find(
      ([, acl]) => known(acl.vpcId) === vpc && known(acl.isDefault) === true,
    )?.[0];
  }
  return resourcesOfKind(context.design, kind).find(
    ([, table]) =>
      known(table.vpcId) === vpc && (known(table.associations) ?? []).some((entry) => entry.main === true),
  )?.[0];
}

function ownInstead(
  context: FindingContext,
  kind: 'routeTable' | 'networkAcl',
  subnet: SubnetNode,
): ProposedFix[] {
  const standard = standardOf(context, kind, subnet.vpc.id);
  if (standard === undefined) return [];
  if (kind === 'routeTable') return [associateTable(context, standard, [subnet])];
  return [
    {
      id: 'associate-acl',
      title: context.say({ en: 'Use {acl}', ja: '{acl} を関連付け' }, { acl: { ids: [standard] } }),
      parameters: { acl: standard, subnet: subnet.id },
      actions: [action('ReplaceNetworkAclAssociation', standard, { subnetId: subnet.id })],
    },
  ];
}

const TWICE: Readonly<Record<'routeTable' | 'networkAcl', LocalText>> = {
  routeTable: {
    en: '{subnet} has several route tables: {all}.',
    ja: '{subnet} に複数のルートテーブルが関連付けられています ({all})。',
  },
  networkAcl: {
    en: '{subnet} has several network ACLs: {all}.',
    ja: '{subnet} に複数のネットワーク ACL が関連付けられています ({all})。',
  },
};

function* ofSubnets(context: FindingContext, kind: 'routeTable' | 'networkAcl'): Generator<RawFinding> {
  const bySubnet = new Map<SubnetNode, ResourceId[]>();
  for (const { subnet, by } of usesOf(context, kind)) {
    bySubnet.set(subnet, [...(bySubnet.get(subnet) ?? []), by]);
    const resource = context.design.resources[by];
    const home = resource && 'vpcId' in resource ? known(resource.vpcId) : undefined;
    if (home === undefined || home === subnet.vpc.id) continue;
    yield {
      resource: by,
      related: [subnet.id],
      detail: subnet.id,
      values: strange(by, home, subnet.vpc.id),
      fixes: () => ownInstead(context, kind, subnet),
    };
  }
  for (const [subnet, all] of bySubnet) {
    if (all.length < 2) continue;
    yield {
      resource: subnet.id,
      related: all,
      detail: kind,
      message: TWICE[kind],
      values: { subnet: { ids: [subnet.id] }, all: { ids: all } },
    };
  }
}

/** The interface's groups without those of another VPC; the VPC's default group where none is left. */
function ownGroups(
  context: FindingContext,
  node: InterfaceNode,
  strangers: readonly ResourceId[],
): ProposedFix[] {
  const kept = node.groups
    .map(({ id }) => id)
    .filter((id) => !strangers.includes(id) && isWritten(context, id));
  const standard = resourcesOfKind(context.design, 'securityGroup').find(
    ([, group]) => known(group.vpcId) === node.vpc.id && known(group.groupName) === 'default',
  )?.[0];
  const groups = kept.length > 0 || standard === undefined ? kept : [standard];
  if (groups.length === 0) return [];
  return [
    {
      id: 'set-groups',
      title: title('Take the group off', 'グループを外す'),
      parameters: { interface: node.owner },
      actions: [setOnInterface(node, { securityGroupIds: groups })],
    },
  ];
}

function* ofGroups(context: FindingContext): Generator<RawFinding> {
  const homes = new Map(
    resourcesOfKind(context.design, 'securityGroup').map(([id, group]) => [
      id,
      { home: known(group.vpcId), also: (known(group.vpcAssociations) ?? []).map(({ vpcId }) => vpcId) },
    ]),
  );
  for (const node of context.network.interfaces.values()) {
    const strangers = node.groups.flatMap(({ id }) => {
      const group = homes.get(id);
      return group?.home === undefined || group.home === node.vpc.id || group.also.includes(node.vpc.id)
        ? []
        : [{ id, home: group.home }];
    });
    for (const { id, home } of strangers) {
      yield {
        resource: id,
        related: [node.owner],
        detail: node.id,
        values: strange(id, home, node.vpc.id),
        fixes: () =>
          ownGroups(
            context,
            node,
            strangers.map((each) => each.id),
          ),
      };
    }
  }
}

export const finding: FindingDefinition = {
  id: 'association-invalid',
  title: { en: 'Association that AWS does not take', ja: '無効な関連付け' },
  severity: 'error',
  live: 'now',
  layer: 'association',
  reference: 'vpc/latest/userguide/VPC_Route_Tables.html',
  alsoKnownAs: ['cfn-lint E3022'],
  reads: ['routeTable', 'networkAcl', 'securityGroup', 'subnet', 'instance', 'networkInterface'],
  message: {
    en: '{resource} belongs to {vpcA} but is used in {vpcB}.',
    ja: '{resource} は {vpcA} のリソースですが、{vpcB} で使われています。',
  },
  *find(context) {
    yield* ofSubnets(context, 'routeTable');
    yield* ofSubnets(context, 'networkAcl');
    yield* ofGroups(context);
  },
};
