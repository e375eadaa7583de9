/** A public address in a subnet whose routes do not lead to an internet gateway (IG-1). */

import type { InterfaceNode } from '../engine/index.ts';
import { known, resourceOfKind } from '../model/index.ts';
import {
  action,
  addRoute,
  associateTable,
  everywhere,
  gatewayTarget,
  offered,
  publicTableOf,
  replaceRoute,
  setOnInterface,
} from './_actions.ts';
import { isUnclear, leadsToInternet, type FindingContext, type Way } from './_context.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';
import { wayIn } from './_proofs.ts';
import { formatAddress, singleAddress } from '../net/index.ts';

/** Takes the public address away. */
function letGo(context: FindingContext, node: InterfaceNode): ProposedFix | undefined {
  const allocations = node.mappings.flatMap(({ elasticIp }) =>
    elasticIp !== undefined && resourceOfKind(context.design, elasticIp, 'elasticIp') ? [elasticIp] : [],
  );
  const instance = resourceOfKind(context.design, node.owner, 'instance');
  const actions = [
    ...allocations.map((id) => action('DisassociateAddress', id)),
    ...(instance && known(instance.associatePublicIpAddress) === true
      ? [setOnInterface(node, { associatePublicIpAddress: false })]
      : []),
  ];
  if (actions.length === 0) return undefined;
  return {
    id: 'disassociate-address',
    title: { en: 'Take the public address away', ja: 'パブリックアドレスを外す' },
    parameters: { interface: node.owner },
    actions,
  };
}

function waysOut(context: FindingContext, node: InterfaceNode, ways: readonly Way[]): ProposedFix[] {
  const table = node.subnet.table.value;
  const gateway = node.vpc.internetGateway.value;
  const publicTable = publicTableOf(context, node.vpc, 4);
  const routed = ways.find(({ route }) => route?.cidr.prefixLength === 0)?.route;
  const target = gateway && gatewayTarget(gateway.id);
  const associate =
    publicTable && publicTable !== table ? associateTable(context, publicTable.id, [node.subnet]) : undefined;
  const change =
    !target || !table
      ? undefined
      : routed
        ? replaceRoute(context, routed, target)
        : addRoute(context, table, everywhere(4), target);
  // A subnet that leads out by NAT is private on purpose: there the address is what is wrong.
  const natted = ways.some(
    ({ route }) => route?.target.kind === 'natGateway' || route?.target.kind === 'interface',
  );
  return natted
    ? offered(letGo(context, node), associate, change)
    : offered(associate, change, letGo(context, node));
}

function publicText(node: InterfaceNode): string | undefined {
  const values = node.mappings.flatMap((mapping) => singleAddress(mapping.public) ?? []);
  return values.length === 0 ? undefined : values.map((value) => formatAddress(4, value)).join(', ');
}

export const finding: FindingDefinition = {
  id: 'public-ip-without-internet-route',
  title: {
    en: 'Public address without a route to the internet',
    ja: 'インターネットへのルートがないパブリックアドレス',
  },
  severity: 'warning',
  live: 'joined',
  layer: 'route',
  reference: 'vpc/latest/userguide/VPC_Internet_Gateway.html',
  alsoKnownAs: [],
  reads: [
    'instance',
    'networkInterface',
    'elasticIp',
    'subnet',
    'routeTable',
    'internetGateway',
    'natGateway',
  ],
  message: {
    en: '{eni} has {address} but {rtb} has no route to an internet gateway.',
    ja: '{eni} には{address}がありますが、{rtb} にインターネットゲートウェイへのルートがありません。',
  },
  *find(context) {
    for (const node of context.network.interfaces.values()) {
      if (node.nat || node.service !== 'plain' || node.state.kind === 'dead') continue;
      if (!node.mappings.some((mapping) => mapping.predicted === 'stated')) continue;
      const table = node.subnet.table.value;
      const ways = context.ways(node.subnet, 4);
      if (!table || !ways || ways.some(isUnclear) || leadsToInternet(ways)) continue;
      const { tier } = context.tier(node.subnet, 4);
      // A device that passes packets on may lead to the gateway, and back.
      const passed = ways.some(({ route }) => route?.target.kind === 'interface');
      if (tier === 'public' || (passed && tier === 'egress')) continue;
      const text = publicText(node);
      yield {
        resource: node.owner,
        related: [table.id, node.subnet.id],
        family: 4,
        ...(node.primaryOfInstance ? { detail: node.id } : {}),
        values: {
          eni: { ids: [node.owner] },
          address:
            text === undefined
              ? { en: 'a public IPv4 address', ja: 'パブリック IPv4 アドレス' }
              : { en: `public address ${text}`, ja: `パブリックアドレス ${text} ` },
          rtb: { ids: [table.id] },
        },
        ...wayIn(node, 4),
        fixes: () => waysOut(context, node, ways),
      };
    }
  },
};
