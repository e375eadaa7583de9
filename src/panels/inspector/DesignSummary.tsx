/** What is said about the design while nothing is selected. */

import { useMemo } from 'react';
import { useApp } from '../../app/index.ts';
import { shownTiers, tierOrder, type Tier } from '../../drawing/index.ts';
import { inspectorTexts, pathTexts } from '../../i18n/index.ts';
import { definitionOf, kindNames, resourcesOfKind } from '../../model/index.ts';
import { Compound, useLanguage, useText, useTexts } from '../../ui/index.ts';
import { KindTile, Mark } from '../parts/Glyph.tsx';
import { Section } from '../parts/Section.tsx';
import { TierPill } from '../parts/TierPill.tsx';
import { useResourceCount } from '../parts/design-facts.ts';
import styles from './Inspector.module.css';

export function DesignSummary() {
  const { shell } = useText();
  const inspector = useTexts(inspectorTexts);
  const name = useApp(({ design }) => design.name);
  const count = useResourceCount();
  return (
    <>
      <div className={styles.header}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{name}</h2>
          <p className={styles.place}>{shell.resources(count)}</p>
        </div>
      </div>
      <div className={styles.content}>
        {count === 0 ? (
          <Section>
            <p className={styles.hint}>{inspector.summaryEmpty}</p>
          </Section>
        ) : (
          <>
            <TierCounts />
            <KindCounts />
            <Section>
              <p className={styles.hint}>{inspector.summaryHint}</p>
            </Section>
          </>
        )}
      </div>
    </>
  );
}

function TierCounts() {
  const inspector = useTexts(inspectorTexts);
  const path = useTexts(pathTexts);
  const design = useApp((state) => state.design);
  const tiers = useApp((state) => state.answers.tiers);
  const counts = useMemo(() => {
    const found = new Map<Tier | 'undetermined', number>();
    for (const [id, subnet] of resourcesOfKind(design, 'subnet')) {
      const answer = Object.hasOwn(tiers, id) ? tiers[id] : undefined;
      if (!answer) continue;
      const { 4: ipv4, 6: ipv6 } = answer.families;
      const isOpen = ipv4.undetermined || ipv6.undetermined;
      const tier = isOpen ? 'undetermined' : shownTiers(subnet, { 4: ipv4.tier, 6: ipv6.tier }).own;
      found.set(tier, (found.get(tier) ?? 0) + 1);
    }
    return found;
  }, [design, tiers]);
  if (counts.size === 0) return null;
  return (
    <Section heading={inspector.summaryTiers}>
      <ul className={styles.list}>
        {tierOrder
          .filter((tier) => counts.has(tier))
          .map((tier) => (
            <li key={tier} className={styles.line}>
              <TierPill tier={tier} />
              <span className={styles.end}>{counts.get(tier)}</span>
            </li>
          ))}
        {counts.has('undetermined') && (
          <li className={styles.line}>
            <Mark of="undetermined" />
            <span>{path.undetermined}</span>
            <span className={styles.end}>{counts.get('undetermined')}</span>
          </li>
        )}
      </ul>
    </Section>
  );
}

function KindCounts() {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const design = useApp((state) => state.design);
  const counted = kindNames
    .map((kind) => ({ kind, count: resourcesOfKind(design, kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <Section heading={inspector.summaryKinds}>
      <ul className={styles.list}>
        {counted.map(({ kind, count }) => (
          <li key={kind} className={styles.line}>
            <KindTile kind={kind} />
            <span>
              <Compound>{definitionOf(kind).label[language]}</Compound>
            </span>
            <span className={styles.end}>{count}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
