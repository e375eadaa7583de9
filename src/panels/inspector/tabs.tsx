/** Which tabs a kind has beside its overview: those of the lists that it holds, or that hold for it. */

import { Suspense, lazy, type ComponentType } from 'react';
import { inspectorTexts, type TextsOf } from '../../i18n/index.ts';
import type { KindDefinition, Resource, ResourceId } from '../../model/index.ts';
import { useTexts } from '../../ui/index.ts';
import { enter } from '../reach/enter.ts';
import { EffectiveTab } from './EffectiveRoutes.tsx';
import { followsTables, holds, isAssociatedWith, isReached, namesGroups } from './relations.ts';
import { AclTab, AppliedAclTab, AppliedTableTab, GroupsTab, GroupTab, TableTab } from './RuleTabs.tsx';
import styles from './Inspector.module.css';

export interface DetailProps {
  readonly id: ResourceId;
  readonly resource: Resource;
  /** Shows another tab. */
  readonly onShow: (tab: string) => void;
}

const ReachTab = lazy(() => import('../reach/ReachTab.tsx'));

/** Whoever is led here by a command reads the lists next, and does not write in the name above. */
function Reach({ id, resource }: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  return (
    <div
      role="group"
      aria-label={inspector.reach}
      data-region-entry
      tabIndex={-1}
      className={styles.entry}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget) enter(currentTarget);
      }}
    >
      <Suspense fallback={null}>
        <ReachTab id={id} resource={resource} />
      </Suspense>
    </div>
  );
}

export interface DetailTab {
  readonly value: string;
  readonly label: string;
  readonly Content: ComponentType<DetailProps>;
}

export function detailTabs(
  definition: KindDefinition,
  inspector: TextsOf<typeof inspectorTexts>,
): readonly DetailTab[] {
  const tabs: DetailTab[] = [];
  if (holds(definition, 'routes')) tabs.push({ value: 'routes', label: inspector.routes, Content: TableTab });
  else if (followsTables(definition)) {
    tabs.push({ value: 'routes', label: inspector.routes, Content: AppliedTableTab });
  }
  if (definition.standsIn?.kind === 'subnet')
    tabs.push({ value: 'effective', label: inspector.effective, Content: EffectiveTab });
  if (holds(definition, 'rules')) tabs.push({ value: 'rules', label: inspector.rules, Content: GroupTab });
  else if (namesGroups(definition)) tabs.push({ value: 'rules', label: inspector.rules, Content: GroupsTab });
  if (holds(definition, 'entries')) tabs.push({ value: 'entries', label: inspector.rules, Content: AclTab });
  else if (isAssociatedWith(definition, 'entries')) {
    tabs.push({ value: 'entries', label: inspector.acl, Content: AppliedAclTab });
  }
  if (isReached(definition.kind) || definition.kind === 'natGateway')
    tabs.push({ value: 'reach', label: inspector.reach, Content: Reach });
  return tabs;
}
