/** Databases, caches, queues, directories and file services that anyone on the internet can try to open. */

import { isEmptyHeaderSet } from '../net/index.ts';
import { opened, openingProof, portSet, rulesOpening } from './_exposure.ts';
import type { FindingDefinition } from './_finding.ts';
import { closings, ruleText } from './_groups.ts';
import { tcpRanges } from './_headers.ts';
import { DATA_PORTS, servicesOn } from './_ports.ts';
import { portsText } from './_words.ts';

export const finding: FindingDefinition = {
  id: 'data-port-open-to-internet',
  title: { en: 'Data port open to the internet', ja: 'データ用ポートのインターネットへの公開' },
  severity: 'error',
  live: 'joined',
  layer: 'group',
  reference: 'vpc/latest/userguide/security-group-rules.html',
  alsoKnownAs: [
    'Security Hub EC2.19',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23',
  ],
  reads: [
    'securityGroup',
    'networkAcl',
    'routeTable',
    'internetGateway',
    'instance',
    'networkInterface',
    'elasticIp',
    'subnet',
    'managedPrefixList',
  ],
  message: {
    en: 'The internet can open {service} ({ports}) on {eni}, by {rule}.',
    ja: 'インターネットから {eni} の {service} ({ports}) に接続できます ({rule})。',
  },
  *find(context) {
    const agreed = new Set(context.design.settings?.agreedPorts ?? []);
    const looked = portSet(DATA_PORTS.filter((port) => !agreed.has(port)));
    for (const each of opened(context)) {
      const { rules, ports } = rulesOpening(each, looked);
      if (isEmptyHeaderSet(ports)) continue;
      yield {
        resource: each.node.owner,
        related: [...new Set(rules.map(({ group }) => group.id))],
        family: each.family,
        ...(each.node.primaryOfInstance ? { detail: each.node.id } : {}),
        values: {
          service: servicesOn(ports),
          ports: portsText(tcpRanges(ports)),
          eni: { ids: [each.node.owner] },
          rule: ruleText(context, rules),
        },
        ...openingProof(each, ports),
        fixes: () => closings(context, rules, ports, each.node.vpc),
      };
    }
  },
};
