/** Databases, caches, queues, directories and file services that anyone on the internet can try to open. */

import { portSet } from './_exposure.ts';
import type { FindingDefinition } from './_finding.ts';
import { tcpRanges } from './_headers.ts';
import { OPENING, openPorts } from './_openings.ts';
import { DATA_PORTS, servicesOn } from './_ports.ts';
import { portsText } from './_words.ts';

export const finding: FindingDefinition = {
  id: 'data-port-open-to-internet',
  title: { en: 'Data port open to the internet', ja: 'データ用ポートのインターネットへの公開' },
  ...OPENING,
  alsoKnownAs: [
    'Security Hub EC2.19',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379',
    'Prowler ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23',
  ],
  message: {
    en: 'The internet can open {service} ({ports}) on {eni}, by {rule}.',
    ja: 'インターネットから {eni} の {service} ({ports}) に接続できます ({rule})。',
  },
  find: (context) => {
    const agreed = new Set(context.design.settings?.agreedPorts ?? []);
    const looked = portSet(DATA_PORTS.filter((port) => !agreed.has(port)));
    return openPorts(context, looked, 'what-is-open', (open) => ({
      service: servicesOn(open),
      ports: portsText(tcpRanges(open)),
    }));
  },
};
