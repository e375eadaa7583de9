/** Actions on what filters: security group rules, network ACL entries, and which subnet an ACL guards. */

import type { Draft } from 'immer';
import type { AwsAction } from '../../action.ts';
import type { NetworkAclEntry, ResourceId, SecurityGroup, SecurityGroupRule } from '../../design.ts';
import { draftOf, draftsOfKind, keepItems, openList, type DesignDraft } from '../draft.ts';
import { flagOf, given, numberOf, textOf, type ActionTable } from './action-table.ts';

type Way = 'in' | 'out';

function ruleOf(way: Way, parameters: AwsAction['parameters']): Draft<SecurityGroupRule> | undefined {
  const ipProtocol = textOf(parameters, 'ipProtocol');
  if (ipProtocol === undefined) return undefined;
  const fromPort = numberOf(parameters, 'fromPort');
  const toPort = numberOf(parameters, 'toPort');
  const groupId = textOf(parameters, 'groupId');
  return {
    ...(way === 'out' ? { isEgress: true } : {}),
    ipProtocol,
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
    ...given(parameters, ['cidrIpv4', 'cidrIpv6', 'prefixListId']),
    ...(groupId === undefined ? {} : { referencedGroupInfo: { groupId } }),
    ...given(parameters, ['description']),
  };
}

/** AWS tells rules apart by direction, protocol, ports and source, not by description. */
function sameRule(a: Draft<SecurityGroupRule>, b: Draft<SecurityGroupRule>): boolean {
  return (
    (a.isEgress ?? false) === (b.isEgress ?? false) &&
    a.ipProtocol === b.ipProtocol &&
    a.fromPort === b.fromPort &&
    a.toPort === b.toPort &&
    a.cidrIpv4 === b.cidrIpv4 &&
    a.cidrIpv6 === b.cidrIpv6 &&
    a.prefixListId === b.prefixListId &&
    a.referencedGroupInfo?.groupId === b.referencedGroupInfo?.groupId
  );
}

/** A group that says nothing has AWS's own rules (SG-1): they stand beside the first one that is added. */
function writeDefaultRules(group: ResourceId, owner: Draft<SecurityGroup>): void {
  if (owner.rules !== undefined) return;
  owner.rules = [
    ...(owner.groupName === 'default' ? [{ ipProtocol: '-1', referencedGroupInfo: { groupId: group } }] : []),
    { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
    { isEgress: true, ipProtocol: '-1', cidrIpv6: '::/0' },
  ];
}

const authorize = (way: Way) => (draft: DesignDraft, group: string, parameters: AwsAction['parameters']) => {
  const owner = draftOf(draft, group, 'securityGroup');
  const rule = ruleOf(way, parameters);
  if (!owner || !rule) return;
  writeDefaultRules(group, owner);
  const rules = openList(owner, 'rules');
  if (!rules || rules.some((other) => sameRule(other, rule))) return;
  rules.push(rule);
};

const revoke = (way: Way) => (draft: DesignDraft, group: string, parameters: AwsAction['parameters']) => {
  const owner = draftOf(draft, group, 'securityGroup');
  if (!owner || !Array.isArray(owner.rules)) return;
  const index = numberOf(parameters, 'index');
  const rule = ruleOf(way, parameters);
  const place = index ?? (rule ? owner.rules.findIndex((other) => sameRule(other, rule)) : -1);
  if (place >= 0 && place < owner.rules.length) owner.rules.splice(place, 1);
};

function entryOf(parameters: AwsAction['parameters']): Draft<NetworkAclEntry> | undefined {
  const ruleNumber = numberOf(parameters, 'ruleNumber');
  const protocol = textOf(parameters, 'protocol');
  const ruleAction = textOf(parameters, 'ruleAction');
  if (ruleNumber === undefined || protocol === undefined || ruleAction === undefined) return undefined;
  const from = numberOf(parameters, 'fromPort');
  const to = numberOf(parameters, 'toPort');
  const type = numberOf(parameters, 'icmpType');
  const code = numberOf(parameters, 'icmpCode');
  return {
    ruleNumber,
    ...(flagOf(parameters, 'egress') === true ? { egress: true } : {}),
    protocol,
    ruleAction,
    ...given(parameters, ['cidrBlock', 'ipv6CidrBlock']),
    ...(from === undefined || to === undefined ? {} : { portRange: { from, to } }),
    ...(type === undefined ? {} : { icmpTypeCode: { type, ...(code === undefined ? {} : { code }) } }),
  };
}

const isEntry = (entry: Draft<NetworkAclEntry>, ruleNumber: number | undefined, egress: boolean): boolean =>
  entry.ruleNumber === ruleNumber && (entry.egress ?? false) === egress;

/** Puts an entry where its number belongs among those of its direction. */
function putEntry(draft: DesignDraft, acl: string, parameters: AwsAction['parameters']): void {
  const owner = draftOf(draft, acl, 'networkAcl');
  const entry = entryOf(parameters);
  if (!owner || !entry) return;
  const entries = openList(owner, 'entries');
  if (!entries) return;
  const egress = entry.egress ?? false;
  const same = entries.findIndex((other) => isEntry(other, entry.ruleNumber, egress));
  if (same >= 0) {
    entries[same] = entry;
    return;
  }
  const next = entries.findIndex(
    (other) => (other.egress ?? false) === egress && other.ruleNumber > entry.ruleNumber,
  );
  entries.splice(next < 0 ? entries.length : next, 0, entry);
}

export const filterActions: ActionTable = {
  AuthorizeSecurityGroupIngress: authorize('in'),
  AuthorizeSecurityGroupEgress: authorize('out'),
  RevokeSecurityGroupIngress: revoke('in'),
  RevokeSecurityGroupEgress: revoke('out'),
  CreateNetworkAclEntry: putEntry,
  ReplaceNetworkAclEntry: putEntry,
  DeleteNetworkAclEntry: (draft, acl, parameters) => {
    const owner = draftOf(draft, acl, 'networkAcl');
    const ruleNumber = numberOf(parameters, 'ruleNumber');
    const egress = flagOf(parameters, 'egress') ?? false;
    if (owner) keepItems(owner, 'entries', (entry) => !isEntry(entry, ruleNumber, egress));
  },
  ReplaceNetworkAclAssociation: (draft, acl, parameters) => {
    const owner = draftOf(draft, acl, 'networkAcl');
    const subnetId = textOf(parameters, 'subnetId');
    if (!owner || subnetId === undefined) return;
    const associations = openList(owner, 'associations');
    if (!associations) return;
    // A subnet has one ACL: a second association goes even where this one is there already.
    for (const [id, other] of draftsOfKind(draft, 'networkAcl')) {
      if (id !== acl) keepItems(other, 'associations', (entry) => entry.subnetId !== subnetId);
    }
    if (!associations.some((association) => association.subnetId === subnetId))
      associations.push({ subnetId });
  },
};
