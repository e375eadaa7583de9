/** Fixes of what a resource itself says: addresses, checks, states, exclusions, services. Nothing here is offered before it has been tried on a copy. */

import { known, resourcesOfKind, type AwsAction } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import type { Fix } from '../answers.ts';
import type { InterfaceNode, SubnetNode } from '../compile/network.ts';
import type { Walk } from './walk.ts';

/** Gives a private address a public face. */
export function associateAddress(node: InterfaceNode): Fix[] {
  const allocation = `eipalloc:${node.owner}`;
  const onInstance = node.id === `eni:${node.owner}` && node.ownerKind === 'instance';
  const parameters: AwsAction['parameters'] =
    node.ownerKind === 'natGateway'
      ? { natGatewayId: node.owner }
      : onInstance
        ? { instanceId: node.owner }
        : { networkInterfaceId: node.id };
  return [
    {
      id: 'associate-address',
      parameters: { interface: node.owner },
      actions: [
        { action: 'AllocateAddress', resource: allocation, parameters: {} },
        { action: 'AssociateAddress', resource: allocation, parameters },
      ],
    },
  ];
}

export function sourceDestCheckOff(node: InterfaceNode): Fix[] {
  const implied = node.id === `eni:${node.owner}`;
  return [
    {
      id: 'source-dest-check-off',
      parameters: { interface: node.owner },
      actions: [
        implied
          ? {
              action: 'ModifyInstanceAttribute',
              resource: node.owner,
              parameters: { sourceDestCheck: false },
            }
          : {
              action: 'ModifyNetworkInterfaceAttribute',
              resource: node.id,
              parameters: { sourceDestCheck: false },
            },
      ],
    },
  ];
}

export function startInstance(node: InterfaceNode): Fix[] {
  if (node.state.kind !== 'dead' || node.ownerKind !== 'instance' || node.state.resource !== node.owner)
    return [];
  return [
    {
      id: 'start-instance',
      parameters: { instance: node.owner },
      actions: [{ action: 'StartInstances', resource: node.owner, parameters: {} }],
    },
  ];
}

/** Opens a subnet by an exclusion: a new one, or what already covers it, widened (BP-4: two that differ are not settled). */
export function excludeFromBlock(
  walk: Walk,
  subnet: SubnetNode | undefined,
  mode: 'allow-bidirectional' | 'allow-egress',
): Fix[] {
  if (!subnet) return [];
  for (const [id, setting] of resourcesOfKind(walk.network.design, 'vpcBlockPublicAccess')) {
    const standing = (known(setting.exclusions) ?? []).find(
      ({ resourceId }) => resourceId === subnet.vpc.id || resourceId === subnet.id,
    );
    const place = standing?.resourceId ?? subnet.id;
    return [
      {
        id: standing ? 'change-exclusion' : 'exclude-from-block',
        parameters: { subnet: place, mode },
        actions: [
          {
            action: standing ? 'ModifyVpcBlockPublicAccessExclusion' : 'CreateVpcBlockPublicAccessExclusion',
            resource: id,
            parameters: { resourceId: place, internetGatewayExclusionMode: mode },
          },
        ],
      },
    ];
  }
  return [];
}

export function turnOnMetadata(node: InterfaceNode, family: Family): Fix[] {
  return [
    {
      id: 'turn-on-metadata',
      parameters: { instance: node.owner },
      actions: [
        {
          action: 'ModifyInstanceMetadataOptions',
          resource: node.owner,
          parameters:
            family === 6
              ? { httpEndpoint: 'enabled', httpProtocolIpv6: 'enabled' }
              : { httpEndpoint: 'enabled' },
        },
      ],
    },
  ];
}
