/** Requests that arrive while a network ACL drops every reply (RP-4, NA-1). */

import type { FindingDefinition } from './_finding.ts';
import { questionOf, triedFlows, type AskedFlow } from './_flows.ts';
import {
  aclBlockers,
  borderKey,
  borderOf,
  endsOf,
  flowValue,
  letRepliesThrough,
  type Border,
} from './_replies.ts';
import { SIDE } from './_words.ts';

interface Stopped {
  readonly border: Border;
  readonly deniedBy: string | undefined;
  readonly flows: AskedFlow[];
}

export const finding: FindingDefinition = {
  id: 'network-acl-blocks-reply',
  title: { en: 'Network ACL drops replies', ja: 'ネットワーク ACL による応答の破棄' },
  severity: 'error',
  live: 'joined',
  layer: 'acl',
  reference: 'vpc/latest/userguide/custom-network-acl.html',
  alsoKnownAs: [],
  reads: [
    'networkAcl',
    'securityGroup',
    'routeTable',
    'subnet',
    'instance',
    'networkInterface',
    'internetGateway',
    'natGateway',
    'elasticIp',
  ],
  message: {
    en: '{acl} drops the replies of {flow}: network ACLs are stateless, so {direction} {ports} must be allowed.',
    ja: '{acl} が {flow} の応答を破棄します。ネットワーク ACL はステートレスなので、{direction}の {ports} を許可してください。',
  },
  *find(context) {
    const stopped = new Map<string, Stopped>();
    for (const flow of triedFlows(context)) {
      const { answer } = flow;
      if (
        answer.verdict !== 'blocked' ||
        answer.forward.verdict !== 'reachable' ||
        answer.return.verdict !== 'blocked'
      )
        continue;
      for (const blocker of aclBlockers(flow)) {
        const border = borderOf(context, blocker);
        if (!border) continue;
        const key = `${borderKey(border)} ${flow.protocol}`;
        const known = stopped.get(key);
        if (known) known.flows.push(flow);
        else stopped.set(key, { border, deniedBy: blocker.rule, flows: [flow] });
      }
    }
    for (const { border, deniedBy, flows } of stopped.values()) {
      const [first] = flows;
      if (!first) continue;
      const ported = first.protocol === 'tcp' || first.protocol === 'udp';
      yield {
        resource: border.acl.id,
        related: [...new Set([border.subnet.id, ...flows.flatMap(endsOf)])],
        family: border.family,
        gap: `${border.side}:${first.protocol}`,
        detail: `${border.side}:${first.protocol}:${border.blocks.join()}`,
        values: {
          acl: { ids: [border.acl.id] },
          flow: flowValue(context, first),
          direction: SIDE[border.side],
          ports: ported ? `${first.protocol.toUpperCase()} 1024–65535` : first.protocol.toUpperCase(),
        },
        proof: questionOf(first),
        fixes: () => letRepliesThrough(context, border, first.protocol, deniedBy),
      };
    }
  },
};
