/** describe-instances, whole or as its instances alone. */

import { unknownBecause } from '../../../model/index.ts';
import { idOf, type CommandReader, type Reading } from '../command.ts';
import { itemOf, itemsOf, pick, rawMember, tagsOf, tellsList, textOf, textsOf, type Item } from '../item.ts';
import { regionOfZone } from '../names.ts';
import { readInterface } from './network-interfaces.ts';

/** What an instance says of its one interface where the interfaces themselves are not told. */
function ownAddresses(item: Item, reading: Reading): Readonly<Record<string, unknown>> {
  const ipv6 = textOf(item, 'Ipv6Address');
  return {
    ...pick(item, ['SubnetId', 'PrivateIpAddress', 'PublicIpAddress', 'SourceDestCheck']),
    ...(ipv6 === undefined ? {} : { ipv6Addresses: [ipv6] }),
    ...(tellsList(item, 'SecurityGroups')
      ? { securityGroupIds: textsOf(item, 'SecurityGroups', 'GroupId', reading.log) }
      : {}),
  };
}

function readInstance(item: Item, reading: Reading, ownerId: string | undefined): void {
  const id = idOf(item, 'InstanceId', reading);
  if (id === undefined) return;
  const state = itemOf(item, 'State');
  const stateName = state ? textOf(state, 'Name') : undefined;
  if (stateName === 'terminated') {
    reading.leaveOut('Instances', stateName);
    return;
  }
  const interfaces = itemsOf(item, 'NetworkInterfaces', reading.log).flatMap(
    (each) => readInterface(each, 0, reading, id) ?? [],
  );
  const profile = itemOf(item, 'IamInstanceProfile');
  const profileArn = profile ? textOf(profile, 'Arn') : undefined;
  const metadata = itemOf(item, 'MetadataOptions');
  const placement = itemOf(item, 'Placement');
  reading.add({
    kind: 'instance',
    id,
    depth: 1,
    members: {
      ...tagsOf(item, reading.log),
      ...(interfaces.length > 0 ? { networkInterfaceIds: interfaces } : ownAddresses(item, reading)),
      instanceState: stateName ?? unknownBecause('describe-instances'),
      ...pick(item, ['InstanceType', 'Platform']),
      ...(profileArn === undefined ? {} : { iamInstanceProfile: profileArn }),
      metadataOptions: metadata
        ? pick(metadata, ['HttpTokens', 'HttpEndpoint', 'HttpProtocolIpv6'])
        : unknownBecause('describe-instances'),
    },
    ownerId,
    region: placement ? regionOfZone(textOf(placement, 'AvailabilityZone')) : undefined,
    vpcId: textOf(item, 'VpcId'),
  });
}

export const reservations: CommandReader = {
  key: 'Reservations',
  mark: 'Instances',
  command: 'describe-instances',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: ['instance'],
  isElement: (value) =>
    rawMember(value, 'Instances') !== undefined && rawMember(value, 'ReservationId') !== undefined,
  read: (item, reading) => {
    const ownerId = textOf(item, 'OwnerId');
    for (const instance of itemsOf(item, 'Instances', reading.log)) readInstance(instance, reading, ownerId);
  },
};

/** Elements of `--query 'Reservations[].Instances[]'`: without the reservation that knows the account. */
export const instances: CommandReader = {
  mark: 'InstanceId',
  command: 'describe-instances',
  covers: ['instance'],
  isElement: (value) =>
    rawMember(value, 'InstanceId') !== undefined &&
    rawMember(value, 'State') !== undefined &&
    (rawMember(value, 'SubnetId') !== undefined || rawMember(value, 'NetworkInterfaces') !== undefined),
  read: (item, reading) => {
    readInstance(item, reading, undefined);
  },
};
