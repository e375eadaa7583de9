/** What is said about several selected resources: which they are. */

import { useApp } from '../../app/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import type { ResourceId } from '../../model/index.ts';
import { useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import styles from './Inspector.module.css';

const SHOWN = 100;

export function Several({ ids }: { readonly ids: readonly ResourceId[] }) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  return (
    <>
      <div className={styles.header}>
        <h2 className={styles.title}>{inspector.severalSelected(ids.length)}</h2>
      </div>
      <div className={styles.content}>
        <Section>
          <ul className={styles.list}>
            {ids.slice(0, SHOWN).map((id) => {
              const kind = design.resources[id]?.kind;
              return (
                <li key={id} className={styles.line}>
                  {kind && <KindTile kind={kind} />}
                  <ResourceLink id={id} />
                </li>
              );
            })}
          </ul>
        </Section>
      </div>
    </>
  );
}
