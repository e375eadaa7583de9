/** describe-security-groups, describe-security-group-rules, describe-security-group-vpc-associations. */

import { unknownBecause } from '../../../model/index.ts';
import { idOf, type CommandReader, type Reading } from '../command.ts';
import { itemOf, itemsOf, pick, rawMember, tagsOf, tellsList, textOf, type Item } from '../item.ts';
import { ownerOfArn, regionOfArn } from '../names.ts';

type Rule = Readonly<Record<string, unknown>>;

const REFERENCE = ['GroupId', 'UserId', 'VpcId', 'VpcPeeringConnectionId', 'PeeringStatus'];

/** A referenced group; the account only where it is another than the group's own. */
function referenceOf(pair: Item, ownerId: string | undefined): Readonly<Record<string, unknown>> {
  const { userId, ...rest } = pick(pair, REFERENCE);
  return userId === undefined || userId === ownerId ? rest : { ...rest, userId };
}

/** Protocol and ports; -1 has no ports. */
function headerOf(permission: Item): Rule {
  const header = pick(permission, ['IpProtocol', 'FromPort', 'ToPort']);
  const { ipProtocol } = header;
  return ipProtocol === '-1' ? { ipProtocol } : header;
}

/** One permission holds many sources; a rule has one. */
function rulesOf(permission: Item, isEgress: boolean, ownerId: string | undefined, { log }: Reading): Rule[] {
  const header = { ...(isEgress ? { isEgress } : {}), ...headerOf(permission) };
  const described = (source: Item, peer: Rule): Rule => ({
    ...header,
    ...peer,
    ...pick(source, ['Description']),
  });
  return [
    ...itemsOf(permission, 'IpRanges', log).map((range) =>
      described(range, { cidrIpv4: rawMember(range.value, 'CidrIp') }),
    ),
    ...itemsOf(permission, 'Ipv6Ranges', log).map((range) =>
      described(range, { cidrIpv6: rawMember(range.value, 'CidrIpv6') }),
    ),
    ...itemsOf(permission, 'PrefixListIds', log).map((list) => described(list, pick(list, ['PrefixListId']))),
    ...itemsOf(permission, 'UserIdGroupPairs', log).map((pair) =>
      described(pair, { referencedGroupInfo: referenceOf(pair, ownerId) }),
    ),
  ];
}

export const securityGroups: CommandReader = {
  key: 'SecurityGroups',
  mark: 'GroupId',
  command: 'describe-security-groups',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: ['securityGroup'],
  isElement: (value) =>
    rawMember(value, 'GroupId') !== undefined &&
    (rawMember(value, 'IpPermissions') !== undefined ||
      rawMember(value, 'IpPermissionsEgress') !== undefined),
  read: (item, reading) => {
    const id = idOf(item, 'GroupId', reading);
    if (id === undefined) return;
    const ownerId = textOf(item, 'OwnerId');
    const arn = textOf(item, 'SecurityGroupArn');
    const rules = [
      ...itemsOf(item, 'IpPermissions', reading.log).flatMap((each) =>
        rulesOf(each, false, ownerId, reading),
      ),
      ...itemsOf(item, 'IpPermissionsEgress', reading.log).flatMap((each) =>
        rulesOf(each, true, ownerId, reading),
      ),
    ];
    const isTold = tellsList(item, 'IpPermissions') && tellsList(item, 'IpPermissionsEgress');
    reading.add({
      kind: 'securityGroup',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...pick(item, ['VpcId', 'GroupName', 'Description']),
        rules: isTold ? rules : unknownBecause('describe-security-groups'),
      },
      ownerId: ownerId ?? ownerOfArn(arn),
      region: regionOfArn(arn),
      vpcId: textOf(item, 'VpcId'),
    });
  },
};

export const securityGroupRules: CommandReader = {
  key: 'SecurityGroupRules',
  mark: 'GroupId',
  command: 'describe-security-group-rules',
  capture: { ask: 'list' },
  covers: [],
  isElement: (value) => rawMember(value, 'SecurityGroupRuleId') !== undefined,
  read: (item, reading) => {
    const id = idOf(item, 'GroupId', reading);
    if (id === undefined) return;
    const ownerId = textOf(item, 'GroupOwnerId');
    const referenced = itemOf(item, 'ReferencedGroupInfo');
    reading.add({
      kind: 'securityGroup',
      id,
      depth: 2,
      members: {},
      items: {
        rules: {
          ...pick(item, ['SecurityGroupRuleId']),
          ...(rawMember(item.value, 'IsEgress') === true ? { isEgress: true } : {}),
          ...headerOf(item),
          ...pick(item, ['CidrIpv4', 'CidrIpv6', 'PrefixListId']),
          ...(referenced ? { referencedGroupInfo: referenceOf(referenced, ownerId) } : {}),
          ...pick(item, ['Description']),
        },
      },
      ownerId,
    });
  },
};

export const securityGroupVpcAssociations: CommandReader = {
  key: 'SecurityGroupVpcAssociations',
  mark: 'GroupId',
  command: 'describe-security-group-vpc-associations',
  capture: { ask: 'list', vpcFilter: 'vpc-id' },
  covers: [],
  isElement: (value) =>
    rawMember(value, 'GroupId') !== undefined &&
    rawMember(value, 'VpcId') !== undefined &&
    rawMember(value, 'VpcOwnerId') !== undefined,
  read: (item, reading) => {
    const id = idOf(item, 'GroupId', reading);
    if (id === undefined) return;
    const state = textOf(item, 'State');
    if (state === 'disassociated') {
      reading.leaveOut('SecurityGroupVpcAssociations', state);
      return;
    }
    const association = {
      ...pick(item, ['VpcId']),
      ...(state === 'associated' ? {} : pick(item, ['State'])),
    };
    reading.add({
      kind: 'securityGroup',
      id,
      depth: 2,
      members: {},
      items: { vpcAssociations: association },
    });
  },
};
