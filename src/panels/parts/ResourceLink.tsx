/** A resource's name that selects it and brings it into view. */

import { app, useApp } from '../../app/index.ts';
import { Button } from '../../ui/index.ts';
import { useNameOf } from './names.ts';
import styles from './ResourceLink.module.css';

export function goTo(id: string): void {
  app.select([id]);
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
