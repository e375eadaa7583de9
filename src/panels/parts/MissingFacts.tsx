/** The facts that a verdict waits for, and the commands that would supply them. */

import type { MissingFact } from '../../engine/index.ts';
import { explainFact, pathTexts } from '../../i18n/index.ts';
import { useTexts } from '../../ui/index.ts';
import { CopyBlock } from './CopyBlock.tsx';
import { Mark } from './Glyph.tsx';
import { LinkedSentence } from './LinkedSentence.tsx';
import { useExplain } from './names.ts';
import { Section } from './Section.tsx';
import styles from './MissingFacts.module.css';

export function MissingFacts({ facts }: { readonly facts: readonly MissingFact[] }) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  if (facts.length === 0) return null;
  const commands = [...new Set(facts.flatMap(({ obtain }) => obtain ?? []))];
  return (
    <Section heading={path.unknowns}>
      <ul className={styles.facts}>
        {facts.map((missing) => {
          const sentence = explainFact(missing, context);
          return (
            <li key={sentence} className={styles.fact}>
              <Mark of="undetermined" size={14} />
              <span>
                <LinkedSentence about={[missing.resource]}>{sentence}</LinkedSentence>
              </span>
            </li>
          );
        })}
      </ul>
      {commands.length > 0 && (
        <>
          <p className={styles.obtain}>{path.obtain}</p>
          <CopyBlock commands={commands} />
        </>
      )}
    </Section>
  );
}
