// Written by `npm run generate` from the files of this folder. Do not edit.
import { egressOnlyInternetGateway } from './egressOnlyInternetGateway.ts';
import { elasticIp } from './elasticIp.ts';
import { instance } from './instance.ts';
import { internetGateway } from './internetGateway.ts';
import { managedPrefixList } from './managedPrefixList.ts';
import { natGateway } from './natGateway.ts';
import { networkAcl } from './networkAcl.ts';
import { networkInterface } from './networkInterface.ts';
import { routeTable } from './routeTable.ts';
import { securityGroup } from './securityGroup.ts';
import { subnet } from './subnet.ts';
import { vpc } from './vpc.ts';
import { vpcBlockPublicAccess } from './vpcBlockPublicAccess.ts';

export const kinds = {
  egressOnlyInternetGateway,
  elasticIp,
  instance,
  internetGateway,
  managedPrefixList,
  natGateway,
  networkAcl,
  networkInterface,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  vpcBlockPublicAccess,
} as const;
export type KindDefinitions = typeof kinds;
