/** Security group rules as tables read them: direction, traffic, and the one source or destination of each. */

import { visibleText } from '../../drawing/index.ts';
import {
  known,
  nameOf,
  resourcesOfKind,
  titleOf,
  type Design,
  type ResourceId,
  type SecurityGroup,
  type SecurityGroupRule,
} from '../../model/index.ts';
import type { FlowDirection } from './acl.ts';
import type { Traffic } from './traffic.ts';

export interface IndexedRule {
  readonly rule: SecurityGroupRule;
  /** Its place in the document's list. */
  readonly index: number;
}

export const rulesOf = (group: SecurityGroup, direction: FlowDirection): readonly IndexedRule[] =>
  (known(group.rules) ?? [])
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => (rule.isEgress === true) === (direction === 'outbound'));

export const trafficOf = (rule: SecurityGroupRule): Traffic | undefined => {
  const protocol = known(rule.ipProtocol);
  if (protocol === undefined) return undefined;
  const from = known(rule.fromPort);
  const to = known(rule.toPort);
  return { protocol, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
};

/** The block, prefix list or group that a rule names. */
export const peerOf = (rule: SecurityGroupRule): string | undefined =>
  known(rule.cidrIpv4) ??
  known(rule.cidrIpv6) ??
  known(rule.prefixListId) ??
  known(rule.referencedGroupInfo?.groupId);

/** How it reads: a group or a list by its name. */
export function peerText(design: Design, peer: string): string {
  const resource = Object.hasOwn(design.resources, peer) ? design.resources[peer] : undefined;
  return resource ? visibleText(nameOf(resource) ?? peer) : peer;
}

/** The members that say a peer. */
export function peerMembers(peer: string): Partial<SecurityGroupRule> {
  if (peer.startsWith('sg-')) return { referencedGroupInfo: { groupId: peer } };
  if (peer.startsWith('pl-')) return { prefixListId: peer };
  return peer.includes(':') ? { cidrIpv6: peer } : { cidrIpv4: peer };
}

/** The members that say some traffic: none but the protocol for all of it (SG-2). */
export const trafficMembers = ({
  protocol,
  from,
  to,
}: Traffic): Pick<SecurityGroupRule, 'ipProtocol'> & Partial<SecurityGroupRule> => ({
  ipProtocol: protocol,
  ...(from === undefined ? {} : { fromPort: from }),
  ...(to === undefined ? {} : { toPort: to }),
});

const trafficNames = ['ipProtocol', 'fromPort', 'toPort'];
const peerNames = ['cidrIpv4', 'cidrIpv6', 'prefixListId', 'referencedGroupInfo'];

/** A rule with other traffic or another peer; the API would give it another id. */
export function changedRule(
  rule: SecurityGroupRule,
  change: { readonly traffic?: Traffic; readonly peer?: string },
): SecurityGroupRule {
  const replaced = [...(change.traffic ? trafficNames : []), ...(change.peer === undefined ? [] : peerNames)];
  const kept = Object.fromEntries(Object.entries(rule).filter(([name]) => !replaced.includes(name)));
  return {
    ...kept,
    ...(change.traffic ? trafficMembers(change.traffic) : { ipProtocol: rule.ipProtocol }),
    ...(change.peer === undefined ? {} : peerMembers(change.peer)),
  };
}

/** Groups that a rule of this group may name: those of its VPC. */
export const peersIn = (
  design: Design,
  vpc: ResourceId | undefined,
): readonly { readonly id: ResourceId; readonly name: string }[] =>
  resourcesOfKind(design, 'securityGroup')
    .filter(([, group]) => vpc === undefined || group.vpcId === vpc)
    .map(([id]) => ({ id, name: titleOf(design, id) }));
