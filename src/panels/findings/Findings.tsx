/** The findings: worst first, each with its first fix; the open one with its detail beside the list. */

import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { app, appState, useApp, type FindingAnswer } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { Button, classes, useLanguage, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { causesOf, useFilter, type Cause } from './filter.ts';
import { FindingDetail } from './FindingDetail.tsx';
import { messageOf } from './message.ts';
import styles from './Findings.module.css';

/** Opens a finding: its resources are selected and brought into view. */
function open(finding: FindingAnswer): void {
  app.setView({ openFinding: finding.key, preview: undefined });
  if (Object.hasOwn(appState().design.resources, finding.resource)) app.select([finding.resource]);
  app.reveal([finding.resource, ...finding.related]);
}

const ring = (ids: readonly string[]): void => app.setView({ hovered: ids });

export default function Findings() {
  const text = useTexts(findingTexts);
  const findings = useApp(({ answers }) => answers.findings);
  const isPending = useApp(({ answers }) => answers.version === 0);
  const openKey = useApp(({ view }) => view.openFinding);
  const isStale = useApp(({ answers, version }) => answers.version !== version);
  const filter = useFilter();
  const causes = useMemo(() => causesOf(findings, filter), [findings, filter]);
  const opened = findings.find(({ key }) => key === openKey);

  if (causes.length === 0) {
    const words = isPending ? text.pending : findings.length === 0 ? text.none : text.noneOfSeverity;
    return <p className={styles.empty}>{words}</p>;
  }
  return (
    <div className={styles.split}>
      <ul className={classes(styles.list, isStale && styles.stale)} aria-label={text.list} onKeyDown={walk}>
        {causes.map((cause) => (
          <CauseRows key={cause.finding.key} cause={cause} openKey={opened?.key} />
        ))}
      </ul>
      {opened && <FindingDetail key={opened.key} finding={opened} />}
    </div>
  );
}

/** Up and down go from row to row. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-finding]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

function CauseRows({ cause, openKey }: { readonly cause: Cause; readonly openKey: string | undefined }) {
  const text = useTexts(findingTexts);
  const [unfolded, setUnfolded] = useState(false);
  const { finding, consequences } = cause;
  const shown = unfolded || consequences.some(({ key }) => key === openKey);
  return (
    <li>
      <Row finding={finding} isOpen={finding.key === openKey} hasDetail={openKey !== undefined}>
        {consequences.length > 0 && (
          <Button
            look="link"
            aria-expanded={shown}
            aria-label={shown ? text.hideConsequences : text.consequences(consequences.length)}
            title={shown ? text.hideConsequences : text.consequences(consequences.length)}
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
              <Row
                finding={consequence}
                isOpen={consequence.key === openKey}
                hasDetail={openKey !== undefined}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface RowProps {
  readonly finding: FindingAnswer;
  readonly isOpen: boolean;
  /** The detail stands beside the list and has the fixes. */
  readonly hasDetail: boolean;
  readonly children?: ReactNode;
}

function Row({ finding, isOpen, hasDetail, children }: RowProps) {
  const text = useTexts(findingTexts);
  const language = useLanguage();
  const name = useNameOf()(finding.resource);
  const message = useApp(({ design }) => messageOf(finding, design, language));
  const { severity, fixes, resource, related, muted } = finding;
  const [fix] = fixes;
  return (
    <div
      className={classes(styles.row, isOpen && styles.open)}
      onPointerEnter={() => ring([resource, ...related])}
      onPointerLeave={() => ring([])}
    >
      <button
        type="button"
        data-finding={finding.key}
        aria-current={isOpen}
        className={styles.main}
        onClick={() => open(finding)}
        onFocus={() => ring([resource, ...related])}
        onBlur={() => ring([])}
      >
        <span className={classes(styles.severity, styles[severity])}>
          <Mark of={severity} />
          {text[severity]}
        </span>
        <span className={styles.resource}>{name}</span>
        <span className={styles.message} title={message}>
          {message}
          {muted && <span className={styles.muted}> {text.muted(muted.reason)}</span>}
        </span>
      </button>
      {children}
      {fix && !hasDetail && (
        <Button
          size="small"
          className={styles.fix}
          title={fix.title[language]}
          onClick={() => {
            open(finding);
            app.previewFix(fix);
          }}
        >
          <span className={styles.fixWords}>{fix.title[language]}</span>
        </Button>
      )}
    </div>
  );
}
