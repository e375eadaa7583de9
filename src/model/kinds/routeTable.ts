/** A route table with its routes and associations. Local routes are implied and not stored, unless replaced. */

import * as v from 'valibot';
import { orUnknown, reference, structure } from '../field.ts';
import { defineKind } from '../kind.ts';

const member = v.exactOptional(orUnknown(v.string()));

const routeSchema = v.looseObject({
  destinationCidrBlock: member,
  destinationIpv6CidrBlock: member,
  destinationPrefixListId: member,
  gatewayId: member,
  natGatewayId: member,
  instanceId: member,
  networkInterfaceId: member,
  transitGatewayId: member,
  vpcPeeringConnectionId: member,
  egressOnlyInternetGatewayId: member,
  carrierGatewayId: member,
  localGatewayId: member,
  coreNetworkArn: member,
  origin: v.exactOptional(v.string()),
  state: v.exactOptional(v.string()),
});

export const routeTable = defineKind({
  kind: 'routeTable',
  idPrefix: 'rtb-',
  label: { en: 'Route table', ja: 'ルートテーブル' },
  form: 'none',
  category: 'general',
  standsIn: { kind: 'vpc', member: ['vpcId'] },
  palette: { group: 'rules', order: 1 },
  fields: {
    vpcId: reference({ en: 'VPC', ja: 'VPC' }, ['vpc'], 'removeSelf', { control: 'hidden', required: true }),
    routes: structure({ en: 'Routes', ja: 'ルート' }, v.array(routeSchema), {
      control: 'routes',
      references: [
        { path: ['*', 'gatewayId'], to: ['internetGateway'], onTargetRemoved: 'dangle' },
        { path: ['*', 'natGatewayId'], to: ['natGateway'], onTargetRemoved: 'dangle' },
        { path: ['*', 'instanceId'], to: ['instance'], onTargetRemoved: 'dangle' },
        { path: ['*', 'networkInterfaceId'], to: ['networkInterface'], onTargetRemoved: 'dangle' },
        {
          path: ['*', 'egressOnlyInternetGatewayId'],
          to: ['egressOnlyInternetGateway'],
          onTargetRemoved: 'dangle',
        },
        { path: ['*', 'destinationPrefixListId'], to: ['managedPrefixList'], onTargetRemoved: 'dangle' },
      ],
    }),
    associations: structure(
      { en: 'Associations', ja: '関連付け' },
      v.array(
        v.looseObject({
          main: v.exactOptional(v.boolean()),
          subnetId: member,
          gatewayId: member,
        }),
      ),
      {
        control: 'associations',
        isSet: true,
        references: [
          { path: ['*', 'subnetId'], to: ['subnet'], onTargetRemoved: 'removeItem' },
          { path: ['*', 'gatewayId'], to: ['internetGateway'], onTargetRemoved: 'removeItem' },
        ],
      },
    ),
    propagatingVgws: structure(
      { en: 'Route propagation', ja: 'ルート伝播' },
      v.array(v.looseObject({ gatewayId: v.string() })),
      { isSet: true },
    ),
  },
});
