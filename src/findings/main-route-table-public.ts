/** A main route table that makes every subnet public which nobody gave a table of its own (RT-1). */

import type { TableNode } from '../engine/index.ts';
import { known, resourceOfKind } from '../model/index.ts';
import { deleteRoute, newTable, routesAgain } from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix } from './_finding.ts';

/** A table of their own for the subnets of today; the main one then leads nowhere. */
function setApart(context: FindingContext, table: TableNode): ProposedFix[] {
  const gateways = [...table.routes[4], ...table.routes[6]].filter(
    (route) => route.target.kind === 'internetGateway',
  );
  const removed = gateways.flatMap((route) => deleteRoute(context, route)?.actions ?? []);
  // Whoever else follows it would lose their way.
  if (removed.length === 0 || table.vpc.subnets.some((subnet) => !subnet.table.value)) return [];
  const explicit = new Set(
    (known(resourceOfKind(context.design, table.id, 'routeTable')?.associations) ?? []).map((entry) =>
      known(entry.subnetId),
    ),
  );
  const users = context.subnetsOf(table).filter((subnet) => !explicit.has(subnet.id));
  const made =
    users.length > 0
      ? newTable(
          context,
          table.vpc,
          users,
          routesAgain(context, table, () => 'keep'),
        )
      : undefined;
  return [
    {
      id: 'set-table-apart',
      title: made
        ? { en: 'Give these subnets their own table', ja: '専用のルートテーブルに分ける' }
        : { en: 'Delete route', ja: 'ルートを削除' },
      parameters: { table: table.id },
      actions: [...(made?.actions ?? []), ...removed],
    },
  ];
}

export const finding: FindingDefinition = {
  id: 'main-route-table-public',
  title: { en: 'Main route table is public', ja: 'パブリックなメインルートテーブル' },
  severity: 'warning',
  live: 'review',
  layer: 'route',
  reference: 'vpc/latest/userguide/VPC_Route_Tables.html',
  alsoKnownAs: [],
  reads: ['routeTable', 'vpc', 'internetGateway', 'subnet'],
  message: {
    en: 'New subnets in {vpc} will be public: the main route table sends {dest} to {igw}.',
    ja: 'メインルートテーブルが {dest} を {igw} に向けているため、{vpc} の新しいサブネットはパブリックになります。',
  },
  *find(context) {
    for (const table of context.network.tables.values()) {
      const written = resourceOfKind(context.design, table.id, 'routeTable');
      const isMain = (known(written?.associations) ?? []).some((entry) => entry.main === true);
      const vpc = resourceOfKind(context.design, table.vpc.id, 'vpc');
      if (!isMain || known(vpc?.isDefault) === true) continue;
      const route = [...table.routes[4], ...table.routes[6]].find(
        ({ target }) => target.kind === 'internetGateway',
      );
      if (!route) continue;
      yield {
        resource: table.id,
        related: [table.vpc.id, ...context.subnetsOf(table).map((subnet) => subnet.id)],
        values: { vpc: { ids: [table.vpc.id] }, dest: route.destination, igw: { ids: [route.targetId] } },
        fixes: () => setApart(context, table),
      };
    }
  },
};
