/** An egress-only internet gateway: IPv6 outward with replies, never inward. */

import * as v from 'valibot';
import { structure } from '../field.ts';
import { defineKind } from '../kind.ts';

export const egressOnlyInternetGateway = defineKind({
  kind: 'egressOnlyInternetGateway',
  idPrefix: 'eigw-',
  label: { en: 'Egress-only internet gateway', ja: 'Egress-Only インターネットゲートウェイ' },
  form: 'gate',
  category: 'network',
  standsIn: { kind: 'vpc', member: ['attachments', '*', 'vpcId'] },
  palette: { group: 'gateways', order: 3 },
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
