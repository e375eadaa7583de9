/** The head of the inspector: tile, name written in place, and where the resource stands. */

import { ClipboardCopy, MoreHorizontal } from 'lucide-react';
import { app, canvasPort } from '../../app/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import { nameOf, rename, type Resource, type ResourceId } from '../../model/index.ts';
import { IconButton, Menu, MenuItem, TextField, useTexts } from '../../ui/index.ts';
import { copyText } from '../parts/copy.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { useFrame, usePlace } from '../parts/place.ts';
import styles from './Inspector.module.css';

interface HeaderProps {
  readonly id: ResourceId;
  readonly resource: Resource;
}

export function InspectorHeader({ id, resource }: HeaderProps) {
  const inspector = useTexts(inspectorTexts);
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
            // What is typed once it is named are the canvas's shortcuts.
            onEntered={() => canvasPort()?.focus()}
            onCommit={(next) =>
              app.edit({ en: `Rename ${name || id}`, ja: `${name || id} の名前を変更` }, (design) =>
                rename(design, id, next),
              )
            }
          />
        </h2>
        <p className={styles.place}>{place}</p>
      </div>
      <Menu
        label={inspector.more}
        align="end"
        trigger={(props) => (
          <IconButton {...props} label={inspector.more} icon={MoreHorizontal} size="small" />
        )}
      >
        <MenuItem icon={ClipboardCopy} onSelect={() => void copyText(id)}>
          {inspector.copyId}
        </MenuItem>
      </Menu>
    </div>
  );
}
