/** One way in short: who decides what on it, in a line; asked while it is shown. */

import { Fragment, useEffect } from 'react';
import { app, appState, shownFamily, toldHops, useApp, type PathQuestion } from '../../app/index.ts';
import type { FamilyAnswer, Hop, Leg } from '../../engine/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import { useTexts } from '../../ui/index.ts';
import { Mark } from './Glyph.tsx';
import { useNameOf } from './names.ts';
import { ResourceLink } from './ResourceLink.tsx';
import styles from './ProofSteps.module.css';

export function ProofSteps({ question }: { readonly question: PathQuestion }) {
  const path = useTexts(pathTexts);
  const answer = useApp(({ proofAnswer }) => (proofAnswer?.question === question ? proofAnswer : undefined));

  useEffect(() => {
    app.setView({ proof: question });
    return () => {
      if (appState().view.proof === question) app.setView({ proof: undefined });
    };
  }, [question]);

  if (answer?.result.ok !== true) return <p className={styles.quiet}>{path.asking}</p>;
  const shown = shownFamily(answer.result.value, question.ipVersion);
  if (!shown) return null;
  const { forward, return: back } = shown.answer;
  return (
    <div className={styles.ways}>
      <Way from={question.from} leg={forward} label={path.request} />
      {isTold(shown.answer) && <Way from={question.to} leg={back} label={path.reply} />}
    </div>
  );
}

/** A reply that arrives takes no attention. */
const isTold = ({ return: back }: FamilyAnswer): boolean =>
  back.verdict === 'blocked' && back.hops.length > 0;

interface WayProps {
  readonly from: string;
  readonly leg: Leg;
  readonly label: string;
}

function Way({ from, leg, label }: WayProps) {
  const nameOf = useNameOf();
  return (
    <p className={styles.way}>
      <Mark of={leg.verdict} size={14} label={label} />{' '}
      {from === 'internet' ? nameOf(from) : <ResourceLink id={from} />}
      {deciders(leg).map(({ id, isStop }) => (
        <Fragment key={id}>
          {' → '}
          {isStop && <Mark of="blocked" size={12} />}
          <ResourceLink id={id} />
        </Fragment>
      ))}
    </p>
  );
}

/** Everyone on the way once, in order. */
function deciders(leg: Leg): readonly { readonly id: string; readonly isStop: boolean }[] {
  const found = new Map<string, { id: string; isStop: boolean }>();
  const add = (hop: Hop) => {
    const id = hop.action === 'deliver' ? hop.resource : (hop.because?.resource ?? hop.resource);
    const isStop = hop.action === 'deny' || hop.action === 'drop';
    if (!found.has(id)) found.set(id, { id, isStop });
  };
  for (const hop of toldHops(leg)) add(hop);
  return [...found.values()];
}
