/** A security group and its rules, one source each. */

import * as v from 'valibot';
import { orUnknown, reference, structure, text } from '../field.ts';
import { defineKind } from '../kind.ts';

const member = v.exactOptional(orUnknown(v.string()));

const securityGroupRuleSchema = v.looseObject({
  securityGroupRuleId: v.exactOptional(v.string()),
  isEgress: v.exactOptional(v.boolean()),
  ipProtocol: orUnknown(v.string()),
  fromPort: v.exactOptional(orUnknown(v.number())),
  toPort: v.exactOptional(orUnknown(v.number())),
  cidrIpv4: member,
  cidrIpv6: member,
  prefixListId: member,
  referencedGroupInfo: v.exactOptional(
    v.looseObject({
      groupId: member,
      userId: v.exactOptional(v.string()),
      vpcId: v.exactOptional(v.string()),
      vpcPeeringConnectionId: v.exactOptional(v.string()),
    }),
  ),
  description: v.exactOptional(v.string()),
});

export const securityGroup = defineKind({
  kind: 'securityGroup',
  idPrefix: 'sg-',
  label: { en: 'Security group', ja: 'セキュリティグループ' },
  form: 'none',
  category: 'security',
  standsIn: { kind: 'vpc', member: ['vpcId'] },
  palette: { group: 'rules', order: 2 },
  fields: {
    vpcId: reference({ en: 'VPC', ja: 'VPC' }, ['vpc'], 'removeSelf', { control: 'hidden', required: true }),
    groupName: text({ en: 'Group name', ja: 'グループ名' }, { required: true }),
    description: text({ en: 'Description', ja: '説明' }),
    rules: structure({ en: 'Rules', ja: 'ルール' }, v.array(securityGroupRuleSchema), {
      control: 'rules',
      references: [
        {
          path: ['*', 'referencedGroupInfo', 'groupId'],
          to: ['securityGroup'],
          onTargetRemoved: 'removeItem',
        },
        { path: ['*', 'prefixListId'], to: ['managedPrefixList'], onTargetRemoved: 'removeItem' },
      ],
    }),
    vpcAssociations: structure(
      { en: 'Associated VPCs', ja: '関連付けられた VPC' },
      v.array(v.looseObject({ vpcId: v.string(), state: v.exactOptional(v.string()) })),
      { isSet: true, references: [{ path: ['*', 'vpcId'], to: ['vpc'], onTargetRemoved: 'removeItem' }] },
    ),
  },
});
