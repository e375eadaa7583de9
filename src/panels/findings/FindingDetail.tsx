/** One finding in full: the sentence with its resources, the way that proves it, references, and its fixes. */

import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useApp, type FindingAnswer, type PathQuestion } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { Button, IconButton, useLanguage, useTexts } from '../../ui/index.ts';
import { FixPreview } from '../parts/FixPreview.tsx';
import { Mark } from '../parts/Glyph.tsx';
import { LinkedSentence } from '../parts/LinkedSentence.tsx';
import { ProofSteps } from '../parts/ProofSteps.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { closeFinding, showProof } from './actions.ts';
import { RowMenu } from './FindingRow.tsx';
import { messageOf } from '../parts/finding-message.ts';
import styles from './Findings.module.css';

interface FindingDetailProps {
  readonly finding: FindingAnswer;
  readonly onMute: (finding: FindingAnswer) => void;
}

export function FindingDetail({ finding, onMute }: FindingDetailProps) {
  const text = useTexts(findingTexts);
  const language = useLanguage();
  const { id, severity, resource, related, fixes, muted, proof } = finding;
  const message = useApp(({ design }) => messageOf(finding, design, language));
  return (
    <section className={styles.detail} aria-label={text.detail}>
      <div className={styles.what}>
        <div className={styles.detailHead}>
          <Mark of={severity} />
          <b>{text[severity]}</b>
          <code className={styles.code}>{id}</code>
        </div>
        <p className={styles.sentence}>
          <LinkedSentence about={[resource, ...related]}>{message}</LinkedSentence>
        </p>
        {muted && (
          <p className={styles.muted}>
            {muted.until === undefined
              ? text.muted(muted.reason)
              : text.mutedUntil(muted.reason, muted.until)}
          </p>
        )}
        {proof && <Proof finding={finding} />}
        <Facts finding={finding} />
      </div>
      <div className={styles.mend}>
        <span className={styles.corner}>
          <RowMenu finding={finding} message={message} onMute={onMute} />
          <IconButton label={text.closeDetail} icon={X} size="small" onClick={closeFinding} />
        </span>
        {fixes.length > 0 ? (
          <FixPreview
            fixes={fixes}
            shape="drawer"
            intended={proof && proof.from !== 'internet' ? [proof.from, proof.to] : undefined}
          />
        ) : (
          <p className={styles.quiet}>{text.noFix}</p>
        )}
      </div>
    </section>
  );
}

/** The way that shows the finding to be true, asked while the detail is open. */
function Proof({ finding }: { readonly finding: FindingAnswer }) {
  const text = useTexts(findingTexts);
  const { proof } = finding;
  const question = useMemo<PathQuestion | undefined>(
    () =>
      proof && {
        from: proof.from,
        to: proof.to,
        protocol: proof.protocol ?? 'tcp',
        port: proof.port ?? '',
        ipVersion: proof.ipVersion ?? 'both',
      },
    [proof],
  );
  return (
    <div className={styles.proof}>
      <div className={styles.proofHead}>
        <h4>{text.proof}</h4>
        <Button look="link" onClick={() => showProof(finding)}>
          {text.showPath}
        </Button>
      </div>
      {question && <ProofSteps question={question} />}
    </div>
  );
}

function Facts({ finding: { related, references, alsoKnownAs } }: { readonly finding: FindingAnswer }) {
  const text = useTexts(findingTexts);
  return (
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
  );
}

/** The last part of a page's address says which page it is. */
function shortAddress(url: string): string {
  const parts = url.replace(/^https?:\/\//, '').split('/');
  const last = parts.at(-1);
  return last === undefined || last === '' || parts.length < 2 ? url : `${parts[0]} … ${last}`;
}
