/** describe-internet-gateways, describe-egress-only-internet-gateways, describe-nat-gateways. */

import { unknownBecause } from '../../../model/index.ts';
import { idOf, stateUnless, type Capture, type CommandReader, type Reading } from '../command.ts';
import { itemsOf, pick, rawMember, tagsOf, tellsList, textOf, type Item } from '../item.ts';

/** Attachments; the API says `available` where its own model says `attached`. */
function attachmentsOf(
  item: Item,
  key: string,
  reading: Reading,
): readonly Readonly<Record<string, unknown>>[] {
  return itemsOf(item, 'Attachments', reading.log).flatMap((attachment) => {
    const state = textOf(attachment, 'State');
    if (state === 'detached') {
      reading.leaveOut(`${key}[].Attachments`, state);
      return [];
    }
    return [
      { ...pick(attachment, ['VpcId']), ...stateUnless(attachment, 'State', ['available', 'attached']) },
    ];
  });
}

function gateway(
  kind: 'internetGateway' | 'egressOnlyInternetGateway',
  key: string,
  idMember: string,
  command: string,
  capture: Capture,
): CommandReader {
  return {
    key,
    mark: idMember,
    command,
    capture,
    covers: [kind],
    isElement: (value) =>
      rawMember(value, idMember) !== undefined && rawMember(value, 'Attachments') !== undefined,
    read: (item, reading) => {
      const id = idOf(item, idMember, reading);
      if (id === undefined) return;
      const told = attachmentsOf(item, key, reading);
      const [first] = itemsOf(item, 'Attachments', reading.log);
      reading.add({
        kind,
        id,
        depth: 1,
        members: {
          ...tagsOf(item, reading.log),
          attachments: tellsList(item, 'Attachments') ? told : unknownBecause(command),
        },
        ownerId: textOf(item, 'OwnerId'),
        vpcId: first ? textOf(first, 'VpcId') : undefined,
      });
    },
  };
}

export const internetGateways = gateway(
  'internetGateway',
  'InternetGateways',
  'InternetGatewayId',
  'describe-internet-gateways',
  { ask: 'list', vpcFilter: 'attachment.vpc-id' },
);

export const egressOnlyInternetGateways = gateway(
  'egressOnlyInternetGateway',
  'EgressOnlyInternetGateways',
  'EgressOnlyInternetGatewayId',
  'describe-egress-only-internet-gateways',
  { ask: 'list' },
);

const NAT_ADDRESS = [
  'AllocationId',
  'PublicIp',
  'PrivateIp',
  'NetworkInterfaceId',
  'IsPrimary',
  'AvailabilityZone',
];

export const natGateways: CommandReader = {
  key: 'NatGateways',
  mark: 'NatGatewayId',
  command: 'describe-nat-gateways',
  capture: { ask: 'list', vpcFilter: 'vpc-id', filterOption: '--filter' },
  covers: ['natGateway'],
  isElement: (value) =>
    rawMember(value, 'NatGatewayId') !== undefined && rawMember(value, 'NatGatewayAddresses') !== undefined,
  read: (item, reading) => {
    const id = idOf(item, 'NatGatewayId', reading);
    if (id === undefined) return;
    const state = textOf(item, 'State');
    if (state === 'deleted') {
      reading.leaveOut('NatGateways', state);
      return;
    }
    const addresses = itemsOf(item, 'NatGatewayAddresses', reading.log).flatMap((address) => {
      const status = textOf(address, 'Status');
      if (status !== 'failed') return [pick(address, NAT_ADDRESS)];
      reading.leaveOut('NatGateways[].NatGatewayAddresses', status);
      return [];
    });
    const isZonal = textOf(item, 'SubnetId') !== undefined;
    reading.add({
      kind: 'natGateway',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...stateUnless(item, 'State', ['available']),
        ...pick(item, isZonal ? ['SubnetId'] : ['VpcId']),
        ...pick(item, [
          'AvailabilityMode',
          'ConnectivityType',
          'AutoProvisionZones',
          'AutoScalingIps',
          'RouteTableId',
        ]),
        natGatewayAddresses: tellsList(item, 'NatGatewayAddresses')
          ? addresses
          : unknownBecause('describe-nat-gateways'),
      },
      vpcId: textOf(item, 'VpcId'),
    });
  },
};
