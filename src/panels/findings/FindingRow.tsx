/** One finding in the list: severity, resource, sentence, its first fix, and what else can be done with it. */

import { BellOff, BellRing, Clipboard, Ellipsis, ExternalLink, Route } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { app, useApp, type Cause, type FindingAnswer } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { Button, classes, IconButton, Menu, MenuItem, useLanguage, useTexts } from '../../ui/index.ts';
import { copyText } from '../parts/copy.ts';
import { Mark } from '../parts/Glyph.tsx';
import { Unbroken } from '../parts/LinkedSentence.tsx';
import { useNameOf } from '../parts/names.ts';
import { openFinding, ring, showProof, unmute } from './actions.ts';
import { messageOf } from '../parts/finding-message.ts';
import styles from './Findings.module.css';

interface CauseRowsProps {
  readonly cause: Cause;
  readonly openKey: string | undefined;
  readonly news: ReadonlySet<string>;
  readonly onMute: (finding: FindingAnswer) => void;
}

export function CauseRows({ cause, openKey, news, onMute }: CauseRowsProps) {
  const text = useTexts(findingTexts);
  const [unfolded, setUnfolded] = useState(false);
  const { finding, consequences, alike = 0, isSolved } = cause;
  const shown = unfolded || consequences.some(({ key }) => key === openKey);
  if (isSolved) {
    return (
      <li>
        <SolvedRow finding={finding} />
      </li>
    );
  }
  const more = alike > 0 ? text.alike(consequences.length) : text.consequences(consequences.length);
  const less = alike > 0 ? text.hideAlike : text.hideConsequences;
  const standing = (row: FindingAnswer) => ({
    isOpen: row.key === openKey,
    hasDetail: openKey !== undefined,
    isNew: news.has(row.key),
    onMute,
  });
  return (
    <li>
      <Row finding={finding} {...standing(finding)}>
        {consequences.length > 0 && (
          <Button
            look="link"
            aria-expanded={shown}
            aria-label={shown ? less : more}
            title={shown ? less : more}
            onClick={() => setUnfolded(!unfolded)}
          >
            +{consequences.length}
          </Button>
        )}
      </Row>
      {shown && consequences.length > 0 && (
        <ul className={styles.consequences}>
          {consequences.map((consequence) => (
            <li key={consequence.key}>
              <Row finding={consequence} {...standing(consequence)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Keeps the place of what is gone, until nobody is at the list. */
function SolvedRow({ finding }: { readonly finding: FindingAnswer }) {
  const text = useTexts(findingTexts);
  const language = useLanguage();
  const name = useNameOf()(finding.resource);
  const message = useApp(({ design }) => messageOf(finding, design, language));
  return (
    <div className={classes(styles.row, styles.solved)}>
      <div className={styles.main}>
        <span className={styles.severity}>
          <Mark of="reachable" />
          {text.solved}
        </span>
        <span className={styles.resource}>{name}</span>
        <span className={styles.message}>{message}</span>
      </div>
    </div>
  );
}

interface RowProps {
  readonly finding: FindingAnswer;
  readonly isOpen: boolean;
  /** The detail stands beside the list and has the fixes. */
  readonly hasDetail: boolean;
  readonly isNew: boolean;
  readonly onMute: (finding: FindingAnswer) => void;
  readonly children?: ReactNode;
}

function Row({ finding, isOpen, hasDetail, isNew, onMute, children }: RowProps) {
  const text = useTexts(findingTexts);
  const language = useLanguage();
  const name = useNameOf()(finding.resource);
  const message = useApp(({ design }) => messageOf(finding, design, language));
  const { severity, fixes, muted } = finding;
  const [fix] = fixes;
  const row = useRef<HTMLDivElement>(null);

  // Walking through the findings by keys brings each into sight.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  return (
    <div
      ref={row}
      className={classes(styles.row, isOpen && styles.open, muted && styles.isMuted)}
      onPointerEnter={() => ring(finding)}
      onPointerLeave={() => ring(undefined)}
    >
      <button
        type="button"
        data-finding={finding.key}
        aria-current={isOpen}
        className={styles.main}
        onClick={() => openFinding(finding)}
        onFocus={() => ring(finding)}
        onBlur={() => ring(undefined)}
      >
        <span className={classes(styles.severity, styles[severity])}>
          <Mark of={severity} />
          {text[severity]}
          {isNew && <span className={styles.news} role="img" aria-label={text.isNew} />}
        </span>
        <span className={styles.resource}>{name}</span>
        <span className={styles.message} title={message}>
          <Unbroken>{message}</Unbroken>
          {muted && (
            <span className={styles.muted}>
              {' '}
              {muted.until === undefined
                ? text.muted(muted.reason)
                : text.mutedUntil(muted.reason, muted.until)}
            </span>
          )}
        </span>
      </button>
      {children}
      {fix && !hasDetail && (
        <Button
          size="small"
          className={styles.fix}
          title={fix.title[language]}
          onClick={() => {
            openFinding(finding);
            app.previewFix(fix);
          }}
        >
          <span className={styles.fixWords}>{fix.title[language]}</span>
        </Button>
      )}
      <RowMenu finding={finding} message={message} onMute={onMute} />
    </div>
  );
}

interface RowMenuProps {
  readonly finding: FindingAnswer;
  readonly message: string;
  readonly onMute: (finding: FindingAnswer) => void;
}

export function RowMenu({ finding, message, onMute }: RowMenuProps) {
  const text = useTexts(findingTexts);
  const [reference] = finding.references;
  return (
    <Menu
      label={text.more}
      align="end"
      trigger={(props) => <IconButton {...props} label={text.more} icon={Ellipsis} size="small" />}
    >
      {finding.muted ? (
        <MenuItem icon={BellRing} onSelect={() => unmute(finding)}>
          {text.unmute}
        </MenuItem>
      ) : (
        <MenuItem icon={BellOff} onSelect={() => onMute(finding)}>
          {text.muteOne}
        </MenuItem>
      )}
      {finding.proof && (
        <MenuItem icon={Route} onSelect={() => showProof(finding)}>
          {text.showPath}
        </MenuItem>
      )}
      <MenuItem icon={Clipboard} onSelect={() => void copyText(message)}>
        {text.copySentence}
      </MenuItem>
      {reference !== undefined && (
        <MenuItem icon={ExternalLink} onSelect={() => window.open(reference, '_blank', 'noreferrer')}>
          {text.openReference}
        </MenuItem>
      )}
    </Menu>
  );
}
