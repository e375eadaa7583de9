/** describe-addresses. */

import { idOf, type CommandReader } from '../command.ts';
import { pick, rawMember, tagsOf, textOf } from '../item.ts';
import { regionOfZone } from '../names.ts';

export const addresses: CommandReader = {
  key: 'Addresses',
  mark: 'PublicIp',
  command: 'describe-addresses',
  capture: { ask: 'list' },
  covers: ['elasticIp'],
  isElement: (value) =>
    rawMember(value, 'AllocationId') !== undefined &&
    rawMember(value, 'PublicIp') !== undefined &&
    rawMember(value, 'Domain') !== undefined,
  read: (item, reading) => {
    const id = idOf(item, 'AllocationId', reading);
    if (id === undefined) return;
    // The interface says more than the instance, which may have several.
    const target = textOf(item, 'NetworkInterfaceId') === undefined ? 'InstanceId' : 'NetworkInterfaceId';
    reading.add({
      kind: 'elasticIp',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...pick(item, ['PublicIp', target, 'PrivateIpAddress']),
        ...(textOf(item, 'PublicIpv4Pool') === 'amazon' ? {} : pick(item, ['PublicIpv4Pool'])),
      },
      region: regionOfZone(textOf(item, 'NetworkBorderGroup')),
    });
  },
};
