/** A NAT gateway: zonal in a subnet, or regional in a VPC; public with Elastic IP addresses, or private. */

import * as v from 'valibot';
import { choice, flag, orUnknown, reference, structure, text } from '../field.ts';
import { defineKind } from '../kind.ts';

const member = v.exactOptional(orUnknown(v.string()));

export const natGateway = defineKind({
  kind: 'natGateway',
  idPrefix: 'nat-',
  label: { en: 'NAT gateway', ja: 'NAT ゲートウェイ' },
  form: 'card',
  category: 'network',
  standsIn: { kind: 'subnet', member: ['subnetId'] },
  palette: { group: 'gateways', order: 2 },
  fields: {
    subnetId: reference({ en: 'Subnet', ja: 'サブネット' }, ['subnet'], 'removeSelf', { control: 'hidden' }),
    vpcId: reference({ en: 'VPC', ja: 'VPC' }, ['vpc'], 'removeSelf', { control: 'hidden' }),
    availabilityMode: choice({ en: 'Availability', ja: '可用性モード' }, ['zonal', 'regional'], 'zonal'),
    connectivityType: choice({ en: 'Connectivity type', ja: '接続タイプ' }, ['public', 'private'], 'public'),
    natGatewayAddresses: structure(
      { en: 'Addresses', ja: 'アドレス' },
      v.array(
        v.looseObject({
          allocationId: member,
          publicIp: member,
          privateIp: member,
          networkInterfaceId: member,
          isPrimary: v.exactOptional(v.boolean()),
          availabilityZone: member,
        }),
      ),
      {
        references: [
          { path: ['*', 'allocationId'], to: ['elasticIp'], onTargetRemoved: 'removeItem' },
          { path: ['*', 'networkInterfaceId'], to: ['networkInterface'], onTargetRemoved: 'dangle' },
        ],
      },
    ),
    autoProvisionZones: text(
      { en: 'Provision zones', ja: 'ゾーンの自動プロビジョニング' },
      { control: 'hidden' },
    ),
    autoScalingIps: text({ en: 'Scale addresses', ja: 'IP の自動スケーリング' }, { control: 'hidden' }),
    routeTableId: text({ en: 'Route table', ja: 'ルートテーブル' }, { control: 'hidden' }),
    requesterManaged: flag({ en: 'Managed by AWS', ja: 'AWS 管理' }, false, { control: 'hidden' }),
  },
});
