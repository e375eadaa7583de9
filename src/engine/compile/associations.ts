/** Route tables and network ACLs compiled, and which of them each subnet reads (RT-1, NA-1). */

import { isUnknown, known, resourcesOfKind, type Design, type ResourceId } from '../../model/index.ts';
import { compileAcl, defaultAcl } from './acls.ts';
import { hasAwsDefaults, isComplete, missingFact } from './coverage.ts';
import { isKeptVpc, keptNode, type Kept } from './kept.ts';
import type { AclNode, Known, SubnetNode, TableNode, VpcNode } from './network.ts';
import { compileTable, type TargetIndex } from './routes.ts';

/** Route tables; each subnet learns its own, else the main one of its VPC. */
export function compileTables(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  index: TargetIndex,
  kept: Kept | undefined,
): Map<ResourceId, TableNode> {
  const tables = new Map<ResourceId, TableNode>();
  const mains = new Map<VpcNode, TableNode[]>();
  const explicit = new Map<SubnetNode, TableNode[]>();
  /** VPCs with a table whose subnets are not all told: any subnet may be one of them. */
  const openTables = new Set<VpcNode>();
  for (const [id, table] of resourcesOfKind(design, 'routeTable')) {
    const vpc = vpcs.get(known(table.vpcId) ?? '');
    if (!vpc) continue;
    const former = keptNode(kept, id, (network) => network.tables);
    if (former) {
      tables.set(id, former);
      continue;
    }
    const associations = known(table.associations) ?? [];
    const edgeOf = associations.flatMap((entry) => index.gateways.get(known(entry.gatewayId) ?? '') ?? []);
    const node = compileTable(design, id, table, vpc, index, edgeOf.length > 0 ? 'edge' : 'subnet');
    tables.set(id, node);
    for (const gateway of edgeOf) gateway.edgeTable = node;
    if (isUnknown(table.associations) || associations.some((entry) => isUnknown(entry.subnetId)))
      openTables.add(vpc);
    for (const entry of associations) {
      if (entry.main === true) mains.set(vpc, [...(mains.get(vpc) ?? []), node]);
      const subnet = subnets.get(known(entry.subnetId) ?? '');
      // AWS associates a table with subnets of its own VPC alone.
      if (subnet?.vpc === vpc) explicit.set(subnet, [...(explicit.get(subnet) ?? []), node]);
    }
  }
  for (const vpc of vpcs.values()) {
    if (isKeptVpc(kept, vpc)) continue;
    const [main, second] = mains.get(vpc) ?? [];
    let effective: Known<TableNode>;
    if (main && !second) effective = { value: main };
    else if (!main && hasAwsDefaults(design, vpc) && isComplete(design, 'routeTable', vpc)) {
      // V-6: in a drawing, an unstated main table is AWS's own, with local routes alone.
      effective = { value: compileTable(design, `${vpc.id}.main`, undefined, vpc, index, 'subnet') };
    } else effective = { missing: missingFact('main-route-table-of', vpc.id, 'routeTable') };
    for (const subnet of vpc.subnets) {
      const [own, other] = explicit.get(subnet) ?? [];
      // RT-1; two associations contradict each other (B-18).
      if (other) subnet.table = { missing: missingFact('route-table-of', subnet.id, 'routeTable') };
      else if (own) subnet.table = { value: own };
      else if (isComplete(design, 'routeTable', vpc) && !openTables.has(vpc)) subnet.table = effective;
    }
  }
  return tables;
}

/** Network ACLs; each subnet learns its own, else the default one of its VPC. */
export function compileAcls(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  kept: Kept | undefined,
): Map<ResourceId, AclNode> {
  const acls = new Map<ResourceId, AclNode>();
  const explicit = new Map<SubnetNode, AclNode[]>();
  const defaults = new Map<VpcNode, AclNode>();
  const openAcls = new Set<VpcNode>();
  for (const [id, acl] of resourcesOfKind(design, 'networkAcl')) {
    const former = keptNode(kept, id, (network) => network.acls);
    if (former) {
      acls.set(id, former);
      continue;
    }
    const node = compileAcl(id, acl);
    acls.set(id, node);
    const vpc = vpcs.get(known(acl.vpcId) ?? '');
    if (vpc && isUnknown(acl.associations)) openAcls.add(vpc);
    if (vpc && known(acl.isDefault) === true) defaults.set(vpc, node);
    for (const entry of known(acl.associations) ?? []) {
      const subnet = subnets.get(entry.subnetId);
      // Nor does an ACL serve a subnet of another VPC.
      if (subnet && subnet.vpc === vpc) explicit.set(subnet, [...(explicit.get(subnet) ?? []), node]);
    }
  }
  for (const vpc of vpcs.values()) {
    if (isKeptVpc(kept, vpc)) continue;
    // Another ACL that was not supplied may hold the subnet (D-8).
    const told = isComplete(design, 'networkAcl', vpc) ? defaults.get(vpc) : undefined;
    const implied =
      told ??
      (hasAwsDefaults(design, vpc) && isComplete(design, 'networkAcl', vpc) ? defaultAcl(vpc.id) : undefined);
    for (const subnet of vpc.subnets) {
      const [own, other] = explicit.get(subnet) ?? [];
      if (other) continue;
      const effective = own ?? (openAcls.has(vpc) ? undefined : implied);
      if (effective) subnet.acl = { value: effective };
    }
  }
  return acls;
}
