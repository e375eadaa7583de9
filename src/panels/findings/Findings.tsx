/** The findings: worst first, each with its first fix; the open one with its detail beside the list. */

import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { app, useApp, type FindingAnswer } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { classes, Count, useLanguage, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { ring } from './actions.ts';
import { CauseRows } from './FindingRow.tsx';
import { groupsOf, useFilter, type Grouping, type RowGroup } from './filter.ts';
import { FindingDetail } from './FindingDetail.tsx';
import { messageOf } from '../parts/finding-message.ts';
import { MuteDialog } from './MuteDialog.tsx';
import { useNews, useRows } from './useRows.ts';
import styles from './Findings.module.css';

export default function Findings() {
  const text = useTexts(findingTexts);
  const language = useLanguage();
  const findings = useApp(({ answers }) => answers.findings);
  const design = useApp((state) => state.design);
  const isPending = useApp(({ answers }) => answers.version === 0);
  const openKey = useApp(({ view }) => view.openFinding);
  const isStale = useApp(({ answers, version }) => answers.version !== version);
  const group = useFilter((filter) => filter.group);
  const held = useHeld();
  const causes = useRows(held.isHeld);
  const news = useNews(findings);
  const groups = useMemo(() => groupsOf(causes, group), [causes, group]);
  const [muting, setMuting] = useState<FindingAnswer | undefined>(undefined);
  const opened = findings.find(({ key }) => key === openKey);

  // The keys that walk through the findings go by the order that is seen.
  const listed = useMemo(
    () =>
      groups.flatMap(({ causes: rows }) => rows.flatMap((row) => (row.isSolved ? [] : [row.finding.key]))),
    [groups],
  );
  useEffect(() => {
    app.setView({ listedFindings: listed });
    return () => app.setView({ listedFindings: undefined });
  }, [listed]);

  // What a row rings goes with the list.
  useEffect(() => () => ring(undefined), []);

  if (causes.length === 0) {
    const words = isPending ? text.pending : findings.length === 0 ? text.none : text.noneOfSeverity;
    return <p className={styles.empty}>{words}</p>;
  }
  return (
    <div className={styles.split}>
      <div
        className={classes(styles.list, isStale && styles.stale, opened && styles.beside)}
        onKeyDown={walk}
        {...held.watch}
      >
        {groups.map((each) => (
          <section key={each.key} aria-label={each.key === '' ? text.list : undefined}>
            {each.key !== '' && <GroupHead group={each} by={group} />}
            <ul aria-label={text.list}>
              {each.causes.map((cause) => (
                <CauseRows
                  key={cause.finding.key}
                  cause={cause}
                  openKey={opened?.key}
                  news={news}
                  onMute={setMuting}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {opened && <FindingDetail key={opened.key} finding={opened} onMute={setMuting} />}
      {muting && (
        <MuteDialog
          finding={muting}
          sentence={messageOf(muting, design, language)}
          onClose={() => setMuting(undefined)}
        />
      )}
    </div>
  );
}

/** Whether the pointer or the focus is at the list: then nothing in it moves. */
function useHeld() {
  const [isHeld, setHeld] = useState(false);
  const by = useRef({ pointer: false, focus: false });
  const note = (what: 'pointer' | 'focus', isThere: boolean) => {
    by.current[what] = isThere;
    setHeld(by.current.pointer || by.current.focus);
  };
  return {
    isHeld,
    watch: {
      onPointerEnter: () => note('pointer', true),
      onPointerLeave: () => note('pointer', false),
      onFocus: () => note('focus', true),
      onBlur: () => note('focus', false),
    },
  };
}

function GroupHead({ group: { key, causes }, by }: { readonly group: RowGroup; readonly by: Grouping }) {
  const text = useTexts(findingTexts);
  const name = useNameOf()(key);
  const [first] = causes;
  return (
    <h3 className={styles.group}>
      {by === 'severity' && first ? (
        <>
          <Mark of={first.finding.severity} size={14} />
          {text[first.finding.severity]}
        </>
      ) : (
        name
      )}
      <Count>{causes.length}</Count>
    </h3>
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
