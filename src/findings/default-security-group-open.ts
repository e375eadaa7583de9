/** The default group of a VPC, which whatever names no group gets, with rules in it (SG-1). */

import { known, resourceOfKind, resourcesOfKind, type SecurityGroup } from '../model/index.ts';
import type { FindingDefinition } from './_finding.ts';
import { revoke, rulesOf, usersOfGroups } from './_groups.ts';

/** As AWS makes it: in from its members, out to everywhere. */
function isAsMade(id: string, rules: NonNullable<ReturnType<typeof rulesIn>>): boolean {
  return rules.every((rule) => {
    if (known(rule.ipProtocol) !== '-1') return false;
    return rule.isEgress === true
      ? known(rule.cidrIpv4) === '0.0.0.0/0' || known(rule.cidrIpv6) === '::/0'
      : known(rule.referencedGroupInfo?.groupId) === id;
  });
}

const rulesIn = (group: SecurityGroup) => known(group.rules);

export const finding: FindingDefinition = {
  id: 'default-security-group-open',
  title: { en: 'Default security group has rules', ja: 'ルールのあるデフォルトセキュリティグループ' },
  severity: 'note',
  live: 'review',
  layer: 'group',
  reference: 'vpc/latest/userguide/vpc-security-groups.html',
  alsoKnownAs: [
    'Security Hub EC2.2',
    'Prowler ec2_securitygroup_default_restrict_traffic',
    'Checkov CKV2_AWS_12',
  ],
  reads: ['securityGroup', 'vpc', 'instance', 'networkInterface'],
  message: {
    en: 'The default security group of {vpc} has rules{used}.',
    ja: '{vpc} のデフォルトセキュリティグループにルールがあります{used}。',
  },
  *find(context) {
    for (const [id, group] of resourcesOfKind(context.design, 'securityGroup')) {
      const rules = rulesIn(group);
      const vpcId = known(group.vpcId);
      if (known(group.groupName) !== 'default' || vpcId === undefined || !rules || rules.length === 0)
        continue;
      const users = usersOfGroups(context).get(id) ?? [];
      // Left as AWS made it and used by nobody, it harms nobody.
      if (
        users.length === 0 &&
        (isAsMade(id, rules) || known(resourceOfKind(context.design, vpcId, 'vpc')?.isDefault) === true)
      )
        continue;
      const node = context.network.groups.get(id);
      yield {
        resource: id,
        related: [vpcId, ...new Set(users.map(({ owner }) => owner))],
        severity: users.length > 0 ? 'warning' : 'note',
        values: {
          vpc: { ids: [vpcId] },
          used:
            users.length > 0
              ? context.say(
                  { en: ' and is used by {users}', ja: ' ({users} が使用中)' },
                  { users: { ids: [...new Set(users.map(({ owner }) => owner))].slice(0, 3) } },
                )
              : { en: '', ja: '' },
        },
        fixes: () =>
          node
            ? [
                {
                  id: 'revoke-rule',
                  title: { en: 'Remove its rules', ja: 'ルールをすべて削除' },
                  parameters: { group: id },
                  actions: revoke(context, [...rulesOf(node, 'in'), ...rulesOf(node, 'out')]),
                },
              ]
            : [],
      };
    }
  },
};
