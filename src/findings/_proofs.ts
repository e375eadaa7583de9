/** Questions whose answers show what a finding says, for whoever wants to see the way. */

import type { InterfaceNode, ReachQuestion, SubnetNode } from '../engine/index.ts';
import { formatAddress, type Cidr, type Family } from '../net/index.ts';
import { workloadsOf } from './_context.ts';

interface Proof {
  readonly proof?: ReachQuestion;
}

/** What is asked where nothing says which traffic is meant. */
const WEB = { protocol: 'tcp', port: '443' } as const;

const versionOf = (family: Family): '4' | '6' => (family === 4 ? '4' : '6');

/** Web traffic of an interface to the internet. */
export const wayOut = (node: InterfaceNode, family: Family): Proof => ({
  proof: { from: node.owner, to: 'internet', ...WEB, ipVersion: versionOf(family) },
});

/** Traffic from the internet to an interface. */
export const wayIn = (
  node: InterfaceNode,
  family: Family,
  traffic: { readonly protocol: string; readonly port?: string } = WEB,
): Proof => ({ proof: { from: 'internet', to: node.owner, ...traffic, ipVersion: versionOf(family) } });

const speakerIn = (subnets: Iterable<SubnetNode>, family: Family): InterfaceNode | undefined => {
  for (const subnet of subnets) {
    const speaker = workloadsOf(subnet).find((node) => node.addresses[family].length > 0);
    if (speaker) return speaker;
  }
  return undefined;
};

/** Web traffic of the first that speaks in some subnets to the internet; none where nobody does. */
export function wayOutOf(subnets: Iterable<SubnetNode>, family: Family): Proof {
  const speaker = speakerIn(subnets, family);
  return speaker ? wayOut(speaker, family) : {};
}

/** Web traffic of the first that speaks in some subnets to where a route leads. */
export function wayAlong(cidr: Cidr, subnets: Iterable<SubnetNode>): Proof {
  const { family, prefixLength, first } = cidr;
  const out = wayOutOf(subnets, family);
  if (!out.proof || prefixLength === 0) return out;
  return { proof: { ...out.proof, to: formatAddress(family, first) } };
}
