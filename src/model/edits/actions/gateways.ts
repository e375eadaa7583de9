/** Actions on gateways and Elastic IP addresses: made, attached, mapped, let go. */

import { draftOf, draftsOfKind, keepItems, openList, type DesignDraft } from '../draft.ts';
import { textOf, type ActionTable } from './action-table.ts';

const isNew = (draft: DesignDraft, id: string | undefined): id is string =>
  id !== undefined && !Object.hasOwn(draft.resources, id);

/** Takes an address off whatever it is mapped to, on both sides of the mapping. */
function disassociate(draft: DesignDraft, allocation: string): void {
  const address = draftOf(draft, allocation, 'elasticIp');
  if (!address) return;
  delete address.networkInterfaceId;
  delete address.instanceId;
  delete address.natGatewayId;
  delete address.privateIpAddress;
  for (const [, gateway] of draftsOfKind(draft, 'natGateway')) {
    keepItems(gateway, 'natGatewayAddresses', (item) => item.allocationId !== allocation);
  }
  for (const [, eni] of draftsOfKind(draft, 'networkInterface')) {
    if (!Array.isArray(eni.privateIpAddresses)) continue;
    for (const item of eni.privateIpAddresses) {
      if (item.association?.allocationId === allocation) delete item.association;
    }
  }
}

export const gatewayActions: ActionTable = {
  AttachInternetGateway: (draft, gateway, parameters) => {
    const owner = draftOf(draft, gateway, 'internetGateway');
    const vpcId = textOf(parameters, 'vpcId');
    if (owner && vpcId !== undefined) owner.attachments = [{ vpcId }];
  },
  DetachInternetGateway: (draft, gateway, parameters) => {
    const owner = draftOf(draft, gateway, 'internetGateway');
    const vpcId = textOf(parameters, 'vpcId');
    if (owner) keepItems(owner, 'attachments', (item) => vpcId !== undefined && item.vpcId !== vpcId);
  },
  CreateInternetGateway: (draft, vpcId, parameters) => {
    const id = textOf(parameters, 'internetGatewayId');
    if (!isNew(draft, id) || !draftOf(draft, vpcId, 'vpc')) return;
    draft.resources[id] = { kind: 'internetGateway', attachments: [{ vpcId }] };
  },
  CreateEgressOnlyInternetGateway: (draft, vpcId, parameters) => {
    const id = textOf(parameters, 'egressOnlyInternetGatewayId');
    if (!isNew(draft, id) || !draftOf(draft, vpcId, 'vpc')) return;
    draft.resources[id] = { kind: 'egressOnlyInternetGateway', attachments: [{ vpcId }] };
  },
  CreateNatGateway: (draft, subnetId, parameters) => {
    const id = textOf(parameters, 'natGatewayId');
    const allocationId = textOf(parameters, 'allocationId');
    if (!isNew(draft, id) || !draftOf(draft, subnetId, 'subnet')) return;
    draft.resources[id] = {
      kind: 'natGateway',
      subnetId,
      ...(allocationId === undefined ? {} : { natGatewayAddresses: [{ allocationId }] }),
    };
    const address = allocationId === undefined ? undefined : draftOf(draft, allocationId, 'elasticIp');
    if (address) address.natGatewayId = id;
  },
  AllocateAddress: (draft, id) => {
    if (isNew(draft, id)) draft.resources[id] = { kind: 'elasticIp' };
  },
  AssociateAddress: (draft, allocation, parameters) => {
    const target = {
      networkInterfaceId: textOf(parameters, 'networkInterfaceId'),
      instanceId: textOf(parameters, 'instanceId'),
      natGatewayId: textOf(parameters, 'natGatewayId'),
    };
    // The implied interface of a drawn instance is no resource: the address goes on the instance.
    if (target.networkInterfaceId?.startsWith('eni:') === true) {
      target.instanceId = target.networkInterfaceId.slice('eni:'.length);
      target.networkInterfaceId = undefined;
    }
    if (!draftOf(draft, allocation, 'elasticIp')) return;
    disassociate(draft, allocation);
    const address = draftOf(draft, allocation, 'elasticIp');
    if (!address) return;
    if (target.networkInterfaceId !== undefined) address.networkInterfaceId = target.networkInterfaceId;
    if (target.instanceId !== undefined) address.instanceId = target.instanceId;
    const privateIpAddress = textOf(parameters, 'privateIpAddress');
    if (privateIpAddress !== undefined) address.privateIpAddress = privateIpAddress;
    if (target.natGatewayId === undefined) return;
    address.natGatewayId = target.natGatewayId;
    const gateway = draftOf(draft, target.natGatewayId, 'natGateway');
    if (gateway) openList(gateway, 'natGatewayAddresses')?.push({ allocationId: allocation });
  },
  DisassociateAddress: disassociate,
  ReleaseAddress: (draft, allocation) => {
    disassociate(draft, allocation);
    if (draftOf(draft, allocation, 'elasticIp')) delete draft.resources[allocation];
  },
};
