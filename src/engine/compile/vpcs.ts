/** VPCs and subnets compiled: their blocks and what is told of them; what stands in them comes later. */

import { known, type Design, type ResourceId, type Subnet, type Vpc } from '../../model/index.ts';
import {
  addressesOf,
  parseCidr,
  unionOfAddresses,
  type AddressSet,
  type Cidr,
  type Family,
} from '../../net/index.ts';
import { isComplete, missingFact, type Place } from './coverage.ts';
import type { SubnetNode, VpcNode } from './network.ts';

function cidrsOf(texts: readonly (string | undefined)[], family: Family): Cidr[] {
  const cidrs: Cidr[] = [];
  for (const text of texts) {
    const parsed = text === undefined ? undefined : parseCidr(text);
    if (parsed?.ok && parsed.value.family === family) cidrs.push(parsed.value);
  }
  return cidrs;
}

const union = (cidrs: readonly Cidr[], family: Family): AddressSet =>
  unionOfAddresses(cidrs.map(addressesOf), family);

/** A VPC with nothing in it yet. */
export function vpcNode(design: Design, id: ResourceId, vpc: Vpc): VpcNode {
  const secondary = known(vpc.cidrBlockAssociationSet) ?? [];
  const sixes = known(vpc.ipv6CidrBlockAssociationSet) ?? [];
  const four = cidrsOf([known(vpc.cidrBlock), ...secondary.map((entry) => known(entry.cidrBlock))], 4);
  const six = cidrsOf(
    sixes.map((entry) => known(entry.ipv6CidrBlock)),
    6,
  );
  const unknownBlock =
    (vpc.cidrBlock !== undefined && known(vpc.cidrBlock) === undefined) ||
    (vpc.cidrBlockAssociationSet !== undefined && known(vpc.cidrBlockAssociationSet) === undefined) ||
    secondary.some((entry) => known(entry.cidrBlock) === undefined) ||
    sixes.some((entry) => known(entry.ipv6CidrBlock) === undefined) ||
    (vpc.ipv6CidrBlockAssociationSet !== undefined && known(vpc.ipv6CidrBlockAssociationSet) === undefined);
  const place: Place = {
    ownerId: known(vpc.ownerId) ?? design.defaults?.ownerId,
    region: known(vpc.region) ?? design.defaults?.region,
    origin: vpc.provenance === undefined ? 'drawn' : 'read',
  };
  return {
    id,
    ...place,
    blocks: { 4: union(four, 4), 6: union(six, 6) },
    cidrs: { 4: four, 6: six },
    primary: four[0],
    missingBlock: unknownBlock ? missingFact('cidr-of', id, 'vpc') : undefined,
    privateIpv6: union(
      cidrsOf(
        sixes
          .filter((entry) => entry.ipv6AddressAttribute === 'private')
          .map((entry) => known(entry.ipv6CidrBlock)),
        6,
      ),
      6,
    ),
    dnsSupport: vpc.enableDnsSupport === undefined ? true : known(vpc.enableDnsSupport),
    subnets: [],
    interfaces: [],
    internetGateway: { value: undefined },
    egressOnlyGateway: { value: undefined },
    natGateways: [],
    blockPublicAccess: { value: 'off' },
    blockAssumed: undefined,
    exclusion: 'none',
    interfacesComplete: isComplete(design, 'networkInterface', place),
    byAddress: [],
  };
}

/** A subnet with nothing in it yet: its table and its ACL count as untold until they are found (RT-1, NA-1). */
export function subnetNode(id: ResourceId, subnet: Subnet, vpc: VpcNode): SubnetNode {
  const four = cidrsOf([known(subnet.cidrBlock)], 4);
  const six = cidrsOf(
    (known(subnet.ipv6CidrBlockAssociationSet) ?? []).map((entry) => known(entry.ipv6CidrBlock)),
    6,
  );
  return {
    id,
    vpc,
    zone: known(subnet.availabilityZoneId) ?? known(subnet.availabilityZone),
    blocks: { 4: union(four, 4), 6: union(six, 6) },
    cidrs: { 4: four, 6: six },
    interfaces: [],
    table: { missing: missingFact('route-table-of', id, 'routeTable') },
    acl: { missing: missingFact('acl-of', id, 'networkAcl') },
    exclusion: 'none',
  };
}
