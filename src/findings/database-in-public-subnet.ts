/** A database that stands where one public address would expose it. */

import { commonHeaders, isEmptyHeaderSet } from '../net/index.ts';
import { opened } from './_exposure.ts';
import type { FindingDefinition } from './_finding.ts';
import { listenedOn } from './_groups.ts';
import { DATABASE_PORTS } from './_ports.ts';

export const finding: FindingDefinition = {
  id: 'database-in-public-subnet',
  title: { en: 'Database in a public subnet', ja: 'パブリックサブネットのデータベース' },
  severity: 'warning',
  live: 'joined',
  layer: 'label',
  reference: 'AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  alsoKnownAs: ['Security Hub RDS.46'],
  reads: [
    'instance',
    'networkInterface',
    'subnet',
    'routeTable',
    'internetGateway',
    'securityGroup',
    'networkAcl',
    'elasticIp',
  ],
  message: {
    en: '{db} sits in public subnet {subnet}.',
    ja: '{db} がパブリックサブネット {subnet} に配置されています。',
  },
  *find(context) {
    for (const node of context.network.interfaces.values()) {
      if (node.ownerKind !== 'instance' || node.primaryOfInstance) continue;
      const listens = listenedOn(context, node);
      const ports = listens && commonHeaders(listens, DATABASE_PORTS);
      if (!ports || isEmptyHeaderSet(ports)) continue;
      const families = ([4, 6] as const).filter(
        (family) => node.addresses[family].length > 0 && context.tier(node.subnet, family).tier === 'public',
      );
      const [first] = families;
      // What the internet can already open is told as that.
      const reached = opened(context).some(
        (each) => each.node === node && !isEmptyHeaderSet(commonHeaders(each.open, ports)),
      );
      if (first === undefined || reached) continue;
      yield {
        resource: node.owner,
        related: [node.subnet.id],
        ...(families.length === 1 ? { family: first } : {}),
        values: { db: { ids: [node.owner] }, subnet: { ids: [node.subnet.id] } },
      };
    }
  },
};
