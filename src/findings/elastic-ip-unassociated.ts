/** An Elastic IP address that is paid for and leads to nothing (AD-3). */

import { isUnknown, known, resourcesOfKind, type ElasticIp } from '../model/index.ts';
import { action } from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition } from './_finding.ts';

const isHeld = ({ networkInterfaceId, instanceId, natGatewayId }: ElasticIp): boolean =>
  [networkInterfaceId, instanceId, natGatewayId].some(
    (id) => isUnknown(id) || (id !== undefined && id !== ''),
  );

/** Addresses that the other side of a mapping names, by allocation or by the address itself. */
function namedElsewhere(context: FindingContext): ReadonlySet<string> {
  const named = new Set<string>();
  const add = (text: string | undefined): void => {
    if (text !== undefined) named.add(text);
  };
  for (const [, nat] of resourcesOfKind(context.design, 'natGateway')) {
    for (const entry of known(nat.natGatewayAddresses) ?? []) {
      add(known(entry.allocationId));
      add(known(entry.publicIp));
    }
  }
  for (const [, eni] of resourcesOfKind(context.design, 'networkInterface')) {
    for (const { association } of known(eni.privateIpAddresses) ?? []) {
      add(known(association?.allocationId));
      add(known(association?.publicIp));
    }
  }
  for (const [, instance] of resourcesOfKind(context.design, 'instance'))
    add(known(instance.publicIpAddress));
  return named;
}

export const finding: FindingDefinition = {
  id: 'elastic-ip-unassociated',
  title: { en: 'Elastic IP address without a use', ja: '未使用の Elastic IP アドレス' },
  severity: 'note',
  live: 'review',
  layer: 'label',
  reference: 'vpc/latest/userguide/VPC_Internet_Gateway.html',
  alsoKnownAs: [
    'Security Hub EC2.12',
    'Prowler ec2_elastic_ip_unassigned',
    'Checkov CKV2_AWS_19',
    'Trusted Advisor: Unassociated Elastic IP Addresses',
  ],
  reads: ['elasticIp', 'natGateway', 'networkInterface', 'instance'],
  message: { en: '{eip} is not associated.', ja: '{eip} は関連付けられていません。' },
  *find(context) {
    const named = namedElsewhere(context);
    for (const [id, address] of resourcesOfKind(context.design, 'elasticIp')) {
      const publicIp = known(address.publicIp);
      if (isHeld(address) || named.has(id) || (publicIp !== undefined && named.has(publicIp))) continue;
      yield {
        resource: id,
        values: { eip: { ids: [id] } },
        fixes: () => [
          {
            id: 'release-address',
            title: { en: 'Release it', ja: '解放する' },
            parameters: { elasticIp: id },
            actions: [action('ReleaseAddress', id)],
          },
        ],
      };
    }
  },
};
