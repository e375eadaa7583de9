/** Replies of tried flows at the network ACLs that they cross (RP-4, EP-1). */

import type { AclNode, Blocker, InterfaceNode, SubnetNode } from '../engine/index.ts';
import {
  addressesOf,
  everyAddress,
  formatCidr,
  hasAddress,
  parseAddress,
  unionOfAddresses,
  type AddressSet,
  type Family,
} from '../net/index.ts';
import { action } from './_actions.ts';
import { blockMember, freeNumber } from './_acls.ts';
import { isWritten, type FindingContext } from './_context.ts';
import type { ProposedFix, Value } from './_finding.ts';
import { endValue, type AskedFlow, type FlowEnd } from './_flows.ts';

/** One border that a reply crosses. */
export interface Border {
  readonly acl: AclNode;
  readonly subnet: SubnetNode;
  readonly side: 'in' | 'out';
  readonly family: Family;
  /** Blocks that hold the other end, as the ACL sees it. */
  readonly blocks: readonly string[];
  readonly peer: AddressSet;
}

/** The subnet that holds a peer, else everyone: rules for one host of many would not do for the next. */
function around(context: FindingContext, text: string, family: Family): Pick<Border, 'blocks' | 'peer'> {
  const address = parseAddress(text.split(/[,/ ]/u)[0] ?? '');
  const subnet = address.ok
    ? [...context.network.subnets.values()].find((each) =>
        hasAddress(each.blocks[family], address.value.value),
      )
    : undefined;
  if (subnet && address.ok && address.value.family === family) {
    return {
      blocks: subnet.cidrs[family].map(formatCidr),
      peer: unionOfAddresses(subnet.cidrs[family].map(addressesOf), family),
    };
  }
  return { blocks: [family === 4 ? '0.0.0.0/0' : '::/0'], peer: everyAddress(family) };
}

/** Where a reply was stopped. */
export function borderOf(context: FindingContext, blocker: Blocker): Border | undefined {
  const acl = context.network.acls.get(blocker.resource);
  const subnet = context.network.subnets.get(blocker.at ?? '');
  if (!acl || !subnet || blocker.side === undefined) return undefined;
  const { family, side } = blocker;
  return { acl, subnet, side, family, ...around(context, blocker.parameters['peer'] ?? '', family) };
}

const endBorder = (
  context: FindingContext,
  at: InterfaceNode | undefined,
  side: 'in' | 'out',
  other: FlowEnd,
  family: Family,
): Border[] => {
  const acl = at?.subnet.acl.value;
  if (!at || !acl) return [];
  const text = other.node ? other.node.subnet.cidrs[family].map(formatCidr).join(', ') : '';
  return [{ acl, subnet: at.subnet, side, family, ...around(context, text, family) }];
};

/** The borders of the two ends: out of the server's subnet, and into the client's. */
export const endBorders = (context: FindingContext, { from, to, family }: AskedFlow): Border[] => [
  ...endBorder(context, to.node, 'out', from, family),
  ...endBorder(context, from.node, 'in', to, family),
];

export const borderKey = ({ acl, side, family, blocks }: Border): string =>
  `${acl.id} ${side} ${family} ${blocks.join()}`;

/** The ACL blockers of a reply, where nothing but ACLs stops it. */
export const aclBlockers = ({ answer }: AskedFlow): readonly Blocker[] =>
  answer.return.blockers.every((blocker) => blocker.code === 'SUBNET_ACL_RESTRICTION')
    ? answer.return.blockers
    : [];

const NUMBERS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', icmpv6: '58' };

/** Lets replies through a border, ahead of what denies them (V-12). */
export function letRepliesThrough(
  context: FindingContext,
  border: Border,
  protocol: string,
  deniedBy: string | undefined,
): ProposedFix[] {
  const { acl, side, family, blocks } = border;
  if (!isWritten(context, acl.id)) return [];
  const denying = acl.entries[side][family].find((entry) => String(entry.number) === deniedBy);
  const number = freeNumber(acl, side, denying?.number);
  const [block] = blocks;
  if (number === undefined || block === undefined) return [];
  const ported = protocol === 'tcp' || protocol === 'udp';
  return [
    {
      id: 'allow-in-acl',
      title: context.say(
        { en: 'Add rule {number}', ja: 'ルール {number} を追加' },
        { number: String(number) },
      ),
      parameters: {
        acl: acl.id,
        direction: side,
        side,
        number: String(number),
        peer: block,
        protocol,
        ...(ported ? { ports: '1024-65535' } : {}),
      },
      actions: [
        action('CreateNetworkAclEntry', acl.id, {
          ruleNumber: number,
          egress: side === 'out',
          protocol: NUMBERS[protocol] ?? protocol,
          ruleAction: 'allow',
          ...blockMember(family, block),
          ...(ported ? { fromPort: 1024, toPort: 65_535 } : {}),
        }),
      ],
    },
  ];
}

/** `web-1 → db-1 TCP 5432` */
export function flowValue(context: FindingContext, { from, to, protocol, port }: AskedFlow): Value {
  const traffic = `${protocol.toUpperCase()}${port === undefined ? '' : ` ${port}`}`;
  return context.say(
    { en: '{from} → {to} {traffic}', ja: '{from} → {to} {traffic}' },
    { from: endValue(from), to: endValue(to), traffic },
  );
}

export const endsOf = ({ from, to }: AskedFlow): string[] =>
  [from, to].flatMap(({ node }) => (node ? [node.owner] : []));
