/** The tabs of rules: the same tables as in the drawer, of one kind and narrow; a table's own, or what holds for a thing. */

import type { ReactNode } from 'react';
import { app, useApp } from '../../app/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import { resourceOfKind, tableOf, type Kind, type ResourceId } from '../../model/index.ts';
import { Segments, useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import { groupsOf } from '../rules/subject.ts';
import { EntriesTable, RoutesTable, RulesTable } from '../rules/tables.tsx';
import { useWatched } from '../rules/useWatched.ts';
import { aclOf, hasImplied } from './acl.ts';
import type { DetailProps } from './tabs.tsx';
import styles from './Inspector.module.css';

/** The routes of a table. */
export function TableTab({ id }: DetailProps) {
  useWatched({ table: id, groups: [], acl: undefined }, 'rows');
  return (
    <Sheet>
      <RoutesTable id={id} width="narrow" />
    </Sheet>
  );
}

/** The table that a subnet follows, by name or as the main one of its VPC. */
export function AppliedTableTab(props: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const applied = useApp(({ design }) => design);
  const table = tableOf(applied, props.id);
  if (!table)
    return <Nothing>{hasImplied(applied, props.id) ? inspector.impliedTable : inspector.noTable}</Nothing>;
  const shared = table.sharedWith > 0 ? inspector.sharedWith(table.sharedWith) : '';
  return (
    <>
      <Whose id={table.id} kind="routeTable" detail={table.own ? shared : inspector.mainTable} />
      <TableTab {...props} id={table.id} />
    </>
  );
}

/** The rules of a group. */
export function GroupTab({ id }: DetailProps) {
  useWatched({ table: undefined, groups: [id], acl: undefined }, 'rows');
  const direction = useApp(({ view }) => view.ruleDirection);
  return (
    <>
      <DirectionSwitch />
      <Sheet>
        <RulesTable key={direction} id={id} direction={direction} width="narrow" />
      </Sheet>
    </>
  );
}

/** The rules of every group that a thing has. */
export function GroupsTab({ id, resource }: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const direction = useApp(({ view }) => view.ruleDirection);
  const groups = groupsOf(design, id, resource);
  useWatched({ table: undefined, groups, acl: undefined }, 'rows');
  if (groups.length === 0) return <Nothing>{inspector.noGroups}</Nothing>;
  return (
    <>
      <DirectionSwitch />
      {groups.map((group) => (
        <section key={group}>
          <Whose id={group} kind="securityGroup" detail={inspector.everyGroupCounts} />
          <Sheet>
            <RulesTable key={direction} id={group} direction={direction} width="narrow" />
          </Sheet>
        </section>
      ))}
    </>
  );
}

/** The entries of an ACL. */
export function AclTab({ id }: DetailProps) {
  useWatched({ table: undefined, groups: [], acl: id }, 'rows');
  const direction = useApp(({ view }) => view.ruleDirection);
  return (
    <>
      <DirectionSwitch />
      <Sheet>
        <EntriesTable key={direction} id={id} direction={direction} width="narrow" />
      </Sheet>
    </>
  );
}

/** The ACL that a subnet follows, by name or as the default one of its VPC. */
export function AppliedAclTab(props: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const acl = aclOf(design, props.id);
  if (acl === undefined)
    return <Nothing>{hasImplied(design, props.id) ? inspector.impliedAcl : inspector.noAcl}</Nothing>;
  const isDefault = resourceOfKind(design, acl, 'networkAcl')?.isDefault === true;
  return (
    <>
      <Whose id={acl} kind="networkAcl" detail={isDefault ? inspector.defaultAcl : ''} />
      <AclTab {...props} id={acl} />
    </>
  );
}

const Sheet = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.sheet}>{children}</div>
);

const Nothing = ({ children }: { readonly children: string }) => (
  <Section>
    <p className={styles.hint}>{children}</p>
  </Section>
);

interface WhoseProps {
  readonly id: ResourceId;
  readonly kind: Kind;
  readonly detail: string;
}

const Whose = ({ id, kind, detail }: WhoseProps) => (
  <Section>
    <p className={styles.line}>
      <KindTile kind={kind} />
      <ResourceLink id={id} />
      <span className={styles.detail}>{detail}</span>
    </p>
  </Section>
);

function DirectionSwitch() {
  const inspector = useTexts(inspectorTexts);
  const direction = useApp(({ view }) => view.ruleDirection);
  return (
    <Section>
      <Segments
        fill
        size="small"
        label={inspector.direction}
        value={direction}
        onChange={(ruleDirection) => app.setView({ ruleDirection })}
        segments={[
          { value: 'inbound', label: inspector.inbound },
          { value: 'outbound', label: inspector.outbound },
        ]}
      />
    </Section>
  );
}
