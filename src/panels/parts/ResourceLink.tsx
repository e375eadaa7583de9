/** A resource's name that selects it and brings it into view. */

import { app, appState, useApp } from '../../app/index.ts';
import type { Kind } from '../../model/index.ts';
import { Button } from '../../ui/index.ts';
import { useNameOf } from './names.ts';
import styles from './ResourceLink.module.css';

/** Tables, groups and ACLs, which have no place on the canvas: they are lists of rules. */
export const isRuleKind = (kind: Kind | undefined): boolean =>
  kind === 'routeTable' || kind === 'securityGroup' || kind === 'networkAcl';

export function goTo(id: string): void {
  const { design, view } = appState();
  app.select([id]);
  // Where the panel beside the canvas tells of something else, the rules stand in the drawer.
  const isElsewhere = view.right !== 'inspector' || !view.rightOpen;
  if (isElsewhere && isRuleKind(design.resources[id]?.kind))
    app.setView({ drawerOpen: true, drawerTab: 'rules', pickingEnd: undefined });
  app.reveal([id], 'pan if hidden');
}

export function ResourceLink({ id }: { readonly id: string }) {
  const name = useNameOf()(id);
  const exists = useApp(({ design }) => Object.hasOwn(design.resources, id));
  if (!exists) return <span className={styles.plain}>{name}</span>;
  return (
    <Button look="inline" onClick={() => goTo(id)}>
      {name}
    </Button>
  );
}
