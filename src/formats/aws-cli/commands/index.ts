/** Every command whose answer becomes resources; a new one is a file here and a line below. */

import type { CommandReader } from '../command.ts';
import { addresses } from './addresses.ts';
import { blockPublicAccessExclusions, blockPublicAccessOptions } from './block-public-access.ts';
import { callerIdentity } from './caller-identity.ts';
import { flowLogs } from './flow-logs.ts';
import { egressOnlyInternetGateways, internetGateways, natGateways } from './gateways.ts';
import { instances, reservations } from './instances.ts';
import { networkAcls } from './network-acls.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { managedPrefixLists, prefixListEntries, prefixLists } from './prefix-lists.ts';
import { routeTables } from './route-tables.ts';
import { securityGroupRules, securityGroupVpcAssociations, securityGroups } from './security-groups.ts';
import { availabilityZones, subnets } from './subnets.ts';
import { vpcAttribute, vpcs } from './vpcs.ts';

/** Where a key or an element fits several, the first that recognises the element reads it. */
export const commandReaders: readonly CommandReader[] = [
  vpcs,
  vpcAttribute,
  subnets,
  availabilityZones,
  routeTables,
  internetGateways,
  egressOnlyInternetGateways,
  natGateways,
  networkInterfaces,
  reservations,
  instances,
  addresses,
  securityGroups,
  securityGroupRules,
  securityGroupVpcAssociations,
  networkAcls,
  flowLogs,
  managedPrefixLists,
  prefixLists,
  prefixListEntries,
  blockPublicAccessOptions,
  blockPublicAccessExclusions,
  callerIdentity,
];
