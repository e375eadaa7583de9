/** The status bar: how the analysis stands, counts, families, zoom, and one hint. */

import { useEffect, useMemo, useState } from 'react';
import { app, useApp, type Answers, type Tool } from '../../app/index.ts';
import { known, resourcesOfKind, type Design, type LocalText } from '../../model/index.ts';
import { Button, useLanguage, useText } from '../../ui/index.ts';
import { copyText } from '../parts/copy.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useIsEmpty, useResourceCount } from '../parts/design-facts.ts';
import { regionProps } from './regions.ts';
import { shortcutText } from './shortcuts.ts';
import styles from './StatusBar.module.css';

export function StatusBar() {
  const { shell } = useText();
  return (
    <footer className={styles.status} aria-label={shell.status} {...regionProps('status')}>
      <Analysis />
      <Counts />
      <span className={styles.space} />
      <Hint />
      <Families />
      <ZoomLevel />
    </footer>
  );
}

function Analysis() {
  const { shell } = useText();
  const language = useLanguage();
  const answers = useApp((state) => state.answers);
  const isStale = useApp((state) => state.answers.version !== state.version);
  const isEmpty = useIsEmpty();
  const busy = useApp((state) => state.busy);

  if (busy) {
    const { label, done, total } = busy;
    return (
      <span className={styles.item}>
        {done === undefined || total === undefined
          ? label[language]
          : shell.progress(label[language], done, total)}
      </span>
    );
  }
  if (isEmpty) {
    return (
      <span className={styles.item}>
        <Mark of="not-applicable" size={13} />
        {shell.nothingToAnalyse}
      </span>
    );
  }
  if (answers.state === 'failed') return <Fault answers={answers} />;
  if (isStale || answers.state === 'running') return <span className={styles.item}>{shell.analysing}</span>;
  return (
    <span className={styles.item}>
      <Mark of="reachable" size={13} />
      {shell.analysedIn} <b>{shell.milliseconds(answers.milliseconds)}</b>
    </span>
  );
}

function Fault({ answers }: { readonly answers: Answers }) {
  const { shell } = useText();
  const { fault } = answers;
  return (
    <span className={styles.item} role="alert">
      <Mark of="error" size={13} />
      {fault ? shell.analysisStoppedWhy(fault.message) : shell.analysisStopped}
      {fault && (
        <Button look="link" onClick={() => void copyText(fault.details)}>
          {shell.copyDetails}
        </Button>
      )}
    </span>
  );
}

function Counts() {
  const { shell } = useText();
  const resources = useResourceCount();
  const pairs = useApp(({ answers }) => answers.pairs);
  const findings = useApp(({ answers }) => answers.findings);
  const intents = useApp(({ answers }) => answers.intents);
  if (resources === 0) return null;
  const open = findings.filter(({ muted, causedBy }) => !muted && causedBy === undefined);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const warnings = open.filter(({ severity }) => severity === 'warning').length;
  const notes = open.filter(({ severity }) => severity === 'note').length;
  const show = () => app.setView({ drawerOpen: true, drawerTab: 'findings' });
  const broken = intents.filter(({ held }) => held === false).length;
  return (
    <>
      <span className={styles.item}>
        {shell.resources(resources)}
        {pairs > 0 && `${shell.listComma}${shell.pairs(pairs)}`}
      </span>
      {broken > 0 && (
        <button
          type="button"
          className={styles.counts}
          onClick={() => app.setView({ drawerOpen: true, drawerTab: 'intents' })}
        >
          <span className={styles.item}>
            <Mark of="blocked" size={14} />
            {shell.brokenIntents(broken)}
          </span>
        </button>
      )}
      {open.length > 0 && (
        <button type="button" className={styles.counts} onClick={show}>
          {errors > 0 && (
            <span className={styles.item}>
              <Mark of="error" size={14} label={shell.errors(errors)} />
              <span aria-hidden="true">{errors}</span>
            </span>
          )}
          {warnings > 0 && (
            <span className={styles.item}>
              <Mark of="warning" size={14} label={shell.warnings(warnings)} />
              <span aria-hidden="true">{warnings}</span>
            </span>
          )}
          {notes > 0 && (
            <span className={styles.item}>
              <Mark of="note" size={14} label={shell.notes(notes)} />
              <span aria-hidden="true">{notes}</span>
            </span>
          )}
        </button>
      )}
    </>
  );
}

/** How long the status bar tells what was undone. */
const TOLD = 5000;

/** What was undone or redone a moment ago. */
function useTravelled(): LocalText | undefined {
  const travelled = useApp((state) => state.travelled);
  const [over, setOver] = useState<number | undefined>(undefined);
  const serial = travelled?.serial;
  useEffect(() => {
    const timer = setTimeout(() => setOver(serial), TOLD);
    return () => clearTimeout(timer);
  }, [serial]);
  return serial === over ? undefined : travelled?.text;
}

function Hint() {
  const { shell } = useText();
  const language = useLanguage();
  const travelled = useTravelled();
  const lens = useApp(({ view }) => view.lens);
  const tool = useApp(({ view }) => view.tool);
  const hasPath = useApp(({ pathAnswer }) => pathAnswer?.result.ok === true);
  const isEmpty = useIsEmpty();
  const hints: Readonly<Record<Tool, string>> = {
    select: shell.hintDrag,
    hand: shell.hintHand,
    connect: shell.hintConnect,
    draw: shell.hintDraw,
  };
  const isRules = useApp(({ view }) => view.drawerOpen && view.drawerTab === 'rules');
  const pathHint = hasPath ? shell.hintHops : shell.hintPath;
  const lensHint = lens === 'path' ? pathHint : lens === 'exposure' ? shell.hintExposure : hints[tool];
  const plainHint = isRules && tool === 'select' ? shell.hintRules : lensHint;
  const hint = isEmpty && tool !== 'draw' ? shell.hintEmpty : plainHint;
  return (
    <>
      <span className={styles.hint}>{travelled?.[language] ?? hint}</span>
      {isEmpty && (
        <>
          <span className={styles.hint}>{shell.hintCommands(shortcutText('Ctrl K'))}</span>
          <span className={styles.hint}>{shell.hintShortcuts}</span>
        </>
      )}
    </>
  );
}

/** The families that the design speaks: IPv6 only where a VPC has a block of it. */
function familiesOf(design: Design): 'none' | 'ipv4' | 'both' {
  const vpcs = resourcesOfKind(design, 'vpc');
  if (vpcs.length === 0) return 'none';
  const speaksIpv6 = vpcs.some(([, vpc]) => (known(vpc.ipv6CidrBlockAssociationSet)?.length ?? 0) > 0);
  return speaksIpv6 ? 'both' : 'ipv4';
}

function Families() {
  const { shell } = useText();
  const design = useApp((state) => state.design);
  const families = useMemo(() => familiesOf(design), [design]);
  if (families === 'none') return null;
  return <span className={styles.item}>{families === 'both' ? shell.bothFamilies : shell.ipv4}</span>;
}

function ZoomLevel() {
  const { shell } = useText();
  const percent = useApp(({ view }) => Math.round(view.zoom * 100));
  const isEmpty = useIsEmpty();
  return isEmpty ? null : <span className={styles.item}>{shell.zoomTo(percent)}</span>;
}
