/** The head of the inspector: tile, name written in place, and where the resource stands. */

import { ClipboardCopy, MoreHorizontal } from 'lucide-react';
import { app, useApp } from '../../app/index.ts';
import { shownTiers, tierLooks } from '../../drawing/index.ts';
import { containerOf, definitionOf, known, nameOf, rename, type Resource, type ResourceId } from '../../model/index.ts';
import { IconButton, Menu, MenuItem, TextField, useLanguage, useText } from '../../ui/index.ts';
import { copyText } from '../parts/copy.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { memberOf } from './members.ts';
import styles from './Inspector.module.css';

interface HeaderProps {
  readonly id: ResourceId;
  readonly resource: Resource;
}

export function InspectorHeader({ id, resource }: HeaderProps) {
  const { inspector } = useText();
  const place = usePlace(resource);
  const frame = useFrame(id, resource);
  const name = nameOf(resource) ?? '';
  return (
    <div className={styles.header}>
      <KindTile kind={resource.kind} size="medium" {...(frame ? { frame } : {})} />
      <div className={styles.titles}>
        <h2 className={styles.name}>
          <TextField
            look="quiet"
            label={inspector.name}
            value={name}
            placeholder={id}
            inputClassName={styles.nameInput}
            onCommit={(next) =>
              app.edit({ en: `Rename ${name || id}`, ja: `${name || id} の名前を変更` }, (design) =>
                rename(design, id, next),
              )
            }
          />
        </h2>
        <p className={styles.place}>{place}</p>
      </div>
      <Menu align="end" trigger={<IconButton label={inspector.more} icon={MoreHorizontal} size="small" />}>
        <MenuItem icon={ClipboardCopy} onSelect={() => void copyText(id)}>
          {inspector.copyId}
        </MenuItem>
      </Menu>
    </div>
  );
}

/** `Subnet in prod, ap-northeast-1a`. */
export function usePlace(resource: Resource): string {
  const { inspector } = useText();
  const language = useLanguage();
  const nameOfId = useNameOf();
  const container = useApp(({ design }) => containerOf(design, resource));
  const kind = definitionOf(resource.kind).label[language];
  const place = container === undefined ? kind : inspector.placeIn(kind, nameOfId(container));
  const detail = ['availabilityZone', 'privateIpAddress', 'cidrBlock']
    .map((name) => known(memberOf(resource, name)))
    .find((value) => typeof value === 'string');
  return typeof detail === 'string' ? inspector.placeDetail(place, detail) : place;
}

/** The colour of a subnet's tier, for its tile. */
export function useFrame(id: ResourceId, resource: Resource) {
  const tiers = useApp(({ answers }) => answers.tiers[id]);
  if (resource.kind !== 'subnet' || !tiers) return undefined;
  const pair = { 4: tiers.families[4].tier, 6: tiers.families[6].tier };
  return tierLooks[shownTiers(resource, pair).own].color;
}
