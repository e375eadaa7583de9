/** What filters the traffic of a subnet: its network ACL, and the groups of what stands in it. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import { known, resourceOfKind, type ResourceId } from '../../model/index.ts';
import { useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import { groupsIn } from '../rules/subject.ts';
import { aclOf, hasImplied } from './acl.ts';
import styles from './Inspector.module.css';

export function Filters({ id }: { readonly id: ResourceId }) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const acl = useMemo(() => aclOf(design, id), [design, id]);
  const groups = useMemo(() => groupsIn(design, id), [design, id]);
  return (
    <Section heading={inspector.filters}>
      <ul className={styles.list}>
        {acl === undefined ? (
          <li className={styles.hint}>{hasImplied(design, id) ? inspector.impliedAcl : inspector.noAcl}</li>
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
