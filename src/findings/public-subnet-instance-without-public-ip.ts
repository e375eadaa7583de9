/** An instance that is meant to meet the internet, in a public subnet, without an address to meet it by (IG-1). */

import type { InterfaceNode } from '../engine/index.ts';
import { nameOf } from '../model/index.ts';
import { newAddress, offered, setOnInterface } from './_actions.ts';
import { isUnclear, type FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { wideRulesOf } from './_groups.ts';
import { wayOut } from './_proofs.ts';

/** Somebody expects it to meet the internet: a rule open to everyone, or an intent. */
function isWanted(context: FindingContext, node: InterfaceNode): boolean {
  if (wideRulesOf(node, 4).length > 0) return true;
  const resource = context.design.resources[node.owner];
  const called = new Set([node.owner, node.id, resource && nameOf(resource)]);
  return Object.values(context.design.intents).some(
    ({ from, to, expect }) =>
      expect === 'reachable' &&
      ((from === 'internet' && to !== undefined && called.has(to)) ||
        (to === 'internet' && from !== undefined && called.has(from))),
  );
}

/** IPv4 goes nowhere but to the internet gateway, which drops what has no public address. */
function isStranded(context: FindingContext, node: InterfaceNode): boolean {
  const ways = context.ways(node.subnet, 4);
  return (
    ways?.every(
      (way) =>
        !isUnclear(way) &&
        (way.route === undefined ||
          way.route.target.kind === 'internetGateway' ||
          way.route.target.kind === 'dead'),
    ) ?? false
  );
}

function leavesByIpv6(context: FindingContext, node: InterfaceNode): boolean {
  if (node.addresses[6].length === 0) return false;
  const { tier, undetermined } = context.tier(node.subnet, 6);
  return tier === 'public' || tier === 'egress' || undetermined;
}

function publicAtLaunch(node: InterfaceNode): ProposedFix | undefined {
  if (node.id !== `eni:${node.owner}`) return undefined;
  return {
    id: 'associate-public-address',
    title: { en: 'Give it a public IPv4 address', ja: 'パブリック IPv4 アドレスを付与' },
    parameters: { interface: node.owner },
    actions: [setOnInterface(node, { associatePublicIpAddress: true })],
  };
}

export const finding: FindingDefinition = {
  id: 'public-subnet-instance-without-public-ip',
  title: {
    en: 'No public IPv4 address in a public subnet',
    ja: 'パブリックサブネットでパブリック IPv4 アドレスなし',
  },
  severity: 'warning',
  live: 'joined',
  layer: 'gateway',
  reference: 'vpc/latest/userguide/VPC_Internet_Gateway.html',
  alsoKnownAs: [],
  reads: [
    'instance',
    'networkInterface',
    'elasticIp',
    'subnet',
    'routeTable',
    'internetGateway',
    'securityGroup',
  ],
  message: {
    en: '{instance} is in a public subnet but has no public IPv4 address: the internet gateway drops its traffic.',
    ja: '{instance} はパブリックサブネットにありますが、パブリック IPv4 アドレスがないため、インターネットゲートウェイで破棄されます。',
  },
  *find(context) {
    for (const node of context.network.interfaces.values()) {
      if (node.ownerKind !== 'instance' || node.primaryOfInstance || node.state.kind === 'dead') continue;
      if (node.addresses[4].length === 0 || node.mappings.length > 0 || node.mappingsMissing) continue;
      if (context.tier(node.subnet, 4).tier !== 'public' || !isStranded(context, node)) continue;
      const others = context.network.interfacesOf.get(node.owner) ?? [];
      if (others.some((other) => other !== node && (other.mappings.length > 0 || other.mappingsMissing)))
        continue;
      const alone = context.mode === 'review' && !leavesByIpv6(context, node);
      if (!alone && !isWanted(context, node)) continue;
      yield {
        resource: node.owner,
        related: [node.subnet.id],
        family: 4,
        values: { instance: { ids: [node.owner] } },
        ...wayOut(node, 4),
        fixes: () => offered(newAddress(context, node), publicAtLaunch(node)),
      };
    }
  },
};
