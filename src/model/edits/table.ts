/** Which route table a subnet follows. */

import { resourceOfKind, resourcesOfKind, type Design, type ResourceId } from '../design.ts';
import { known } from '../unknown.ts';

/** The explicit or main table that a subnet follows. */
export function tableOf(
  design: Design,
  subnetId: ResourceId,
): { readonly id: ResourceId; readonly own: boolean; readonly sharedWith: number } | undefined {
  const vpcId = known(resourceOfKind(design, subnetId, 'subnet')?.vpcId);
  let main: ResourceId | undefined;
  for (const [id, table] of resourcesOfKind(design, 'routeTable')) {
    const associations = known(table.associations) ?? [];
    if (associations.some((item) => item.subnetId === subnetId)) {
      const subnets = associations.filter((item) => item.subnetId !== undefined).length;
      return { id, own: true, sharedWith: subnets - 1 };
    }
    if (table.vpcId === vpcId && associations.some((item) => item.main === true)) main = id;
  }
  return main === undefined ? undefined : { id: main, own: false, sharedWith: 0 };
}
