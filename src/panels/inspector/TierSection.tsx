/** A subnet's tier with the routes that make it one, for both IP versions. */

import type { Reason, TierOfFamily } from '../../engine/index.ts';
import { useTiers } from '../../app/index.ts';
import { tierLooks, type Tier } from '../../drawing/index.ts';
import { explainReason, inspectorTexts, type TextsOf } from '../../i18n/index.ts';
import type { Family } from '../../net/index.ts';
import { useText, useTexts } from '../../ui/index.ts';
import { LinkedSentence } from '../parts/LinkedSentence.tsx';
import { useExplain } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { TierPill } from '../parts/TierPill.tsx';
import styles from './Inspector.module.css';

export function TierSection({ id }: { readonly id: string }) {
  const inspector = useTexts(inspectorTexts);
  const tiers = useTiers(id);
  return (
    <Section heading={inspector.tierHeading}>
      {tiers ? (
        <>
          <FamilyTier family={4} answer={tiers.families[4]} />
          <FamilyTier family={6} answer={tiers.families[6]} />
          <Because families={[tiers.families[4], tiers.families[6]]} />
        </>
      ) : (
        <p className={styles.hint}>{inspector.tierPending}</p>
      )}
    </Section>
  );
}

function FamilyTier({ family, answer }: { readonly family: Family; readonly answer: TierOfFamily }) {
  const { shell } = useText();
  const inspector = useTexts(inspectorTexts);
  // Without a block there is no traffic to have a tier for.
  const hasBlock = answer.undetermined || !answer.because.some(isOwnBlockMissing);
  return (
    <div className={styles.tierRow}>
      <span className={styles.family}>{family === 4 ? shell.ipv4 : shell.ipv6}</span>
      {hasBlock && <TierPill tier={answer.undetermined ? 'undetermined' : answer.tier} />}
      <span className={styles.meaning}>
        {answer.undetermined ? inspector.tierAtLeast : tierMeaning(answer, inspector)}
      </span>
    </div>
  );
}

function tierMeaning({ tier, because }: TierOfFamily, inspector: TextsOf<typeof inspectorTexts>): string {
  const missing = because.find((reason) => reason.kind === 'fact' && /^no-ipv[46]-block$/.test(reason.code));
  if (missing?.kind === 'fact') {
    return missing.code === 'no-ipv6-block' ? inspector.tierNoIpv6 : inspector.tierNoIpv4;
  }
  const meanings: Readonly<Record<Tier, string>> = {
    public: inspector.tierPublic,
    egress: inspector.tierEgress,
    private: inspector.tierPrivate,
    isolated: inspector.tierIsolated,
  };
  return meanings[tier];
}

const isOwnBlockMissing = (reason: Reason): boolean =>
  reason.kind === 'fact' && /^no-ipv[46]-block$/.test(reason.code);

/** The routes and facts behind the tiers; a missing block is said beside its pill already. */
function Because({ families }: { readonly families: readonly TierOfFamily[] }) {
  const inspector = useTexts(inspectorTexts);
  const context = useExplain();
  const [first] = families;
  const reasons = families.flatMap(({ because }) => because).filter((reason) => !isOwnBlockMissing(reason));
  if (reasons.length === 0) return null;
  return (
    <ul
      className={styles.because}
      style={{ borderColor: `var(--${tierLooks[first?.tier ?? 'isolated'].color})` }}
    >
      {reasons.map((reason) => {
        const sentence =
          reason.kind === 'route'
            ? inspector.sends(context.nameOf(reason.table), reason.destination, context.nameOf(reason.target))
            : explainReason(reason, context);
        const about = reason.kind === 'route' ? [reason.table, reason.target] : [reason.resource];
        return (
          <li key={sentence}>
            <LinkedSentence about={about}>{sentence}</LinkedSentence>
          </li>
        );
      })}
    </ul>
  );
}
