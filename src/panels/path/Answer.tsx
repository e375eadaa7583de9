/** The answer to a path question: verdict, request, reply, everything that blocks, what is not known, what is assumed. */

import { useMemo, useRef, useState } from 'react';
import type { Alternative, Blocker, FamilyAnswer, Leg, ReachAnswer } from '../../engine/index.ts';
import {
  familiesThatApply,
  shownFamily,
  toldHops,
  useApp,
  type OfferedFix,
  type PathAnswer,
  type PathQuestion,
  type ShownFamily,
} from '../../app/index.ts';
import {
  explainAdvisory,
  explainAssumption,
  explainBlocker,
  type ExplainContext,
  pathTexts,
} from '../../i18n/index.ts';
import { Button, classes, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { LinkedSentence } from '../parts/LinkedSentence.tsx';
import { MissingFacts } from '../parts/MissingFacts.tsx';
import { useExplain } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { closingFixes, forbiddenBy } from './against-intent.ts';
import { aboutOf, addressWords, headlineOf, keyOf, sentHeader, type Headline } from './answer.ts';
import { Fixes } from './Fixes.tsx';
import { LegHops } from './Hops.tsx';
import { useStopInView } from './useStopInView.ts';
import { useVerdictAfterFix } from './useVerdictAfterFix.ts';
import styles from './PathPanel.module.css';

interface AnswerProps {
  readonly reach: ReachAnswer;
  readonly ipVersion: PathQuestion['ipVersion'];
  readonly fixes: PathAnswer['fixes'];
  readonly isStale: boolean;
}

export function Answer({ reach, ipVersion, fixes, isStale }: AnswerProps) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  const shown = shownFamily(reach, ipVersion);
  const against = useAgainst(reach, ipVersion);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const answered = useRef<HTMLDivElement>(null);
  useVerdictAfterFix(answered, isStale ? undefined : reach);
  useStopInView(answered, reach);
  if (!shown) return null;
  const { answer } = shown;
  // What opens a way is no help where the way must be closed.
  const withFixes = against ? [] : answer.blockers.filter((blocker) => blocker.fixes.length > 0);
  const fixed = withFixes.find((blocker) => keyOf(blocker) === chosen) ?? withFixes[0];
  return (
    <>
      <div ref={answered} className={classes(styles.answer, isStale && styles.stale)}>
        <Banner
          headline={headlineOf(reach, shown, { path, context, isForbidden: against !== undefined })}
          {...(against ? { against } : {})}
        />
        <Legs answer={answer} context={context} />
        {answer.blockers.length > 1 && (
          <Blockers
            blockers={answer.blockers}
            context={context}
            shownFix={fixes === 'tried' ? fixed : undefined}
            fixable={withFixes}
            onFix={(blocker) => setChosen(keyOf(blocker))}
          />
        )}
        <Alternatives alternatives={answer.alternatives} context={context} />
        <MissingFacts facts={answer.unknowns} />
        <Sentences
          heading={path.assumptions}
          sentences={answer.assumptions.map((entry) => ({
            about: entry.resource,
            text: explainAssumption(entry, context),
          }))}
        />
        <Sentences
          heading={path.advisories}
          sentences={answer.advisories.map((entry) => ({
            about: entry.resource,
            text: explainAdvisory(entry, context),
          }))}
        />
      </div>
      <div className={classes(styles.fix, isStale && styles.stale)}>
        <Fixes
          reach={reach}
          ipVersion={ipVersion}
          fixed={fixed}
          closing={against?.closing}
          isTried={fixes === 'tried' && !isStale}
        />
      </div>
    </>
  );
}

/** An intent says that what was asked never is. */
interface Against {
  readonly closing: readonly OfferedFix[];
  /** Another IP version that it is open over. */
  readonly other?: ShownFamily;
}

function useAgainst(reach: ReachAnswer, ipVersion: PathQuestion['ipVersion']): Against | undefined {
  const design = useApp((state) => state.design);
  const findings = useApp(({ answers }) => answers.findings);
  return useMemo(() => {
    const shown = shownFamily(reach, ipVersion);
    if (!shown) return undefined;
    const { family, answer } = shown;
    const open = familiesThatApply(reach).filter(
      (each) => isOpen(each.answer) && forbiddenBy(design, reach, each.family),
    );
    const other = isOpen(answer) ? undefined : open.find((each) => each.family !== family);
    if (!forbiddenBy(design, reach, family) && !other) return undefined;
    const looked = other?.family ?? family;
    return {
      closing: open.length > 0 ? closingFixes(findings, design, reach, looked) : [],
      ...(other ? { other } : {}),
    };
  }, [design, findings, reach, ipVersion]);
}

const isOpen = ({ verdict }: FamilyAnswer): boolean => verdict === 'reachable' || verdict === 'partial';

const tones = {
  reachable: 'ok',
  partial: 'ok',
  blocked: 'no',
  undetermined: 'unk',
  'not-applicable': 'gen',
} as const;

const grounds = { ok: 'ok-fill', no: 'no-fill', unk: 'unk-fill', gen: 'sunken' } as const;

interface BannerProps {
  readonly headline: Headline;
  readonly against?: Against;
}

function Banner({ headline, against }: BannerProps) {
  const path = useTexts(pathTexts);
  const { verdict, title, body, code, about } = headline;
  // It gets through, and must not: nothing about that is good.
  const isBad = against !== undefined && tones[verdict] === 'ok';
  const tone = isBad ? 'no' : tones[verdict];
  return (
    <div className={styles.headline}>
      <div className={classes(styles.banner, styles[tone])} role="status" tabIndex={-1}>
        <Mark of={isBad ? 'error' : verdict} size={18} ground={grounds[tone]} />
        <div className={styles.bannerWords}>
          <h3 className={styles.verdict}>{title}</h3>
          <p>
            <LinkedSentence about={about}>{body}</LinkedSentence>
          </p>
          {code !== undefined && <code className={styles.code}>{code}</code>}
        </div>
      </div>
      {against?.other && (
        <div className={classes(styles.banner, styles.no)} role="status">
          <Mark of="error" size={18} ground="no-fill" />
          <p className={styles.against}>{path.otherFamily(`IPv${against.other.family}`)}</p>
        </div>
      )}
    </div>
  );
}

interface LegsProps {
  readonly answer: FamilyAnswer;
  readonly context: ExplainContext;
}

function Legs({ answer, context }: LegsProps) {
  const path = useTexts(pathTexts);
  const { forward, return: back } = answer;
  const addressAs = addressWords(answer, { path, context });
  const travels = ({ hops }: Leg): boolean => hops.length > 0;
  return (
    <>
      {travels(forward) && (
        <LegHops
          leg={forward}
          which="request"
          offset={0}
          sent={sentHeader(answer, 'request')}
          addressAs={addressAs}
          unknowns={answer.unknowns}
        />
      )}
      {travels(back) && (
        <LegHops
          leg={back}
          which={forward.verdict === 'blocked' ? 'would reply' : 'reply'}
          offset={toldHops(forward).length}
          sent={sentHeader(answer, 'reply')}
          addressAs={addressAs}
          unknowns={answer.unknowns}
        />
      )}
    </>
  );
}

interface BlockersProps {
  readonly blockers: readonly Blocker[];
  readonly context: ExplainContext;
  readonly shownFix: Blocker | undefined;
  /** Those that a fix is offered for. */
  readonly fixable: readonly Blocker[];
  readonly onFix: (blocker: Blocker) => void;
}

function Blockers({ blockers, context, shownFix, fixable, onFix }: BlockersProps) {
  const path = useTexts(pathTexts);
  return (
    <Section heading={path.blockersCount(blockers.length)}>
      <ol className={styles.blockers}>
        {blockers.map((blocker) => (
          <li key={keyOf(blocker)} className={styles.blocker}>
            <Mark of="blocked" size={14} />
            <div className={styles.grow}>
              <p>
                <LinkedSentence about={aboutOf(blocker)}>{explainBlocker(blocker, context)}</LinkedSentence>
              </p>
              <code className={styles.code}>{blocker.code}</code>
            </div>
            {fixable.includes(blocker) && (
              <Button
                size="small"
                aria-pressed={blocker === shownFix}
                className={blocker === shownFix ? styles.chosen : undefined}
                onClick={() => onFix(blocker)}
              >
                {path.fix}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface AlternativesProps {
  readonly alternatives: readonly Alternative[];
  readonly context: ExplainContext;
}

function Alternatives({ alternatives, context }: AlternativesProps) {
  const path = useTexts(pathTexts);
  if (alternatives.length === 0) return null;
  return (
    <Section heading={path.alternatives}>
      <ul className={styles.sentences}>
        {alternatives.map(({ via, blockers }) => (
          <li key={via}>
            <LinkedSentence about={[via]}>{path.alternativeVia(context.nameOf(via))}</LinkedSentence>
            <ul className={styles.nested}>
              {blockers.map((blocker) => (
                <li key={keyOf(blocker)}>
                  <LinkedSentence about={aboutOf(blocker)}>{explainBlocker(blocker, context)}</LinkedSentence>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface SentencesProps {
  readonly heading: string;
  readonly sentences: readonly { readonly about: string; readonly text: string }[];
}

function Sentences({ heading, sentences }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <Section heading={heading}>
      <ul className={styles.sentences}>
        {sentences.map(({ about, text }) => (
          <li key={text}>
            <LinkedSentence about={[about]}>{text}</LinkedSentence>
          </li>
        ))}
      </ul>
    </Section>
  );
}
