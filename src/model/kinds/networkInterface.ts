/** A network interface: the addresses, groups and source/destination check that packets meet. */

import * as v from 'valibot';
import { choice, flag, orUnknown, reference, references, structure, text, textList } from '../field.ts';
import { defineKind } from '../kind.ts';

const member = v.exactOptional(orUnknown(v.string()));

export const networkInterface = defineKind({
  kind: 'networkInterface',
  idPrefix: 'eni-',
  label: { en: 'Network interface', ja: 'ネットワークインターフェイス' },
  form: 'card',
  category: 'compute',
  standsIn: { kind: 'subnet', member: ['subnetId'] },
  palette: { group: 'compute', order: 2 },
  fields: {
    subnetId: reference({ en: 'Subnet', ja: 'サブネット' }, ['subnet'], 'removeSelf', {
      control: 'hidden',
      required: true,
    }),
    privateIpAddress: text(
      { en: 'Private IPv4 address', ja: 'プライベート IPv4 アドレス' },
      { control: 'address4' },
    ),
    privateIpAddresses: structure(
      { en: 'Private addresses', ja: 'プライベートアドレス' },
      v.array(
        v.looseObject({
          privateIpAddress: member,
          primary: v.exactOptional(v.boolean()),
          association: v.exactOptional(v.looseObject({ publicIp: member, allocationId: member })),
        }),
      ),
    ),
    ipv6Addresses: textList({ en: 'IPv6 addresses', ja: 'IPv6 アドレス' }, 'hidden'),
    ipv4Prefixes: textList({ en: 'Delegated IPv4 prefixes', ja: '委任された IPv4 プレフィックス' }, 'hidden'),
    ipv6Prefixes: textList({ en: 'Delegated IPv6 prefixes', ja: '委任された IPv6 プレフィックス' }, 'hidden'),
    securityGroupIds: references(
      { en: 'Security groups', ja: 'セキュリティグループ' },
      ['securityGroup'],
      'removeItem',
    ),
    sourceDestCheck: flag({ en: 'Source/destination check', ja: '送信元/送信先チェック' }, true),
    attachment: structure(
      { en: 'Attached to', ja: 'アタッチ先' },
      v.looseObject({
        instanceId: member,
        deviceIndex: v.exactOptional(v.number()),
        status: v.exactOptional(v.string()),
      }),
      { references: [{ path: ['instanceId'], to: ['instance'], onTargetRemoved: 'clear' }] },
    ),
    interfaceType: choice(
      { en: 'Type', ja: 'タイプ' },
      [
        'interface',
        'nat_gateway',
        'load_balancer',
        'network_load_balancer',
        'gateway_load_balancer',
        'vpc_endpoint',
        'gateway_load_balancer_endpoint',
        'transit_gateway',
        'lambda',
        'efa',
      ],
      'interface',
    ),
    requesterManaged: flag({ en: 'Managed by AWS', ja: 'AWS 管理' }, false, { control: 'hidden' }),
    description: text({ en: 'Description', ja: '説明' }),
    denyAllIgwTraffic: flag({ en: 'Deny gateway traffic', ja: 'IGW トラフィックを拒否' }, false, {
      control: 'hidden',
    }),
  },
});
