/** What would open the way, one blocker after the other, and what would be left then; keeping the question as an intent. */

import { useMemo } from 'react';
import type { Blocker, FamilyAnswer, ReachAnswer } from '../../engine/index.ts';
import { shownFamily, useApp, type OfferedFix, type PathQuestion, type TitledFix } from '../../app/index.ts';
import { explainBlocker, explainFact, explainFix, pathTexts } from '../../i18n/index.ts';
import type { Design, Language } from '../../model/index.ts';
import { useTexts } from '../../ui/index.ts';
import { FixPreview } from '../parts/FixPreview.tsx';
import { Mark } from '../parts/Glyph.tsx';
import { LinkedSentence } from '../parts/LinkedSentence.tsx';
import { explainIn, useExplain } from '../parts/names.ts';
import { aboutOf, keyOf } from './answer.ts';
import { SaveIntent } from './SaveIntent.tsx';
import styles from './PathPanel.module.css';

interface FixesProps {
  readonly reach: ReachAnswer;
  readonly ipVersion: PathQuestion['ipVersion'];
  readonly fixed: Blocker | undefined;
  /** Where an intent says that it never is: what closes it, and nothing that opens it. */
  readonly closing: readonly OfferedFix[] | undefined;
  readonly isTried: boolean;
}

export function Fixes({ reach, ipVersion, fixed, closing, isTried }: FixesProps) {
  const path = useTexts(pathTexts);
  const design = useApp((state) => state.design);
  const after = useAnswerAfter(ipVersion);
  const save = <SaveIntent reach={reach} />;
  const fixes = useMemo(() => (fixed ? offered(fixed, design) : []), [fixed, design]);
  if (closing && closing.length > 0) return <FixPreview fixes={closing} more={save} />;
  if (fixed && isTried) {
    return (
      <FixPreview
        key={keyOf(fixed)}
        fixes={fixes}
        intended={[reach.from.id, reach.to.id]}
        // Only what opens the way is put forward.
        isSolution={after?.verdict === 'reachable'}
        outcome={after && <Outcome answer={after} />}
        more={save}
      />
    );
  }
  return (
    <div className={styles.footer}>
      {fixed && <span className={styles.quiet}>{path.trying}</span>}
      {save}
    </div>
  );
}

/** The fixes of a blocker with titles in both languages, for undo and the preview. */
function offered({ fixes }: Blocker, design: Design): readonly TitledFix[] {
  const titled = (language: Language) => explainIn(design, language);
  return fixes.map((fix) => ({
    ...fix,
    title: { en: explainFix(fix, titled('en')), ja: explainFix(fix, titled('ja')) },
  }));
}

/** The answer as it would be with the fix that is looked at; undefined until that was tried. */
function useAnswerAfter(ipVersion: PathQuestion['ipVersion']): FamilyAnswer | undefined {
  const after = useApp(({ fixEffects, view, version }) =>
    fixEffects?.fix === view.weighed && fixEffects?.version === version ? fixEffects.after : undefined,
  );
  return after && shownFamily(after, ipVersion)?.answer;
}

/** What is still in the way with the fix made, in the order of the path. */
function Outcome({ answer }: { readonly answer: FamilyAnswer }) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  const { verdict, blockers, unknowns } = answer;
  const told = {
    reachable: path.afterReachable,
    partial: path.afterPartial,
    'not-applicable': path.notApplicable,
    undetermined: path.afterUndetermined,
    blocked: path.afterBlocked(blockers.length),
  }[verdict];
  const left =
    verdict === 'undetermined'
      ? unknowns.map((missing) => ({
          about: [missing.resource],
          text: explainFact(missing, context),
        }))
      : blockers.map((blocker) => ({ about: aboutOf(blocker), text: explainBlocker(blocker, context) }));
  return (
    <div className={styles.outcome}>
      <p>
        <Mark of={verdict} size={14} />
        <b>{told}</b>
      </p>
      {left.length > 0 && (
        <ol>
          {left.map(({ about, text }) => (
            <li key={text}>
              <LinkedSentence about={about}>{text}</LinkedSentence>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
