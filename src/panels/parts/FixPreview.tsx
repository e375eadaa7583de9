/** A fix before it is made: its title, the rows that change, what else is done; then apply or leave it. */

import { ChevronLeft, ChevronRight, Lightbulb } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { app, appState, useApp, type OfferedFix, type TitledFix } from '../../app/index.ts';
import { explainAction, findingTexts, inspectorTexts, trafficWords } from '../../i18n/index.ts';
import { Button, classes, Icon, IconButton, useLanguage, useTexts } from '../../ui/index.ts';
import { actionsBeside, diffOf, type DiffTable } from './fix-diff.ts';
import { Mark } from './Glyph.tsx';
import { useExplain, useNameOf } from './names.ts';
import styles from './FixPreview.module.css';

interface FixPreviewProps {
  /** Those of findings were tried on a copy and say what else they open. */
  readonly fixes: readonly (TitledFix | OfferedFix)[];
  /** Called after the fix was applied or left. */
  readonly onDone?: () => void;
  /** The one filled button of its view, or a plain one where there are several. */
  readonly look?: 'primary' | 'plain';
}

export function FixPreview({ fixes, onDone, look = 'primary' }: FixPreviewProps) {
  const findings = useTexts(findingTexts);
  const language = useLanguage();
  const [index, setIndex] = useState(0);
  const fix = fixes[Math.min(index, fixes.length - 1)];
  const isShown = useApp(({ view }) => view.preview === fix && fix !== undefined);

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
  const leave = () => {
    app.previewFix(undefined);
    onDone?.();
  };
  return (
    <div className={styles.preview}>
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
      </div>
      <p className={styles.title}>{fix.title[language]}</p>
      <Changes fix={fix} />
      {'opens' in fix && <SideEffects fix={fix} />}
      <div className={styles.actions}>
        <Button
          look={look}
          onClick={() => {
            app.applyFix(fix);
            leave();
          }}
        >
          {findings.apply}
        </Button>
        <Button aria-pressed={isShown} onClick={() => app.previewFix(isShown ? undefined : fix)}>
          {isShown ? findings.endPreview : findings.previewFix}
        </Button>
        {onDone && (
          <Button look="quiet" onClick={leave}>
            {findings.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}

function Changes({ fix }: { readonly fix: TitledFix }) {
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
        <Diff key={table.resource} table={table} caption={nameOf(table.resource)} />
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

function Diff({ table, caption }: { readonly table: DiffTable; readonly caption: string }) {
  return (
    <table className={styles.diff}>
      <caption>{caption}</caption>
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

/** What else the fix lets through, from a second look at a copy: never left unsaid. */
function SideEffects({ fix }: { readonly fix: OfferedFix }) {
  const findings = useTexts(findingTexts);
  return (
    <div className={styles.effects}>
      <Flows heading={findings.alsoOpens} nothing={findings.alsoOpensNothing} changes={fix.opens} />
      {fix.closes.total > 0 && <Flows heading={findings.alsoCloses} nothing="" changes={fix.closes} />}
    </div>
  );
}

interface FlowsProps {
  readonly heading: string;
  readonly nothing: string;
  readonly changes: OfferedFix['opens'];
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
  return (
    <>
      <p className={styles.effect}>
        <Mark of="warning" size={14} />
        {heading}
      </p>
      <ul className={styles.flows}>
        {flows.map(({ from, to, family, allowed }) => {
          const traffic = allowed.map(({ protocol, ports }) => trafficWords(protocol, ports, language));
          const words = [...new Set(traffic)].join(language === 'en' ? ', ' : '、');
          return <li key={`${from} ${to} ${family}`}>{findings.flow(nameOf(from), nameOf(to), words)}</li>;
        })}
      </ul>
      {total > flows.length && <p className={styles.more}>{inspector.andMore(total - flows.length)}</p>}
    </>
  );
}
