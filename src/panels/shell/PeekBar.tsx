/** On a small page: the selection in one line over the drawer, opening to its details. */

import { useApp, useResource } from '../../app/index.ts';
import { shownTiers } from '../../drawing/index.ts';
import type { Resource, ResourceId } from '../../model/index.ts';
import { Button, useText } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { useFrame, usePlace } from '../parts/place.ts';
import { TierPill } from '../parts/TierPill.tsx';
import { useResourceCount } from '../parts/design-facts.ts';
import { openDialog } from './dialogs.ts';
import { regionProps } from './regions.ts';
import styles from './PeekBar.module.css';

export default function PeekBar() {
  const { shell } = useText();
  const right = useApp(({ view }) => view.right);
  const [id] = useApp(({ selection }) => selection);
  return (
    <section
      className={styles.peek}
      aria-label={right === 'path' ? shell.pathTitle : shell.rightPanel}
      {...regionProps('right')}
    >
      {right === 'path' ? (
        <>
          <b>{shell.pathTitle}</b>
          <span className={styles.space} />
        </>
      ) : id === undefined ? (
        <DesignLine />
      ) : (
        <ResourceLine id={id} />
      )}
      <Button size="small" onClick={() => openDialog('details')}>
        {shell.openDetails}
      </Button>
    </section>
  );
}

function DesignLine() {
  const { shell } = useText();
  const name = useApp(({ design }) => design.name);
  const count = useResourceCount();
  return (
    <>
      <b>{name}</b>
      <span className={styles.place}>{shell.resources(count)}</span>
      <span className={styles.space} />
    </>
  );
}

function ResourceLine({ id }: { readonly id: ResourceId }) {
  const resource = useResource(id);
  return resource ? <KnownLine id={id} resource={resource} /> : <DesignLine />;
}

function KnownLine({ id, resource }: { readonly id: ResourceId; readonly resource: Resource }) {
  const name = useNameOf()(id);
  const place = usePlace(resource);
  const frame = useFrame(id, resource);
  const tiers = useApp(({ answers }) => answers.tiers[id]);
  const tier =
    resource.kind === 'subnet' && tiers
      ? shownTiers(resource, { 4: tiers.families[4].tier, 6: tiers.families[6].tier }).own
      : undefined;
  return (
    <>
      <KindTile kind={resource.kind} size="medium" {...(frame ? { frame } : {})} />
      <b>{name}</b>
      {tier && <TierPill tier={tier} />}
      <span className={styles.place}>{place}</span>
      <span className={styles.space} />
    </>
  );
}
