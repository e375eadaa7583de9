/** One finding in full: the sentence with its resources, other findings' names, references, and its fixes. */

import { X } from 'lucide-react';
import { app, useApp, type FindingAnswer } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { IconButton, useLanguage, useTexts } from '../../ui/index.ts';
import { FixPreview } from '../parts/FixPreview.tsx';
import { Mark } from '../parts/Glyph.tsx';
import { LinkedSentence } from '../parts/LinkedSentence.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { messageOf } from './message.ts';
import styles from './Findings.module.css';

const closeDetail = (): void => app.setView({ openFinding: undefined, preview: undefined });

export function FindingDetail({ finding }: { readonly finding: FindingAnswer }) {
  const text = useTexts(findingTexts);
  const language = useLanguage();
  const { id, severity, resource, related, fixes, references, alsoKnownAs, muted } = finding;
  const message = useApp(({ design }) => messageOf(finding, design, language));
  return (
    <section className={styles.detail} aria-label={text.detail}>
      <div className={styles.detailHead}>
        <Mark of={severity} />
        <b>{text[severity]}</b>
        <code className={styles.code}>{id}</code>
        <IconButton
          label={text.closeDetail}
          icon={X}
          size="small"
          className={styles.close}
          onClick={closeDetail}
        />
      </div>
      <p className={styles.sentence}>
        <LinkedSentence about={[resource, ...related]}>{message}</LinkedSentence>
      </p>
      {muted && <p className={styles.muted}>{text.muted(muted.reason)}</p>}
      {fixes.length > 0 ? <FixPreview fixes={fixes} /> : <p className={styles.quiet}>{text.noFix}</p>}
      <dl className={styles.facts}>
        {related.length > 0 && (
          <>
            <dt>{text.related}</dt>
            <dd>
              {related.map((other) => (
                <ResourceLink key={other} id={other} />
              ))}
            </dd>
          </>
        )}
        {references.length > 0 && (
          <>
            <dt>{text.references}</dt>
            <dd>
              {references.map((url) => (
                <a key={url} href={url} target="_blank" rel="noreferrer">
                  {shortAddress(url)}
                </a>
              ))}
            </dd>
          </>
        )}
        {alsoKnownAs.length > 0 && (
          <>
            <dt>{text.alsoKnownAs}</dt>
            <dd>
              {alsoKnownAs.map((name) => (
                <code key={name}>{name}</code>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** The last part of a page's address says which page it is. */
function shortAddress(url: string): string {
  const parts = url.replace(/^https?:\/\//, '').split('/');
  const last = parts.at(-1);
  return last === undefined || last === '' || parts.length < 2 ? url : `${parts[0]} … ${last}`;
}
