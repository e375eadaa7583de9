/** describe-subnets and describe-availability-zones. */

import { idOf, stateUnless, type CommandReader } from '../command.ts';
import { itemOf, pick, rawMember, tagsOf, textOf } from '../item.ts';
import { ownerOfArn, regionOfArn, regionOfZone } from '../names.ts';
import { associatedBlocks } from './vpcs.ts';

export const subnets: CommandReader = {
  key: 'Subnets',
  mark: 'SubnetId',
  command: 'describe-subnets',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: ['subnet'],
  isElement: (value) =>
    rawMember(value, 'SubnetId') !== undefined &&
    rawMember(value, 'VpcId') !== undefined &&
    (rawMember(value, 'CidrBlock') !== undefined ||
      rawMember(value, 'Ipv6CidrBlockAssociationSet') !== undefined),
  read: (item, reading) => {
    const id = idOf(item, 'SubnetId', reading);
    if (id === undefined) return;
    const ipv6 = associatedBlocks(
      item,
      'Ipv6CidrBlockAssociationSet',
      'Ipv6CidrBlockState',
      ['Ipv6CidrBlock'],
      reading,
    );
    const blocked = itemOf(item, 'BlockPublicAccessStates');
    const zone = textOf(item, 'AvailabilityZone');
    const arn = textOf(item, 'SubnetArn');
    reading.add({
      kind: 'subnet',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...stateUnless(item, 'State', ['available']),
        ...pick(item, [
          'VpcId',
          'CidrBlock',
          'Ipv6Native',
          'AvailabilityZone',
          'AvailabilityZoneId',
          'MapPublicIpOnLaunch',
          'AssignIpv6AddressOnCreation',
          'EnableDns64',
          'OutpostArn',
        ]),
        ...(ipv6.length > 0 ? { ipv6CidrBlockAssociationSet: ipv6 } : {}),
        ...(blocked ? { blockPublicAccessStates: pick(blocked, ['InternetGatewayBlockMode']) } : {}),
      },
      ownerId: textOf(item, 'OwnerId') ?? ownerOfArn(arn),
      region: regionOfArn(arn) ?? regionOfZone(zone),
      vpcId: textOf(item, 'VpcId'),
    });
  },
};

export const availabilityZones: CommandReader = {
  key: 'AvailabilityZones',
  mark: 'ZoneName',
  command: 'describe-availability-zones',
  covers: [],
  isElement: (value) =>
    rawMember(value, 'ZoneName') !== undefined && rawMember(value, 'ZoneId') !== undefined,
  read: (item, reading) => {
    const name = textOf(item, 'ZoneName');
    const id = textOf(item, 'ZoneId');
    if (name !== undefined && id !== undefined) reading.zone(name, id);
  },
};
