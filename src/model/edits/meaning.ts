/** What a line from one resource to another means, and why it means nothing. */

import { failure, success, type Result } from '../../net/index.ts';
import {
  resourceOfKind,
  type Design,
  type Instance,
  type Kind,
  type NetworkAcl,
  type NetworkInterface,
  type Resource,
  type ResourceId,
  type RouteTable,
  type Subnet,
} from '../design.ts';
import { known } from '../unknown.ts';
import { titleOf } from './identity.ts';
import { foreignGroups, placeFor, vpcOf } from './place.ts';
import { refusal, type Refusal } from './refusal.ts';

export const EVERYWHERE = '0.0.0.0/0';
const EVERYWHERE_IPV6 = '::/0';

/** The route member that names a target of a kind, and the family that a route there carries by default. */
export const routeTargets: Readonly<
  Partial<Record<Kind, { readonly member: string; readonly destination: string }>>
> = {
  internetGateway: { member: 'gatewayId', destination: EVERYWHERE },
  egressOnlyInternetGateway: { member: 'egressOnlyInternetGatewayId', destination: EVERYWHERE_IPV6 },
  natGateway: { member: 'natGatewayId', destination: EVERYWHERE },
  networkInterface: { member: 'networkInterfaceId', destination: EVERYWHERE },
  instance: { member: 'instanceId', destination: EVERYWHERE },
};

export const isAttachable = (kind: Kind | undefined): boolean =>
  kind === 'internetGateway' || kind === 'egressOnlyInternetGateway';

/**
 * What connecting a pair makes. A `rule` in the second group lets in what is in the first, once it is told which
 * traffic. `traffic` is a question and not an edit: what would have to change for one to reach the other is worked
 * out, shown, and only then applied.
 */
export type Meaning = 'attachment' | 'route' | 'membership' | 'address' | 'association' | 'rule' | 'traffic';

/** What a pair means, or why it means nothing: for lighting up targets. */
export function meaningOf(design: Design, from: ResourceId, to: ResourceId): Result<Meaning, Refusal> {
  const source = design.resources[from];
  const target = design.resources[to];
  if (from === to || !source || !target) return failure(noConnection(design, from, to));
  if (source.kind === 'vpc' && isAttachable(target.kind)) return attachment(design, target.kind, from, to);
  if (source.kind === 'subnet' && routeTargets[target.kind]) return routeTo(design, source, to);
  if (isHolder(source) && target.kind === 'securityGroup') return membership(design, from, to);
  if (source.kind === 'elasticIp' && (isHolder(target) || target.kind === 'natGateway'))
    return mapping(design, from, to);
  if (source.kind === 'subnet' && isAssociable(target)) return association(design, from, to, target);
  if (source.kind === 'securityGroup' && target.kind === 'securityGroup')
    return isForeign(design, to, known(source.vpcId))
      ? failure(ofOtherVpc(design, to, from))
      : success('rule');
  if (isHolder(source) && isHolder(target)) return success('traffic');
  return failure(noConnection(design, from, to));
}

function attachment(
  design: Design,
  kind: Kind,
  vpcId: ResourceId,
  gateway: ResourceId,
): Result<Meaning, Refusal> {
  const place = placeFor(design, kind, vpcId, gateway);
  if (!place.ok) return place;
  if (vpcOf(design, gateway) !== vpcId) return success('attachment');
  const names = [titleOf(design, gateway), titleOf(design, vpcId)] as const;
  return failure(
    refusal(
      'already-attached',
      `${names[0]} is attached to ${names[1]} already`,
      `${names[0]} はすでに ${names[1]} にアタッチされています`,
      gateway,
    ),
  );
}

/** Whether a pair can be connected, without doing it. */
export function canConnect(design: Design, from: ResourceId, to: ResourceId): Result<true, Refusal> {
  const meaning = meaningOf(design, from, to);
  return meaning.ok ? success(true) : meaning;
}

const isHolder = (resource: Resource): resource is Instance | NetworkInterface =>
  resource.kind === 'instance' || resource.kind === 'networkInterface';

function routeTo(design: Design, source: Subnet, to: ResourceId): Result<Meaning, Refusal> {
  const targetVpc = vpcOf(design, to);
  const kind = design.resources[to]?.kind;
  if ((targetVpc === undefined && isAttachable(kind)) || targetVpc === known(source.vpcId))
    return success('route');
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

/** The interfaces whose groups count for an instance: its first one where it is drawn, else itself (SG-1). */
export function groupHolderOf(design: Design, id: ResourceId): ResourceId {
  const instance = resourceOfKind(design, id, 'instance');
  const first = (known(instance?.networkInterfaceIds) ?? []).find((eni) => {
    const resource = resourceOfKind(design, eni, 'networkInterface');
    return resource && (known(resource.attachment)?.deviceIndex ?? 0) === 0;
  });
  return first ?? id;
}

function groupsOf(design: Design, id: ResourceId): readonly ResourceId[] {
  const holder = design.resources[groupHolderOf(design, id)];
  return holder && isHolder(holder) ? (known(holder.securityGroupIds) ?? []) : [];
}

/** SG-8: a group of another VPC can't be joined. */
function membership(design: Design, from: ResourceId, to: ResourceId): Result<Meaning, Refusal> {
  const names = [titleOf(design, from), titleOf(design, to)] as const;
  if (groupsOf(design, from).includes(to)) {
    return failure(
      refusal(
        'no-connection',
        `${names[0]} is in ${names[1]} already`,
        `${names[0]} はすでに ${names[1]} に属しています`,
        to,
      ),
    );
  }
  if (!isForeign(design, to, vpcOf(design, from))) return success('membership');
  return failure(ofOtherVpc(design, to, from));
}

const isForeign = (design: Design, group: ResourceId, vpcId: ResourceId | undefined): boolean =>
  vpcId !== undefined && foreignGroups(design, [group], vpcId).length > 0;

const ofOtherVpc = (design: Design, to: ResourceId, from: ResourceId): Refusal =>
  refusal(
    'no-connection',
    `${titleOf(design, to)} belongs to another VPC than ${titleOf(design, from)}`,
    `${titleOf(design, to)} は ${titleOf(design, from)} とは別の VPC のものです`,
    to,
  );

type Associable = RouteTable | NetworkAcl;

const isAssociable = (resource: Resource): resource is Associable =>
  resource.kind === 'routeTable' || resource.kind === 'networkAcl';

/** A subnet follows one table and one ACL, of its own VPC. */
function association(
  design: Design,
  subnetId: ResourceId,
  to: ResourceId,
  { vpcId, associations }: Associable,
): Result<Meaning, Refusal> {
  const own = vpcOf(design, subnetId);
  if (own === undefined || known(vpcId) !== own) return failure(ofOtherVpc(design, to, subnetId));
  if ((known(associations) ?? []).every((item) => item.subnetId !== subnetId)) return success('association');
  const names = [titleOf(design, subnetId), titleOf(design, to)] as const;
  return failure(
    refusal(
      'no-connection',
      `${names[0]} is associated with ${names[1]} already`,
      `${names[0]} はすでに ${names[1]} に関連付けられています`,
      to,
    ),
  );
}

function mapping(design: Design, from: ResourceId, to: ResourceId): Result<Meaning, Refusal> {
  const address = resourceOfKind(design, from, 'elasticIp');
  const now = address && [address.instanceId, address.networkInterfaceId, address.natGatewayId];
  if (now?.includes(to) !== true) return success('address');
  const names = [titleOf(design, from), titleOf(design, to)] as const;
  return failure(
    refusal(
      'no-connection',
      `${names[1]} has ${names[0]} already`,
      `${names[0]} はすでに ${names[1]} に関連付けられています`,
      to,
    ),
  );
}

export const noConnection = (design: Design, from: ResourceId, to: ResourceId): Refusal =>
  refusal(
    'no-connection',
    `${titleOf(design, from)} has no connection to ${titleOf(design, to)}`,
    `${titleOf(design, from)} から ${titleOf(design, to)} への接続はありません`,
  );
