/** Network ACLs as tables read them: whose they are, their entries in the order that decides, the next free number. */

import {
  known,
  resourceOfKind,
  resourcesOfKind,
  type Design,
  type NetworkAcl,
  type NetworkAclEntry,
  type ResourceId,
} from '../../model/index.ts';

/** The ACL of a subnet: the one that names it, else the default one of its VPC (NA-1). */
export function aclOf(design: Design, subnetId: ResourceId): ResourceId | undefined {
  const vpc = known(resourceOfKind(design, subnetId, 'subnet')?.vpcId);
  let fallback: ResourceId | undefined;
  for (const [id, acl] of resourcesOfKind(design, 'networkAcl')) {
    if ((known(acl.associations) ?? []).some((item) => item.subnetId === subnetId)) return id;
    if (acl.isDefault === true && acl.vpcId === vpc && vpc !== undefined) fallback = id;
  }
  return fallback;
}

/** Whether AWS's own table and ACL hold where none is drawn: nobody read the VPC and could have left them out (V-6). */
export function hasImplied(design: Design, subnetId: ResourceId): boolean {
  const vpcId = known(resourceOfKind(design, subnetId, 'subnet')?.vpcId);
  const vpc = vpcId === undefined ? undefined : resourceOfKind(design, vpcId, 'vpc');
  return vpc !== undefined && vpc.provenance === undefined;
}

export type FlowDirection = 'inbound' | 'outbound';

export interface NumberedEntry {
  readonly entry: NetworkAclEntry;
  /** Its place in the document's list. */
  readonly index: number;
}

const FINAL_RULE = 32_767;

/** The entries of one direction, lowest number first; the final `*` entries of a source are implied anyway. */
export function entriesOf(acl: NetworkAcl, direction: FlowDirection): readonly NumberedEntry[] {
  return (known(acl.entries) ?? [])
    .map((entry, index) => ({ entry, index }))
    .filter(
      ({ entry }) => (entry.egress === true) === (direction === 'outbound') && entry.ruleNumber < FINAL_RULE,
    )
    .sort((left, right) => left.entry.ruleNumber - right.entry.ruleNumber);
}

/** The number behind the last entry, in steps of ten. */
export function nextRuleNumber(entries: readonly NumberedEntry[]): number {
  const last = Math.max(90, ...entries.map(({ entry }) => entry.ruleNumber));
  const next = Math.floor(last / 10) * 10 + 10;
  if (next < FINAL_RULE) return next;
  const taken = new Set(entries.map(({ entry }) => entry.ruleNumber));
  let free = FINAL_RULE - 1;
  while (taken.has(free)) free -= 1;
  return free;
}
