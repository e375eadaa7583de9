/** VPC Block Public Access of one account and Region, with its exclusions. */

import * as v from 'valibot';
import { choice, structure } from '../field.ts';
import { defineKind } from '../kind.ts';

export const vpcBlockPublicAccess = defineKind({
  kind: 'vpcBlockPublicAccess',
  idPrefix: 'bpa-',
  label: { en: 'VPC Block Public Access', ja: 'VPC ブロックパブリックアクセス' },
  form: 'none',
  category: 'security',
  fields: {
    internetGatewayBlockMode: choice(
      { en: 'Mode', ja: 'モード' },
      ['off', 'block-bidirectional', 'block-ingress'],
      'off',
    ),
    exclusions: structure(
      { en: 'Exclusions', ja: '除外' },
      v.array(v.looseObject({ resourceId: v.string(), internetGatewayExclusionMode: v.string() })),
      {
        isSet: true,
        references: [{ path: ['*', 'resourceId'], to: ['vpc', 'subnet'], onTargetRemoved: 'removeItem' }],
      },
    ),
  },
});
