/** Connecting two resources: each pair of kinds has exactly one meaning, a route or an attachment. */

import { castDraft } from 'immer';
import { failure, success, type Result } from '../../net/index.ts';
import { resourceOfKind, resourcesOfKind, type Design, type Kind, type ResourceId } from '../design.ts';
import type { LocalText } from '../text.ts';
import { known } from '../unknown.ts';
import { applyActions } from './apply-actions.ts';
import { keepItems, revise } from './draft.ts';
import { newId, titleOf, uniqueName, type Random } from './identity.ts';
import { placeFor, vpcOf } from './place.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface Connection {
  readonly from: ResourceId;
  readonly to: ResourceId;
  /** The route's destination; everything (of the family that the target carries) unless told. */
  readonly destination?: string;
}

export interface Connected {
  readonly design: Design;
  /** What was done, for the live region and the status bar. */
  readonly message: LocalText;
  readonly table?: ResourceId;
}

const EVERYWHERE = '0.0.0.0/0';
const EVERYWHERE_IPV6 = '::/0';

/** The route member that names a target of a kind, and the family that a route there carries by default. */
const routeTargets: Readonly<
  Partial<Record<Kind, { readonly member: string; readonly destination: string }>>
> = {
  internetGateway: { member: 'gatewayId', destination: EVERYWHERE },
  egressOnlyInternetGateway: { member: 'egressOnlyInternetGatewayId', destination: EVERYWHERE_IPV6 },
  natGateway: { member: 'natGatewayId', destination: EVERYWHERE },
  networkInterface: { member: 'networkInterfaceId', destination: EVERYWHERE },
  instance: { member: 'instanceId', destination: EVERYWHERE },
};

const isAttachable = (kind: Kind | undefined): boolean =>
  kind === 'internetGateway' || kind === 'egressOnlyInternetGateway';

/** The explicit or main table that a subnet follows. */
export function tableOf(
  design: Design,
  subnetId: ResourceId,
): { readonly id: ResourceId; readonly own: boolean; readonly sharedWith: number } | undefined {
  const vpcId = known(resourceOfKind(design, subnetId, 'subnet')?.vpcId);
  let main: ResourceId | undefined;
  for (const [id, table] of resourcesOfKind(design, 'routeTable')) {
    const associations = known(table.associations) ?? [];
    if (associations.some((item) => item.subnetId === subnetId)) {
      const subnets = associations.filter((item) => item.subnetId !== undefined).length;
      return { id, own: true, sharedWith: subnets - 1 };
    }
    if (table.vpcId === vpcId && associations.some((item) => item.main === true)) main = id;
  }
  return main === undefined ? undefined : { id: main, own: false, sharedWith: 0 };
}

/** Whether a pair can be connected, without doing it: for lighting up targets. */
export function canConnect(design: Design, from: ResourceId, to: ResourceId): Result<true, Refusal> {
  if (from === to) return failure(noConnection(design, from, to));
  const source = design.resources[from];
  const target = design.resources[to];
  if (!source || !target) return failure(noConnection(design, from, to));
  if (source.kind === 'vpc' && isAttachable(target.kind)) {
    const place = placeFor(design, target.kind, from, to);
    return place.ok ? success(true) : place;
  }
  if (source.kind !== 'subnet' || !routeTargets[target.kind]) return failure(noConnection(design, from, to));
  const sourceVpc = known(source.vpcId);
  const targetVpc = vpcOf(design, to);
  if (targetVpc === undefined && isAttachable(target.kind)) return success(true);
  if (targetVpc === sourceVpc) return success(true);
  const names = [titleOf(design, to), targetVpc === undefined ? '' : titleOf(design, targetVpc)] as const;
  return failure(
    refusal(
      'no-connection',
      targetVpc === undefined ? `${names[0]} stands in no VPC` : `${names[0]} belongs to ${names[1]}`,
      targetVpc === undefined
        ? `${names[0]} は VPC の中にありません`
        : `${names[0]} は ${names[1]} のものです`,
      to,
    ),
  );
}

const noConnection = (design: Design, from: ResourceId, to: ResourceId): Refusal =>
  refusal(
    'no-connection',
    `${titleOf(design, from)} has no connection to ${titleOf(design, to)}`,
    `${titleOf(design, from)} から ${titleOf(design, to)} への接続はありません`,
  );

/** Makes what the pair means. A gateway that is attached nowhere is attached first. */
export function connect(design: Design, connection: Connection, random: Random): Result<Connected, Refusal> {
  const { from, to } = connection;
  const allowed = canConnect(design, from, to);
  if (!allowed.ok) return allowed;
  const target = design.resources[to];
  if (!target) return failure(noConnection(design, from, to));
  if (design.resources[from]?.kind === 'vpc') return success(attach(design, to, from));
  const vpcId = known(resourceOfKind(design, from, 'subnet')?.vpcId);
  const attached =
    vpcId !== undefined && isAttachable(target.kind) && vpcOf(design, to) === undefined
      ? placeFor(design, target.kind, vpcId, to)
      : undefined;
  if (attached && !attached.ok) return attached;
  const start = attached?.value === undefined ? design : attach(design, to, attached.value).design;
  return success(route(start, from, to, connection.destination, random));
}

function attach(design: Design, gateway: ResourceId, vpcId: ResourceId): Connected {
  const names = [titleOf(design, gateway), titleOf(design, vpcId)] as const;
  return {
    design: revise(design, (draft) => {
      const owner = draft.resources[gateway];
      if (owner?.kind === 'internetGateway' || owner?.kind === 'egressOnlyInternetGateway') {
        owner.attachments = [{ vpcId }];
      }
    }),
    message: {
      en: `${names[0]} is attached to ${names[1]}`,
      ja: `${names[0]} を ${names[1]} にアタッチしました`,
    },
  };
}

/** Puts a route in the subnet's own table; one that shares the main table gets its own, with the same routes. */
function route(
  design: Design,
  subnetId: ResourceId,
  target: ResourceId,
  wanted: string | undefined,
  random: Random,
): Connected {
  const kind = design.resources[target]?.kind;
  const meaning = kind && routeTargets[kind];
  const destination = wanted ?? meaning?.destination ?? EVERYWHERE;
  const own = withOwnTable(design, subnetId, random);
  const member = destination.includes(':') ? 'destinationIpv6CidrBlock' : 'destinationCidrBlock';
  const names = [titleOf(own.design, own.table), titleOf(design, target), titleOf(design, subnetId)] as const;
  return {
    design: applyActions(own.design, [
      {
        action: 'CreateRoute',
        resource: own.table,
        parameters: { [member]: destination, [meaning?.member ?? 'gatewayId']: target },
      },
    ]),
    table: own.table,
    message: own.created
      ? {
          en: `${names[2]} has its own route table ${names[0]}, which sends ${destination} to ${names[1]}`,
          ja: `${names[2]} 専用のルートテーブル ${names[0]} を作成し、${destination} を ${names[1]} に送るようにしました`,
        }
      : {
          en: `${names[0]} sends ${destination} to ${names[1]}`,
          ja: `${names[0]} は ${destination} を ${names[1]} に送ります`,
        },
  };
}

/** The subnet's own table, made when it follows the main one, so that a route for one never opens others. */
export function withOwnTable(
  design: Design,
  subnetId: ResourceId,
  random: Random,
): { readonly design: Design; readonly table: ResourceId; readonly created: boolean } {
  const now = tableOf(design, subnetId);
  if (now?.own === true) return { design, table: now.id, created: false };
  const table = newId(design, 'routeTable', random);
  const vpcId = known(resourceOfKind(design, subnetId, 'subnet')?.vpcId);
  const main = now && resourceOfKind(design, now.id, 'routeTable');
  const routes = main && known(main.routes);
  const name = uniqueName(design, `rtb-${titleOf(design, subnetId)}`);
  const made = revise(design, (draft) => {
    draft.resources[table] = {
      kind: 'routeTable',
      tags: { Name: name },
      ...(vpcId === undefined ? {} : { vpcId }),
      ...(routes === undefined || routes.length === 0 ? {} : { routes: castDraft(routes) }),
      associations: [{ subnetId }],
    };
  });
  return { design: made, table, created: true };
}

/** Something that was drawn between two resources and can be taken away again. */
export type Link =
  | { readonly kind: 'route'; readonly table: ResourceId; readonly destination: string }
  | { readonly kind: 'attachment'; readonly gateway: ResourceId; readonly vpc: ResourceId };

/** Takes a route or an attachment away. */
export function disconnect(design: Design, link: Link): Design {
  if (link.kind === 'attachment') {
    return revise(design, (draft) => {
      const owner = draft.resources[link.gateway];
      if (owner?.kind === 'internetGateway' || owner?.kind === 'egressOnlyInternetGateway') {
        keepItems(owner, 'attachments', (item) => item.vpcId !== link.vpc);
      }
    });
  }
  return revise(design, (draft) => {
    const owner = draft.resources[link.table];
    if (owner?.kind !== 'routeTable') return;
    keepItems(
      owner,
      'routes',
      (item) =>
        item.destinationCidrBlock !== link.destination &&
        item.destinationIpv6CidrBlock !== link.destination &&
        item.destinationPrefixListId !== link.destination,
    );
  });
}
