/** An instance. One drawn without interfaces has one implied, `eni:<id>`; others are resources of their own. */

import * as v from 'valibot';
import {
  choice,
  flag,
  followingFlag,
  integer,
  orUnknown,
  reference,
  references,
  structure,
  text,
  textList,
} from '../field.ts';
import { defineKind } from '../kind.ts';

export const instance = defineKind({
  kind: 'instance',
  idPrefix: 'i-',
  label: { en: 'Instance', ja: 'インスタンス' },
  form: 'card',
  category: 'compute',
  standsIn: { kind: 'subnet', member: ['subnetId'] },
  palette: { group: 'compute', order: 1, shortcut: 'I' },
  fields: {
    subnetId: reference({ en: 'Subnet', ja: 'サブネット' }, ['subnet'], 'removeSelf', { control: 'hidden' }),
    networkInterfaceIds: references(
      { en: 'Network interfaces', ja: 'ネットワークインターフェイス' },
      ['networkInterface'],
      'removeItem',
    ),
    instanceState: choice({ en: 'State', ja: '状態' }, ['running', 'stopped'], 'running'),
    instanceType: text({ en: 'Instance type', ja: 'インスタンスタイプ' }),
    platform: text({ en: 'Platform', ja: 'プラットフォーム' }, { control: 'hidden' }),
    privateIpAddress: text(
      { en: 'Private IPv4 address', ja: 'プライベート IPv4 アドレス' },
      { control: 'address4' },
    ),
    associatePublicIpAddress: followingFlag(
      { en: 'Public IPv4 address', ja: 'パブリック IPv4 アドレス' },
      {
        label: { en: 'Subnet default', ja: 'サブネットの値' },
        via: 'subnetId',
        member: 'mapPublicIpOnLaunch',
      },
    ),
    publicIpAddress: text({ en: 'Public address', ja: 'パブリックアドレス' }, { control: 'hidden' }),
    ipv6AddressCount: integer({ en: 'IPv6 addresses', ja: 'IPv6 アドレス数' }),
    ipv6Addresses: textList({ en: 'IPv6 addresses', ja: 'IPv6 アドレス' }, 'hidden'),
    securityGroupIds: references(
      { en: 'Security groups', ja: 'セキュリティグループ' },
      ['securityGroup'],
      'removeItem',
    ),
    sourceDestCheck: flag({ en: 'Source/destination check', ja: '送信元/送信先チェック' }, true),
    forwarding: choice({ en: 'Forwarding', ja: '転送' }, ['nat', 'pass', 'none']),
    iamInstanceProfile: text(
      { en: 'Instance profile', ja: 'インスタンスプロファイル' },
      { control: 'hidden' },
    ),
    metadataOptions: structure(
      { en: 'Metadata options', ja: 'メタデータオプション' },
      v.looseObject({
        httpTokens: v.exactOptional(v.string()),
        httpEndpoint: v.exactOptional(orUnknown(v.string())),
        httpProtocolIpv6: v.exactOptional(orUnknown(v.string())),
      }),
    ),
    listens: structure(
      { en: 'Listens on', ja: '待ち受けポート' },
      v.array(v.looseObject({ protocol: v.string(), ports: v.string() })),
    ),
    uses: textList({ en: 'Uses services', ja: '利用するサービス' }, 'hidden'),
  },
});
