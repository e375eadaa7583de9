/** The hops of the request or of the reply: number, resource, deciding rule, verdict; the header where it changes. */

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { HeaderText, Hop, HopAction, Leg, MissingFact } from '../../engine/index.ts';
import { app, appState, decisionAt, useApp } from '../../app/index.ts';
import type { SymbolName } from '../../drawing/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import { isKind, known, resourceOfKind } from '../../model/index.ts';
import { classes, IconButton, Pill, useTexts } from '../../ui/index.ts';
import { destinationOf, destinationText, targetOf } from '../inspector/routes.ts';
import { KindTile, Mark, Tile } from '../parts/Glyph.tsx';
import { useExplain } from '../parts/names.ts';
import { isRuleKind } from '../parts/ResourceLink.tsx';
import {
  deciderOf,
  headerEnds,
  hopLines,
  legTitle,
  ruleOf,
  type AddressWords,
  type HopLine,
} from './answer.ts';
import styles from './Hops.module.css';

interface LegHopsProps {
  readonly leg: Leg;
  /** `would reply`: the request is blocked, so this is only what would be. */
  readonly which: 'request' | 'reply' | 'would reply';
  /** How many hops stand before, as the canvas numbers them. */
  readonly offset: number;
  /** The header as the first hop gets it. */
  readonly sent: HeaderText | undefined;
  readonly addressAs: AddressWords;
  readonly unknowns: readonly MissingFact[];
}

const legMarks: Readonly<Record<Leg['verdict'], SymbolName>> = {
  reachable: 'reachable',
  partial: 'partial',
  blocked: 'blocked',
  undetermined: 'undetermined',
  'not-applicable': 'not-applicable',
};

/** What never happens is neither good nor bad. */
const wouldMarks: Readonly<Record<Leg['verdict'], SymbolName>> = {
  ...legMarks,
  reachable: 'not-applicable',
  partial: 'not-applicable',
  blocked: 'blocked-as-fact',
};

export function LegHops({ leg, which, offset, sent, addressAs, unknowns }: LegHopsProps) {
  const path = useTexts(pathTexts);
  const [open, setOpen] = useState(true);
  const isSent = which !== 'would reply';
  const lines = hopLines(leg, offset, sent, unknowns, isSent ? 'travelled' : 'stopped');
  const title = legTitle(leg, which, path);
  const left = leg.hops.length - lines.length;
  return (
    <section className={styles.leg} aria-label={title}>
      <div className={styles.head}>
        <Mark of={isSent ? legMarks[leg.verdict] : wouldMarks[leg.verdict]} size={15} />
        <h3 className={classes(styles.title, !isSent && styles.would)}>{title}</h3>
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
            <HopRow
              key={line.index}
              leg={leg}
              line={line}
              addressAs={addressAs}
              isReply={which !== 'request'}
            />
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
  readonly addressAs: AddressWords;
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

function HopRow({ leg, line, addressAs, isReply }: HopRowProps) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  const row = useRef<HTMLButtonElement>(null);
  const isShown = useApp(({ view }) => view.hop === line.index);
  const { hop, index, number, before, header, state } = line;
  const routeTarget = useRouteTargets();
  const decider = deciderOf(leg, hop);
  const isStop = state === 'stopped';
  const isUntold = state === 'untold';
  // What is never travelled lets nothing through.
  const isNever = state === 'never';
  const tone = isUntold
    ? 'unk'
    : isNever
      ? 'gen'
      : isStop || hop.action === 'deny' || hop.action === 'drop'
        ? 'no'
        : 'ok';

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
        onClick={({ target, detail }) => {
          const isWords = detail === 0 || (target instanceof Element && target.closest(`.${styles.words}`));
          if (isWords && showRulesOf(hop)) app.setView({ hop: index });
          else app.setView({ hop: isShown ? undefined : index });
          // The hop is what is looked at now, and no click on the canvas fills in an end.
          app.setView({ pickingEnd: undefined });
          app.select([]);
        }}
      >
        <span className={styles.line}>
          <HopTile hop={hop} decider={decider} />
          <span className={styles.words}>
            <span className={styles.name}>{context.nameOf(decider)}</span>{' '}
            <span className={styles.rule}>
              {ruleOf(hop, before, { path, context, targetOf: routeTarget, addressAs })}
            </span>
          </span>
          <Pill
            tone={tone}
            size="small"
            mark={
              <Mark
                of={isUntold ? 'undetermined' : isNever ? 'not-applicable' : chipMarks[hop.action]}
                size={12}
                ground={tone === 'gen' ? 'sunken' : `${tone}-fill`}
              />
            }
          >
            {isUntold ? path.undetermined : path[hop.action]}
          </Pill>
        </span>
        {header && <Header header={header} addressAs={(address) => addressAs(address, hop.resource)} />}
      </button>
    </li>
  );
}

/** Opens the drawer at the rule that decides; false where the rules are shown already, or none decide. */
function showRulesOf(hop: Hop): boolean {
  const { design, view } = appState();
  const { of } = decisionAt(hop);
  const kind = Object.hasOwn(design.resources, of) ? design.resources[of]?.kind : undefined;
  if (!isRuleKind(kind) || (view.drawerOpen && view.drawerTab === 'rules')) return false;
  app.setView({ drawerOpen: true, drawerTab: 'rules' });
  return true;
}

interface HeaderProps {
  readonly header: HeaderText;
  readonly addressAs: (address: string) => string;
}

/** Never broken inside an address, only between words and in lists of blocks. */
function Header({ header, addressAs }: HeaderProps) {
  const [from, to] = headerEnds(header, addressAs).map((text) => (
    <span key={text} className={text.includes(' ') ? styles.several : undefined}>
      {text}
    </span>
  ));
  return (
    <code className={styles.header}>
      {from} → {to}
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
