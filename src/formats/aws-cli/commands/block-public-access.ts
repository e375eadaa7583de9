/** describe-vpc-block-public-access-options and -exclusions. */

import { unknownBecause } from '../../../model/index.ts';
import { problem } from '../../words/index.ts';
import type { CommandReader } from '../command.ts';
import { pick, rawMember, textOf } from '../item.ts';
import { ownerOfArn, regionOfArn } from '../names.ts';

/** One setting an account and Region; what is not told is told by the files around (see accounts). */
const settingId = (ownerId: string | undefined, region: string | undefined): string =>
  `${ownerId ?? 'unknown'}/${region ?? 'unknown'}`;

export const blockPublicAccessOptions: CommandReader = {
  key: 'VpcBlockPublicAccessOptions',
  mark: 'InternetGatewayBlockMode',
  command: 'describe-vpc-block-public-access-options',
  capture: { ask: 'list' },
  covers: ['vpcBlockPublicAccess'],
  isElement: (value) =>
    rawMember(value, 'InternetGatewayBlockMode') !== undefined && rawMember(value, 'AwsRegion') !== undefined,
  read: (item, reading) => {
    const ownerId = textOf(item, 'AwsAccountId');
    const region = textOf(item, 'AwsRegion');
    const notTold = unknownBecause('describe-vpc-block-public-access-options');
    reading.add({
      kind: 'vpcBlockPublicAccess',
      id: settingId(ownerId, region),
      depth: 1,
      members: { internetGatewayBlockMode: notTold, ...pick(item, ['InternetGatewayBlockMode']) },
      ownerId,
      region,
    });
  },
};

/** States in which an exclusion does not, or no longer, hold. */
const NOT_IN_FORCE = /^(?:delete-complete|disable-|create-failed)/;

export const blockPublicAccessExclusions: CommandReader = {
  key: 'VpcBlockPublicAccessExclusions',
  mark: 'ExclusionId',
  command: 'describe-vpc-block-public-access-exclusions',
  capture: { ask: 'list' },
  covers: [],
  isElement: (value) =>
    rawMember(value, 'ExclusionId') !== undefined &&
    rawMember(value, 'InternetGatewayExclusionMode') !== undefined,
  read: (item, reading) => {
    const state = textOf(item, 'State');
    if (state !== undefined && NOT_IN_FORCE.test(state)) {
      reading.leaveOut('VpcBlockPublicAccessExclusions', state);
      return;
    }
    const arn = textOf(item, 'ResourceArn');
    const resourceId = arn?.split('/').at(-1);
    if (resourceId === undefined) {
      reading.log.problems.push(problem('no-id', { member: 'ResourceArn' }, { pointer: item.pointer }));
      return;
    }
    const ownerId = ownerOfArn(arn);
    const region = regionOfArn(arn);
    reading.add({
      kind: 'vpcBlockPublicAccess',
      id: settingId(ownerId, region),
      depth: 2,
      members: {},
      items: { exclusions: { resourceId, ...pick(item, ['InternetGatewayExclusionMode']) } },
      ownerId,
      region,
    });
  },
};
