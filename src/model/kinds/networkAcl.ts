/** A network ACL: numbered entries, the lowest match decides. The final `*` entries are implied. */

import * as v from 'valibot';
import { flag, orUnknown, reference, structure } from '../field.ts';
import { defineKind } from '../kind.ts';

const member = v.exactOptional(orUnknown(v.string()));

const networkAclEntrySchema = v.looseObject({
  ruleNumber: v.number(),
  egress: v.exactOptional(v.boolean()),
  protocol: orUnknown(v.string()),
  ruleAction: v.string(),
  cidrBlock: member,
  ipv6CidrBlock: member,
  portRange: v.exactOptional(
    v.looseObject({ from: v.exactOptional(v.number()), to: v.exactOptional(v.number()) }),
  ),
  icmpTypeCode: v.exactOptional(
    v.looseObject({ type: v.exactOptional(v.number()), code: v.exactOptional(v.number()) }),
  ),
});

export const networkAcl = defineKind({
  kind: 'networkAcl',
  idPrefix: 'acl-',
  label: { en: 'Network ACL', ja: 'ネットワーク ACL' },
  form: 'none',
  category: 'security',
  standsIn: { kind: 'vpc', member: ['vpcId'] },
  palette: { group: 'rules', order: 3 },
  fields: {
    vpcId: reference({ en: 'VPC', ja: 'VPC' }, ['vpc'], 'removeSelf', { control: 'hidden', required: true }),
    isDefault: flag({ en: 'Default', ja: 'デフォルト' }, false, { control: 'hidden' }),
    associations: structure(
      { en: 'Associated subnets', ja: '関連付けられたサブネット' },
      v.array(v.looseObject({ subnetId: v.string() })),
      {
        control: 'associations',
        isSet: true,
        references: [{ path: ['*', 'subnetId'], to: ['subnet'], onTargetRemoved: 'removeItem' }],
      },
    ),
    entries: structure({ en: 'Entries', ja: 'エントリ' }, v.array(networkAclEntrySchema), {
      control: 'entries',
    }),
  },
});
