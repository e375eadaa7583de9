/** On a small page: the selection in one line over the drawer, opening to its details. */

import { useApp, useResource } from '../../app/index.ts';
import { shownTiers } from '../../drawing/index.ts';
import { inspectorTexts, peekTexts } from '../../i18n/index.ts';
import { definitionOf, known, type Resource, type ResourceId, type Subnet } from '../../model/index.ts';
import { Button, useText, useTexts } from '../../ui/index.ts';
import { detailTabs } from '../inspector/tabs.tsx';
import { KindTile } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { useFrame, usePlace } from '../parts/place.ts';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { TierPill } from '../parts/TierPill.tsx';
import { useResourceCount } from '../parts/design-facts.ts';
import { openDetails } from './dialogs.ts';
import { regionProps } from './regions.ts';
import { titleOfRight } from './RightPanel.tsx';
import styles from './PeekBar.module.css';

export default function PeekBar() {
  const { shell } = useText();
  const right = useApp(({ view }) => view.right);
  const [id] = useApp(({ selection }) => selection);
  return (
    <section className={styles.peek} aria-label={titleOfRight(right, shell)} {...regionProps('right')}>
      {right !== 'inspector' ? (
        <>
          <b>{titleOfRight(right, shell)}</b>
          <span className={styles.space} />
        </>
      ) : id === undefined ? (
        <DesignLine />
      ) : (
        <ResourceLine id={id} />
      )}
      {right === 'inspector' && id !== undefined && <TabButtons id={id} />}
      <Button size="small" onClick={() => openDetails('overview')}>
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
  const block = 'cidrBlock' in resource ? known(resource.cidrBlock) : undefined;
  return (
    <>
      <KindTile kind={resource.kind} size="medium" {...(frame ? { frame } : {})} />
      <b>{name}</b>
      {resource.kind === 'subnet' ? (
        <>
          {block !== undefined && <span className={styles.block}>{block}</span>}
          <SubnetTier id={id} resource={resource} />
        </>
      ) : (
        <span className={styles.place}>{place}</span>
      )}
      <span className={styles.space} />
    </>
  );
}

/** The tier, what it means, and for a way out what it leads through. */
function SubnetTier({ id, resource }: { readonly id: ResourceId; readonly resource: Subnet }) {
  const inspector = useTexts(inspectorTexts);
  const peek = useTexts(peekTexts);
  const tiers = useApp(({ answers }) => answers.tiers[id]);
  if (!tiers) return null;
  const { 4: ipv4, 6: ipv6 } = tiers.families;
  const { own: tier } = shownTiers(resource, {
    4: ipv4.tier,
    6: ipv6.tier,
    undetermined: ([4, 6] as const).filter((family) => tiers.families[family].undetermined),
  });
  const answer = ipv4.tier === tier ? ipv4 : ipv6;
  const meanings = {
    public: inspector.tierPublic,
    egress: inspector.tierEgress,
    private: inspector.tierPrivate,
    isolated: inspector.tierIsolated,
  };
  const meaning = tier === 'undetermined' ? inspector.tierAtLeast : meanings[tier];
  const way = answer.because.find((reason) => reason.kind === 'route');
  return (
    <>
      <TierPill tier={tier} />
      <span className={styles.place}>
        {way?.kind === 'route' ? (
          <>
            {peek.through(meaning)} <ResourceLink id={way.target} />
          </>
        ) : (
          meaning
        )}
      </span>
    </>
  );
}

/** The tabs that the inspector has for it beside its overview. */
function TabButtons({ id }: { readonly id: ResourceId }) {
  const inspector = useTexts(inspectorTexts);
  const resource = useResource(id);
  if (!resource) return null;
  return detailTabs(definitionOf(resource.kind), inspector).map(({ value, label }) => (
    <Button key={value} size="small" onClick={() => openDetails(value)}>
      {label}
    </Button>
  ));
}
