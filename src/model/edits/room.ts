/** More room for a VPC that is full: another address block, one that AWS takes and nothing else uses. */

import {
  cidrHolds,
  cidrsOverlap,
  failure,
  formatCidr,
  nextFreeCidr,
  parseCidr,
  success,
  type Cidr,
  type Result,
} from '../../net/index.ts';
import { resourceOfKind, resourcesOfKind, type Design, type ResourceId, type Vpc } from '../design.ts';
import { ipv4BlocksOf, routedElsewhere } from './addresses.ts';
import { revise } from './draft.ts';
import { titleOf } from './identity.ts';
import { refusal, type Refusal } from './refusal.ts';

const block = (text: string): Cidr | undefined => {
  const parsed = parseCidr(text);
  return parsed.ok ? parsed.value : undefined;
};

/** AD-10: a VPC of one of the private ranges takes no block of another one; shared address space goes with all. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => block(text) ?? []);
const sharedRange = ['100.64.0.0/10'].flatMap((text) => block(text) ?? []);

/** With a block in the first of these, AWS takes none of the second. */
const early = block('10.0.0.0/15');
const earliest = block('10.0.0.0/16');

function rangesFor(own: readonly Cidr[]): readonly Cidr[] {
  const home = privateRanges.filter((range) => own.some((cidr) => cidrHolds(range, cidr)));
  return [...home, ...sharedRange];
}

/** The next block that a VPC could have beside its own, of the size of its first; undefined where none is free. */
export function nextVpcBlock(design: Design, vpcId: ResourceId): string | undefined {
  const vpc = resourceOfKind(design, vpcId, 'vpc');
  const own: readonly Cidr[] = vpc ? ipv4BlocksOf(vpc) : [];
  const [first] = own;
  if (!first) return undefined;
  const others = resourcesOfKind(design, 'vpc').flatMap(([, other]) => ipv4BlocksOf(other));
  const isEarly = early !== undefined && own.some((cidr) => cidrsOverlap(early, cidr));
  const taken = [
    ...others,
    ...routedElsewhere(design),
    ...(isEarly && earliest !== undefined ? [earliest] : []),
  ];
  for (const range of rangesFor(own)) {
    const free = nextFreeCidr(range, first.prefixLength, taken);
    if (free) return formatCidr(free);
  }
  return undefined;
}

export interface Extended {
  readonly design: Design;
  readonly block: string;
}

/** Adds the next free block to a VPC. */
export function extendVpc(design: Design, vpcId: ResourceId): Result<Extended, Refusal> {
  const next = nextVpcBlock(design, vpcId);
  if (next === undefined || isUntold(resourceOfKind(design, vpcId, 'vpc'))) {
    const name = titleOf(design, vpcId);
    return failure(
      refusal(
        'no-room',
        `${name} can take no other block`,
        `${name} に追加できる CIDR ブロックがありません`,
        vpcId,
      ),
    );
  }
  const extended = revise(design, (draft) => {
    const vpc = draft.resources[vpcId];
    if (vpc?.kind !== 'vpc') return;
    const before = Array.isArray(vpc.cidrBlockAssociationSet) ? vpc.cidrBlockAssociationSet : [];
    vpc.cidrBlockAssociationSet = [...before, { cidrBlock: next }];
  });
  return success({ design: extended, block: next });
}

/** Its other blocks are not known: one more would look like all of them. */
const isUntold = (vpc: Vpc | undefined): boolean =>
  vpc?.cidrBlockAssociationSet !== undefined && !Array.isArray(vpc.cidrBlockAssociationSet);
