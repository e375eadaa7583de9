/** A VPC: address blocks and DNS settings. Its main table, default ACL and default group are resources of their own. */

import * as v from 'valibot';
import { choice, flag, followingFlag, orUnknown, structure, text } from '../field.ts';
import { defineKind } from '../kind.ts';

export const vpc = defineKind({
  kind: 'vpc',
  idPrefix: 'vpc-',
  label: { en: 'VPC', ja: 'VPC' },
  form: 'container',
  category: 'network',
  palette: { group: 'containers', order: 1, shortcut: 'B' },
  fields: {
    cidrBlock: text(
      { en: 'IPv4 CIDR block', ja: 'IPv4 CIDR ブロック' },
      { control: 'cidr4', required: true },
    ),
    cidrBlockAssociationSet: structure(
      { en: 'Secondary IPv4 blocks', ja: 'セカンダリ IPv4 CIDR ブロック' },
      v.array(v.looseObject({ cidrBlock: orUnknown(v.string()) })),
      { isSet: true, control: 'prefixes' },
    ),
    ipv6CidrBlockAssociationSet: structure(
      { en: 'IPv6 CIDR blocks', ja: 'IPv6 CIDR ブロック' },
      v.array(
        v.looseObject({
          ipv6CidrBlock: orUnknown(v.string()),
          ipSource: v.exactOptional(v.string()),
          ipv6AddressAttribute: v.exactOptional(v.string()),
        }),
      ),
      { isSet: true, control: 'prefixes' },
    ),
    enableDnsSupport: flag({ en: 'DNS resolution', ja: 'DNS 解決' }, true),
    enableDnsHostnames: followingFlag(
      { en: 'DNS hostnames', ja: 'DNS ホスト名' },
      // On in a default VPC, off in others.
      { label: { en: 'AWS default', ja: 'AWS の既定値' }, member: 'isDefault' },
    ),
    instanceTenancy: choice({ en: 'Tenancy', ja: 'テナンシー' }, ['default', 'dedicated', 'host'], 'default'),
    dhcpOptionsId: text({ en: 'DHCP option set', ja: 'DHCP オプションセット' }, { control: 'hidden' }),
    isDefault: flag({ en: 'Default VPC', ja: 'デフォルト VPC' }, false, { control: 'hidden' }),
  },
});
