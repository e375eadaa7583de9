/** Adding a resource with what a careful architect would fill in: a free block or address, a zone, what AWS brings along. */

import { castDraft } from 'immer';
import { failure, success, type Result } from '../../net/index.ts';
import {
  definitionOf,
  resourceOfKind,
  resourcesOfKind,
  type Box,
  type Design,
  type Kind,
  type Resource,
  type ResourceId,
} from '../design.ts';
import { known } from '../unknown.ts';
import { freeAddress, freeSubnetBlock, freeVpcBlock, natAddressesAt } from './addresses.ts';
import { connect } from './connect.ts';
import { revise } from './draft.ts';
import { freeName, nameStem, newId, titleOf, type Random } from './identity.ts';
import { ancestry, defaultGroupOf, placeFor, standIn } from './place.ts';
import { refusal, type Refusal } from './refusal.ts';
import { tableOf } from './table.ts';

export const DEFAULT_REGION = 'ap-northeast-1';

export interface Addition {
  readonly kind: Kind;
  /** The innermost container where it was dropped; the one that takes it is found from there. */
  readonly under?: ResourceId;
  /** The zone frame where it was dropped. */
  readonly zone?: string;
  readonly box?: Box;
}

export interface Added {
  readonly design: Design;
  readonly id: ResourceId;
  /** What came along: a VPC's main table, default ACL and default group; a NAT gateway's address. */
  readonly brought: readonly ResourceId[];
  /** What took it at once: the subnet that a table was let go on, the instance of a group. */
  readonly taken?: ResourceId;
}

interface Site {
  readonly design: Design;
  readonly under: ResourceId | undefined;
  readonly id: ResourceId;
  readonly name: string;
  readonly container: ResourceId | undefined;
  readonly zone: string | undefined;
  readonly random: Random;
}

interface Made {
  /** Members beside the name and the container. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly others?: Readonly<Record<ResourceId, Resource>>;
}

type Maker = (site: Site) => Result<Made, Refusal>;

/** The zones that a Region's first customers see; Tokyo has no `b` for new accounts. */
const zoneLetters = (region: string): readonly string[] =>
  region === 'ap-northeast-1' ? ['a', 'c', 'd'] : ['a', 'b', 'c'];

const regionOf = (design: Design, vpcId: ResourceId): string =>
  known(resourceOfKind(design, vpcId, 'vpc')?.region) ?? design.defaults?.region ?? DEFAULT_REGION;

/** The zone with the fewest subnets, among the Region's first two and those already in use. */
export function zoneForSubnet(design: Design, vpcId: ResourceId): string {
  const region = regionOf(design, vpcId);
  const counts = new Map<string, number>(
    zoneLetters(region)
      .slice(0, 2)
      .map((letter) => [`${region}${letter}`, 0]),
  );
  for (const [, subnet] of resourcesOfKind(design, 'subnet')) {
    const zone = known(subnet.availabilityZone);
    if (subnet.vpcId === vpcId && zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  return best?.[0] ?? `${region}a`;
}

/** The zones that a subnet of this VPC may be put in: the Region's, and any that is already in use. */
export function zonesOf(design: Design, vpcId: ResourceId): string[] {
  const region = regionOf(design, vpcId);
  const used = resourcesOfKind(design, 'subnet').flatMap(([, subnet]) =>
    subnet.vpcId === vpcId ? (known(subnet.availabilityZone) ?? []) : [],
  );
  return [...new Set([...zoneLetters(region).map((letter) => `${region}${letter}`), ...used])].sort();
}

/** NA-2, SG-1: main route table, default network ACL (allow all, both ways) and default group come with a VPC. */
const makeVpc: Maker = ({ design, id, random }) => {
  const cidrBlock = freeVpcBlock(design);
  if (cidrBlock === undefined) {
    return failure(
      refusal('no-room', 'No /16 of 10.0.0.0/8 is free', '10.0.0.0/8 に空いている /16 がありません'),
    );
  }
  const group = newId(design, 'securityGroup', random);
  const allowAll = { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' };
  return success({
    members: { cidrBlock },
    others: {
      [newId(design, 'routeTable', random)]: {
        kind: 'routeTable',
        tags: { Name: freeName(design, nameStem('routeTable')) },
        vpcId: id,
        associations: [{ main: true }],
      },
      [newId(design, 'networkAcl', random)]: {
        kind: 'networkAcl',
        tags: { Name: freeName(design, nameStem('networkAcl')) },
        vpcId: id,
        isDefault: true,
        entries: [allowAll, { ...allowAll, egress: true }],
      },
      [group]: {
        kind: 'securityGroup',
        vpcId: id,
        groupName: 'default',
        rules: [
          { ipProtocol: '-1', referencedGroupInfo: { groupId: group } },
          { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
        ],
      },
    },
  });
};

const makeSubnet: Maker = ({ design, container, zone }) => {
  if (container === undefined) return success({});
  const cidrBlock = freeSubnetBlock(design, container);
  if (cidrBlock === undefined) {
    const name = titleOf(design, container);
    return failure(
      refusal(
        'no-room',
        `${name} has no room for a subnet of this size`,
        `${name} にこのサイズのサブネットの空きがありません`,
        container,
      ),
    );
  }
  return success({ members: { cidrBlock, availabilityZone: zone ?? zoneForSubnet(design, container) } });
};

/** The lowest free address of a subnet; none where it has no block. */
function addressIn(design: Design, subnetId: ResourceId): Result<string | undefined, Refusal> {
  const address = freeAddress(design, subnetId);
  if (address !== undefined || resourceOfKind(design, subnetId, 'subnet')?.cidrBlock === undefined)
    return success(address);
  const name = titleOf(design, subnetId);
  return failure(
    refusal('no-room', `${name} has no free address`, `${name} に空いているアドレスがありません`, subnetId),
  );
}

/** The lowest free address, and the default group of the VPC, as AWS gives it (SG-1). */
const makeInterface: Maker = ({ design, container }) => {
  if (container === undefined) return success({});
  const subnet = resourceOfKind(design, container, 'subnet');
  const free = addressIn(design, container);
  if (!free.ok) return free;
  const privateIpAddress = free.value;
  const vpcId = subnet && known(subnet.vpcId);
  const group = vpcId === undefined ? undefined : defaultGroupOf(design, vpcId);
  return success({
    members: {
      ...(privateIpAddress === undefined ? {} : { privateIpAddress }),
      ...(group === undefined ? {} : { securityGroupIds: [group] }),
    },
  });
};

/** An Elastic IP address, and a private address of its subnet as an instance has. */
const makeNatGateway: Maker = ({ design, id, container, random }) => {
  const free = container === undefined ? success(undefined) : addressIn(design, container);
  if (!free.ok) return free;
  const allocationId = newId(design, 'elasticIp', random);
  return success({
    members: { natGatewayAddresses: natAddressesAt([{ allocationId }], free.value) },
    others: {
      [allocationId]: {
        kind: 'elasticIp',
        tags: { Name: freeName(design, nameStem('elasticIp')) },
        natGatewayId: id,
      },
    },
  });
};

/** SG-1: a new group lets all out and nothing in. */
const makeGroup: Maker = ({ name }) =>
  success({
    members: { groupName: name, rules: [{ isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }] },
  });

/** Let go on a subnet, a table begins with what the subnet follows: nothing stops working by that alone. */
const makeTable: Maker = ({ design, under }) => {
  const subnet = ancestry(design, under).find((id) => design.resources[id]?.kind === 'subnet');
  const former = subnet === undefined ? undefined : tableOf(design, subnet);
  const routes = former && known(resourceOfKind(design, former.id, 'routeTable')?.routes);
  return success(
    routes === undefined || routes.length === 0 ? {} : { members: { routes: castDraft(routes) } },
  );
};

const makePlain: Maker = () => success({});

/** Kinds that need more than a name and a container. */
const makers: Readonly<Partial<Record<Kind, Maker>>> = {
  vpc: makeVpc,
  subnet: makeSubnet,
  instance: makeInterface,
  networkInterface: makeInterface,
  natGateway: makeNatGateway,
  securityGroup: makeGroup,
  routeTable: makeTable,
  managedPrefixList: ({ name }) => success({ members: { prefixListName: name, entries: [] } }),
};

/** Kinds whose name is a member of their own and no tag. */
const selfNamed: readonly Kind[] = ['securityGroup', 'managedPrefixList'];

/**
 * Adds a resource of a kind where it was dropped. In: the design, what and where, a source of random
 * numbers for ids. Out: the next design with the new id and what came along, or why it was refused.
 */
export function addResource(design: Design, addition: Addition, random: Random): Result<Added, Refusal> {
  const { kind, under, zone, box } = addition;
  const place = placeFor(design, kind, under);
  if (!place.ok) return place;
  const id = newId(design, kind, random);
  const name = freeName(design, nameStem(kind));
  const made = (makers[kind] ?? makePlain)({ design, id, name, under, container: place.value, zone, random });
  if (!made.ok) return made;
  const { members = {}, others = {} } = made.value;
  const resource = castDraft({
    kind,
    ...(selfNamed.includes(kind) ? {} : { tags: { Name: name } }),
    ...members,
  } as Resource);
  if (place.value !== undefined) standIn(resource, place.value);
  const next = revise(design, (draft) => {
    draft.resources[id] = resource;
    for (const [other, value] of Object.entries(others)) draft.resources[other] = castDraft(value);
    if (box && definitionOf(kind).form !== 'none') draft.layout[id] = box;
    if (kind === 'vpc' && draft.defaults?.region === undefined) {
      draft.defaults = { ...draft.defaults, region: DEFAULT_REGION };
    }
  });
  const brought = Object.keys(others);
  return success({ design: next, id, brought, ...handedTo(next, id, under, random) });
}

/** What has no place of its own serves what it was let go on, or what that stands in: a table its subnet, a group its instance. */
function handedTo(
  design: Design,
  id: ResourceId,
  under: ResourceId | undefined,
  random: Random,
): Pick<Added, 'design' | 'taken'> | undefined {
  const kind = design.resources[id]?.kind;
  if (kind === undefined || definitionOf(kind).form !== 'none') return undefined;
  for (const taken of ancestry(design, under)) {
    const connected = connect(design, { from: taken, to: id }, random);
    if (connected.ok) return { design: connected.value.design, taken };
  }
  return undefined;
}
