/** VPC Block Public Access, acting at internet and egress-only gateways (BP-1…BP-4). */

import { EVERY_HEADER, NO_HEADERS } from '../../net/index.ts';
import type {
  BlockMode,
  GatewayNode,
  InterfaceNode,
  Network,
  SubnetNode,
  VpcNode,
} from '../compile/network.ts';
import { excludeFromBlock } from './fixes.ts';
import { assume, doubt, filter, type Walk } from './walk.ts';
import type { Packet } from './packet.ts';

/** Who opens the connection, seen from the VPC. */
export type Initiator = 'inside' | 'outside';

/** `unknown`: the setting, or how two exclusions join, is not known. */
export type BlockVerdict = 'pass' | 'drop' | 'unknown';

const underMode = (
  mode: BlockMode,
  exclusion: SubnetNode['exclusion'],
  gateway: GatewayNode['kind'],
  edge: 'natGateway' | 'other',
  initiator: Initiator,
): 'pass' | 'drop' => {
  let effective = mode;
  if (exclusion === 'allow-bidirectional') effective = 'off';
  if (exclusion === 'allow-egress' && effective === 'bidirectional') effective = 'ingress';
  if (effective === 'off') return 'pass';
  if (effective === 'bidirectional') return 'drop';
  // BP-2: under ingress only, NAT gateways and egress-only gateways still serve their clients.
  return initiator === 'inside' && (gateway === 'egressOnlyInternetGateway' || edge === 'natGateway')
    ? 'pass'
    : 'drop';
};

/** What an exclusion may come to where it is not settled (BP-4) or not told. */
const OPEN_READINGS: Readonly<Partial<Record<SubnetNode['exclusion'], SubnetNode['exclusion'][]>>> = {
  conflicting: ['allow-bidirectional', 'allow-egress'],
  unknown: ['none', 'allow-bidirectional', 'allow-egress'],
};

/**
 * What the setting says of a packet whose edge interface stands in this subnet (BP-3). Without a subnet, as for a
 * regional NAT gateway, whether the VPC's exclusion counts is not settled (BP-4).
 */
export function judgeBlock(
  vpc: VpcNode,
  subnet: SubnetNode | undefined,
  gateway: GatewayNode['kind'],
  edge: 'natGateway' | 'other',
  initiator: Initiator,
): BlockVerdict {
  const mode = vpc.blockPublicAccess.value;
  const settings: BlockMode[] = mode === undefined ? ['off', 'bidirectional', 'ingress'] : [mode];
  const exclusion = subnet?.exclusion ?? vpc.exclusion;
  const exclusions: SubnetNode['exclusion'][] =
    OPEN_READINGS[exclusion] ?? (subnet || exclusion === 'none' ? [exclusion] : ['none', exclusion]);
  const answers = new Set(
    settings.flatMap((each) => exclusions.map((one) => underMode(each, one, gateway, edge, initiator))),
  );
  if (answers.size > 1) return 'unknown';
  return answers.has('pass') ? 'pass' : 'drop';
}

const isNatEdge = (edge: InterfaceNode | undefined): 'natGateway' | 'other' =>
  edge?.nat ? 'natGateway' : 'other';

/** Judges a packet at a gateway; `edge` is the interface whose address meets it. */
export function passBlock(
  walk: Walk,
  gateway: GatewayNode,
  vpc: VpcNode,
  edge: InterfaceNode | undefined,
  regional: 'regional' | 'in-subnet',
  way: 'in' | 'out',
  packet: Packet,
): void {
  if (vpc.blockPublicAccess.value === 'off') {
    if (!vpc.blockAssumed) return;
    if (walk.network.assume === 'nothing')
      doubt(walk, {
        fact: 'block-public-access',
        resource: vpc.id,
        obtain: 'aws ec2 describe-vpc-block-public-access-options',
      });
    else assume(walk, { code: 'ASSUMPTION_AWS_DEFAULT', resource: vpc.id });
    return;
  }
  // A request that leaves, or the reply to it, was started inside.
  const initiator: Initiator = (walk.direction === 'forward') === (way === 'out') ? 'inside' : 'outside';
  const kind = regional === 'regional' ? 'natGateway' : isNatEdge(edge);
  const verdict = judgeBlock(vpc, edge?.subnet, gateway.kind, kind, initiator);
  filter(
    walk,
    packet,
    verdict === 'pass'
      ? { yes: EVERY_HEADER, maybe: EVERY_HEADER }
      : verdict === 'drop'
        ? { yes: NO_HEADERS, maybe: NO_HEADERS }
        : { yes: NO_HEADERS, maybe: EVERY_HEADER },
    () => ({
      code: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
      resource: settingOf(walk.network) ?? vpc.id,
      kind: 'vpcBlockPublicAccess',
      at: edge?.subnet.id ?? vpc.id,
      ...(verdict === 'drop' ? { deniedBy: vpc.blockPublicAccess.value ?? '' } : {}),
      parameters: {
        mode: vpc.blockPublicAccess.value ?? '',
        subnet: edge?.subnet.id ?? '',
        vpc: vpc.id,
        gateway: gateway.id,
      },
      facts: [
        vpc.blockPublicAccess.missing ?? {
          fact: 'block-public-access',
          resource: vpc.id,
          obtain: 'aws ec2 describe-vpc-block-public-access-options',
        },
      ],
      fixes: () => excludeFromBlock(walk, edge?.subnet, 'allow-bidirectional'),
      hop: 'when-denied',
    }),
  );
}

const settingOf = (network: Network): string | undefined =>
  Object.entries(network.design.resources).find(
    ([, resource]) => resource.kind === 'vpcBlockPublicAccess',
  )?.[0];
