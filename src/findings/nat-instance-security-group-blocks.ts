/** A NAT instance whose own groups stop the clients that are routed to it (NI-2). */

import type { Blocker, InterfaceNode, SubnetNode } from '../engine/index.ts';
import { formatCidr } from '../net/index.ts';
import { action } from './_actions.ts';
import { applianceUses, internetUses } from './_appliances.ts';
import { isWritten, workloadsOf, type FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding } from './_finding.ts';
import { wayOut } from './_proofs.ts';
import { SIDE } from './_words.ts';

const GROUP_CODES = new Set([
  'ENI_SG_RULES_MISMATCH',
  'SG_HAS_NO_RULES',
  'SG_REFERENCES_NOT_PRESERVED',
  'SG_REFERENCE_NOT_VALID_ON_PATH',
]);

/** What a client's web traffic is allowed through with: in from its subnet, out to the internet. */
function letThrough(
  context: FindingContext,
  node: InterfaceNode,
  subnet: SubnetNode,
  family: 4 | 6,
  sides: readonly ('in' | 'out')[],
): ProposedFix[] {
  const group = node.groups.find((each) => isWritten(context, each.id));
  if (!group) return [];
  const member = family === 4 ? 'cidrIpv4' : 'cidrIpv6';
  const blocks = { in: subnet.cidrs[family].map(formatCidr), out: [family === 4 ? '0.0.0.0/0' : '::/0'] };
  return [
    {
      id: 'allow-in-group',
      title: context.say(
        { en: 'Allow 80 and 443 in {group}', ja: '{group} で 80 と 443 を許可' },
        { group: { ids: [group.id] } },
      ),
      parameters: {
        group: group.id,
        interface: node.owner,
        peer: sides.flatMap((side) => blocks[side]).join(', '),
      },
      actions: sides.flatMap((side) =>
        blocks[side].flatMap((block) =>
          [80, 443].map((port) =>
            action(
              side === 'in' ? 'AuthorizeSecurityGroupIngress' : 'AuthorizeSecurityGroupEgress',
              group.id,
              {
                ipProtocol: 'tcp',
                fromPort: port,
                toPort: port,
                [member]: block,
              },
            ),
          ),
        ),
      ),
    },
  ];
}

function* behind(
  context: FindingContext,
  node: InterfaceNode,
  subnet: SubnetNode,
  family: 4 | 6,
): Generator<RawFinding> {
  const client = workloadsOf(subnet).find(
    (each) => each !== node && each.owner !== node.owner && each.addresses[family].length > 0,
  );
  if (!client) return;
  const answer = context.ask({
    from: client.id,
    to: 'internet',
    protocol: 'tcp',
    port: '80,443',
    ipVersion: family === 4 ? '4' : '6',
  });
  const found = answer?.families[family];
  if (found?.verdict !== 'blocked') return;
  // What stops its clients' requests is its own group; what their groups say is theirs.
  const own = (blocker: Blocker): boolean =>
    GROUP_CODES.has(blocker.code) && blocker.direction === 'forward' && blocker.at === node.owner;
  const sides = (['in', 'out'] as const).filter((side) =>
    found.blockers.some((blocker) => own(blocker) && blocker.side === side),
  );
  if (sides.length === 0) return;
  const direction =
    sides.length === 2
      ? { en: 'inbound and outbound', ja: 'インバウンドとアウトバウンド' }
      : SIDE[sides[0] ?? 'in'];
  yield {
    resource: node.owner,
    related: [subnet.id, ...node.groups.map((group) => group.id).filter((id) => isWritten(context, id))],
    family,
    detail: subnet.id,
    values: { eni: { ids: [node.owner] }, subnet: { ids: [subnet.id] }, direction },
    ...wayOut(client, family),
    fixes: () => letThrough(context, node, subnet, family, sides),
  };
}

export const finding: FindingDefinition = {
  id: 'nat-instance-security-group-blocks',
  title: {
    en: 'Security group of a NAT instance blocks its clients',
    ja: 'NAT インスタンスのセキュリティグループによる遮断',
  },
  severity: 'error',
  live: 'joined',
  layer: 'group',
  reference: 'vpc/latest/userguide/VPC_NAT_Instance.html',
  alsoKnownAs: [],
  reads: [
    'routeTable',
    'networkInterface',
    'instance',
    'securityGroup',
    'subnet',
    'networkAcl',
    'internetGateway',
  ],
  message: {
    en: 'Security groups of {eni} do not let {subnet} through ({direction}).',
    ja: '{eni} のセキュリティグループが {subnet} からの通信を許可していません ({direction})。',
  },
  *find(context) {
    for (const [node, uses] of applianceUses(context)) {
      if (node.groups.some((group) => group.missing)) continue;
      for (const { route, subnets } of internetUses(context, uses)) {
        for (const subnet of subnets)
          if (subnet !== node.subnet) yield* behind(context, node, subnet, route.cidr.family);
      }
    }
  },
};
