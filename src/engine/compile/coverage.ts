/** What the input was asked for: whether a resource that is not there does not exist, or is just not told (D-8, V-6). */

import type { Coverage, Design, ResourceId } from '../../model/index.ts';
import type { MissingFact } from '../answers.ts';

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
const commandFor = (kind: string): string | undefined => COMMANDS[kind];

/** A fact that nobody told of a resource, with the command that would supply it. */
export const missingFact = (name: string, resource: ResourceId, kind: string): MissingFact => {
  const obtain = commandFor(kind);
  return obtain === undefined ? { fact: name, resource } : { fact: name, resource, obtain };
};

export interface Place {
  readonly ownerId: string | undefined;
  readonly region: string | undefined;
  /** `read`: from a file. `drawn`: nobody says where it comes from. */
  readonly origin: 'read' | 'drawn';
}

/** An entry may tell of a place; one of a known account tells nothing of what was drawn outside of all accounts. */
function concerns(entry: Coverage, place: Place): boolean {
  const isNowhere = place.ownerId === undefined && place.region === undefined && place.origin === 'drawn';
  const isOwner =
    entry.ownerId === undefined ||
    entry.ownerId === place.ownerId ||
    (place.ownerId === undefined && !isNowhere);
  return (
    isOwner && (entry.region === undefined || place.region === undefined || entry.region === place.region)
  );
}

/** Drawn where no source was asked for anything: what is not there does not exist. */
const isBeside = (coverage: readonly Coverage[], place: Place): boolean =>
  coverage.length > 0 &&
  place.origin === 'drawn' &&
  place.ownerId === undefined &&
  !coverage.some((entry) => concerns(entry, place));

/** True where what is not in the document does not exist. */
export const isComplete = ({ coverage }: Design, kind: string, place: Place): boolean =>
  !coverage ||
  isBeside(coverage, place) ||
  coverage.some((entry) => entry.kinds.includes(kind) && concerns(entry, place));

/** Drawn by hand or made from code: what nobody wrote down there is AWS's own default (V-6). */
export const hasAwsDefaults = ({ coverage }: Design, place: Place): boolean =>
  !coverage || isBeside(coverage, place) || coverage.every((entry) => isFromCode(entry, place));

/** A capture of another place does not unsay what code or a drawing leaves to AWS. */
const isFromCode = (entry: Coverage, place: Place): boolean =>
  entry.source !== 'awsCli' || (place.origin === 'drawn' && !concerns(entry, place));
