/** A subnet. Whether it is public is never a member: it is computed from routes and gateways. */

import * as v from 'valibot';
import { flag, orUnknown, reference, structure, text, textList } from '../field.ts';
import { defineKind } from '../kind.ts';

export const subnet = defineKind({
  kind: 'subnet',
  idPrefix: 'subnet-',
  label: { en: 'Subnet', ja: 'サブネット' },
  form: 'container',
  category: 'network',
  standsIn: { kind: 'vpc', member: ['vpcId'] },
  palette: { group: 'containers', order: 2, shortcut: 'S' },
  fields: {
    vpcId: reference({ en: 'VPC', ja: 'VPC' }, ['vpc'], 'removeSelf', { control: 'hidden', required: true }),
    cidrBlock: text({ en: 'IPv4 CIDR block', ja: 'IPv4 CIDR ブロック' }, { control: 'cidr4' }),
    ipv6Native: flag({ en: 'IPv6 only', ja: 'IPv6 のみ' }, false, { control: 'hidden' }),
    ipv6CidrBlockAssociationSet: structure(
      { en: 'IPv6 CIDR blocks', ja: 'IPv6 CIDR ブロック' },
      v.array(v.looseObject({ ipv6CidrBlock: orUnknown(v.string()) })),
      { isSet: true, control: 'prefixes' },
    ),
    availabilityZone: text({ en: 'Availability Zone', ja: 'アベイラビリティーゾーン' }),
    availabilityZoneId: text({ en: 'Zone id', ja: 'AZ ID' }, { control: 'hidden' }),
    mapPublicIpOnLaunch: flag(
      { en: 'Auto-assign public IPv4', ja: 'パブリック IPv4 アドレスの自動割り当て' },
      false,
    ),
    assignIpv6AddressOnCreation: flag({ en: 'Auto-assign IPv6', ja: 'IPv6 アドレスの自動割り当て' }, false),
    enableDns64: flag({ en: 'DNS64', ja: 'DNS64' }, false),
    blockPublicAccessStates: structure(
      { en: 'Block Public Access', ja: 'ブロックパブリックアクセス' },
      v.looseObject({ internetGatewayBlockMode: v.exactOptional(v.string()) }),
    ),
    outpostArn: text({ en: 'Outpost', ja: 'Outpost' }, { control: 'hidden' }),
    sharedWith: textList({ en: 'Shared with', ja: '共有先' }, 'hidden'),
  },
});
