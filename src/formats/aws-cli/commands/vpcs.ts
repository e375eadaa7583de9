/** describe-vpcs and describe-vpc-attribute. */

import { unknownBecause } from '../../../model/index.ts';
import { isJsonObject } from '../../text/index.ts';
import { idOf, stateUnless, type CommandReader, type Reading } from '../command.ts';
import { itemOf, itemsOf, pick, rawMember, tagsOf, textOf, valueOf, type Item } from '../item.ts';

/** Blocks that are associated now: the API lists former ones, too. */
export function associatedBlocks(
  item: Item,
  list: string,
  stateMember: string,
  members: readonly string[],
  { log }: Reading,
): readonly Readonly<Record<string, unknown>>[] {
  return itemsOf(item, list, log).flatMap((association) => {
    const state = itemOf(association, stateMember);
    const text = state ? textOf(state, 'State') : undefined;
    return text === undefined || text === 'associated' ? [pick(association, members)] : [];
  });
}

export const vpcs: CommandReader = {
  key: 'Vpcs',
  mark: 'VpcId',
  command: 'describe-vpcs',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: ['vpc'],
  isElement: (value) =>
    rawMember(value, 'VpcId') !== undefined &&
    rawMember(value, 'CidrBlock') !== undefined &&
    rawMember(value, 'SubnetId') === undefined,
  read: (item, reading) => {
    const id = idOf(item, 'VpcId', reading);
    if (id === undefined) return;
    const cidrBlock = valueOf(item, 'CidrBlock');
    const secondary = associatedBlocks(
      item,
      'CidrBlockAssociationSet',
      'CidrBlockState',
      ['CidrBlock'],
      reading,
    ).filter((block) => block['cidrBlock'] !== cidrBlock);
    const ipv6 = associatedBlocks(
      item,
      'Ipv6CidrBlockAssociationSet',
      'Ipv6CidrBlockState',
      ['Ipv6CidrBlock', 'IpSource', 'Ipv6AddressAttribute'],
      reading,
    );
    reading.add({
      kind: 'vpc',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...stateUnless(item, 'State', ['available']),
        ...pick(item, ['CidrBlock', 'InstanceTenancy', 'DhcpOptionsId', 'IsDefault']),
        ...(secondary.length > 0 ? { cidrBlockAssociationSet: secondary } : {}),
        ...(ipv6.length > 0 ? { ipv6CidrBlockAssociationSet: ipv6 } : {}),
      },
      ownerId: textOf(item, 'OwnerId'),
      region: textOf(item, 'Region'),
    });
    // describe-vpc-attribute tells these. Nobody switches resolution off by accident, and a default VPC has names.
    const isDefault = valueOf(item, 'IsDefault') === true;
    reading.assume(id, 'dns-support');
    if (isDefault) reading.assume(id, 'dns-hostnames');
    const enableDnsHostnames = isDefault ? true : unknownBecause('describe-vpc-attribute');
    reading.add({ kind: 'vpc', id, depth: -1, members: { enableDnsHostnames } });
  },
};

const ATTRIBUTES = ['EnableDnsSupport', 'EnableDnsHostnames'] as const;

export const vpcAttribute: CommandReader = {
  mark: 'VpcId',
  command: 'describe-vpc-attribute',
  capture: {
    ask: 'each',
    of: { command: 'describe-vpcs', ids: 'Vpcs[].VpcId' },
    option: '--vpc-id',
    attributes: ['enableDnsSupport', 'enableDnsHostnames'],
  },
  covers: [],
  isElement: (value) =>
    rawMember(value, 'VpcId') !== undefined &&
    [...ATTRIBUTES, 'EnableNetworkAddressUsageMetrics'].some((name) => isJsonObject(rawMember(value, name))),
  read: (item, reading) => {
    const id = idOf(item, 'VpcId', reading);
    if (id === undefined) return;
    for (const name of ATTRIBUTES) {
      const attribute = itemOf(item, name);
      const value = attribute ? valueOf(attribute, 'Value') : undefined;
      if (value !== undefined) {
        const member = name === 'EnableDnsSupport' ? 'enableDnsSupport' : 'enableDnsHostnames';
        reading.add({ kind: 'vpc', id, depth: 2, members: { [member]: value } });
      }
    }
  },
};
