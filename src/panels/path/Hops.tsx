/** The hops of the request or of the reply: number, resource, deciding rule, verdict; the header where it changes. */

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { HeaderText, Hop, HopAction, Leg, MissingFact } from '../../engine/index.ts';
import { app, useApp } from '../../app/index.ts';
import type { SymbolName } from '../../drawing/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import { isKind, known, resourceOfKind } from '../../model/index.ts';
import { classes, IconButton, Pill, useTexts } from '../../ui/index.ts';
import { destinationOf, destinationText, targetOf } from '../inspector/routes.ts';
import { KindTile, Mark, Tile } from '../parts/Glyph.tsx';
import { useExplain } from '../parts/names.ts';
import { deciderOf, headerEnds, hopLines, legTitle, ruleOf, type HopLine } from './answer.ts';
import styles from './Hops.module.css';

interface LegHopsProps {
  readonly leg: Leg;
  readonly which: 'request' | 'reply';
  /** How many hops stand before, as the canvas numbers them. */
  readonly offset: number;
  /** The header as the first hop gets it. */
  readonly sent: HeaderText | undefined;
  readonly unknowns: readonly MissingFact[];
}

const legMarks: Readonly<Record<Leg['verdict'], SymbolName>> = {
  reachable: 'reachable',
  partial: 'partial',
  blocked: 'blocked',
  undetermined: 'undetermined',
  'not-applicable': 'not-applicable',
};

export function LegHops({ leg, which, offset, sent, unknowns }: LegHopsProps) {
  const path = useTexts(pathTexts);
  const [open, setOpen] = useState(true);
  const lines = hopLines(leg, offset, sent, unknowns);
  const title = legTitle(leg, which, path);
  const left = leg.hops.length - lines.length;
  return (
    <section className={styles.leg} aria-label={title}>
      <div className={styles.head}>
        <Mark of={legMarks[leg.verdict]} size={15} />
        <h3 className={styles.title}>{title}</h3>
        {left === 0 && <span className={styles.count}>{path.hops(lines.length)}</span>}
        <IconButton
          label={title}
          icon={open ? ChevronUp : ChevronDown}
          size="small"
          aria-expanded={open}
          className={styles.fold}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && (
        <ol className={styles.hops}>
          {lines.map((line) => (
            <HopRow key={line.index} leg={leg} line={line} isReply={which === 'reply'} />
          ))}
        </ol>
      )}
      {open && left > 0 && <p className={styles.left}>{path.notReached(left)}</p>}
    </section>
  );
}

const chipMarks: Readonly<Record<HopAction, SymbolName>> = {
  allow: 'reachable',
  deny: 'blocked',
  forward: 'reachable',
  translate: 'reachable',
  deliver: 'reachable',
  drop: 'blocked',
};

interface HopRowProps {
  readonly leg: Leg;
  readonly line: HopLine;
  readonly isReply: boolean;
}

/** The target of a table's route as the design has it. */
function useRouteTargets(): (table: string, destination: string) => string | undefined {
  const design = useApp((state) => state.design);
  return (table, destination) => {
    const routes = known(resourceOfKind(design, table, 'routeTable')?.routes) ?? [];
    const route = routes.find(
      (each) =>
        destinationText(design, destinationOf(each) ?? '') === destination ||
        destinationOf(each) === destination,
    );
    return route && targetOf(route)?.id;
  };
}

function HopRow({ leg, line, isReply }: HopRowProps) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  const row = useRef<HTMLButtonElement>(null);
  const isShown = useApp(({ view }) => view.hop === line.index);
  const { hop, index, number, before, header, state } = line;
  const routeTarget = useRouteTargets();
  const decider = deciderOf(leg, hop);
  const isStop = state === 'stopped';
  const isUntold = state === 'untold';
  const tone = isUntold ? 'unk' : isStop || hop.action === 'deny' || hop.action === 'drop' ? 'no' : 'ok';

  // Stepping on the canvas brings the hop into sight here.
  useEffect(() => {
    if (isShown) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);

  return (
    <li
      className={classes(styles.hop, styles[state], isReply && styles.reply)}
      data-stop={isStop || isUntold ? '' : undefined}
    >
      <span className={styles.number}>{number}</span>
      <button
        ref={row}
        type="button"
        aria-pressed={isShown}
        className={classes(styles.body, isShown && styles.shown)}
        onClick={() => app.setView({ hop: isShown ? undefined : index })}
      >
        <span className={styles.line}>
          <HopTile hop={hop} decider={decider} />
          <span className={styles.words}>
            <span className={styles.name}>{context.nameOf(decider)}</span>{' '}
            <span className={styles.rule}>
              {ruleOf(hop, before, { path, context, targetOf: routeTarget })}
            </span>
          </span>
          <Pill
            tone={tone}
            size="small"
            mark={
              <Mark
                of={isUntold ? 'undetermined' : chipMarks[hop.action]}
                size={12}
                ground={`${tone}-fill`}
              />
            }
          >
            {isUntold ? path.undetermined : path[hop.action]}
          </Pill>
        </span>
        {header && <Header header={header} />}
      </button>
    </li>
  );
}

/** Never broken inside an address. */
function Header({ header }: { readonly header: HeaderText }) {
  const [from, to] = headerEnds(header);
  return (
    <code className={styles.header}>
      <span>{from}</span> → <span>{to}</span>
    </code>
  );
}

function HopTile({ hop, decider }: { readonly hop: Hop; readonly decider: string }) {
  const kind = useApp(({ design }) => design.resources[decider]?.kind);
  if (kind) return <KindTile kind={kind} />;
  if (decider === 'internet') return <Tile glyph="globe" colour="c-gen" look="filled" />;
  return isKind(hop.kind) ? (
    <KindTile kind={hop.kind} />
  ) : (
    <Tile glyph="generic" colour="c-gen" look="filled" />
  );
}
