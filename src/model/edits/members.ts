/** Setting one member of a resource, and its name. */

import { definitionOf, type Design, type Mute, type ResourceId } from '../design.ts';
import { known } from '../unknown.ts';
import { draftsOfKind, openList, revise, type DesignDraft } from './draft.ts';

/**
 * Sets a member, whole; undefined clears it. A value equal to what AWS takes when the member is absent is
 * not written, so that a switch turned on and off again leaves no trace.
 */
export function setField(design: Design, id: ResourceId, name: string, value: unknown): Design {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (!resource) return design;
  const before: unknown = Object.hasOwn(resource, name)
    ? Object.entries(resource).find(([key]) => key === name)?.[1]
    : undefined;
  const field = definitionOf(resource.kind).fields[name];
  const next = field?.defaultValue !== undefined && value === field.defaultValue ? undefined : value;
  if (before === next) return design;
  return revise(design, (draft) => {
    const target = draft.resources[id];
    if (!target) return;
    if (next === undefined) Reflect.deleteProperty(target, name);
    else Object.assign(target, { [name]: next });
    if (target.kind === 'vpc' && name === 'ipv6CidrBlockAssociationSet' && isEmptyList(before)) {
      allowIpv6InDefaultAcl(draft, id);
    }
  });
}

const isEmptyList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** NA-2: the first IPv6 block opens an unmodified default ACL for IPv6 too, as entry 101. */
function allowIpv6InDefaultAcl(draft: DesignDraft, vpcId: ResourceId): void {
  for (const [, acl] of draftsOfKind(draft, 'networkAcl')) {
    if (acl.vpcId !== vpcId || acl.isDefault !== true) continue;
    const entries = openList(acl, 'entries');
    const unmodified =
      entries?.length === 2 &&
      entries.every(
        (entry) =>
          entry.ruleNumber === 100 &&
          entry.protocol === '-1' &&
          entry.ruleAction === 'allow' &&
          entry.cidrBlock === '0.0.0.0/0',
      );
    if (!entries || !unmodified) continue;
    const allow = { ruleNumber: 101, protocol: '-1', ruleAction: 'allow', ipv6CidrBlock: '::/0' };
    entries.splice(1, 0, allow);
    entries.push({ ...allow, egress: true });
  }
}

/** Kinds that have a name of their own beside the tag, and its member. */
const ownNames: Readonly<Record<string, string>> = {
  securityGroup: 'groupName',
  managedPrefixList: 'prefixListName',
};

/** Names a resource; an empty name takes the name away. */
export function rename(design: Design, id: ResourceId, name: string): Design {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (!resource) return design;
  const trimmed = name.trim();
  const member = ownNames[resource.kind];
  if (member !== undefined && resource.tags?.['Name'] === undefined) {
    return trimmed === '' ? design : setField(design, id, member, trimmed);
  }
  if ((resource.tags?.['Name'] ?? '') === trimmed) return design;
  return revise(design, (draft) => {
    const target = draft.resources[id];
    if (!target) return;
    if (trimmed !== '') target.tags = { ...target.tags, Name: trimmed };
    else if (target.tags) {
      const { Name: _, ...others } = target.tags;
      if (Object.keys(others).length > 0) target.tags = others;
      else delete target.tags;
    }
  });
}

/** Names the design itself. */
export const renameDesign = (design: Design, name: string): Design =>
  name.trim() === '' || name === design.name ? design : { ...design, name: name.trim() };

/** Accepts a finding with a reason, until a day where one is given; without either takes the acceptance back. */
export function setMute(
  design: Design,
  finding: string,
  resource: ResourceId,
  acceptance: Omit<Mute, 'finding' | 'resource'> | undefined,
): Design {
  const others = (known(design.muted) ?? []).filter(
    (mute) => mute.finding !== finding || mute.resource !== resource,
  );
  if (acceptance === undefined) {
    return others.length === (design.muted?.length ?? 0) ? design : { ...design, muted: others };
  }
  return { ...design, muted: [...others, { finding, resource, ...acceptance }] };
}
