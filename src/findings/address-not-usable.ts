/** A private address that its interface can't have: outside the subnet, kept by AWS, or taken (AD-9). */

import type { InterfaceNode, SubnetNode } from '../engine/index.ts';
import type { LocalText } from '../model/index.ts';
import { formatAddress, hasAddress, singleAddress, type Family } from '../net/index.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, RawFinding, Value } from './_finding.ts';

const OUTSIDE: LocalText = {
  en: 'it lies outside the block of the subnet',
  ja: 'サブネットの CIDR ブロックの範囲外です',
};
const RESERVED: LocalText = {
  en: 'AWS keeps the first four addresses and the last',
  ja: '最初の 4 個と最後の 1 個は AWS が予約しています',
};

/** AD-9: the first four addresses of a block, and the last. */
const isReserved = (subnet: SubnetNode, family: Family, value: bigint): boolean =>
  subnet.cidrs[family].some(
    (block) => (value >= block.first && value < block.first + 4n) || value === block.last,
  );

interface Holder {
  readonly node: InterfaceNode;
  readonly family: Family;
  readonly value: bigint;
}

function* holdersIn(context: FindingContext): Generator<Holder> {
  for (const node of context.network.interfaces.values()) {
    for (const family of [4, 6] as const) {
      for (const set of node.addresses[family]) {
        const value = singleAddress(set);
        if (value !== undefined) yield { node, family, value };
      }
    }
  }
}

export const finding: FindingDefinition = {
  id: 'address-not-usable',
  title: { en: 'Address that cannot be used', ja: '使えない IP アドレス' },
  severity: 'error',
  live: 'now',
  layer: 'addressing',
  reference: 'vpc/latest/userguide/subnet-sizing.html',
  alsoKnownAs: [],
  reads: ['instance', 'networkInterface', 'natGateway', 'subnet'],
  message: {
    en: '{ip} cannot be used in {subnet}: {reason}.',
    ja: '{ip} は {subnet} では使えません。{reason}。',
  },
  *find(context) {
    const first = new Map<string, InterfaceNode>();
    for (const { node, family, value } of holdersIn(context)) {
      const { subnet } = node;
      const tell = (reason: Value, related: readonly string[]): RawFinding => ({
        resource: node.owner,
        related,
        family,
        detail: formatAddress(family, value),
        values: { ip: formatAddress(family, value), subnet: { ids: [subnet.id] }, reason },
      });
      // A subnet without a block yet is unfinished, not wrong.
      if (subnet.cidrs[family].length === 0) continue;
      if (!hasAddress(subnet.blocks[family], value)) yield tell(OUTSIDE, [subnet.id]);
      else if (isReserved(subnet, family, value)) yield tell(RESERVED, [subnet.id]);
      const key = `${node.vpc.id} ${family} ${value}`;
      const other = first.get(key);
      if (!other) first.set(key, node);
      else if (other !== node) {
        const reason = context.say(
          { en: '{other} has it', ja: '{other} が使用中です' },
          { other: { ids: [other.owner] } },
        );
        yield tell(reason, [subnet.id, other.owner]);
      }
    }
  },
};
