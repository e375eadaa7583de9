/** Remote administration that anyone on the internet can try to open. */

import { isEmptyHeaderSet } from '../net/index.ts';
import { opened, openingProof, rulesOpening } from './_exposure.ts';
import type { FindingDefinition } from './_finding.ts';
import { closings, ruleText } from './_groups.ts';
import { tcpRanges } from './_headers.ts';
import { ADMIN_PORTS } from './_ports.ts';
import { portsText } from './_words.ts';

export const finding: FindingDefinition = {
  id: 'admin-port-open-to-internet',
  title: { en: 'Administration port open to the internet', ja: '管理用ポートのインターネットへの公開' },
  severity: 'error',
  live: 'joined',
  layer: 'group',
  reference: 'vpc/latest/userguide/security-group-rules.html',
  alsoKnownAs: [
    'Security Hub EC2.13',
    'Security Hub EC2.14',
    'Security Hub EC2.19',
    'Security Hub EC2.53',
    'Security Hub EC2.54',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389',
    'Prowler ec2_instance_port_ssh_exposed_to_internet',
    'Prowler ec2_instance_port_rdp_exposed_to_internet',
    'Checkov CKV_AWS_24',
    'Checkov CKV_AWS_25',
    'Trusted Advisor: Security Groups – Specific Ports Unrestricted',
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
    en: 'The internet can open {ports} on {eni}, by {rule}.',
    ja: 'インターネットから {eni} の {ports} に接続できます ({rule})。',
  },
  *find(context) {
    for (const each of opened(context)) {
      const { rules, ports } = rulesOpening(each, ADMIN_PORTS);
      if (isEmptyHeaderSet(ports)) continue;
      yield {
        resource: each.node.owner,
        related: [...new Set(rules.map(({ group }) => group.id))],
        family: each.family,
        ...(each.node.primaryOfInstance ? { detail: each.node.id } : {}),
        values: {
          ports: portsText(tcpRanges(ports)),
          eni: { ids: [each.node.owner] },
          rule: ruleText(context, rules),
        },
        ...openingProof(each, ports),
        fixes: () => closings(context, rules, ADMIN_PORTS, each.node.vpc),
      };
    }
  },
};
