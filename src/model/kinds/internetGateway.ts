/** An internet gateway: attached to at most one VPC, else detached. */

import * as v from 'valibot';
import { structure } from '../field.ts';
import { defineKind } from '../kind.ts';

export const internetGateway = defineKind({
  kind: 'internetGateway',
  idPrefix: 'igw-',
  label: { en: 'Internet gateway', ja: 'インターネットゲートウェイ' },
  form: 'gate',
  category: 'network',
  standsIn: { kind: 'vpc', member: ['attachments', '*', 'vpcId'] },
  palette: { group: 'gateways', order: 1 },
  fields: {
    attachments: structure(
      { en: 'Attachment', ja: 'アタッチメント' },
      v.array(v.looseObject({ vpcId: v.exactOptional(v.string()), state: v.exactOptional(v.string()) })),
      {
        isSet: true,
        references: [{ path: ['*', 'vpcId'], to: ['vpc'], onTargetRemoved: 'removeItem' }],
      },
    ),
  },
});
