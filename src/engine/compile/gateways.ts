/** Internet, egress-only and NAT gateways compiled, and which of them each VPC has. */

import { known, resourcesOfKind, type Design, type ResourceId } from '../../model/index.ts';
import { oneAddress, parseAddress, unionOfAddresses } from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import { isComplete, missingFact } from './coverage.ts';
import { isKeptVpc, keptNode, type Kept } from './kept.ts';
import { publicIpOf } from './interfaces.ts';
import type { GatewayNode, Known, NatNode, SubnetNode, VpcNode } from './network.ts';

/** Internet and egress-only gateways; each VPC learns its own, or that it is not told. */
export function compileGateways(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  kept: Kept | undefined,
): Map<ResourceId, GatewayNode> {
  const gateways = new Map<ResourceId, GatewayNode>();
  for (const kind of ['internetGateway', 'egressOnlyInternetGateway'] as const) {
    const attachedTo = new Map<VpcNode, GatewayNode>();
    for (const [id, gateway] of resourcesOfKind(design, kind)) {
      const former = keptNode(kept, id, (network) => network.gateways);
      if (former) {
        gateways.set(id, former);
        continue;
      }
      const attachment = (known(gateway.attachments) ?? []).find(
        (entry) =>
          entry.vpcId !== undefined &&
          !['detaching', 'detached', 'attaching'].includes(entry.state ?? 'attached'),
      );
      const vpc = attachment?.vpcId === undefined ? undefined : vpcs.get(attachment.vpcId);
      const node: GatewayNode = { id, kind, vpc, edgeTable: undefined };
      gateways.set(id, node);
      if (vpc && !attachedTo.has(vpc)) attachedTo.set(vpc, node);
    }
    for (const vpc of vpcs.values()) {
      if (isKeptVpc(kept, vpc)) continue;
      const attached = attachedTo.get(vpc);
      const answer: Known<GatewayNode | undefined> =
        attached || isComplete(design, kind, vpc)
          ? { value: attached }
          : {
              missing: missingFact(
                kind === 'internetGateway' ? 'internet-gateways-of' : 'egress-only-gateways-of',
                vpc.id,
                kind,
              ),
            };
      if (kind === 'internetGateway') vpc.internetGateway = answer;
      else vpc.egressOnlyGateway = answer;
    }
  }
  return gateways;
}

/** NAT gateways of subnets and of whole VPCs. */
export function compileNats(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  kept: Kept | undefined,
): Map<ResourceId, NatNode> {
  const nats = new Map<ResourceId, NatNode>();
  for (const [id, nat] of resourcesOfKind(design, 'natGateway')) {
    const former = keptNode(kept, id, (network) => network.nats);
    if (former) {
      nats.set(id, former);
      continue;
    }
    const regional = known(nat.availabilityMode) === 'regional';
    const subnet = regional ? undefined : subnets.get(known(nat.subnetId) ?? '');
    const vpc = subnet?.vpc ?? vpcs.get(known(nat.vpcId) ?? '');
    if (!vpc || (!regional && !subnet)) continue;
    const addresses = known(nat.natGatewayAddresses) ?? [];
    const publics = addresses.map(
      (entry) => known(entry.publicIp) ?? publicIpOf(design, known(entry.allocationId)),
    );
    const sets = publics.map((text) => {
      const parsed = text === undefined ? undefined : parseAddress(text);
      return parsed?.ok && parsed.value.family === 4 ? oneAddress(4, parsed.value.value) : PUBLIC[4];
    });
    const zones = addresses.flatMap((entry) => known(entry.availabilityZone) ?? []);
    const node: NatNode = {
      id,
      vpc,
      subnet,
      connectivity: known(nat.connectivityType) === 'private' ? 'private' : 'public',
      state: known(nat.state) ?? 'available',
      interface: undefined,
      manualZones: regional && known(nat.autoProvisionZones) === 'disabled' ? zones : undefined,
      tableId: known(nat.routeTableId),
      publicAddresses: sets.length > 0 ? unionOfAddresses(sets, 4) : PUBLIC[4],
    };
    nats.set(id, node);
    vpc.natGateways.push(node);
  }
  return nats;
}
