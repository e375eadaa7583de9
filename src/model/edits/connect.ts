/** Connecting two resources: each pair of kinds has exactly one meaning, such as a route or an attachment. */

import { castDraft } from 'immer';
import { failure, success, type Result } from '../../net/index.ts';
import { resourceOfKind, type Design, type ResourceId } from '../design.ts';
import type { LocalText } from '../text.ts';
import { known } from '../unknown.ts';
import { applyActions } from './apply-actions.ts';
import { keepItems, openList, revise } from './draft.ts';
import { newId, titleOf, uniqueName, type Random } from './identity.ts';
import { EVERYWHERE, groupHolderOf, isAttachable, meaningOf, noConnection, routeTargets } from './meaning.ts';
import { placeFor, vpcOf } from './place.ts';
import type { Refusal } from './refusal.ts';
import { tableOf } from './table.ts';

export interface Connection {
  readonly from: ResourceId;
  readonly to: ResourceId;
  /** The route's destination; everything (of the family that the target carries) unless told. */
  readonly destination?: string;
  /** What a rule between two groups lets through. */
  readonly traffic?: RuleTraffic;
}

/** Protocol and ports as a rule of a group has them. */
export interface RuleTraffic {
  readonly ipProtocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
}

export interface Connected {
  readonly design: Design;
  /** What was done, for the live region and the status bar. */
  readonly message: LocalText;
  /** The same before it is done, for who is about to. */
  readonly plan: LocalText;
  readonly table?: ResourceId;
}

/** Makes what the pair means. A gateway that is attached nowhere is attached first. */
export function connect(design: Design, connection: Connection, random: Random): Result<Connected, Refusal> {
  const { from, to } = connection;
  const meaning = meaningOf(design, from, to);
  if (!meaning.ok) return meaning;
  switch (meaning.value) {
    case 'attachment':
      return success(attach(design, to, from));
    case 'route':
      return routeFrom(design, connection, random);
    case 'membership':
      return success(join(design, from, to));
    case 'address':
      return success(map(design, from, to));
    case 'association':
      return success(associate(design, from, to));
    case 'rule':
      return connection.traffic
        ? success(allowFrom(design, from, to, connection.traffic))
        : failure(noConnection(design, from, to));
    case 'traffic':
      return failure(noConnection(design, from, to));
  }
}

function routeFrom(
  design: Design,
  { from, to, destination }: Connection,
  random: Random,
): Result<Connected, Refusal> {
  const target = design.resources[to];
  const vpcId = known(resourceOfKind(design, from, 'subnet')?.vpcId);
  const attached =
    vpcId !== undefined && target && isAttachable(target.kind) && vpcOf(design, to) === undefined
      ? placeFor(design, target.kind, vpcId, to)
      : undefined;
  if (attached && !attached.ok) return attached;
  const start = attached?.value === undefined ? design : attach(design, to, attached.value).design;
  return success(route(start, from, to, destination, random));
}

/** Puts an instance or interface into a group. */
function join(design: Design, id: ResourceId, group: ResourceId): Connected {
  const holder = groupHolderOf(design, id);
  const names = [titleOf(design, id), titleOf(design, group)] as const;
  return {
    design: revise(design, (draft) => {
      for (const one of new Set([id, holder])) {
        const owner = draft.resources[one];
        if (owner?.kind !== 'instance' && owner?.kind !== 'networkInterface') continue;
        if (one !== holder && owner.securityGroupIds === undefined) continue;
        const list = openList(owner, 'securityGroupIds');
        if (list && !list.includes(group)) list.push(group);
      }
    }),
    message: { en: `${names[0]} is in ${names[1]}`, ja: `${names[0]} を ${names[1]} に追加しました` },
    plan: { en: `add ${names[0]} to ${names[1]}`, ja: `${names[0]} を ${names[1]} に追加` },
  };
}

/** Makes a subnet follow a table or an ACL; it leaves the one that it followed before. */
function associate(design: Design, subnetId: ResourceId, to: ResourceId): Connected {
  const isTable = design.resources[to]?.kind === 'routeTable';
  const names = [titleOf(design, subnetId), titleOf(design, to)] as const;
  const table = isTable ? tableOf(design, subnetId) : undefined;
  const former = table?.own === true ? titleOf(design, table.id) : undefined;
  return {
    design: applyActions(design, [
      {
        action: isTable ? 'AssociateRouteTable' : 'ReplaceNetworkAclAssociation',
        resource: to,
        parameters: { subnetId },
      },
    ]),
    message: {
      en: `${names[0]} is associated with ${names[1]}`,
      ja: `${names[0]} を ${names[1]} に関連付けました`,
    },
    plan: {
      en: `associate ${names[0]} with ${names[1]}${former === undefined ? '' : ` instead of ${former}`}`,
      ja: `${names[0]} を ${names[1]} に関連付け${former === undefined ? '' : ` (${former} と置き換え)`}`,
    },
  };
}

/** Lets what is in one group reach what is in another: a rule there that names the first. */
function allowFrom(design: Design, from: ResourceId, to: ResourceId, traffic: RuleTraffic): Connected {
  const names = [titleOf(design, from), titleOf(design, to)] as const;
  const what = trafficText(traffic);
  return {
    design: applyActions(design, [
      {
        action: 'AuthorizeSecurityGroupIngress',
        resource: to,
        parameters: { ...traffic, groupId: from },
      },
    ]),
    message: {
      en: `${names[1]} lets in ${what.en} from ${names[0]}`,
      ja: `${names[1]} で ${names[0]} からの${what.ja}を許可しました`,
    },
    plan: {
      en: `add an inbound rule from ${names[0]} to ${names[1]}`,
      ja: `${names[1]} に ${names[0]} からのインバウンドルールを追加`,
    },
  };
}

/** `TCP 5432`, `ICMP`, as a sentence has it. */
function trafficText({ ipProtocol, fromPort, toPort = fromPort }: RuleTraffic): LocalText {
  if (ipProtocol === '-1') return { en: 'all traffic', ja: 'すべての通信' };
  const isPorted = ipProtocol === 'tcp' || ipProtocol === 'udp';
  const ports =
    !isPorted || fromPort === undefined ? '' : ` ${fromPort}${toPort === fromPort ? '' : `-${toPort}`}`;
  const text = `${ipProtocol.toUpperCase()}${ports}`;
  return { en: text, ja: ` ${text} ` };
}

/** Maps an Elastic IP address to something; it leaves what it was mapped to before. */
function map(design: Design, address: ResourceId, to: ResourceId): Connected {
  const kind = design.resources[to]?.kind;
  const member =
    kind === 'natGateway' ? 'natGatewayId' : kind === 'instance' ? 'instanceId' : 'networkInterfaceId';
  const names = [titleOf(design, address), titleOf(design, to)] as const;
  return {
    design: applyActions(design, [
      { action: 'AssociateAddress', resource: address, parameters: { [member]: to } },
    ]),
    message: { en: `${names[1]} has ${names[0]}`, ja: `${names[0]} を ${names[1]} に関連付けました` },
    plan: { en: `give ${names[0]} to ${names[1]}`, ja: `${names[0]} を ${names[1]} に関連付け` },
  };
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
    plan: { en: `attach ${names[0]} to ${names[1]}`, ja: `${names[0]} を ${names[1]} にアタッチ` },
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
  const former = formerTarget(own.design, own.table, destination, target);
  const instead =
    former === undefined
      ? { en: '', ja: '' }
      : { en: ` instead of ${former}`, ja: ` (${former} への現在のルートと置き換え)` };
  return {
    design: applyActions(own.design, [
      {
        action: 'CreateRoute',
        resource: own.table,
        parameters: { [member]: destination, [meaning?.member ?? 'gatewayId']: target },
      },
    ]),
    table: own.table,
    plan: withOthers(own.design, own.table, subnetId, {
      en: `route ${destination} to ${names[1]} in ${own.created ? 'a new table, ' : ''}${names[0]}${instead.en}`,
      ja: `${own.created ? '新しいルートテーブル ' : ''}${names[0]} にルート ${destination} → ${names[1]} を追加${instead.ja}`,
    }),
    message: withOthers(
      own.design,
      own.table,
      subnetId,
      own.created
        ? {
            en: `${names[2]} has its own route table ${names[0]}, which sends ${destination} to ${names[1]}`,
            ja: `${names[2]} 専用のルートテーブル ${names[0]} を作成し、${destination} を ${names[1]} に送るようにしました`,
          }
        : {
            en: `${names[0]} sends ${destination} to ${names[1]}`,
            ja: `${names[0]} は ${destination} を ${names[1]} に送ります`,
          },
    ),
  };
}

/** What a table sends a destination to so far, where that is something else. */
function formerTarget(
  design: Design,
  table: ResourceId,
  destination: string,
  target: ResourceId,
): string | undefined {
  for (const route of known(resourceOfKind(design, table, 'routeTable')?.routes) ?? []) {
    if (route.destinationCidrBlock !== destination && route.destinationIpv6CidrBlock !== destination)
      continue;
    const targets: unknown[] = Object.values(routeTargets).map(
      ({ member }) => Object.entries(route).find(([name]) => name === member)?.[1],
    );
    const id = targets.find((value): value is string => typeof value === 'string');
    if (id !== undefined && id !== target) return titleOf(design, id);
  }
  return undefined;
}

/** The same, with the other subnets that follow the table. */
function withOthers(design: Design, table: ResourceId, subnetId: ResourceId, told: LocalText): LocalText {
  const associations = known(resourceOfKind(design, table, 'routeTable')?.associations) ?? [];
  const others = associations.flatMap((item) => {
    const id = known(item.subnetId);
    return id === undefined || id === subnetId ? [] : [titleOf(design, id)];
  });
  if (others.length === 0) return told;
  return {
    en: `${told.en}, also for ${others.join(', ')}`,
    ja: `${told.ja} (${others.join('、')} にも適用)`,
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
