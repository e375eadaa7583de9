/** describe-network-acls. */

import { unknownBecause } from '../../../model/index.ts';
import { idOf, type CommandReader } from '../command.ts';
import { itemOf, itemsOf, pick, rawMember, tagsOf, tellsList, textOf, type Item } from '../item.ts';

/** AWS's own final entries: 32767 for IPv4, 32768 for IPv6. Every list ends with them. */
const isFinal = (entry: Item): boolean => {
  const number = rawMember(entry.value, 'RuleNumber');
  return number === 32_767 || number === 32_768;
};

function entryOf(entry: Item): Readonly<Record<string, unknown>> {
  const ports = itemOf(entry, 'PortRange');
  const icmp = itemOf(entry, 'IcmpTypeCode');
  return {
    ...pick(entry, ['RuleNumber', 'Egress', 'Protocol', 'RuleAction', 'CidrBlock', 'Ipv6CidrBlock']),
    ...(ports ? { portRange: pick(ports, ['From', 'To']) } : {}),
    ...(icmp ? { icmpTypeCode: pick(icmp, ['Type', 'Code']) } : {}),
  };
}

export const networkAcls: CommandReader = {
  key: 'NetworkAcls',
  mark: 'NetworkAclId',
  command: 'describe-network-acls',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: ['networkAcl'],
  isElement: (value) =>
    rawMember(value, 'NetworkAclId') !== undefined && rawMember(value, 'Entries') !== undefined,
  read: (item, reading) => {
    const id = idOf(item, 'NetworkAclId', reading);
    if (id === undefined) return;
    const notTold = unknownBecause('describe-network-acls');
    const entries = itemsOf(item, 'Entries', reading.log)
      .filter((entry) => !isFinal(entry))
      .map(entryOf);
    const associations = itemsOf(item, 'Associations', reading.log).map((each) => pick(each, ['SubnetId']));
    reading.add({
      kind: 'networkAcl',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...pick(item, ['VpcId', 'IsDefault']),
        associations: tellsList(item, 'Associations') ? associations : notTold,
        entries: tellsList(item, 'Entries') ? entries : notTold,
      },
      ownerId: textOf(item, 'OwnerId'),
      vpcId: textOf(item, 'VpcId'),
    });
  },
};
