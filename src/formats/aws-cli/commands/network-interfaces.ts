/** describe-network-interfaces, and the interfaces inside describe-instances. */

import { unknownBecause } from '../../../model/index.ts';
import { idOf, stateUnless, type CommandReader, type Reading } from '../command.ts';
import {
  itemOf,
  itemsOf,
  pick,
  rawMember,
  tagsOf,
  tellsList,
  textOf,
  textsOf,
  valueOf,
  type Item,
} from '../item.ts';
import { regionOfZone } from '../names.ts';

/** The one type that the API spells otherwise than all the others. */
const TYPE_NAMES: Readonly<Record<string, string>> = { natGateway: 'nat_gateway' };

function associationOf(item: Item): Readonly<Record<string, unknown>> | undefined {
  const association = itemOf(item, 'Association');
  const picked = association ? pick(association, ['PublicIp', 'AllocationId', 'CarrierIp']) : {};
  return Object.keys(picked).length > 0 ? picked : undefined;
}

/** The private addresses where there is more to say than the primary one. */
function privateAddresses(item: Item, reading: Reading): Readonly<Record<string, unknown>> {
  const primary = valueOf(item, 'PrivateIpAddress');
  const outer = associationOf(item);
  const listed = itemsOf(item, 'PrivateIpAddresses', reading.log).map((address) => {
    const association =
      associationOf(address) ?? (valueOf(address, 'PrivateIpAddress') === primary ? outer : undefined);
    return { ...pick(address, ['PrivateIpAddress', 'Primary']), ...(association ? { association } : {}) };
  });
  const list =
    listed.length === 0 && outer && primary !== undefined
      ? [{ privateIpAddress: primary, primary: true, association: outer }]
      : listed;
  const isPlain = list.length <= 1 && list.every((address) => !('association' in address));
  return {
    ...(primary === undefined ? {} : { privateIpAddress: primary }),
    ...(isPlain && primary !== undefined ? {} : list.length > 0 ? { privateIpAddresses: list } : {}),
  };
}

/** One interface. `instanceId` where it stands inside its instance, which then is what it is attached to. */
export function readInterface(
  item: Item,
  depth: number,
  reading: Reading,
  instanceId?: string,
): string | undefined {
  const id = idOf(item, 'NetworkInterfaceId', reading);
  if (id === undefined) return undefined;
  const { log } = reading;
  const type = textOf(item, 'InterfaceType');
  const attachment = itemOf(item, 'Attachment');
  const attachedTo = instanceId ?? (attachment ? textOf(attachment, 'InstanceId') : undefined);
  const ipv6 = textsOf(item, 'Ipv6Addresses', 'Ipv6Address', log);
  const prefixes4 = textsOf(item, 'Ipv4Prefixes', 'Ipv4Prefix', log);
  const prefixes6 = textsOf(item, 'Ipv6Prefixes', 'Ipv6Prefix', log);
  const notTold = unknownBecause('describe-network-interfaces');
  reading.add({
    kind: 'networkInterface',
    id,
    depth,
    members: {
      ...tagsOf(item, log),
      ...stateUnless(item, 'Status', ['in-use']),
      ...pick(item, ['SubnetId', 'SourceDestCheck', 'RequesterManaged', 'Description', 'DenyAllIgwTraffic']),
      ...(valueOf(item, 'SourceDestCheck') === undefined ? { sourceDestCheck: notTold } : {}),
      ...privateAddresses(item, reading),
      ...(ipv6.length > 0 ? { ipv6Addresses: ipv6 } : {}),
      ...(prefixes4.length > 0 ? { ipv4Prefixes: prefixes4 } : {}),
      ...(prefixes6.length > 0 ? { ipv6Prefixes: prefixes6 } : {}),
      securityGroupIds: tellsList(item, 'Groups') ? textsOf(item, 'Groups', 'GroupId', log) : notTold,
      ...(type === undefined ? {} : { interfaceType: TYPE_NAMES[type] ?? type }),
      ...(attachedTo === undefined
        ? {}
        : {
            attachment: {
              instanceId: attachedTo,
              ...(attachment ? pick(attachment, ['DeviceIndex']) : {}),
              ...(attachment && textOf(attachment, 'Status') !== 'attached'
                ? pick(attachment, ['Status'])
                : {}),
            },
          }),
    },
    ownerId: textOf(item, 'OwnerId'),
    region: regionOfZone(textOf(item, 'AvailabilityZone')),
    vpcId: textOf(item, 'VpcId'),
  });
  return id;
}

export const networkInterfaces: CommandReader = {
  key: 'NetworkInterfaces',
  mark: 'NetworkInterfaceId',
  command: 'describe-network-interfaces',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: ['networkInterface'],
  isElement: (value) =>
    rawMember(value, 'NetworkInterfaceId') !== undefined && rawMember(value, 'SubnetId') !== undefined,
  read: (item, reading) => {
    readInterface(item, 1, reading);
  },
};
