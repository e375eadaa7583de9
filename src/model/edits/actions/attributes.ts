/** Actions that set members: of interfaces, instances, subnets, VPCs, names, and exclusions from Block Public Access. */

import type { AwsAction } from '../../action.ts';
import { definitionOf } from '../../design.ts';
import { draftOf, openList, type DesignDraft, type ResourceDraft } from '../draft.ts';
import { textOf, type ActionTable } from './action-table.ts';

/** Sets the members that the kind declares; others are not this API call's business. */
function setMembers(resource: ResourceDraft, values: Readonly<Record<string, unknown>>): void {
  const { fields } = definitionOf(resource.kind);
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(fields, name))
      Object.assign(resource, { [name]: Array.isArray(value) ? [...(value as readonly unknown[])] : value });
  }
}

const instanceOfImpliedInterface = (id: string): string | undefined =>
  id.startsWith('eni:') ? id.slice('eni:'.length) : undefined;

function modifyInterface(draft: DesignDraft, id: string, parameters: AwsAction['parameters']): void {
  const implied = instanceOfImpliedInterface(id);
  if (implied !== undefined) {
    const instance = draftOf(draft, implied, 'instance');
    if (instance) setMembers(instance, parameters);
    return;
  }
  const eni = draftOf(draft, id, 'networkInterface');
  if (eni) setMembers(eni, parameters);
}

function modifyMetadata(draft: DesignDraft, id: string, parameters: AwsAction['parameters']): void {
  const instance = draftOf(draft, id, 'instance');
  if (!instance) return;
  const before = instance.metadataOptions;
  const kept = before === undefined || '$unknown' in before ? {} : before;
  instance.metadataOptions = { ...kept, ...parameters } as typeof kept;
}

export const attributeActions: ActionTable = {
  ModifyNetworkInterfaceAttribute: modifyInterface,
  ModifyInstanceAttribute: (draft, id, parameters) => {
    const instance = draftOf(draft, id, 'instance');
    if (instance) setMembers(instance, parameters);
  },
  ModifyInstanceMetadataOptions: modifyMetadata,
  StartInstances: (draft, id) => {
    const instance = draftOf(draft, id, 'instance');
    if (instance) instance.instanceState = 'running';
  },
  ModifySubnetAttribute: (draft, id, parameters) => {
    const subnet = draftOf(draft, id, 'subnet');
    if (subnet) setMembers(subnet, parameters);
  },
  AssociateSubnetCidrBlock: (draft, id, parameters) => {
    const subnet = draftOf(draft, id, 'subnet');
    const cidrBlock = textOf(parameters, 'cidrBlock');
    if (subnet && cidrBlock !== undefined) subnet.cidrBlock = cidrBlock;
  },
  AssociateVpcCidrBlock: (draft, id, parameters) => {
    const vpc = draftOf(draft, id, 'vpc');
    const cidrBlock = textOf(parameters, 'cidrBlock');
    if (!vpc || cidrBlock === undefined) return;
    if (vpc.cidrBlock === undefined) {
      vpc.cidrBlock = cidrBlock;
      return;
    }
    const blocks = openList(vpc, 'cidrBlockAssociationSet');
    if (!blocks || blocks.some((block) => block.cidrBlock === cidrBlock)) return;
    blocks.push({ cidrBlock });
  },
  CreateTags: (draft, id, parameters) => {
    const resource = Object.hasOwn(draft.resources, id) ? draft.resources[id] : undefined;
    const name = textOf(parameters, 'name');
    if (resource && name !== undefined) resource.tags = { ...resource.tags, Name: name };
  },
  CreateVpcBlockPublicAccessExclusion: (draft, id, parameters) => {
    const owner = draftOf(draft, id, 'vpcBlockPublicAccess');
    const resourceId = textOf(parameters, 'resourceId');
    const internetGatewayExclusionMode = textOf(parameters, 'internetGatewayExclusionMode');
    if (!owner || resourceId === undefined || internetGatewayExclusionMode === undefined) return;
    openList(owner, 'exclusions')?.push({ resourceId, internetGatewayExclusionMode });
  },
  ModifyVpcBlockPublicAccessExclusion: (draft, id, parameters) => {
    const owner = draftOf(draft, id, 'vpcBlockPublicAccess');
    const resourceId = textOf(parameters, 'resourceId');
    const internetGatewayExclusionMode = textOf(parameters, 'internetGatewayExclusionMode');
    const exclusions = owner && Array.isArray(owner.exclusions) ? owner.exclusions : [];
    for (const exclusion of exclusions) {
      if (exclusion.resourceId === resourceId && internetGatewayExclusionMode !== undefined)
        exclusion.internetGatewayExclusionMode = internetGatewayExclusionMode;
    }
  },
};
