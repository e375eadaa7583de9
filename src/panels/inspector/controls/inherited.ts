/** What holds where a member is absent because something else decides it. */

import { known, resourceOfKind, type Design, type Resource } from '../../../model/index.ts';

/** AD-4: an instance drawn without a word on it gets the public address that its subnet hands out. */
export function inheritedValue(design: Design, resource: Resource, name: string): boolean | undefined {
  if (resource.kind !== 'instance' || name !== 'associatePublicIpAddress' || design.coverage)
    return undefined;
  const subnet = known(resource.subnetId);
  return subnet === undefined
    ? undefined
    : known(resourceOfKind(design, subnet, 'subnet')?.mapPublicIpOnLaunch);
}
