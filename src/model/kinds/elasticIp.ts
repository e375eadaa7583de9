/** An Elastic IP address and what it is mapped to. */

import { reference, text } from '../field.ts';
import { defineKind } from '../kind.ts';

export const elasticIp = defineKind({
  kind: 'elasticIp',
  idPrefix: 'eipalloc-',
  label: { en: 'Elastic IP address', ja: 'Elastic IP アドレス' },
  form: 'none',
  category: 'network',
  fields: {
    publicIp: text({ en: 'Public IPv4 address', ja: 'パブリック IPv4 アドレス' }, { control: 'address4' }),
    networkInterfaceId: reference(
      { en: 'Network interface', ja: 'ネットワークインターフェイス' },
      ['networkInterface'],
      'clear',
    ),
    instanceId: reference({ en: 'Instance', ja: 'インスタンス' }, ['instance'], 'clear'),
    natGatewayId: reference({ en: 'NAT gateway', ja: 'NAT ゲートウェイ' }, ['natGateway'], 'clear'),
    privateIpAddress: text(
      { en: 'Private IPv4 address', ja: 'プライベート IPv4 アドレス' },
      { control: 'address4' },
    ),
    publicIpv4Pool: text({ en: 'Address pool', ja: 'アドレスプール' }, { control: 'hidden' }),
  },
});
