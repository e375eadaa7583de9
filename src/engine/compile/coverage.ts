/** What the input was asked for: whether a resource that is not there does not exist, or is just not told (D-8, V-6). */

import type { Design } from '../../model/index.ts';

const COMMANDS: Readonly<Record<string, string>> = {
  vpc: 'aws ec2 describe-vpcs',
  subnet: 'aws ec2 describe-subnets',
  routeTable: 'aws ec2 describe-route-tables',
  internetGateway: 'aws ec2 describe-internet-gateways',
  egressOnlyInternetGateway: 'aws ec2 describe-egress-only-internet-gateways',
  natGateway: 'aws ec2 describe-nat-gateways',
  networkInterface: 'aws ec2 describe-network-interfaces',
  instance: 'aws ec2 describe-instances',
  elasticIp: 'aws ec2 describe-addresses',
  securityGroup: 'aws ec2 describe-security-groups',
  networkAcl: 'aws ec2 describe-network-acls',
  managedPrefixList: 'aws ec2 get-managed-prefix-list-entries',
  vpcBlockPublicAccess: 'aws ec2 describe-vpc-block-public-access-options',
};

/** The command whose output would supply a kind. */
export const commandFor = (kind: string): string | undefined => COMMANDS[kind];

export interface Place {
  readonly ownerId: string | undefined;
  readonly region: string | undefined;
}

/** True where what is not in the document does not exist. */
export function isComplete(design: Design, kind: string, place: Place): boolean {
  if (!design.coverage) return true;
  return design.coverage.some(
    (entry) =>
      entry.kinds.includes(kind) &&
      (entry.ownerId === undefined || place.ownerId === undefined || entry.ownerId === place.ownerId) &&
      (entry.region === undefined || place.region === undefined || entry.region === place.region),
  );
}

/** Drawn by hand or made from code: what nobody wrote down is AWS's own default (V-6). */
export const hasAwsDefaults = (design: Design): boolean =>
  !design.coverage || design.coverage.every((entry) => entry.source !== 'awsCli');
