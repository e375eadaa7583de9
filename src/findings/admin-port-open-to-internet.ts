/** Remote administration that anyone on the internet can try to open. */

import type { FindingDefinition } from './_finding.ts';
import { tcpRanges } from './_headers.ts';
import { OPENING, openPorts } from './_openings.ts';
import { ADMIN_PORTS } from './_ports.ts';
import { portsText } from './_words.ts';

export const finding: FindingDefinition = {
  id: 'admin-port-open-to-internet',
  title: { en: 'Administration port open to the internet', ja: '管理用ポートのインターネットへの公開' },
  ...OPENING,
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
  message: {
    en: 'The internet can open {ports} on {eni}, by {rule}.',
    ja: 'インターネットから {eni} の {ports} に接続できます ({rule})。',
  },
  find: (context) =>
    openPorts(context, ADMIN_PORTS, 'all-of-them', (open) => ({ ports: portsText(tcpRanges(open)) })),
};
