/** VPC Block Public Access on the VPCs and subnets that it holds for (BP-1…). */

import { known, resourcesOfKind, type Design, type ResourceId } from '../../model/index.ts';
import { hasAwsDefaults, isComplete, missingFact } from './coverage.ts';
import { isKeptVpc, type Kept } from './kept.ts';
import type { BlockMode, SubnetNode, VpcNode } from './network.ts';

/** Tells VPCs what blocks them, and subnets what excludes them. */
export function applyBlockPublicAccess(
  design: Design,
  vpcs: ReadonlyMap<ResourceId, VpcNode>,
  subnets: ReadonlyMap<ResourceId, SubnetNode>,
  kept: Kept | undefined,
): void {
  for (const [, setting] of resourcesOfKind(design, 'vpcBlockPublicAccess')) {
    const ownerId = known(setting.ownerId) ?? design.defaults?.ownerId;
    const region = known(setting.region) ?? design.defaults?.region;
    const text = known(setting.internetGatewayBlockMode);
    const mode: BlockMode | undefined =
      text === 'block-bidirectional'
        ? 'bidirectional'
        : text === 'block-ingress'
          ? 'ingress'
          : text === 'off' || setting.internetGatewayBlockMode === undefined
            ? 'off'
            : undefined;
    const untold = setting.exclusions !== undefined && known(setting.exclusions) === undefined;
    const exclusions = new Map(
      (known(setting.exclusions) ?? []).map((entry) => [
        entry.resourceId,
        entry.internetGatewayExclusionMode,
      ]),
    );
    for (const vpc of vpcs.values()) {
      if (isKeptVpc(kept, vpc)) continue;
      const same = (a: string | undefined, b: string | undefined): boolean =>
        a === undefined || b === undefined || a === b;
      if (!same(vpc.ownerId, ownerId) || !same(vpc.region, region)) continue;
      vpc.blockPublicAccess =
        mode === undefined
          ? { missing: missingFact('block-public-access', vpc.id, 'vpcBlockPublicAccess') }
          : { value: mode };
      const wholeMode = exclusions.get(vpc.id);
      vpc.exclusion = untold
        ? 'unknown'
        : wholeMode === 'allow-bidirectional' || wholeMode === 'allow-egress'
          ? wholeMode
          : 'none';
      for (const subnet of vpc.subnets) {
        const own = exclusions.get(subnet.id);
        const whole = exclusions.get(vpc.id);
        // BP-4: exclusions of different modes on VPC and subnet are not settled.
        if (untold) subnet.exclusion = 'unknown';
        else if (own !== undefined && whole !== undefined && own !== whole) subnet.exclusion = 'conflicting';
        else {
          const chosen = own ?? whole;
          subnet.exclusion = chosen === 'allow-bidirectional' || chosen === 'allow-egress' ? chosen : 'none';
        }
      }
    }
  }
  // V-6: without the account's setting, the subnets' own captured states stand.
  if (resourcesOfKind(design, 'vpcBlockPublicAccess').length > 0) return;
  const states = resourcesOfKind(design, 'subnet').some(
    ([, subnet]) => subnet.blockPublicAccessStates !== undefined,
  );
  if (!states) {
    for (const vpc of vpcs.values()) {
      if (isKeptVpc(kept, vpc) || hasAwsDefaults(design, vpc)) continue;
      if (!isComplete(design, 'vpcBlockPublicAccess', vpc)) vpc.blockAssumed = 'off-by-default';
    }
  }
  for (const [id, subnet] of resourcesOfKind(design, 'subnet')) {
    const node = subnets.get(id);
    const state = known(subnet.blockPublicAccessStates)?.internetGatewayBlockMode;
    if (!node || state === undefined || state === 'off' || isKeptVpc(kept, node.vpc)) continue;
    node.vpc.blockPublicAccess = { value: state === 'block-ingress' ? 'ingress' : 'bidirectional' };
  }
  for (const [id, subnet] of resourcesOfKind(design, 'subnet')) {
    const node = subnets.get(id);
    const state = known(subnet.blockPublicAccessStates)?.internetGatewayBlockMode;
    if (node && state === 'off' && !isKeptVpc(kept, node.vpc)) node.exclusion = 'allow-bidirectional';
  }
}
