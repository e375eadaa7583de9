/** A fix before it is made: its title, the rows that change, what else is done; then apply or leave it. */

import { ChevronLeft, ChevronRight, Eye, EyeOff, Lightbulb } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { app, appState, useApp, type FlowChanges, type OfferedFix, type TitledFix } from '../../app/index.ts';
import { explainAction, findingTexts, inspectorTexts, trafficWords } from '../../i18n/index.ts';
import { Button, classes, Icon, IconButton, useLanguage, useTexts } from '../../ui/index.ts';
import { actionsBeside, diffOf, type DiffTable } from './fix-diff.ts';
import { withoutFlow, type Effects } from './flow-changes.ts';
import { Mark } from './Glyph.tsx';
import { LinkedSentence } from './LinkedSentence.tsx';
import { useExplain, useNameOf } from './names.ts';
import styles from './FixPreview.module.css';

interface FixPreviewProps {
  /** Those of findings were tried on a copy and say what else they open; the effects of others are worked out here. */
  readonly fixes: readonly (TitledFix | OfferedFix)[];
  /** The ends of the traffic that the fix is for: letting that through is no side effect. */
  readonly intended?: readonly [string, string] | undefined;
  /** `drawer`: low and wide, with the buttons in the heading so that they are always seen. */
  readonly shape?: 'panel' | 'drawer';
  /** False where it leaves something in the way, or may: it is offered, but not put forward. */
  readonly isSolution?: boolean;
  /** What is so with the fix made, as far as that was worked out. */
  readonly outcome?: ReactNode;
  /** Stands beside the buttons. */
  readonly more?: ReactNode;
}

export function FixPreview({
  fixes,
  intended,
  shape = 'panel',
  isSolution = true,
  outcome,
  more,
}: FixPreviewProps) {
  const findings = useTexts(findingTexts);
  const language = useLanguage();
  const [index, setIndex] = useState(0);
  const fix = fixes[Math.min(index, fixes.length - 1)];
  const isShown = useApp(({ view }) => view.preview === fix && fix !== undefined);

  // What is looked at is what the keyboard applies.
  useEffect(() => {
    app.setView({ weighed: fix });
    return () => {
      if (appState().view.weighed === fix) app.setView({ weighed: undefined });
    };
  }, [fix]);

  // What is previewed leaves the canvas with this panel.
  useEffect(
    () => () => {
      const { preview } = appState().view;
      if (preview && fixes.includes(preview)) app.previewFix(undefined);
    },
    [fixes],
  );

  if (!fix) return null;
  const step = (by: number) => {
    const next = (index + by + fixes.length) % fixes.length;
    setIndex(next);
    if (isShown) app.previewFix(fixes[next]);
  };
  const togglePreview = () => app.previewFix(isShown ? undefined : fix);
  const actions = (
    <div className={styles.actions}>
      <Button
        {...(isSolution ? { look: 'primary' } : {})}
        size={shape === 'drawer' ? 'small' : 'normal'}
        onClick={() => app.applyFix(fix)}
      >
        {findings.apply}
      </Button>
      {shape === 'drawer' ? (
        <IconButton
          label={isShown ? findings.endPreview : findings.previewFix}
          icon={isShown ? EyeOff : Eye}
          size="small"
          pressed={isShown}
          onClick={togglePreview}
        />
      ) : (
        <Button icon={isShown ? EyeOff : Eye} aria-pressed={isShown} onClick={togglePreview}>
          {isShown ? findings.endPreview : findings.previewFix}
        </Button>
      )}
      {more}
    </div>
  );
  return (
    <div className={classes(styles.preview, styles[shape])}>
      <div className={styles.head}>
        <Icon of={Lightbulb} />
        <b>{findings.fixOf(index + 1, fixes.length)}</b>
        {fixes.length > 1 && (
          <span className={styles.steps}>
            <IconButton
              label={findings.previousFix}
              icon={ChevronLeft}
              size="small"
              onClick={() => step(-1)}
            />
            <IconButton label={findings.nextFix} icon={ChevronRight} size="small" onClick={() => step(1)} />
          </span>
        )}
        {shape === 'drawer' && actions}
      </div>
      {/* It scrolls, so the keyboard must come to it. */}
      <div className={styles.content} role="group" aria-label={fix.title[language]} tabIndex={0}>
        <p className={styles.title}>
          <LinkedSentence about={fix.actions.map(({ resource }) => resource)}>
            {fix.title[language]}
          </LinkedSentence>
        </p>
        <Changes fix={fix} />
        {outcome}
        <SideEffects fix={fix} intended={intended} />
      </div>
      {shape === 'panel' && actions}
    </div>
  );
}

function Changes({ fix }: { readonly fix: TitledFix }) {
  const findings = useTexts(findingTexts);
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const nameOf = useNameOf();
  const context = useExplain();
  const tables = useMemo(() => {
    const { allow, deny, inbound, outbound, anyTraffic } = inspector;
    return diffOf(design, fix.actions, { allow, deny, inbound, outbound, anyTraffic, nameOf });
  }, [design, fix, inspector, nameOf]);
  const beside = actionsBeside(fix.actions, tables);
  const isOnlyTheTitle = tables.length === 0 && fix.actions.length === 1;
  return (
    <>
      {tables.map((table) => (
        <Diff
          key={`${table.resource} ${table.part ?? ''}`}
          table={table}
          isAlone={tables.length === 1}
          caption={
            table.part === undefined
              ? nameOf(table.resource)
              : findings.tablePart(nameOf(table.resource), table.part)
          }
        />
      ))}
      {!isOnlyTheTitle && beside.length > 0 && (
        <ul className={styles.also}>
          {beside.map((action, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list belongs to one fix and never changes
            <li key={index}>{explainAction(action, context)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const signs = { added: '+', removed: '−', same: '' } as const;

interface DiffProps {
  readonly table: DiffTable;
  readonly caption: string;
  /** The title over it names the table already. */
  readonly isAlone: boolean;
}

function Diff({ table, caption, isAlone }: DiffProps) {
  return (
    <table className={styles.diff}>
      <caption className={isAlone ? styles.unseen : undefined}>{caption}</caption>
      <tbody>
        {table.rows.map(({ sign, cells }) => (
          <tr key={`${sign} ${cells.join(' ')}`} className={classes(styles.row, styles[sign])}>
            <td className={styles.sign}>{signs[sign]}</td>
            {cells.map((cell, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns stand where they stand
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The effects of a fix: those that it brings along, else those that were worked out for it. */
function useEffects(fix: TitledFix | OfferedFix): Effects | undefined {
  const worked = useApp(({ fixEffects, version }) =>
    fixEffects?.fix === fix && fixEffects.version === version ? fixEffects : undefined,
  );
  return 'opens' in fix ? fix : worked;
}

/** What else the fix lets through, from a second look at a copy: never left unsaid. */
function SideEffects({
  fix,
  intended,
}: {
  readonly fix: TitledFix | OfferedFix;
  readonly intended: FixPreviewProps['intended'];
}) {
  const findings = useTexts(findingTexts);
  const effects = useEffects(fix);
  if (!effects) return <p className={styles.weighing}>{findings.weighing}</p>;
  const opens = intended ? withoutFlow(effects.opens, intended) : effects.opens;
  const { closes } = effects;
  return (
    <div className={styles.effects}>
      <Flows
        heading={findings.alsoOpens}
        nothing={opens === effects.opens ? findings.alsoOpensNothing : findings.opensAsked}
        changes={opens}
      />
      {closes.total > 0 && <Flows heading={findings.alsoCloses} nothing="" changes={closes} />}
    </div>
  );
}

interface FlowsProps {
  readonly heading: string;
  readonly nothing: string;
  readonly changes: FlowChanges;
}

function Flows({ heading, nothing, changes }: FlowsProps) {
  const findings = useTexts(findingTexts);
  const inspector = useTexts(inspectorTexts);
  const { language, nameOf } = useExplain();
  const { flows, total } = changes;
  if (total === 0) {
    return (
      <p className={styles.effect}>
        <Mark of="reachable" size={14} />
        {nothing}
      </p>
    );
  }
  const lines = flows.map(({ from, to, family, allowed }) => {
    const traffic = allowed.map(({ protocol, ports }) => trafficWords(protocol, ports, language));
    const words = [...new Set(traffic)].join(language === 'en' ? ', ' : '、');
    return { key: `${from} ${to} ${family}`, text: findings.flow(nameOf(from), nameOf(to), words) };
  });
  const [only] = lines;
  if (only && lines.length === 1 && total === 1) {
    return (
      <p className={styles.effect}>
        <Mark of="warning" size={14} />
        <span>
          {heading}: {only.text}
        </span>
      </p>
    );
  }
  return (
    <>
      <p className={styles.effect}>
        <Mark of="warning" size={14} />
        {heading}
      </p>
      <ul className={styles.flows}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      {total > flows.length && <p className={styles.more}>{inspector.andMore(total - flows.length)}</p>}
    </>
  );
}
