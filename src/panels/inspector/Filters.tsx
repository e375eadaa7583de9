/** What filters the traffic of a subnet: its network ACL, and the groups of what stands in it. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import { compareNaturally } from '../../drawing/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import { known, resourceOfKind, titleOf, type Design, type ResourceId } from '../../model/index.ts';
import { useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import { aclOf } from './acl.ts';
import styles from './Inspector.module.css';

/** The groups of everything in a subnet, with how many things have each. */
function groupsIn(design: Design, subnetId: ResourceId): readonly (readonly [ResourceId, number])[] {
  const counts = new Map<ResourceId, number>();
  for (const resource of Object.values(design.resources)) {
    if (!('securityGroupIds' in resource) || resource.subnetId !== subnetId) continue;
    for (const group of known(resource.securityGroupIds) ?? [])
      counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].sort(([left], [right]) =>
    compareNaturally(titleOf(design, left), titleOf(design, right)),
  );
}

export function Filters({ id }: { readonly id: ResourceId }) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const acl = useMemo(() => aclOf(design, id), [design, id]);
  const groups = useMemo(() => groupsIn(design, id), [design, id]);
  return (
    <Section heading={inspector.filters}>
      <ul className={styles.list}>
        {acl === undefined ? (
          <li className={styles.hint}>{inspector.noAcl}</li>
        ) : (
          <li className={styles.line}>
            <KindTile kind="networkAcl" />
            <ResourceLink id={acl} />
            <span className={styles.detail}>
              {inspector.rulesCount((known(resourceOfKind(design, acl, 'networkAcl')?.entries) ?? []).length)}
            </span>
          </li>
        )}
        {groups.map(([group, count]) => (
          <li key={group} className={styles.line}>
            <KindTile kind="securityGroup" />
            <ResourceLink id={group} />
            <span className={styles.detail}>
              {inspector.groupDetail(
                inspector.rulesCount(
                  (known(resourceOfKind(design, group, 'securityGroup')?.rules) ?? []).length,
                ),
                inspector.onInterfaces(count),
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
