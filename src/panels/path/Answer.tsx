/** The answer to a path question: verdict, request, reply, everything that blocks, what is not known, what is assumed. */

import { useMemo, useState } from 'react';
import type { Alternative, Blocker, FamilyAnswer, Leg, ReachAnswer } from '../../engine/index.ts';
import {
  shownFamily,
  toldHops,
  useApp,
  type PathAnswer,
  type PathQuestion,
  type TitledFix,
} from '../../app/index.ts';
import {
  explainAdvisory,
  explainAssumption,
  explainBlocker,
  type ExplainContext,
  explainFix,
  pathTexts,
} from '../../i18n/index.ts';
import type { Design, Language } from '../../model/index.ts';
import { Button, classes, useTexts } from '../../ui/index.ts';
import { FixPreview } from '../parts/FixPreview.tsx';
import { Mark } from '../parts/Glyph.tsx';
import { LinkedSentence } from '../parts/LinkedSentence.tsx';
import { MissingFacts } from '../parts/MissingFacts.tsx';
import { explainIn, useExplain } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { aboutOf, headlineOf, sentHeader, type Headline } from './answer.ts';
import { LegHops } from './Hops.tsx';
import { SaveIntent } from './SaveIntent.tsx';
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
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (!shown) return null;
  const { answer } = shown;
  const withFixes = answer.blockers.filter((blocker) => blocker.fixes.length > 0);
  const fixed = withFixes.find((blocker) => keyOf(blocker) === chosen) ?? withFixes[0];
  return (
    <>
      <div className={classes(styles.answer, isStale && styles.stale)}>
        <Banner headline={headlineOf(reach, shown, { path, context })} />
        <Legs answer={answer} />
        {answer.blockers.length > 1 && (
          <Blockers
            blockers={answer.blockers}
            context={context}
            shownFix={fixes === 'tried' ? fixed : undefined}
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
        <Fixes reach={reach} fixed={fixed} isTried={fixes === 'tried' && !isStale} />
      </div>
    </>
  );
}

interface FixesProps {
  readonly reach: ReachAnswer;
  readonly fixed: Blocker | undefined;
  readonly isTried: boolean;
}

/** What would open the way, and keeping the question as an intent. */
function Fixes({ reach, fixed, isTried }: FixesProps) {
  const path = useTexts(pathTexts);
  const design = useApp((state) => state.design);
  const save = <SaveIntent reach={reach} />;
  const fixes = useMemo(() => (fixed ? offered(fixed, design) : []), [fixed, design]);
  if (fixed && isTried) {
    return (
      <FixPreview key={keyOf(fixed)} fixes={fixes} intended={[reach.from.id, reach.to.id]} more={save} />
    );
  }
  return (
    <div className={styles.footer}>
      {fixed && <span className={styles.quiet}>{path.trying}</span>}
      {save}
    </div>
  );
}

const keyOf = ({ code, resource, direction, rule, at }: Blocker): string =>
  [code, resource, direction, rule, at].join(' ');

/** The fixes of a blocker with titles in both languages, for undo and the preview. */
function offered({ fixes }: Blocker, design: Design): readonly TitledFix[] {
  const titled = (language: Language) => explainIn(design, language);
  return fixes.map((fix) => ({
    ...fix,
    title: { en: explainFix(fix, titled('en')), ja: explainFix(fix, titled('ja')) },
  }));
}

const tones = {
  reachable: 'ok',
  partial: 'ok',
  blocked: 'no',
  undetermined: 'unk',
  'not-applicable': 'gen',
} as const;

const grounds = { ok: 'ok-fill', no: 'no-fill', unk: 'unk-fill', gen: 'sunken' } as const;

function Banner({ headline }: { readonly headline: Headline }) {
  const { verdict, title, body, code, about } = headline;
  const tone = tones[verdict];
  return (
    <div className={classes(styles.banner, styles[tone])} role="status">
      <Mark of={verdict} size={18} ground={grounds[tone]} />
      <div className={styles.bannerWords}>
        <h3 className={styles.verdict}>{title}</h3>
        <p>
          <LinkedSentence about={about}>{body}</LinkedSentence>
        </p>
        {code !== undefined && <code className={styles.code}>{code}</code>}
      </div>
    </div>
  );
}

function Legs({ answer }: { readonly answer: FamilyAnswer }) {
  const { forward, return: back } = answer;
  const travels = ({ hops }: Leg): boolean => hops.length > 0;
  return (
    <>
      {travels(forward) && (
        <LegHops
          leg={forward}
          which="request"
          offset={0}
          sent={sentHeader(answer, 'request')}
          unknowns={answer.unknowns}
        />
      )}
      {travels(back) && (
        <LegHops
          leg={back}
          which="reply"
          offset={toldHops(forward).length}
          sent={sentHeader(answer, 'reply')}
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
  readonly onFix: (blocker: Blocker) => void;
}

function Blockers({ blockers, context, shownFix, onFix }: BlockersProps) {
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
            {blocker.fixes.length > 0 && (
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
