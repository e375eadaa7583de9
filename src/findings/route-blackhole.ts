/** A route in effect whose target is gone, detached or not working (RT-7, RT-8, TI-1). */

import type { RouteNode, TableNode } from '../engine/index.ts';
import { known } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import {
  action,
  deleteRoute,
  egressOnlyTarget,
  gatewayTarget,
  natTarget,
  offered,
  replaceRoute,
  title,
  writtenRoute,
  type RouteTarget,
} from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding } from './_finding.ts';
import { wayAlong } from './_proofs.ts';
import { stateText } from './_words.ts';

/** Live targets of the kind that the route names, those of the table's own zone first. */
function replacements(
  context: FindingContext,
  table: TableNode,
  route: RouteNode,
  family: Family,
): RouteTarget[] {
  const written = writtenRoute(context, route);
  const { vpc } = table;
  if (known(written?.natGatewayId) !== undefined) {
    const zones = new Set(context.subnetsOf(table).map((subnet) => subnet.zone));
    const inZone = (zone: string | undefined): number => (zone !== undefined && zones.has(zone) ? 0 : 1);
    return vpc.natGateways
      .filter(
        (nat) =>
          nat.state === 'available' && !context.subnetsOf(table).some((subnet) => subnet === nat.subnet),
      )
      .sort((a, b) => inZone(a.subnet?.zone) - inZone(b.subnet?.zone))
      .map((nat) => natTarget(nat.id));
  }
  if (known(written?.egressOnlyInternetGatewayId) !== undefined && family === 6) {
    return vpc.egressOnlyGateway.value ? [egressOnlyTarget(vpc.egressOnlyGateway.value.id)] : [];
  }
  const gateway = known(written?.gatewayId);
  const internet = gateway !== undefined && !/^(vgw|vpce|lgw|cagw)-/u.test(gateway);
  return internet && vpc.internetGateway.value ? [gatewayTarget(vpc.internetGateway.value.id)] : [];
}

/** Brings the target itself back: attach the gateway, start the instance. */
function revival(context: FindingContext, table: TableNode, route: RouteNode): ProposedFix | undefined {
  const { target } = route;
  if (target.kind !== 'dead') return undefined;
  const resource = context.design.resources[target.id];
  if (
    resource?.kind === 'internetGateway' &&
    target.state === 'detached' &&
    !table.vpc.internetGateway.value
  ) {
    return {
      id: 'attach-gateway',
      title: context.say(
        { en: 'Attach {gateway}', ja: '{gateway} をアタッチ' },
        { gateway: { ids: [target.id] } },
      ),
      parameters: { gateway: target.id, vpc: table.vpc.id },
      actions: [action('AttachInternetGateway', target.id, { vpcId: table.vpc.id })],
    };
  }
  if (resource?.kind === 'instance' && target.state === 'stopped') {
    return {
      id: 'start-instance',
      title: title('Start instance', 'インスタンスを起動'),
      parameters: { instance: target.id },
      actions: [action('StartInstances', target.id)],
    };
  }
  return undefined;
}

function* inTable(context: FindingContext, table: TableNode): Generator<RawFinding> {
  const seen = new Set<number>();
  for (const family of [4, 6] as const) {
    for (const route of [...table.routes[family], ...table.unknownLists[family]]) {
      const { target } = route;
      if (target.kind !== 'dead' || seen.has(route.index)) continue;
      seen.add(route.index);
      yield {
        resource: table.id,
        related: context.subnetsOf(table).map((subnet) => subnet.id),
        detail: route.destination,
        values: {
          dest: route.destination,
          rtb: { ids: [table.id] },
          target: route.targetId === '' ? { en: 'its target', ja: '未設定' } : { ids: [route.targetId] },
          state: stateText(target.state),
        },
        ...wayAlong(route.cidr, context.subnetsOf(table)),
        fixes: () =>
          offered(
            revival(context, table, route),
            replacements(context, table, route, family)
              .slice(0, 2)
              .map((target) => replaceRoute(context, route, target))
              .flatMap((fix) => fix ?? []),
            deleteRoute(context, route),
          ),
      };
    }
  }
}

export const finding: FindingDefinition = {
  id: 'route-blackhole',
  title: { en: 'Route leads nowhere', ja: 'ブラックホールのルート' },
  severity: 'error',
  live: 'now',
  layer: 'target',
  reference: 'vpc/latest/userguide/VPC_Route_Tables.html',
  alsoKnownAs: [],
  reads: [
    'routeTable',
    'internetGateway',
    'egressOnlyInternetGateway',
    'natGateway',
    'networkInterface',
    'instance',
    'subnet',
  ],
  message: {
    en: 'Route {dest} in {rtb} leads nowhere: {target} is {state}.',
    ja: '{rtb} のルート {dest} はブラックホールです。ターゲット {target} は{state}。',
  },
  *find(context) {
    const edges = new Set([...context.network.gateways.values()].map((gateway) => gateway.edgeTable));
    for (const table of context.network.tables.values()) {
      if (context.subnetsOf(table).length > 0 || edges.has(table)) yield* inTable(context, table);
    }
  },
};
